package roster

import (
	"slices"

	"graduand/data/workbook"
)

// unsaved stands for a formula whose value is not in the file: the cell is not empty.
const unsaved = "=?"

// told are the cells of a line, with a sign in those of which only a formula is known.
func told(cells []string, line workbook.Line) []string {
	if !slices.ContainsFunc(line.Marks, func(m workbook.Mark) bool { return m&workbook.MarkUnsaved != 0 }) {
		return cells
	}
	cells = slices.Clone(cells)
	for i := range cells {
		if line.Mark(i)&workbook.MarkUnsaved != 0 {
			cells[i] = unsaved
		}
	}
	return cells
}

// untold takes the signs of [told] out again.
func untold(cells []string, line workbook.Line) []string {
	for i := range cells {
		if cells[i] == unsaved && line.Mark(i)&workbook.MarkUnsaved != 0 {
			cells[i] = ""
		}
	}
	return cells
}
