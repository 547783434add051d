#!/bin/sh
# Two texts that excelize writes into two cells become one.
#
# One would expect: what SetCellStr puts into a cell is what any program reads from it.
# Office Open XML writes letters that XML forbids as _xHHHH_ (ISO/IEC 29500-1 §22.9.2.19),
# so a text that looks like such a code is written with _x005F before it.
# Seen (excelize 2.11.0): SetCellStr writes the code as it stands, so «_x0041_» is read as
# «A»; and who writes «_x005F_x0041_» instead, beside it, gets the same shared text as the
# cell with «_x0041_», for the table of texts is kept by their escaped form.
# Why a secretary cares: an address or a note that holds such signs comes back from a
# workbook of the program as another text, or as somebody else's.
#
# Needs go.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > main.go <<'GO'
package main

import (
	"bytes"
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
	must(0, f.SetCellStr("Sheet1", "A1", "_x0041_"))
	must(0, f.SetCellStr("Sheet1", "A2", "_x005F_x0041_"))
	var b bytes.Buffer
	must(0, f.Write(&b))
	g := must(excelize.OpenReader(&b))
	for _, cell := range []string{"A1", "A2"} {
		fmt.Println(cell, must(g.GetCellValue("Sheet1", cell)))
	}
}
GO
go mod init probe
go get github.com/xuri/excelize/v2@v2.11.0 || exit 2
go run . | tee seen
diff - seen <<'SEEN'
A1 A
A2 A
SEEN
