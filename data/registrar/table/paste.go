package table

import (
	"fmt"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/registry"
	"graduand/data/roster"
	"graduand/data/text"
	"graduand/data/workbook"
)

// Pasted is a block of the clipboard, read and compared with the registry.
type Pasted struct {
	// Headed says that the block has a header that says what its columns are; the columns
	// then fill Fields, and so they do where a person has chosen them.
	Headed bool
	Fields []string
	// Named says that a column of the block says whose a line is.
	Named     bool
	Proposals []Proposed
	Problems  []Misplaced
	// Unread are the headers of columns that fill nothing.
	Unread []string
}

// identifying are the columns by which a line finds its graduate, the best first.
var identifying = []string{roster.FieldFullName, data.FieldSurname, data.FieldCardNumber}

// nameColumns make up a name together.
var nameColumns = []string{roster.FieldFullName, data.FieldSurname, data.FieldGivenName, roster.FieldGivenPatronymic, data.FieldPatronymic}

// Paste reads a block of a table as a spreadsheet puts it on the clipboard and
// proposes what it would change; nothing is changed. With a header the columns are known
// by it, and a column of names or numbers says whose a line is. Without one the columns
// fill fields in their order, "" for a column to leave out. Lines that are nobody's by name go to the graduates rows, in
// the order of the screen. An empty cell proposes nothing.
func (d *Desk) Paste(text string, rows, fields []string) (*Pasted, error) {
	return registry.Read(d.registry, registry.RightRegister, func(v *registry.View) (*Pasted, error) {
		rules := roster.RulesOf(v.Campaign(), v.Today())
		block, err := roster.ReadBlock(text, rules)
		if err != nil {
			return nil, err
		}
		x := &paster{v: v, rules: rules, block: block, rows: rows, columns: map[int]string{}, result: &Pasted{Headed: block.Columns != nil}}
		if block.Columns != nil {
			x.useHeader()
		} else if err := x.useFields(fields); err != nil {
			return nil, err
		}
		x.words = newReader(v, false, x.texts())
		x.result.Proposals = propose(v, x.cells(), x.words)
		x.words.markMoved(x.result.Proposals, standing(v, x.result.Fields))
		return x.result, nil
	})
}

// BlockOf is the text of a file that holds a block, in whatever letters a spreadsheet or
// an editor has saved it.
func BlockOf(content []byte) (string, error) { return workbook.Decode(content) }

// paster reads one block.
type paster struct {
	v     *registry.View
	rules roster.Rules
	block *roster.Block
	rows  []string
	// columns are the fields that are filled, by their places.
	columns map[int]string
	// by is the field of the column that says whose a line is, "" for none.
	by     string
	words  *reader
	result *Pasted
}

// useHeader takes the columns for what their headers say.
func (x *paster) useHeader() {
	has := func(field string) bool {
		return slices.ContainsFunc(x.block.Columns, func(c roster.Column) bool { return c.Field == field })
	}
	for _, field := range identifying {
		if x.by == "" && has(field) {
			x.by = field
		}
	}
	x.result.Named = x.by != ""
	for _, c := range x.block.Columns {
		if c.Field == "" {
			c.Field = ownColumn(c.Header)
		}
		switch {
		case c.Header == "", c.Field == x.by && c.Field != "", x.byName() && slices.Contains(nameColumns, c.Field), c.Counts():
		case c.Field == "" || !x.fills(c.Field):
			x.result.Unread = append(x.result.Unread, c.Header)
		default:
			x.columns[c.Index] = c.Field
			x.result.Fields = append(x.result.Fields, fieldOfColumn(c.Field))
		}
	}
}

// ownColumns are titles of the list of graduates that stand in no roster: rows that were copied from it
// come back.
var ownColumns = map[string]string{"column.card": data.FieldCardNumber, "column.birth": data.FieldBirthDate}

// ownColumn is the field of a column by the title that the list of graduates has in one of the
// languages, "" for none.
func ownColumn(header string) string {
	for id, field := range ownColumns {
		for _, language := range text.Languages() {
			if data.SearchKey(text.For(language).Say(id, nil)) == data.SearchKey(header) {
				return field
			}
		}
	}
	return ""
}

// byName says that lines are known by a name, not by a number.
func (x *paster) byName() bool { return x.by == roster.FieldFullName || x.by == data.FieldSurname }

// fills says that a column can fill the field by itself.
func (x *paster) fills(field string) bool {
	return slices.Contains(x.v.Campaign().FieldCodes(), fieldOfColumn(field))
}

// fieldOfColumn is the field that a column is there for: a whole document for its number.
func fieldOfColumn(field string) string {
	if field == roster.FieldDocument {
		return data.FieldDocumentNumber
	}
	return field
}

// useFields takes the columns for the chosen fields in their order.
func (x *paster) useFields(fields []string) error {
	for i, field := range fields {
		if field == "" {
			continue
		}
		if !x.fills(field) {
			return data.Fail("value.unknown_field", data.Args{"field": field, "known": strings.Join(x.v.Campaign().FieldCodes(), ", ")})
		}
		x.columns[i] = field
		x.result.Fields = append(x.result.Fields, field)
	}
	widest := 0
	for _, line := range x.block.Lines {
		widest = max(widest, len(line.Cells))
	}
	if widest > len(fields) {
		return data.Fail("paste.more_columns", data.Args{"columns": widest, "fields": len(fields)})
	}
	return nil
}

// cells are those of all lines whose graduate is known, and is that of no other line.
func (x *paster) cells() []Cell {
	first := 1
	if x.result.Headed {
		first = 2
	}
	owners, lines := make([]string, len(x.block.Lines)), map[string][]int{}
	for i, line := range x.block.Lines {
		id, reason := x.owner(line, line.Number-first)
		if reason != nil {
			x.result.Problems = append(x.result.Problems, Misplaced{fmt.Sprint(line.Number), reason})
			continue
		}
		owners[i] = id
		lines[id] = append(lines[id], line.Number)
	}
	var cells []Cell
	for i, line := range x.block.Lines {
		switch id := owners[i]; {
		case id == "":
		case len(lines[id]) > 1:
			x.result.Problems = append(x.result.Problems, Misplaced{fmt.Sprint(line.Number), x.twice(id, lines[id], line.Number)})
		default:
			cells = append(cells, x.lineCells(line, id)...)
		}
	}
	return cells
}

// texts are all cells of the block by the fields that they fill.
func (x *paster) texts() map[string][]string {
	all := map[string][]string{}
	for _, line := range x.block.Lines {
		for column, field := range x.columns {
			if cell := line.Cell(column); cell != "" {
				all[field] = append(all[field], cell)
			}
		}
	}
	return all
}

// twice says which other line is about the same graduate.
func (x *paster) twice(id string, lines []int, line int) error {
	other := lines[slices.IndexFunc(lines, func(n int) bool { return n != line })]
	name := id
	if g := x.v.Lookup(id); g != nil {
		name = g.FullName()
	}
	return data.Fail("paste.twice", data.Args{"name": name, "other": other})
}

func (x *paster) lineCells(line workbook.Line, id string) []Cell {
	var cells []Cell
	for column := range line.Cells {
		field, fills := x.columns[column]
		switch {
		case !fills || line.Cell(column) == "" || field == data.FieldCardNumber && x.isDraft(id, line.Cell(column)):
		case field == roster.FieldDocument:
			cells = append(cells, x.documentCells(line, column, id)...)
		default:
			cells = append(cells, Cell{Graduate: id, Place: fmt.Sprint(line.Number), Field: field, Typed: line.Cell(column)})
		}
	}
	return cells
}

// isDraft says that a number is the graduate's draft number, which stands where there is none yet.
func (x *paster) isDraft(id, number string) bool {
	g := x.v.Lookup(id)
	return g != nil && number == x.v.Campaign().DraftNumber(g)
}

// documentCells are kind, series and number of a document that stands in one cell.
func (x *paster) documentCells(line workbook.Line, column int, id string) []Cell {
	place := fmt.Sprint(line.Number)
	d, err := roster.ReadDocument(line.Cell(column), x.rules)
	if err != nil {
		x.result.Problems = append(x.result.Problems, Misplaced{place, err})
		return nil
	}
	var cells []Cell
	for _, part := range []registry.Assign{{Field: data.FieldDocumentKind, Value: d.Kind}, {Field: data.FieldDocumentSeries, Value: d.Series}, {Field: data.FieldDocumentNumber, Value: d.Number}} {
		cells = append(cells, Cell{Graduate: id, Place: place, Field: part.Field, Typed: part.Value})
	}
	return cells
}
