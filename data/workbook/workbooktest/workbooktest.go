// Package workbooktest takes spreadsheets apart and puts them together again, so that tests
// can hand in what no honest program writes. Only tests import it.
package workbooktest

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Parts unpacks a workbook: the names of its parts in their order, and the parts.
func Parts(t testing.TB, content []byte) (names []string, bodies map[string][]byte) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	must(t, err)
	bodies = map[string][]byte{}
	for _, f := range archive.File {
		r, err := f.Open()
		must(t, err)
		body, err := io.ReadAll(r)
		must(t, err)
		names, bodies[f.Name] = append(names, f.Name), body
	}
	return names, bodies
}

// Pack makes a workbook of parts.
func Pack(t testing.TB, names []string, bodies map[string][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		part, err := w.Create(name)
		must(t, err)
		_, err = part.Write(bodies[name])
		must(t, err)
	}
	must(t, w.Close())
	return out.Bytes()
}

// Replace rebuilds a workbook with one part changed, or added.
func Replace(t testing.TB, content []byte, name string, change func([]byte) []byte) []byte {
	t.Helper()
	names, bodies := Parts(t, content)
	if _, found := bodies[name]; !found {
		names = append(names, name)
	}
	bodies[name] = change(bodies[name])
	return Pack(t, names, bodies)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

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
