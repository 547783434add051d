package main

import (
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// fill WORKBOOK SURNAME FIELD=TEXT… types into the row of a graduate as a class teacher
// does.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: fill WORKBOOK SURNAME FIELD=TEXT…")
	}
	path := ts.MkAbs(args[0])
	book, err := excelize.OpenFile(path)
	ts.Check(err)
	sheet := book.GetSheetList()[1]
	rows, err := book.GetRows(sheet)
	ts.Check(err)
	row := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 2 && strings.HasPrefix(cells[2], args[1]) })
	for _, typed := range args[2:] {
		field, value, _ := strings.Cut(typed, "=")
		column := slices.Index(rows[0], "graduand:"+field)
		if row < 0 || column < 0 {
			ts.Fatalf("no cell for %s of %s", field, args[1])
		}
		cell, err := excelize.CoordinatesToCellName(column+1, row+1)
		ts.Check(err)
		ts.Check(book.SetCellStr(sheet, cell, value))
	}
	ts.Check(book.Save())
	ts.Check(book.Close())
}
