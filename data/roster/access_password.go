package roster

import (
	"slices"
	"strings"
	"unicode"

	"graduand/data"
	"graduand/data/workbook"
)

// mostDigits is how many digits of a number a spreadsheet keeps (IEEE 754, binary64).
const mostDigits = 15

// accessParser reads the rows of one layout.
type accessParser struct {
	parser
	// longest is the number of digits of the longest password that stands as a number: a
	// shorter one beside it may have lost zeros, which only a person can know.
	longest int
	// digits says that every password of a text table is a number without a zero before it,
	// as a spreadsheet leaves them that has saved the table.
	digits bool
}

// measure looks through the whole column of passwords before any of them is judged.
func (p *accessParser) measure() {
	c, found := p.layout.column(FieldPassword)
	if !found {
		return
	}
	lines := p.layout.sheet.Lines[p.layout.first:]
	p.digits = p.layout.sheet.Name == "" && !slices.ContainsFunc(lines, func(line workbook.Line) bool {
		value := at(line.Cells, c.Index)
		return value != "" && !longNumber.MatchString(value) && (!data.AllDigits(value) || value[0] == '0')
	})
	for _, line := range lines {
		if value := at(line.Cells, c.Index); p.bareNumber(value, line.Mark(c.Index)) {
			p.longest = max(p.longest, len(value))
		}
	}
}

// bareNumber tells a password that stands as a number, so that zeros before it could be
// gone.
func (p *accessParser) bareNumber(value string, mark workbook.Mark) bool {
	return p.digits && data.AllDigits(value) || mark&workbook.MarkNumber != 0 && mark&(workbook.MarkShown|workbook.MarkDay) == 0
}

// holdsUnsaved reports a line in which a formula stands whose value was not saved: what is
// not seen may be anybody's access.
func (p *accessParser) holdsUnsaved(line workbook.Line) bool {
	for _, c := range p.layout.Columns {
		if c.Field != "" && line.Mark(c.Index)&workbook.MarkUnsaved != 0 {
			return true
		}
	}
	return false
}

// unsaved names a formula without a value: it is not empty, and nothing may be taken in
// its place. The class says nothing about whose an access is.
func (r *accessReader) unsaved(c Column) {
	severity := data.SeverityError
	if c.Field == data.FieldClass {
		severity = data.SeverityWarning
	}
	r.problem(c, "", "formula_unsaved", severity, nil)
}

// unseen doubts a row that nobody sees in the sheet, or that is struck out.
func (r *accessReader) unseen() {
	if r.line.Hidden {
		r.problem(r.columnOf(FieldLogin, FieldFullName), "", "access_hidden", data.SeverityConfirm, nil)
	}
	for _, c := range r.layout.Columns {
		if c.Field != "" && r.line.Mark(c.Index)&workbook.MarkStruck != 0 {
			r.problem(c, "", "access_struck", data.SeverityConfirm, nil)
			return
		}
	}
}

// passwordCell keeps what the sheet shows, were it like a number, a date or a formula; only
// a stroke in place of a password is none. No problem quotes a password.
func (r *accessReader) passwordCell(c Column, value string) {
	if absent(value) {
		r.told = value
		return
	}
	mark := r.line.Mark(c.Index)
	digits, rounded := wholeNumber(value)
	plain := strings.Map(typed, digits)
	switch {
	case mark&workbook.MarkDay != 0:
		r.secretProblem(c, "access_password_day", data.SeverityError)
		return
	case strings.ContainsFunc(plain, data.Unprintable) || data.LongerThan(plain, data.LongestText):
		r.secretProblem(c, "access_password_letters", data.SeverityError)
		return
	case rounded:
		plain = value
		r.secretProblem(c, "access_password_rounded", data.SeverityError)
	case mark&workbook.MarkNumber != 0 && len(strings.Trim(plain, "0")) > mostDigits:
		r.secretProblem(c, "access_password_rounded", data.SeverityError)
	case plain != digits:
		r.secretProblem(c, "access_password_unseen", data.SeverityWarning)
	case r.column.bareNumber(value, mark) && len(value) < r.column.longest:
		r.secretProblem(c, "access_password_short", data.SeverityConfirm)
	case r.layout.sheet.Name == "" && spelledByTable(plain): // a workbook keeps its own marks apart
		r.secretProblem(c, "access_password_spelling", data.SeverityConfirm)
	case mark&workbook.MarkNumber != 0 && mark&workbook.MarkShown == 0, digits != value:
		r.secretProblem(c, "access_password_number", data.SeverityWarning)
	}
	r.password = plain
}

// spelledByTable tells a password with signs that a table may have put there: the apostrophe
// by which a spreadsheet knows a text, or a sign as pages of the web spell it, «&amp;».
func spelledByTable(password string) bool {
	return len(password) > 1 && password[0] == '\'' && password[len(password)-1] != '\'' || data.Unescape(password) != password
}

// typed is -1 for a sign without a width, which nobody can type from a slip.
func typed(letter rune) rune {
	switch {
	case unicode.IsSpace(letter):
		return ' '
	case unicode.Is(unicode.Cf, letter) && !data.Unprintable(letter):
		return -1
	}
	return letter
}

// secretProblem notes what is wrong with a password without saying it.
func (r *accessReader) secretProblem(c Column, rule string, severity data.Severity) {
	r.problem(c, "", rule, severity, nil)
}

// unseenColumns are the columns that were read though nobody sees them.
func unseenColumns(layouts []Layout) []SkippedPart {
	var unseen []SkippedPart
	for i := range layouts {
		l := &layouts[i]
		for _, index := range l.sheet.HiddenColumns {
			if index < len(l.Columns) && l.Columns[index].Field != "" {
				c := l.Columns[index]
				unseen = append(unseen, SkippedPart{Sheet: l.Sheet, Column: c.Letter(), Header: c.Header, Rows: l.filledRows(index)})
			}
		}
	}
	return unseen
}

// filledRows is how many rows below the header hold something in a column.
func (l *Layout) filledRows(index int) int {
	rows := 0
	for _, line := range l.sheet.Lines[l.first:] {
		if at(line.Cells, index) != "" {
			rows++
		}
	}
	return rows
}

// seenColumns classifies a header as accessColumns does; a hidden column yields where one
// of the same field is seen: the sheet shows which of the two holds.
func seenColumns(words *dictionary, upper, lower []string, hidden []int) []Column {
	if len(hidden) == 0 {
		return accessColumns(words, upper, lower)
	}
	seen := map[string]bool{}
	for _, c := range accessColumns(words, without(upper, hidden), without(lower, hidden)) {
		seen[c.Field] = true
	}
	var yield []int
	for _, c := range accessColumns(words, only(upper, hidden), only(lower, hidden)) {
		if c.Field != "" && seen[c.Field] {
			yield = append(yield, c.Index)
		}
	}
	columns := accessColumns(words, without(upper, yield), without(lower, yield))
	for _, index := range yield {
		if index < len(columns) {
			columns[index].Header, columns[index].hidden = data.OneLine(at(upper, index)+" "+at(lower, index)), true
		}
	}
	return columns
}

// without are the cells with some left blank, only those of the others.
func without(cells []string, columns []int) []string {
	rest := slices.Clone(cells)
	for _, index := range columns {
		if index < len(rest) {
			rest[index] = ""
		}
	}
	return rest
}

func only(cells []string, columns []int) []string {
	rest := make([]string, len(cells))
	for _, index := range columns {
		if index < len(rest) {
			rest[index] = cells[index]
		}
	}
	return rest
}
