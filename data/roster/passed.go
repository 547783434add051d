package roster

import (
	"cmp"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// Passed is a filled line of a sheet that is nobody, or the part of one that a table has beside
// another table, and why: the text of the reason is "roster.passed."+Reason.
type Passed struct {
	Sheet  string
	Number int
	// Text is what stands in the line.
	Text   string
	Reason string

	aside bool // the cells of one table only, beside a person of another
}

// Why a line is nobody.
const (
	passedTitle     = "title"     // over the table
	passedHeader    = "header"    // of the table, or of one of its pages
	passedNumbering = "numbering" // «1 2 3 4» below a header
	passedClass     = "class"     // over the persons of a class
	passedEnd       = "end"       // a total, a signature, a note
	passedBelow     = "below"     // what stands below such
	passedParents   = "parents"   // of parents, and no more
	passedNameless  = "nameless"  // no name, birth date, telephone or document
)

// nobodies are the lines of a sheet that are nobody.
type nobodies struct {
	layout  *Layout
	reasons map[int]string // by the numbers of the lines
	parts   []Passed       // of lines of which another part may be of somebody
}

// aboveTables says of the lines down to the headers what they are.
func (l *Layout) aboveTables() *nobodies {
	n := &nobodies{l, map[int]string{}, nil}
	for i, line := range l.sheet.Lines[:l.first] {
		if n.reasons[line.Number] = passedTitle; l.Header > 0 && i >= l.begins {
			n.reasons[line.Number] = passedHeader
		}
	}
	for _, table := range l.further {
		for _, line := range l.sheet.Lines[table.begins:table.first] {
			n.reasons[line.Number] = passedHeader
		}
	}
	return n
}

// note notes why a line of a table is nobody, unless another table has said so; the line has
// the cells of the table only.
func (n *nobodies) note(line workbook.Line, why string) {
	if n.reasons[line.Number] == "" {
		n.reasons[line.Number] = why
	}
	if filled(line.Cells) > 0 {
		n.parts = append(n.parts, n.passed(line, why, true))
	}
}

func (n *nobodies) passed(line workbook.Line, why string, aside bool) Passed {
	return Passed{n.layout.Sheet, line.Number, data.Shorten(data.OneLine(n.layout.sheet.ShownLine(line))), why, aside}
}

// lines are the lines from which no person was read, and, of the others, the parts that are
// nobody; read has the numbers of the latter.
func (n *nobodies) lines(read map[int]bool) []Passed {
	var passed []Passed
	for _, line := range n.layout.sheet.Lines {
		if read[line.Number] {
			continue
		}
		passed = append(passed, n.passed(line, cmp.Or(n.reasons[line.Number], passedNameless), false))
	}
	for _, part := range n.parts {
		if read[part.Number] {
			passed = append(passed, part)
		}
	}
	slices.SortStableFunc(passed, func(a, b Passed) int { return a.Number - b.Number })
	return passed
}

// ReadColumn says as what a column was read: Field is "" for one that was not. Row is the
// number of the header over it.
type ReadColumn struct {
	Sheet, Column, Header, Field string
	Row                          int
}

// Read says of every column with a header, in all tables of the sheet, as what it is read.
func (l *Layout) Read() []ReadColumn {
	var columns []ReadColumn
	for _, c := range l.Columns {
		if c.Header != "" {
			columns = append(columns, ReadColumn{l.Sheet, c.Letter(), c.Header, c.Field, l.Header})
		}
	}
	for i := range l.further {
		columns = append(columns, l.further[i].Read()...)
	}
	return columns
}

// titles are the lines of one cell right over the table.
func (l *Layout) titles() []string {
	var titles []string
	for i := l.begins - 1; i >= 0 && filled(l.sheet.Lines[i].Cells) == 1; i-- {
		if title := strings.Join(l.sheet.Lines[i].Cells, ""); !data.LongerThan(title, maxTitle) {
			titles = append(titles, title)
		}
	}
	return titles
}

// staff recognises a list of employees or of parents, which is read only when it is chosen:
// by a column of their posts, by the name of its sheet, or by its title.
func (l *Layout) staff() bool {
	if slices.ContainsFunc(l.Columns, func(c Column) bool {
		key := squeeze(c.Header)
		return strings.HasPrefix(key, "посад") || strings.HasPrefix(key, "должност") || strings.HasPrefix(key, "кызмат") || key == "position"
	}) {
		return true
	}
	if slices.ContainsFunc(l.Columns, func(c Column) bool {
		return c.Field != "" && ofGraduate(c.Header) || c.Field == "" && ofParentsAlone(c.Header) && ofPerson(c.Header)
	}) {
		return false // who has parents beside is none of them
	}
	return saysStaff(l.Sheet) || slices.ContainsFunc(l.titles(), saysStaff)
}

// staffTitle is the title that says so; "" where there is none.
func (l *Layout) staffTitle() string {
	titles := l.titles()
	if i := slices.IndexFunc(titles, saysStaff); i >= 0 && l.others {
		return titles[i]
	}
	return ""
}

// left is what the name of the sheet, or a title over the table, says of all who stand in
// it: that they have left.
func (l *Layout) left() string {
	if saysLeft(l.Sheet) {
		return l.Sheet
	}
	for _, title := range l.titles() {
		if saysLeft(title) {
			return title
		}
	}
	return ""
}
