package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// reader collects one row.
type reader struct {
	*parser
	line        workbook.Line
	row         *Row
	document    documentCells
	attestation string  // codes
	badName     bool    // a name cell holds an error, so its emptiness is no news
	classColumn *Column // that of the class, nil for none
	beforeClass int     // how many problems stand before those of the class
	source      classSource
	ownLetter   bool           // the letter of the class stands in a cell of its own
	parent      string         // what says that the line is a parent's, "" for nothing
	keyed       map[int]string // names that were typed with a Latin keyboard, as they were meant
	sample      bool           // the line is an example, or a place that is free
	signed      bool           // the table beside has a signature in the line, and this one initials
	second      bool           // the line goes on with the person above
	leftNote    int            // the column of the cell that says that who stands here has left; -1 for none
}

// documentCells are the parts of a document until all are known.
type documentCells struct {
	kind, hint     *kind // what the row names, what the header names
	series, number string
	text           []string // the cells as they stand
	word           string   // by which the row names the kind, squeezed
	column         Column
}

// cleanedApart are the fields of whose cells only letters, or only digits, are taken:
// what else a page or a telephone has put there is left out, not refused.
var cleanedApart = map[string]bool{FieldFullName: true, FieldGivenPatronymic: true, data.FieldSurname: true,
	data.FieldGivenName: true, data.FieldPatronymic: true, data.FieldPhone: true, FieldPhone2: true}

func (r *reader) cell(c Column, value string) {
	if r.line.Mark(c.Index)&workbook.MarkUnsaved != 0 {
		r.spoilt(c)
		r.problem(c, "", "formula_unsaved", data.SeverityError, nil)
		return
	}
	if r.line.Mark(c.Index)&workbook.MarkTruth != 0 && r.codes[c.Field] == nil {
		r.spoilt(c)
		r.problem(c, value, "cell_truth", data.SeverityError, nil)
		return
	}
	if isNamePart(c.Field) {
		value = r.otherLayout(c, value)
	}
	value = data.Unescape(value)
	if workbook.IsError(value) {
		r.spoilt(c)
		r.problem(c, value, "cell_error", data.SeverityError, nil)
		return
	}
	if cleanedApart[c.Field] || c.Field == data.FieldBirthDate {
		value = withoutQuotes(value)
	}
	if cleanedApart[c.Field] && data.Turned(value) {
		r.spoilt(c)
		r.problem(c, value, "value_bad_letters", data.SeverityError, nil)
		return
	}
	if !cleanedApart[c.Field] {
		text, err := data.CleanText(c.Header, value)
		if err != nil {
			r.problem(c, value, strings.ReplaceAll(data.CodeOf(err), ".", "_"), data.SeverityError, data.Args{"limit": data.LongestText})
			return
		}
		value = text
	}
	if isNamePart(c.Field) && !r.mended(c) {
		value = withoutLeft(value)
	}
	r.put(c, value)
}

// put reads what a cell says as what its column holds.
func (r *reader) put(c Column, value string) {
	g := &r.row.Graduate
	switch c.Field {
	case FieldFullName:
		r.fullName(c, value)
	case FieldGivenPatronymic:
		g.GivenName, g.Patronymic = cutGiven(r.spelled(c, value))
	case data.FieldSurname:
		g.Surname = cleanPart(r.spelled(c, value))
	case data.FieldGivenName:
		g.GivenName = cleanPart(r.spelled(c, value))
	case data.FieldPatronymic:
		if !noPatronymic(value) {
			g.Patronymic = cleanPart(r.spelled(c, value))
		}
	case data.FieldSex:
		r.sex(c, value)
	case data.FieldBirthDate:
		r.birth(c, value)
	case data.FieldClass:
		r.classCell(c, value)
	case data.FieldPhone, FieldPhone2:
		r.phone(c, value)
	case data.FieldDocumentKind, data.FieldDocumentSeries, data.FieldDocumentNumber, FieldDocument:
		r.documentCell(c, value)
	default:
		if names := r.codes[c.Field]; names != nil {
			r.code(c, value, names)
			return
		}
		g.Set(c.Field, r.plain(c, value))
	}
}

// spoilt notes that nothing can be read from a cell with a name.
func (r *reader) spoilt(c Column) {
	r.badName = r.badName || c.Field == FieldFullName || c.Field == data.FieldSurname || c.Field == data.FieldGivenName
}

// unsure notes a doubt: the cell may be read in several ways, of which the first is the one
// in which it was read.
func (r *reader) unsure(c Column, value, rule string, args data.Args, readings []string) {
	before := len(r.row.Problems)
	r.problem(c, value, rule, data.SeverityConfirm, args)
	if n := len(r.row.Problems); n > before {
		r.row.Problems[n-1].Readings = readings
	}
}

// mended reports that a person has put the text in the place of the cell.
func (r *reader) mended(c Column) bool {
	return c.Index >= 0 && r.line.Mark(c.Index)&workbook.MarkMended != 0
}

// judgeColumns finds out, before a row is read, what only a whole column can tell: in which
// order its days are written, and whether names begin with the surname.
func (p *parser) judgeColumns() {
	p.days, p.orders, p.zeros = map[int]*dayColumn{}, map[int]columnOrder{}, map[int]*zeroColumn{}
	for _, c := range p.layout.Columns {
		switch {
		case p.ofDays(c):
			days := &dayColumn{today: p.rules.Today, zone: p.rules.Zone, date1904: p.date1904, placed: c.placed, birth: c.Field == data.FieldBirthDate}
			p.eachCell(c, days.look)
			p.days[c.Index] = days
		case p.patterns[c.Field] != nil:
			zeros := &zeroColumn{pattern: p.patterns[c.Field]}
			p.eachCell(c, zeros.look)
			p.zeros[c.Index] = zeros
		case c.Field == FieldFullName:
			var names []string
			p.eachCell(c, func(cell string) { names = append(names, cell) })
			p.orders[c.Index] = orderOf(names, c.Header)
		}
	}
	p.turned = p.partsTurned()
}

// enoughNames is how many of a long list are looked at to know the order of its columns.
const enoughNames = 500

// partsTurned reports that of the names in two columns more are turned round, a known given
// name under «Прізвище» beside a word that is none, than stand as the headers say.
func (p *parser) partsTurned() bool {
	surname, parted := p.layout.column(data.FieldSurname)
	given, both := p.layout.column(data.FieldGivenName)
	if !parted || !both {
		return false
	}
	turned, straight := 0, 0
	lines := p.layout.lines()
	for _, line := range lines[:min(len(lines), enoughNames)] {
		first, second := isGiven(data.CleanName(line.Cell(surname.Index))), isGiven(data.CleanName(line.Cell(given.Index)))
		switch {
		case first && !second:
			turned++
		case second && !first:
			straight++
		}
	}
	return turned > 1 && turned > straight
}

// ofDays reports a column of days: the birth date, or a field under a header of a date.
func (p *parser) ofDays(c Column) bool {
	if c.Field == data.FieldBirthDate {
		return true
	}
	return c.Field != "" && !slices.Contains(data.TypedFields(), c.Field) && !cleanedApart[c.Field] && c.Field != FieldDocument && speaksOfDate(c.Header)
}

// eachCell calls see with every filled cell of a column that nobody has mended.
func (p *parser) eachCell(c Column, see func(string)) {
	for _, line := range p.layout.lines() {
		if cell := c.value(line.Cells); cell != "" && line.Mark(c.Index)&workbook.MarkMended == 0 {
			see(cell)
		}
	}
}

// speaksOfDate tells the headers of columns that hold days.
func speaksOfDate(header string) bool { return has(squeeze(header), "дата", "date", "күнү") }

// day reads a day as its column says it; a text that a person has chosen says it alone.
func (r *reader) day(c Column, value string) Day {
	if day, far := farDay(r.layout.sheet, r.line, c.Index); far && value == r.line.Cell(c.Index) {
		value = string(day)
	}
	if column := r.days[c.Index]; column != nil && !r.mended(c) {
		return column.read(value)
	}
	date, err := cellDate(value, r.date1904, c.placed, r.rules.Today)
	if err != nil {
		return unreadDay(value, strings.ReplaceAll(data.CodeOf(err), ".", "_"), r.rules.Today)
	}
	return Day{Date: date}
}

// dayProblem notes what is wrong with a day, or in doubt.
func (r *reader) dayProblem(c Column, value string, day Day) {
	if day.Rule == "" {
		return
	}
	args, readings := day.args(), []string{}
	for _, date := range day.Readings {
		readings = append(readings, date.Dotted())
	}
	if day.Severity == data.SeverityConfirm {
		r.unsure(c, value, day.Rule, args, readings)
		return
	}
	r.problem(c, value, day.Rule, day.Severity, args)
}

func (r *reader) birth(c Column, value string) {
	if absent(value) {
		return
	}
	day := r.day(c, value)
	r.dayProblem(c, value, day)
	date := day.Date
	if date == "" {
		return
	}
	r.row.Graduate.BirthDate = date
	switch rule, years := BirthDoubt(date, r.rules); rule {
	case "birth_future":
		r.problem(c, date.Dotted(), rule, data.SeverityError, nil)
	case "birth_age":
		r.problem(c, date.Dotted(), rule, data.SeverityWarning, data.Args{"years": years})
	}
}

// problem notes what is wrong with the value of a column.
func (r *reader) problem(c Column, value, rule string, severity data.Severity, args data.Args) {
	if severity == data.SeverityConfirm && c.Index >= 0 && r.line.Mark(c.Index)&workbook.MarkMended != 0 {
		return // a person has said what stands here
	}
	if c.Index >= 0 && value != "" && value == r.line.Cell(c.Index) {
		value = r.layout.sheet.Shown(r.line, c.Index) // what people see there
	}
	all := data.Args{"value": data.Shorten(value)}
	for k, v := range args {
		all[k] = v
	}
	p := Problem{Field: c.Field, Value: value, Rule: rule, Args: all, Severity: severity, Header: c.Header}
	if c.Index >= 0 {
		p.Column = c.Letter()
	}
	r.row.Problems = append(r.row.Problems, p)
}

// columnOf is the first column that holds one of the fields; where there is none,
// the problem has no column.
func (r *reader) columnOf(fields ...string) Column {
	for _, field := range fields {
		if c, found := r.layout.column(field); found {
			c.Field = fields[0]
			return c
		}
	}
	return Column{Index: -1, Field: fields[0]}
}
