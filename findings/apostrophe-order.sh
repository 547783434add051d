#!/bin/sh
# Ukraine's own apostrophe is a letter to x/text/collate, in Ukrainian too.
#
# One would expect: sorted for «uk», a surname stands where the Ukrainian alphabet puts
# it, whichever of the three apostrophes it is typed with; at least where punctuation is
# told not to count (uk-u-ka-shifted).
# Seen (x/text 0.43.0, which holds the tables of CLDR 23): by default any apostrophe goes
# before all letters, so Лук'янов stands before Лукан. With «shifted» the keyboard's
# ' and the printer's ’ are passed over and stand right, but ʼ (U+02BC, the one which
# CLDR itself lists among the Ukrainian letters) still goes before Лукан.
# Why a secretary cares: people of one surname, typed on two PCs, stand apart in the
# printed list, and she misses the one whom she looks for where the alphabet has them.
#
# Needs go.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

func main() {
	fmt.Println("CLDR", collate.CLDRVersion)
	for _, tag := range []string{"uk", "uk-u-ka-shifted"} {
		names := []string{"Лукяз", "Лук'янов", "Лук’янов", "Лукʼянов", "Лукан"}
		collate.New(language.MustParse(tag)).SortStrings(names)
		fmt.Println(tag+":", strings.Join(names, " "))
	}
}
GO
go mod init probe
go get golang.org/x/text@v0.43.0 || exit 2
go run . | tee seen
diff - seen <<'SEEN'
CLDR 23
uk: Лук'янов Лук’янов Лукʼянов Лукан Лукяз
uk-u-ka-shifted: Лукʼянов Лукан Лукяз Лук'янов Лук’янов
SEEN
