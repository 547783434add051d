package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// maxHeaderRows is how many rows a header may have: groups of groups over the columns.
const maxHeaderRows = 4

// stacks reports that a line can stand over the next one in a header. One word of a header
// may stand over all of them: «ПІБ» over «учня», «матері».
func stacks(words *dictionary, sheet *workbook.Sheet, i int) bool {
	cells, next := sheet.Lines[i].Cells, sheet.Lines[i+1]
	if next.Number > sheet.Lines[i].Number+2 || isTitle(words, cells) {
		return false
	}
	return upperHeader(cells) || filled(cells) == 1 && filled(next.Cells) > 1 && words.field(cells[len(cells)-1]) != ""
}

// titles reports that the uppermost of several rows is the title of the sheet and no part of
// the header below: the only cell of its row, and an empty row parts it from the others, or it
// reaches over a column of names that says so by itself. What speaks of parents is no
// title of the sheet, unless it is a sentence over all columns.
func titles(sheet *workbook.Sheet, rows []workbook.Line) bool {
	top := rows[0]
	if filled(top.Cells) != 1 {
		return false
	}
	title, under := top.Cells[len(top.Cells)-1], below(rows[1:])
	over, named, all := spread(sheet, top, under), false, true
	for i, cell := range under {
		switch {
		case cell == "":
		case over[i] == "":
			all = false
		default:
			named = named || nameHeader(squeeze(cell)) != ""
		}
	}
	if ofParentsAlone(title) || foreign(title) && !all {
		return false
	}
	return named || rows[1].Number > top.Number+1
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
// its cells are header words, none is a value, and it is no signature.
func lowerHeader(words *dictionary, cells []string) bool {
	known, filled := 0, 0
	for _, cell := range cells {
		if _, class := ParseClass(cell, ""); class || digitRun(cell) >= 4 {
			return false
		}
		if cell != "" {
			filled++
		}
		if field := words.field(cell); field != "" || !data.LongerThan(cell, maxGroup) && rankOf(cell) == rankNoun || datePart(cell) > 0 {
			known++
		}
	}
	return known > 0 && known*2 >= filled && (filled > 2 || endSign(cells) != sureSign)
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

// datePart says which part of a date a header ends with: 1 the day, 2 the month, 3
// the year, 0 none.
func datePart(header string) int {
	key := squeeze(header)
	for i, names := range [][]string{{"число", "день", "day", "күнү", "күн"}, {"місяць", "месяц", "month", "айы", "ай"}, {"рік", "год", "year", "жылы", "жыл"}} {
		for _, name := range names {
			if strings.HasSuffix(key, name) {
				return i + 1
			}
		}
	}
	return 0
}
