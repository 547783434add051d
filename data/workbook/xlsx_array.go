package workbook

import (
	"encoding/xml"
	"slices"

	"graduand/data"
)

// formula takes note of a formula that gives the values of several cells.
func (r *sheetReader) formula(t xml.StartElement) error {
	if kind := attribute(t, "t"); kind != "array" && kind != "dataTable" {
		return nil
	}
	a, ok := areaOf(attribute(t, "ref"))
	if !ok {
		return nil
	}
	if r.spread += a.Bottom - a.Top + 1; a.Right >= MaxColumns || r.spread > maxRows {
		return data.Fail("roster.suspicious", nil)
	}
	r.arrays = append(r.arrays, a)
	return nil
}

// spreadArrays marks the cells whose value is a matter of a formula in another cell, and
// was not saved: the sheet shows something there. They were not counted in the file.
func (r *sheetReader) spreadArrays(s *Sheet) error {
	for _, a := range r.arrays {
		if i, there := lineAt(s.Lines, a.Top); !there || s.Lines[i].Mark(a.Left)&MarkUnsaved == 0 {
			continue
		}
		for row := a.Top; row <= a.Bottom; row++ {
			i, there := lineAt(s.Lines, row)
			if !there {
				if err := r.book.total.add(nil, false); err != nil {
					return err
				}
				s.Lines = slices.Insert(s.Lines, i, Line{Number: row})
				s.Held.Rows++
			}
			s.Held.Cells += s.Lines[i].unsaved(a.Left, a.Right)
		}
	}
	return nil
}

func lineAt(lines []Line, number int) (int, bool) {
	return slices.BinarySearchFunc(lines, number, func(l Line, n int) int { return l.Number - n })
}

// unsaved marks the empty cells from left to right and returns their number.
func (l *Line) unsaved(left, right int) int {
	for len(l.Cells) <= right {
		l.Cells = append(l.Cells, "")
	}
	for len(l.Marks) < len(l.Cells) {
		l.Marks = append(l.Marks, 0)
	}
	n := 0
	for column := left; column <= right; column++ {
		if l.Cells[column] == "" && l.Marks[column]&MarkUnsaved == 0 {
			l.Marks[column] |= MarkUnsaved
			n++
		}
	}
	return n
}
