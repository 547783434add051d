package workbooktest

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Sheet is a sheet of a workbook that a test makes. [NewSheet] makes one.
type Sheet struct {
	name  string
	lines [][]any
}

// NewSheet is a sheet by its name and its lines from the first row on; a line without cells
// leaves its row empty.
func NewSheet(name string, lines ...[]any) Sheet { return Sheet{name, lines} }

// Line is a line of a sheet by its cells from column A on: strings stay text, numbers are
// numbers, nil is an empty cell.
func Line(cells ...any) []any { return cells }

// XLSX makes a workbook of sheets, as an ordinary program writes it.
func XLSX(t testing.TB, sheets ...Sheet) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, s := range sheets {
		if i == 0 {
			must(t, f.SetSheetName("Sheet1", s.name))
		} else if _, err := f.NewSheet(s.name); err != nil {
			t.Fatal(err)
		}
		s.fill(t, f)
	}
	return Bytes(t, f)
}

func (s Sheet) fill(t testing.TB, f *excelize.File) {
	t.Helper()
	for i, line := range s.lines {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		must(t, err)
		must(t, f.SetSheetRow(s.name, cell, &line))
	}
}

// Bytes are a workbook as the file that it becomes.
func Bytes(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var out bytes.Buffer
	must(t, f.Write(&out))
	return out.Bytes()
}
