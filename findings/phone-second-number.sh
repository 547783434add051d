#!/bin/sh
# Two phone numbers in one cell are one valid number to libphonenumber.
#
# One would expect: two numbers with a semicolon between are refused, as two numbers
# with a comma or a slash between are.
# Seen (nyaruka/phonenumbers 1.8.1, the port of libphonenumber to Go): the second number
# is taken for the extension of the first; IsValidNumber says yes, and E.164 writes the
# first alone. Nothing but GetExtension tells that ten digits are gone.
# Why a secretary cares: mother's and father's phone stand in one cell of many rosters.
# One is dropped without a word, perhaps the one that the graduate logs in with.
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

	phone "github.com/nyaruka/phonenumbers"
)

func main() {
	for _, cell := range []string{
		"0501234567; 0671234567", "0501234567, 0671234567", "0501234567/0671234567",
	} {
		n, err := phone.Parse(cell, "UA")
		if err != nil {
			fmt.Println(cell, "-> refused")
			continue
		}
		fmt.Println(cell, "->", phone.Format(n, phone.E164), phone.IsValidNumber(n),
			"extension", n.GetExtension())
	}
}
GO
go mod init probe
go get github.com/nyaruka/phonenumbers@v1.8.1 || exit 2
go run . | tee seen
diff - seen <<'SEEN'
0501234567; 0671234567 -> +380501234567 true extension 0671234567
0501234567, 0671234567 -> refused
0501234567/0671234567 -> refused
SEEN
