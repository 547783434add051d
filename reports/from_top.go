package reports

import (
	"graduand/data/workbook"
	"graduand/reports/paper"
)

// officialFont is the font of official documents; where it lacks, a spreadsheet takes one
// of the same widths.
const officialFont = "Times New Roman"

// fromTop is a sheet that is written row by row from the top down.
type fromTop struct {
	*workbook.SheetWriter
	row int
}

// put writes words into the columns first to last of the current row, as one cell.
func (s *fromTop) put(first, last int, words string, k workbook.Look) {
	s.Spread(first, last, s.row, paper.Tidy(words), k)
}

// next ends the current row with a height in mm.
func (s *fromTop) next(height float64) {
	s.Height(s.row, height/paper.Point)
	s.row++
}

// lineAt is one of some lines, "" beyond the last.
func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
