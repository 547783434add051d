package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// headedByClass finds a table whose names stand under their class: «Учні 11-А», or, where bare
// is asked for, «11-А» alone. Only sound names below make a header of such a line.
func headedByClass(sheet *workbook.Sheet, words *dictionary, bare bool) (Layout, bool) {
	for i := 0; i < len(sheet.Lines) && i < headerLines; i++ {
		columns := visibleColumns(words, nil, sheet.Lines[i].Cells, sheet.HiddenColumns)
		var names []int
		for k := range columns {
			if c := &columns[k]; headsNames(c, words, bare) && soundNames(sheet.Lines[i+1:], k, len(names) > 0) {
				c.Field, c.Ignored, names = FieldFullName, false, append(names, k)
			}
		}
		if len(names) > 0 {
			return Layout{Sheet: sheet.Name, Header: sheet.Lines[i].Number, Columns: columns, sheet: sheet, begins: i, first: i + 1, blocks: blocksOf(columns, names)}, true
		}
	}
	return Layout{}, false
}

// headsNames reports that a header which means no other field says of which class those are who
// stand under it, or that they are pupils.
func headsNames(c *Column, words *dictionary, bare bool) bool {
	if c.Header == "" || c.hidden || c.ordinal || c.Field != "" && c.Field != data.FieldClass || ofParents(c.Header) {
		return false
	}
	_, classed := classInHeader(c.Header, "")
	return classed && (bare || ofGraduate(c.Header)) || words.exact[squeeze(c.Header)] == columnList
}

// classInHeader is the class that a header says, also right beside the word for pupils:
// «Ученики 11 А».
func classInHeader(header, script string) (string, bool) {
	if class, found := classInTitle(header, script); found || data.LongerThan(header, maxLoneHeader) {
		return class, found
	}
	rest := slices.DeleteFunc(strings.Fields(header), func(word string) bool { return beginsWith(strings.ToLower(word), graduateStems) })
	return ParseClass(strings.Join(rest, " "), script)
}

// soundNames reports that a column holds hardly anything but names in full; beside such a
// column one name is enough.
func soundNames(lines []workbook.Line, column int, beside bool) bool {
	names, others := 0, 0
	for _, line := range lines[:min(len(lines), headerLines)] {
		if cell := line.Cell(column); namesOne(strings.Fields(cell)) {
			names++
		} else if _, classed := classInHeader(cell, ""); cell != "" && !classed {
			others++
		}
	}
	return (names > 1 || beside && names > 0) && names >= 4*others
}

// blocksOf are where the tables begin whose names stand in the further of some columns.
func blocksOf(columns []Column, names []int) []int {
	var starts []int
	for k := 1; k < len(names); k++ {
		starts = append(starts, blockStart(columns, names[k-1], names[k]))
	}
	return starts
}

// headerClass is the class that the header of names says between two columns, «Учні 11-А»;
// "" where it says none.
func (l *Layout) headerClass(rules Rules, from, to int) string {
	for _, c := range l.Columns[min(from, len(l.Columns)):min(to, len(l.Columns))] {
		if c.Field != FieldFullName && c.Field != data.FieldSurname {
			continue
		}
		if class, found := classInHeader(c.Header, rules.NameScript); found && strings.ContainsFunc(c.Header, isWordSign) {
			return class
		}
	}
	return ""
}
