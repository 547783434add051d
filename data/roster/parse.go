package roster

import (
	"context"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// parser turns the lines of one block of a sheet into rows.
type parser struct {
	rules    Rules
	kinds    []kind
	words    *dictionary
	codes    map[string]*codeNames
	layout   *Layout
	date1904 bool

	name    []int             // the columns that can hold a surname or a full name
	person  []int             // the columns without which there is nobody
	proof   []int             // the columns that show a person even below a signature
	ordinal int               // the column of running numbers; -1 where there is none
	last    int               // the running number of the last person
	classes map[string]string // cells to classes
	merged  map[int]string    // row numbers to the class of a cell merged over them
	class   string            // of the section that is being read
	ended   bool              // a total or a signature has been passed
}

// Parse reads the persons of all layouts. A line that is nobody (blank, numbered
// only, a total, a signature, a repeated header) is skipped; every other line is a
// row, with its problems. It takes no longer than reading a file may take.
func Parse(book *workbook.Book, layouts []Layout, rules Rules) ([]Row, error) {
	ctx, cancel := context.WithTimeout(context.Background(), workbook.Deadline)
	defer cancel()
	return parse(ctx, book, layouts, rules)
}

func parse(ctx context.Context, book *workbook.Book, layouts []Layout, rules Rules) ([]Row, error) {
	kinds, err := compileKinds(rules.DocumentKinds)
	if err != nil {
		return nil, err
	}
	words, codes := newDictionary(rules), compileCodes(rules.Codes)
	var rows []Row
	for i := range layouts {
		for _, layout := range layouts[i].split() {
			p := parser{rules: rules, kinds: kinds, words: words, codes: codes, layout: layout, date1904: book.Date1904,
				class: layout.Class, classes: map[string]string{}, ordinal: -1}
			p.prepare()
			for _, line := range layout.sheet.Lines[layout.first:] {
				if ctx.Err() != nil {
					return nil, workbook.Stopped(ctx)
				}
				line.Cells = layout.own(line.Cells)
				if who := p.judge(line.Cells); who != nobody {
					rows = append(rows, p.row(line, who))
				}
			}
		}
	}
	if len(rows) == 0 {
		return nil, data.Fail("roster.nobody", nil)
	}
	return rows, nil
}

func (p *parser) prepare() {
	for _, c := range p.layout.Columns {
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
		if c.ordinal && p.ordinal < 0 {
			p.ordinal = c.Index
		}
	}
	p.merged = p.layout.mergedClasses()
}

// row reads one person.
func (p *parser) row(line workbook.Line, who verdict) Row {
	r := reader{parser: p, row: Row{Sheet: p.layout.Sheet, Number: line.Number, Cells: line.Cells, layout: p.layout, class: p.class}}
	r.row.Graduate.Current()
	for _, c := range p.layout.Columns {
		if value := c.value(line.Cells); c.Field != "" && value != "" {
			r.cell(c, value)
		}
	}
	if r.attestation != "" {
		r.row.Graduate.Set(data.FieldAttestation, r.attestation)
	}
	r.finishNames()
	r.finishSex()
	r.finishDocument()
	g := &r.row.Graduate
	if g.Class == "" && !r.has(data.FieldClass) {
		if g.Class = r.cleanClass(p.merged[line.Number]); g.Class == "" {
			g.Class = p.class
		}
	}
	name := r.columnOf(data.FieldSurname, FieldFullName)
	if who == doubtful {
		r.problem(name, data.OneLine(strings.Join(line.Cells, " ")), "maybe_nobody", data.SeverityWarning, nil)
	}
	if line.Broken {
		r.problem(name, strings.Join(line.Cells, " "), "broken_quotes", data.SeverityWarning, nil)
	}
	return r.row
}
