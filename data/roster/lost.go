package roster

import (
	"regexp"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// zeroColumn is what the cells of one column of numbers show together about the zeros before
// them, which a spreadsheet takes away.
type zeroColumn struct {
	pattern *regexp.Regexp // of the whole number
	// lost counts the numbers that need zeros; kept says that one has some.
	lost int
	kept bool
}

func (c *zeroColumn) look(cell string) {
	if _, lost := c.whole(cell); lost {
		c.lost++
	}
	c.kept = c.kept || strings.HasPrefix(cell, "0")
}

// gone reports that the column shows that its zeros have been taken: several numbers need
// them and none has any.
func (c *zeroColumn) gone() bool { return c.lost >= sure && !c.kept }

// whole is a number with its zeros, where it fits with them only.
func (c *zeroColumn) whole(number string) (string, bool) {
	if !data.AllDigits(number) || c.pattern.MatchString(number) {
		return "", false
	}
	for range maxLostZeros {
		if number = "0" + number; c.pattern.MatchString(number) {
			return number, true
		}
	}
	return "", false
}

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
