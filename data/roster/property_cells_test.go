package roster

import (
	"fmt"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// account is all that is said of the cells of one sheet.
type account struct {
	sheet  string
	tables []*Layout
	rows   map[int][]*Row
	passed map[int][]Passed
	parts  []SkippedPart
	beside int // the cells of which only an area beside the tables speaks
}

// unaccounted finds the filled cells of which nothing is said: neither taken for a field, left
// out on purpose, in a line that is nobody, nor named among what was not read.
func unaccounted(book *workbook.Book, r *Roster) []string {
	var faults []string
	for i := range book.Sheets {
		a := accountOf(&book.Sheets[i], r)
		for _, line := range book.Sheets[i].Lines {
			for c, cell := range line.Cells {
				if cell != "" && !a.says(line.Number, c, cell) {
					faults = append(faults, fmt.Sprintf("%q in %s%d is unaccounted for", cell, workbook.ColumnName(c), line.Number))
				}
			}
		}
		named := 0
		for _, part := range a.parts {
			if part.Area != "" {
				named += part.Rows
			}
		}
		if named != a.beside {
			faults = append(faults, fmt.Sprintf("%d cells of sheet %q are named as beside the tables, %d are there", named, a.sheet, a.beside))
		}
	}
	return faults
}

func accountOf(sheet *workbook.Sheet, r *Roster) *account {
	a := &account{sheet: sheet.Name, rows: map[int][]*Row{}, passed: map[int][]Passed{}}
	for i := range r.Layouts {
		if l := &r.Layouts[i]; l.Sheet == sheet.Name {
			a.tables = append(a.tables, l)
			for k := range l.further {
				a.tables = append(a.tables, &l.further[k])
			}
		}
	}
	for i := range r.Rows {
		if row := &r.Rows[i]; row.Sheet == sheet.Name {
			a.rows[row.Number] = append(a.rows[row.Number], row)
		}
	}
	for _, p := range r.Passed {
		if p.Sheet == sheet.Name {
			a.passed[p.Number] = append(a.passed[p.Number], p)
		}
	}
	for _, part := range r.Skipped {
		if part.Sheet == sheet.Name {
			a.parts = append(a.parts, part)
		}
	}
	return a
}

func (a *account) says(number, column int, cell string) bool {
	switch {
	case len(a.rows[number]) == 0 && len(a.passed[number]) > 0,
		slices.ContainsFunc(a.passed[number], func(p Passed) bool { return strings.Contains(p.Text, data.Shorten(data.OneLine(cell))) }),
		slices.ContainsFunc(a.rows[number], func(row *Row) bool { return at(row.Cells, column) == cell && row.layout.takes(column) }),
		slices.ContainsFunc(a.tables, func(t *Layout) bool { return t.heads(number, column) }):
		return true
	case slices.ContainsFunc(a.parts, func(part SkippedPart) bool { return within(part.Area, column, number) }):
		a.beside++
		return true
	}
	return slices.ContainsFunc(a.parts, func(part SkippedPart) bool {
		return part.Whole() || part.Column == workbook.ColumnName(column)
	})
}

// takes reports that a column is read as a field, or known and left out on purpose.
func (l *Layout) takes(column int) bool {
	return column < len(l.Columns) && (l.Columns[column].Field != "" || l.Columns[column].Ignored)
}

// heads reports that a cell belongs to the header of the table.
func (l *Layout) heads(number, column int) bool {
	for _, line := range l.sheet.Lines[l.begins:l.first] {
		if line.Number == number {
			return column < len(l.Columns) && l.Columns[column].Header != ""
		}
	}
	return false
}

// within reports that a cell lies in an area such as «G2:H5» or «G2».
func within(area string, column, number int) bool {
	first, last, found := strings.Cut(area, ":")
	if area == "" {
		return false
	}
	if !found {
		last = first
	}
	left, top := cellPlace(first)
	right, bottom := cellPlace(last)
	return left <= column && column <= right && top <= number && number <= bottom
}

func cellPlace(name string) (column, number int) {
	letters := strings.TrimRight(name, "0123456789")
	column, _ = place(letters)
	if _, err := fmt.Sscan(name[len(letters):], &number); err != nil {
		panic(err) // no name of a cell
	}
	return column, number
}
