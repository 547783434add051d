package roster

import (
	"graduand/data"
	"graduand/data/workbook"
)

// lines are the lines below the header, down to where the table ends.
func (l *Layout) lines() []workbook.Line {
	if l.end > 0 {
		return l.sheet.Lines[l.first:max(l.first, l.end)]
	}
	return l.sheet.Lines[l.first:]
}

// findFurther finds the tables below and beside the first one. Each has a header of its
// own that says something else than the one above it; it ends the tables whose columns it
// stands under. A sheet of nothing but headers is roster.suspicious: it would take minutes.
func (l *Layout) findFurther(words *dictionary) error {
	tables := []*Layout{l}
	for i := l.first; i < len(l.sheet.Lines); i++ {
		if words.work > mostWork {
			return data.Fail("roster.suspicious", nil)
		}
		next, found := l.headerBelow(words, tables, i)
		if !found {
			next, found = l.headerBeside(words, tables, i)
		}
		if !found {
			continue
		}
		next.above = lastOver(tables, &next)
		i = next.first - 1 // the lower row of a header is no header of its own
		if next.above >= 0 && tables[next.above].reads(&next) {
			continue
		}
		next.blocks, next.others = blockStarts(next.Columns), next.staff()
		next.part(tables)
		tables = append(tables, &next)
	}
	for _, t := range tables[1:] {
		l.further = append(l.further, *t)
	}
	return nil
}

// headerBelow is the header of a whole line.
func (l *Layout) headerBelow(words *dictionary, tables []*Layout, i int) (Layout, bool) {
	line := l.sheet.Lines[i]
	lone := filled(line.Cells) == 1 && l.isLoneHeader(words, i)
	group := filled(line.Cells) == 1 && ofParentsAlone(line.Cells[len(line.Cells)-1])
	if !lone && !group && !mayBeHeader(line.Cells) {
		return Layout{}, false
	}
	next, score := headerAt(l.sheet, words, l.sheet.HiddenColumns, i)
	if score == 0 {
		return Layout{}, false
	}
	above := lastOver(tables, &next)
	return next, lone || above >= 0 && tables[above].reads(&next) || mostlyWords(next.Columns)
}

// isLoneHeader recognises the header of a table of names only: a word for them behind a
// gap, and nothing but single cells under it.
func (l *Layout) isLoneHeader(words *dictionary, i int) bool {
	lines := l.sheet.Lines
	if i+1 == len(lines) || lines[i].Number == lines[i-1].Number+1 || filled(lines[i+1].Cells) != 1 {
		return false
	}
	column := len(lines[i].Cells) - 1
	return len(lines[i+1].Cells) == column+1 && words.field(lines[i].Cells[column]) == FieldFullName
}

// headerBeside is the header of a table that begins lower than those beside it, in a line of
// theirs.
func (l *Layout) headerBeside(words *dictionary, tables []*Layout, i int) (Layout, bool) {
	edge := 0
	for _, t := range tables {
		if _, to := t.extent(); t.end == 0 {
			edge = max(edge, to)
		}
	}
	line := l.sheet.Lines[i]
	if len(line.Cells) <= edge+1 || !mayBeHeader(line.Cells[edge:]) {
		return Layout{}, false
	}
	for edge < len(line.Cells) && words.field(line.Cells[edge]) == "" {
		edge++ // what is noted beside a person is no part of it
	}
	aside := *l.sheet
	aside.Lines = nil
	for _, line := range l.sheet.Lines[i:min(i+maxHeaderRows, len(l.sheet.Lines))] {
		cells := make([]string, len(line.Cells))
		if len(cells) > edge {
			copy(cells[edge:], line.Cells[edge:])
		}
		aside.Lines = append(aside.Lines, workbook.Line{Number: line.Number, Cells: cells})
	}
	next, score := headerAt(&aside, words, l.sheet.HiddenColumns, 0)
	next.sheet, next.begins, next.first = l.sheet, i, i+next.first
	return next, score > 0 && mostlyWords(next.Columns)
}

// mayBeHeader looks only at the shape of a line: several texts, no numbers.
func mayBeHeader(cells []string) bool {
	filled := 0
	for _, cell := range cells {
		if cell != "" {
			filled++
		}
		if digitRun(cell) >= 4 {
			return false
		}
	}
	return filled >= 2
}

// mostlyWords reports that nearly all cells of a line are words of headers. The name of
// one person may be such a word; hardly two of a person's cells are.
func mostlyWords(columns []Column) bool {
	filled, known := 0, 0
	for _, c := range columns {
		if c.Header == "" || c.hidden {
			continue
		}
		if filled++; c.Field != "" || c.Ignored || c.known {
			known++
		}
	}
	return known >= 2 && known+1 >= filled
}

// extent is where the header of a table begins and ends.
func (l *Layout) extent() (from, to int) {
	from = len(l.Columns)
	for i, c := range l.Columns {
		if c.Header != "" {
			from, to = min(from, i), i+1
		}
	}
	return from, to
}

func (l *Layout) overlaps(other *Layout) bool {
	from, to := l.extent()
	otherFrom, otherTo := other.extent()
	return from < otherTo && otherFrom < to
}

// lastOver is the last table under which another one stands; -1 for none.
func lastOver(tables []*Layout, below *Layout) int {
	for i := len(tables) - 1; i >= 0; i-- {
		if tables[i].overlaps(below) {
			return i
		}
	}
	return -1
}

// reads reports that a further header says of every column what the table's own says.
func (l *Layout) reads(header *Layout) bool {
	for i, c := range header.Columns {
		if c.Header != "" && (i >= len(l.Columns) || l.Columns[i].Field != c.Field || l.Columns[i].parents != c.parents || l.Columns[i].sex != c.sex) {
			return false
		}
	}
	return true
}

// part gives the new table its lines and columns, and takes them from the others.
func (l *Layout) part(tables []*Layout) {
	from, to := l.extent()
	for _, t := range tables {
		other, otherTo := t.extent()
		switch {
		case t.end > 0 && t.end <= l.begins:
		case t.overlaps(l):
			t.end = l.begins
		case other < from:
			t.narrow(0, from)
			l.narrow(from, l.to)
		default:
			t.narrow(to, t.to)
			l.narrow(l.from, max(to, min(other, otherTo)))
		}
	}
}

// narrow bounds the columns of a table; to is 0 for no bound.
func (l *Layout) narrow(from, to int) {
	l.from = max(l.from, from)
	if to == 0 {
		to = workbook.MaxColumns
	}
	if l.to == 0 || to < l.to {
		l.to = to
	}
	for i := range l.Columns {
		if i < l.from || i >= l.to {
			l.Columns[i] = Column{Index: i, Ignored: true}
		}
	}
}

// Tables are the table of the sheet and the further ones, below and beside it, each with a
// header of its own. What is altered of them is altered of the layout.
func (l *Layout) Tables() []*Layout {
	all := []*Layout{l}
	for i := range l.further {
		all = append(all, &l.further[i])
	}
	return all
}

// Bounds are the index of the first column of the table, those of the tables that stand side by
// side with it under one header, and the index behind the last column.
func (l *Layout) Bounds() []int { return l.bounds() }

// Narrow reports that another table begins behind the columns of this one.
func (l *Layout) Narrow() bool { return l.to > 0 }

// Lines are those of the sheet below the header, down to where the table ends.
func (l *Layout) Lines() []workbook.Line { return l.lines() }

// tables are the table of the sheet and the further ones, each with the tables that stand
// side by side under one header made its own.
func (l *Layout) tables() [][]*Layout {
	all := [][]*Layout{l.split()}
	for i := range l.further {
		all = append(all, l.further[i].split())
	}
	return all
}
