package roster

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// parser turns the lines of one block of a sheet into rows.
type parser struct {
	rules    Rules
	kinds    []kind
	told     []kind // those that can be told by their numbers
	words    *dictionary
	codes    map[string]*codeNames
	patterns map[string]*regexp.Regexp
	layout   *Layout
	date1904 bool

	name    []int                // the columns that can hold a surname or a full name
	person  []int                // the columns without which there is nobody
	kin     []int                // the columns of parents' names and what else is not read of them
	proof   []int                // the columns that show a person even below a signature
	headers []string             // squeezed, a column each
	ordinal int                  // the column of running numbers; -1 where there is none
	last    int                  // the running number of the last person
	letter  int                  // the column of the letters of classes; -1 where there is none
	leaves  []bool               // the columns that are filled for those who have left
	classes map[string]classText // by the texts of cells
	merged  map[int]map[int]string
	class   string // of the section that is being read
	above   classColumn
	ended   bool   // a total or a signature has been passed
	other   bool   // the header of a table of other things has been passed
	staff   bool   // the title of a list of parents or teachers has been passed
	over    string // what such a title, or the header of such a table, says
	left    string // the title that says of those under it that they have left
	days    map[int]*dayColumn
	orders  map[int]columnOrder
	before  lineAbove
	turned  bool // most surnames and given names stand under each other's header
	zeros   map[int]*zeroColumn
	besides besides
	headed  data.Sex // of all, as the header of the names says
}

// table is the parser of one table.
func (p parser) table(l *Layout) *parser {
	p.layout, p.class, p.classes, p.ordinal, p.letter = l, l.Class, map[string]classText{}, -1, -1
	p.date1904 = l.sheet.Date1904
	p.left, p.other, p.over = l.left(), l.others, l.staffTitle()
	p.prepare()
	return &p
}

// read reads the persons of a table, and notes why the other lines are nobody.
func (p *parser) read(ctx context.Context, others *nobodies) ([]Row, error) {
	rows, readers := p.readLines(ctx)
	if ctx.Err() != nil {
		return nil, workbook.Stopped(ctx)
	}
	persons, gaps := rows[:0], unnumbered{}
	for i := range readers {
		r := &readers[i]
		last := p.last
		who, why := p.judge(r.line.Cells)
		if r.signed && who == person {
			who, why = p.besideSign(r.line.Cells)
		}
		if who == nobody {
			p.part(r.line.Cells, why)
			others.note(r.line, why)
			continue
		}
		persons = append(persons, *r.row)
		r.row = &persons[len(persons)-1]
		r.finishRow(who)
		if p.ordinal >= 0 {
			doubtNumbers(readers, gaps.pass(i, at(r.line.Cells, p.ordinal), last > 0 && p.last == last+1))
		}
	}
	doubtNumbers(readers, gaps.end())
	clear(rows[len(persons):])
	p.settleClasses()
	return persons, nil
}

// readLines reads what every line says by itself, on all processors. Whether it is a person,
// and of which class, is a matter of the lines above.
func (p *parser) readLines(ctx context.Context) ([]Row, []reader) {
	lines := p.layout.lines()
	rows, readers := make([]Row, len(lines)), make([]reader, len(lines))
	inParts(len(lines), func(i int) {
		if ctx.Err() == nil {
			line := lines[i]
			whole := line.Cells
			line.Cells = told(p.layout.own(line.Cells), line)
			readers[i] = reader{parser: p, line: line, row: &rows[i]}
			readers[i].signed = p.layout.to > 0 && endSign(whole) == sureSign && hasInitials(line.Cells)
			readers[i].read()
		}
	})
	return rows, readers
}

func (p *parser) prepare() {
	for _, c := range p.layout.Columns {
		p.headers = append(p.headers, squeeze(c.Header))
		p.leaves = append(p.leaves, c.Field == "" && leaving.MatchString(c.Header) && !coming.MatchString(c.Header))
		switch c.Field {
		case FieldFullName, data.FieldSurname:
			p.name = append(p.name, c.Index)
			p.person = append(p.person, c.Index)
		case data.FieldGivenName, FieldGivenPatronymic, data.FieldPatronymic:
			p.person = append(p.person, c.Index)
		case data.FieldBirthDate, FieldDocument, data.FieldDocumentNumber, data.FieldPhone, data.FieldCardNumber:
			p.person = append(p.person, c.Index)
			p.proof = append(p.proof, c.Index)
		}
		if c.Field == "" && ofParentsAlone(c.Header) {
			p.kin = append(p.kin, c.Index)
		}
		if c.ordinal && p.ordinal < 0 {
			p.ordinal = c.Index
		}
		if c.letter {
			p.letter = c.Index
		}
	}
	p.merged, p.headed = p.layout.mergedDown(), p.layout.sexOfHeader()
	p.besides = p.findBesides()
	p.judgeColumns()
}

// read reads the cells of a line, but for that of the class.
func (r *reader) read() {
	*r.row = Row{Sheet: r.layout.Sheet, Number: r.line.Number, Cells: r.line.Cells, marks: r.line.Marks, layout: r.layout}
	r.row.Graduate.Current()
	r.keyed = r.retyped()
	for i := range r.layout.Columns {
		switch c := &r.layout.Columns[i]; c.Field {
		case "":
		case data.FieldClass:
			r.classColumn, r.beforeClass = c, len(r.row.Problems)
		default:
			r.column(*c)
		}
	}
	if r.attestation != "" {
		r.row.Graduate.Set(data.FieldAttestation, r.attestation)
	}
	r.readBeside()
	r.finishNames()
	r.doubtBeside()
	r.finishSex()
	r.finishDocument()
	if len(r.line.Notes) > 0 {
		r.notedPhone()
	}
	name := at(r.line.Cells, max(r.columnOf(data.FieldSurname, FieldFullName).Index, 0))
	r.parent = r.saysParent(name)
	r.leftNote = r.findLeftNote()
	r.sample = isSample(name) || r.ordinal >= 0 && isSample(at(r.line.Cells, r.ordinal))
}

// finishRow reads of a person what the lines above are needed for. What is said of the class
// stands where its column does.
func (r *reader) finishRow(who verdict) {
	r.row.class = r.class
	if r.classColumn != nil {
		behind := slices.Clone(r.row.Problems[r.beforeClass:])
		r.row.Problems = r.row.Problems[:r.beforeClass]
		r.readClass(*r.classColumn)
		r.row.Problems = append(r.row.Problems, behind...)
	}
	r.finishClass()
	r.note(r)
	r.doubt(who)
	r.tellSecondLine()
	r.row.Cells = untold(r.row.Cells, r.line)
}

// column reads the cell of one column, or the one that was made one with it.
func (r *reader) column(c Column) {
	value := c.value(r.line.Cells)
	if value != "" {
		if !r.ditto(c, value) {
			r.cell(c, value)
		}
		return
	}
	if value = r.merged[r.line.Number][c.Index]; value == "" {
		return
	}
	r.cell(c, value)
	r.problem(c, value, "merged_cell", data.SeverityWarning, nil)
}

// shared is the text of a cell, or of the one that was made one with it.
func (r *reader) shared(column int, text string) string {
	if text == "" {
		return r.merged[r.line.Number][column]
	}
	return text
}

// finishClass gives a row without a class of its own that of its section. A letter alone
// needs the number that stands over the table.
func (r *reader) finishClass() {
	g := &r.row.Graduate
	if g.Class == "" && !r.has(data.FieldClass) {
		g.Class = r.row.class
	}
	if c := r.columnOf(data.FieldClass); strings.ContainsFunc(g.Class, func(letter rune) bool { return data.Unprintable(letter) || !data.OnPaper(letter) }) {
		r.problem(c, g.Class, "value_bad_letters", data.SeverityError, nil)
	}
	if letter := r.columnOf(data.FieldClass); len([]rune(g.Class)) == 1 && !data.AllDigits(g.Class) {
		if class, whole := ParseClass(withLetter(r.row.class, g.Class), r.rules.NameScript); whole {
			g.Class = class
			return
		}
		r.problem(letter, g.Class, "class_letter", data.SeverityWarning, nil)
	}
}
