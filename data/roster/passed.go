package roster

import (
	"slices"
	"strings"

	"graduand/data"
)

// Passed is a filled line of a sheet that is nobody, and why: the text of the reason is
// "roster.passed."+Reason.
type Passed struct {
	Sheet  string
	Number int
	// Text is what stands in the line.
	Text   string
	Reason string
}

// Why a line is nobody.
const (
	passedTitle     = "title"     // over the table
	passedHeader    = "header"    // of the table, or of one of its pages
	passedNumbering = "numbering" // «1 2 3 4» below a header
	passedClass     = "class"     // over the persons of a class
	passedEnd       = "end"       // a total, a signature, a note
	passedBelow     = "below"     // what stands below such
	passedNameless  = "nameless"  // no name, birth date, telephone or document
)

// aboveTables says of the lines down to the headers what they are, by their numbers.
func (l *Layout) aboveTables() map[int]string {
	reasons := map[int]string{}
	for i, line := range l.sheet.Lines[:l.first] {
		if reasons[line.Number] = passedTitle; l.Header > 0 && i >= l.begins {
			reasons[line.Number] = passedHeader
		}
	}
	for _, table := range l.further {
		for _, line := range l.sheet.Lines[table.begins:table.first] {
			reasons[line.Number] = passedHeader
		}
	}
	return reasons
}

// passed are the lines from which no person was read; read has the numbers of the others.
func (l *Layout) passed(read map[int]bool, reasons map[int]string) []Passed {
	var passed []Passed
	for _, line := range l.sheet.Lines {
		if read[line.Number] {
			continue
		}
		reason := reasons[line.Number]
		if reason == "" {
			reason = passedNameless
		}
		passed = append(passed, Passed{l.Sheet, line.Number, data.Shorten(data.OneLine(strings.Join(line.Cells, " "))), reason})
	}
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
	if slices.ContainsFunc(l.Columns, func(c Column) bool { return c.Field != "" && ofGraduate(c.Header) }) {
		return false
	}
	return saysStaff(l.Sheet) || slices.ContainsFunc(l.titles(), saysStaff)
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
