package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// maxHeaderRows is how many rows a header may have: groups of groups over the columns.
const maxHeaderRows = 4

// headerAt scores a line as a header, alone and with the next ones. More rows are better
// only where the upper one adds something.
func headerAt(sheet *workbook.Sheet, words *dictionary, hidden []int, i int) (Layout, int) {
	line := sheet.Lines[i]
	columns := visibleColumns(words, nil, line.Cells, hidden)
	score := headerScore(columns)
	layout := Layout{Sheet: sheet.Name, Header: line.Number, Columns: columns, sheet: sheet, begins: i, first: i + 1}
	for rows := 2; rows <= maxHeaderRows && i+rows <= len(sheet.Lines) && stacks(sheet, i+rows-2); rows++ {
		if !lowerHeader(words, sheet.Lines[i+rows-1].Cells) {
			continue
		}
		whole := stacked(sheet, words, hidden, sheet.Lines[i:i+rows])
		lower := headerScore(stacked(sheet, words, hidden, sheet.Lines[i+1:i+rows]))
		s := headerScore(whole)
		switch {
		case s > score && s > lower, s >= score && s > lower && joined(whole):
			score = s
		case s > 0 && s >= score && groupsParents(sheet.Lines[i:i+rows-1]):
			score = max(s, lower+1)
		default:
			continue
		}
		layout.Columns, layout.Header, layout.first = whole, sheet.Lines[i+rows-1].Number, i+rows
	}
	return layout, score
}

// stacks reports that a line can stand over the next one in a header.
func stacks(sheet *workbook.Sheet, i int) bool {
	return sheet.Lines[i+1].Number <= sheet.Lines[i].Number+2 && upperHeader(sheet.Lines[i].Cells)
}

// stacked are the columns of a header of several rows: of each its own title, the lowest
// one, under the titles of its groups.
func stacked(sheet *workbook.Sheet, words *dictionary, hidden []int, rows []workbook.Line) []Column {
	var upper, lower []string
	for k, row := range rows {
		cells := row.Cells
		if k < len(rows)-1 {
			cells = spread(sheet, row, below(rows[k+1:]))
		}
		for i, cell := range cells {
			if i == len(lower) {
				upper, lower = append(upper, ""), append(lower, "")
			}
			if cell != "" {
				upper[i], lower[i] = strings.TrimSpace(upper[i]+" "+lower[i]), cell
			}
		}
	}
	return visibleColumns(words, upper, lower, hidden)
}

// below are the cells of the rows under a group, the uppermost that is filled of each
// column.
func below(rows []workbook.Line) []string {
	var cells []string
	for _, row := range rows {
		for i, cell := range row.Cells {
			if i == len(cells) {
				cells = append(cells, "")
			}
			if cells[i] == "" {
				cells[i] = cell
			}
		}
	}
	return cells
}

// spread writes the cells of the upper row of a header into the columns that were made
// one with them; a sheet without such cells is read as [reaching] says.
func spread(sheet *workbook.Sheet, upper workbook.Line, lower []string) []string {
	cells := make([]string, max(len(upper.Cells), len(lower)))
	copy(cells, upper.Cells)
	merged := false
	for _, a := range sheet.Merged {
		if a.Top > upper.Number || a.Bottom < upper.Number || a.Right == a.Left || upper.Cell(a.Left) == "" {
			continue
		}
		merged = true
		for i := a.Left; i <= min(a.Right, len(cells)-1); i++ {
			cells[i] = upper.Cell(a.Left)
		}
	}
	if merged {
		return cells
	}
	return reaching(upper.Cells, lower)
}

// reaching writes the cells of an upper row into the columns to their right that have a
// lower cell and no upper one.
func reaching(upper, lower []string) []string {
	cells, over := make([]string, max(len(upper), len(lower))), ""
	for i := range cells {
		if cells[i] = at(upper, i); cells[i] != "" {
			over = cells[i]
		} else if at(lower, i) == "" {
			over = ""
		} else {
			cells[i] = over
		}
	}
	return cells
}

// lowerHeader reports that a line can be the lower row of a header: at least half of
// its cells are header words, none is a value.
func lowerHeader(words *dictionary, cells []string) bool {
	known, filled := 0, 0
	for _, cell := range cells {
		if _, class := ParseClass(cell, ""); class || digitRun(cell) >= 4 {
			return false
		}
		if cell != "" {
			filled++
		}
		if field := words.field(cell); field != "" || squeeze(cell) == "учня" || datePart(cell) > 0 {
			known++
		}
	}
	return known > 0 && known*2 >= filled
}

// upperHeader reports that a line can be an upper row of a header: a line with one filled
// cell is a title, unless it stands over the columns of parents, and a class or a number
// is a value.
func upperHeader(cells []string) bool {
	filled, last := 0, 0
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		filled, last = filled+1, i
		if _, class := ParseClass(cell, ""); class || digitRun(cell) >= 4 {
			return false
		}
	}
	return filled > 1 || filled == 1 && last > 0 && ofParentsAlone(cells[last])
}

// maxGroup is how long the title of a group of columns may be.
const maxGroup = 60

// ofParentsAlone reports that a short title speaks of parents, and of graduates not.
func ofParentsAlone(title string) bool {
	return title != "" && !data.LongerThan(title, maxGroup) && !strings.Contains(title, ":") && foreign(title) && !ofGraduate(title)
}

// groupsParents reports that an upper row of a header parts the columns of parents from
// those of the graduate: «Учень», «Батько», «Мати» over «ПІБ», «Телефон».
func groupsParents(rows []workbook.Line) bool {
	return slices.ContainsFunc(rows, func(row workbook.Line) bool { return slices.ContainsFunc(row.Cells, ofParentsAlone) })
}

// joined reports that a date is spread over columns, which the upper row alone does
// not tell.
func joined(columns []Column) bool {
	return slices.ContainsFunc(columns, func(c Column) bool { return c.span > 0 })
}
