package roster

import (
	"strings"
	"unicode"

	"graduand/data"
	"graduand/data/pattern"
	"graduand/data/phone"
	"graduand/data/workbook"
)

// access reads one line and says what is wrong with it.
func (p *accessParser) access(line workbook.Line) AccessRow {
	r := accessReader{column: p,
		reader: reader{parser: &p.parser, line: line, row: &Row{Sheet: p.layout.Sheet, Number: line.Number, Cells: line.Cells, layout: p.layout}}}
	r.unseen()
	for _, c := range p.layout.Columns {
		value := at(line.Cells, c.Index)
		switch {
		case c.Field == "":
		case value == "" && line.Mark(c.Index)&workbook.MarkUnsaved != 0:
			r.unsaved(c)
		case value != "":
			r.take(c, value)
		}
	}
	r.finish()
	r.refuseOwn()
	if line.Broken {
		r.problem(r.columnOf(FieldPassword), strings.Join(line.Cells, " "), "broken_quotes", data.SeverityWarning, nil)
	}
	g := &r.row.Graduate
	return AccessRow{Sheet: r.row.Sheet, Number: r.row.Number, Login: r.login, Surname: g.Surname, GivenName: g.GivenName, Patronymic: g.Patronymic,
		FullName: r.name, Class: g.Class, Password: r.password, Problems: r.row.Problems}
}

// accessReader collects one row: what a roster has too in the embedded reader.
type accessReader struct {
	reader
	column                *accessParser
	login, name, password string
	told                  string // what stands in place of a password: a stroke, «нет»
}

func (r *accessReader) take(c Column, value string) {
	switch {
	case (workbook.IsError(value) || r.line.Mark(c.Index)&workbook.MarkTruth != 0) && c.Field != data.FieldClass:
		r.cell(c, value)
	case c.Field == FieldPassword:
		r.passwordCell(c, value)
	case c.Field == FieldLogin:
		r.loginCell(c, value)
	case c.Field == FieldFullName && data.LongerThan(value, maxFullName):
		r.badName = true
		r.problem(c, value, "name_long", data.SeverityError, nil)
	case c.Field == FieldFullName && !absent(value):
		r.name = strings.Map(printable, data.OneLine(plainName(value)))
	case c.Field == data.FieldClass:
		r.classCell(c, value)
	case c.Field != FieldFullName:
		r.cell(c, value)
	}
}

// classCell reads the class, which says nothing about whose an access is: what is wrong with
// it is only said.
func (r *accessReader) classCell(c Column, value string) {
	before := len(r.row.Problems)
	r.cell(c, value)
	for i := range r.row.Problems[before:] {
		p := &r.row.Problems[before+i]
		p.Severity, p.Readings = data.SeverityWarning, nil
	}
}

// printable is -1 for a sign that cannot be printed: a name keeps its letters.
func printable(letter rune) rune {
	if data.Unprintable(letter) {
		return -1
	}
	return letter
}

// longNumber is how spreadsheets write a number of many digits. «1E5», without the
// plus, is no such thing and may well be a password.
var longNumber = pattern.New(`^\d(?:[.,]\d+)?[Ee]\+\d+$`)

// wholeNumber gives a long number its digits back; rounded says that they are lost.
func wholeNumber(value string) (digits string, rounded bool) {
	if !longNumber.MatchString(value) {
		return value, false
	}
	return workbook.ExactDigits(value)
}

// loginCell reads a telephone number in any spelling. A text with letters is none,
// though digits stand in it.
func (r *accessReader) loginCell(c Column, value string) {
	if absent(value) {
		return
	}
	r.login = value
	digits, rounded := wholeNumber(strings.TrimSuffix(value, ".0"))
	if rounded {
		r.problem(c, value, "number_rounded", data.SeverityError, nil)
		return
	}
	e164, err := phone.Parse(digits, r.rules.PhoneRegion)
	if err != nil || strings.ContainsFunc(digits, func(s rune) bool { return unicode.IsLetter(s) || s == '@' }) {
		r.foreignLogin(c, value)
		return
	}
	r.login = e164
}

// foreignLogin keeps a login that is no telephone number, as far as it is a text.
func (r *accessReader) foreignLogin(c Column, value string) {
	login, err := data.CleanText(c.Header, value)
	if err != nil {
		r.login = ""
		r.problem(c, value, "value_bad_letters", data.SeverityError, nil)
		return
	}
	r.login = login
	r.problem(c, value, "access_login", data.SeverityWarning, nil)
}

// finish draws the name from its parts or the parts from the name, finds the class
// where the row has none, and reports what is missing.
func (r *accessReader) finish() {
	g := &r.row.Graduate
	if names, _ := SplitName(r.name); g.FullName() == "" {
		g.Surname, g.GivenName, g.Patronymic = names.Surname, names.GivenName, names.Patronymic
	}
	if r.name == "" {
		r.name = g.FullName()
	}
	if g.Class == "" && !r.has(data.FieldClass) {
		if g.Class = r.classText(r.mergedClass(r.row.Number)).class; g.Class == "" {
			g.Class = r.class
		}
	}
	if r.password == "" && !r.has(FieldPassword) {
		r.problem(r.columnOf(FieldPassword), r.told, "access_no_password", data.SeverityError, nil)
	}
	if r.login == "" && r.name == "" && !r.badName && !r.has(FieldLogin) {
		r.problem(r.columnOf(FieldLogin, FieldFullName, data.FieldSurname), "", "access_nobody", data.SeverityError, nil)
	}
}

// refuseOwn refuses a row of the program's own workbook that opens the form: it was made here, and
// is no access of the centre.
func (r *accessReader) refuseOwn() {
	for _, c := range r.layout.Columns {
		if value := at(r.line.Cells, c.Index); value != "" && opensForm(c.Header, value) {
			r.problem(c, value, "access_own", data.SeverityError, nil)
		}
	}
}
