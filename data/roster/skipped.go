package roster

import (
	"maps"
	"slices"

	"graduand/data/workbook"
)

// SkippedPart is a part of the file that holds something and was not read: a whole sheet, a
// column, or cells beside the tables.
type SkippedPart struct {
	Sheet, Column, Header string
	// Area has the cells that no table of the sheet covers, «G2:H5» or «G2».
	Area string
	// Rows is the number of filled rows, of an area that of filled cells.
	Rows int
	// Hidden says that nobody sees the column, or the sheet.
	Hidden bool
	// Parents says that the column holds parents' telephones, which are nobody's login.
	Parents bool
	// GivenOut says that the sheet is what was given out for filling in: the answers are taken in elsewhere.
	GivenOut bool
}

// Whole reports that the part is a whole sheet.
func (p SkippedPart) Whole() bool { return p.Column == "" && p.Area == "" }

// skippedParts says which sheets, columns and cells hold something that the layouts do not
// read. Columns that are left out on purpose, as those about parents, are not among them, nor
// are cells of lines that were passed over, each of which is named with all that stands in it.
func skippedParts(book *workbook.Book, layouts []Layout, passed []Passed) []SkippedPart {
	var skipped []SkippedPart
	givenOut := slices.ContainsFunc(book.Hidden, func(s workbook.HiddenSheet) bool { return s.Name == stateSheet })
	for _, hidden := range book.Hidden {
		if givenOut && hidden.Name == listSheet {
			continue // our own, and nobody's
		}
		skipped = append(skipped, SkippedPart{Sheet: hidden.Name, Rows: hidden.Rows, Hidden: true, GivenOut: hidden.Name == stateSheet})
	}
	for i := range book.Sheets {
		sheet := &book.Sheets[i]
		at := slices.IndexFunc(layouts, func(l Layout) bool { return l.Sheet == sheet.Name })
		if at < 0 {
			skipped = append(skipped, SkippedPart{Sheet: sheet.Name, Rows: len(sheet.Lines)})
			continue
		}
		named := map[int]bool{}
		for _, line := range passed {
			named[line.Number] = named[line.Number] || line.Sheet == sheet.Name && !line.aside
		}
		skipped = append(append(skipped, layouts[at].skipped()...), layouts[at].outside(named)...)
	}
	return skipped
}

func (l *Layout) skipped() []SkippedPart {
	var skipped []SkippedPart
	for _, c := range l.Columns {
		if c.Field != "" || c.Ignored {
			continue
		}
		if rows := l.count(c.Index); rows > 0 {
			skipped = append(skipped, SkippedPart{Sheet: l.Sheet, Column: c.Letter(), Header: c.Header, Rows: rows, Hidden: c.hidden, Parents: c.parents})
		}
	}
	for i := range l.further {
		skipped = append(skipped, l.further[i].skipped()...)
	}
	return skipped
}

// count counts the filled cells of a column below the header.
func (l *Layout) count(column int) int {
	rows := 0
	for _, line := range l.lines() {
		if holdsAnything(line, column) {
			rows++
		}
	}
	return rows
}

// holdsAnything reports that a cell has a text, or a formula whose value is not in the file.
func holdsAnything(line workbook.Line, column int) bool {
	return line.Cell(column) != "" || line.Mark(column)&workbook.MarkUnsaved != 0
}

// strays are cells of one column, or of several beside each other, that no table covers.
type strays struct {
	area  workbook.Area
	cells int
}

// outside are the filled cells below the header that no table of the sheet covers, without
// those of the lines that are named as a whole.
func (l *Layout) outside(named map[int]bool) []SkippedPart {
	tables := slices.Concat(l.tables()...)
	found := map[int]strays{}
	for i := l.first; i < len(l.sheet.Lines); i++ {
		line := l.sheet.Lines[i]
		if named[line.Number] {
			continue
		}
		for c := range max(len(line.Cells), len(line.Marks)) {
			if !holdsAnything(line, c) || slices.ContainsFunc(tables, func(t *Layout) bool { return t.covers(i, c) }) {
				continue
			}
			column, again := found[c]
			if !again {
				column.area = workbook.Cell(c, line.Number)
			}
			column.area.Bottom = line.Number
			column.cells++
			found[c] = column
		}
	}
	var skipped []SkippedPart
	for _, a := range besideEachOther(found) {
		skipped = append(skipped, SkippedPart{Sheet: l.Sheet, Area: a.name(), Rows: a.cells})
	}
	return skipped
}

// name is the area as spreadsheets write it, one cell by its own name.
func (s strays) name() string {
	if a := s.area; a.Top == a.Bottom && a.Left == a.Right {
		return workbook.CellName(a.Left, a.Top)
	}
	return s.area.String()
}

// covers reports that a cell lies in the table, its header included.
func (l *Layout) covers(line, column int) bool {
	return line >= l.begins && (l.end == 0 || line < l.end) && column >= l.from && column < len(l.Columns) && (l.to == 0 || column < l.to)
}

// besideEachOther makes one area of the columns that stand beside each other.
func besideEachOther(columns map[int]strays) []strays {
	var areas []strays
	for _, c := range slices.Sorted(maps.Keys(columns)) {
		column, last := columns[c], len(areas)-1
		if last < 0 || areas[last].area.Right+1 < c {
			areas = append(areas, column)
			continue
		}
		a := &areas[last]
		a.area = workbook.Area{Top: min(a.area.Top, column.area.Top), Left: a.area.Left, Bottom: max(a.area.Bottom, column.area.Bottom), Right: c}
		a.cells += column.cells
	}
	return areas
}
