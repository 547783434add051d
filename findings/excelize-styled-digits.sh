#!/bin/sh
# A border takes digits away from a number that excelize reads.
#
# One would expect: the look of a cell decides nothing about its value; what GetCellValue
# and GetRows give for a whole number in the format «General» are its digits.
# Seen (excelize 2.11.0): the twelve digits of a number come back whole from a plain
# cell and as «2.012345679E+11» from a cell with a border, so the last digits are lost.
# With the option RawCellValue both are whole.
# Why a secretary cares: numbers of cards, receipts and phones stand in tables with
# borders; a number that lost its end is another person's or nobody's.
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
	"log"

	"github.com/xuri/excelize/v2"
)

func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}

func main() {
	f := excelize.NewFile()
	border := must(f.NewStyle(&excelize.Style{
		Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "000000"}},
	}))
	must(0, f.SetSheetRow("Sheet1", "A1", &[]int{201234567890, 201234567890}))
	must(0, f.SetCellStyle("Sheet1", "B1", "B1", border))
	raw := excelize.Options{RawCellValue: true}
	fmt.Println("as shown:", must(f.GetRows("Sheet1"))[0])
	fmt.Println("raw:     ", must(f.GetRows("Sheet1", raw))[0])
}
GO
go mod init probe
go get github.com/xuri/excelize/v2@v2.11.0 || exit 2
go run . | tee seen
diff - seen <<'SEEN'
as shown: [201234567890 2.012345679E+11]
raw:      [201234567890 201234567890]
SEEN
