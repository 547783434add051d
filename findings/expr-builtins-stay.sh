#!/bin/sh
# expr 1.17.8, told to disable all builtins, refuses `len` and still walks lists.
#
# One would expect: with expr.DisableAllBuiltins() an expression of a campaign file calls
# nothing but what the program itself hands in, as a call of `len` shows, which is refused.
# Seen: `filter`, `map`, `reduce`, `count`, `sortBy` and their kin, which take a predicate,
# are no builtins in this sense, and stay.
# Why a secretary cares: a campaign file from the centre is reckoned for every graduate at
# every key. What it may call has to be judged by the program itself, on the parsed tree.
#
# Needs go.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > go.mod <<'MOD'
module seen
go 1.24
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/expr-lang/expr"
)

func main() {
	for _, text := range []string{
		`len("абв") == 3`,
		`upper("абв") == "АБВ"`,
		`reduce([1, 2, 3], #acc + #) == 6`,
		`map([1, 2], # * 2) == [2, 4]`,
		`sortBy(["б", "а"], #) == ["а", "б"]`,
		`count([1, 2, 3], # > 1) == 2`,
	} {
		program, err := expr.Compile(text, expr.Env(struct{}{}), expr.DisableAllBuiltins())
		if err != nil {
			fmt.Println("refused: ", text)
			continue
		}
		is, err := expr.Run(program, nil)
		fmt.Println("reckoned:", text, is, err)
	}
}
GO
go get github.com/expr-lang/expr@v1.17.8 >/dev/null 2>&1 || exit 2
go run . | tee seen
diff - seen <<'SEEN'
refused:  len("абв") == 3
refused:  upper("абв") == "АБВ"
reckoned: reduce([1, 2, 3], #acc + #) == 6 true <nil>
reckoned: map([1, 2], # * 2) == [2, 4] true <nil>
reckoned: sortBy(["б", "а"], #) == ["а", "б"] true <nil>
reckoned: count([1, 2, 3], # > 1) == 2 true <nil>
SEEN
