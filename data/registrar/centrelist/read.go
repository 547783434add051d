package centrelist

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
	"graduand/data/roster"
	"graduand/data/workbook"
)

// file is what was read of a list, before the registry is asked.
type file struct {
	rows   []row
	tells  tells
	sha256 string
}

// tells is what a list says of anybody: what it says of nobody is compared with nothing.
type tells struct{ numbers, chosen, attested, levels bool }

// row is what one row of the file says.
type row struct {
	place roster.Place
	// text is all that stands in the row; g is the person as the row has them, without subjects.
	text string
	g    *data.Graduate
	// fields are the codes of what the row's columns hold, subjects left out.
	fields []string
	// choices are the subjects, in the order of the campaign; unsure says that something of them
	// could not be read, so that they are compared with nothing.
	choices []choice
	unsure  bool
	doubts  []Problem
}

// readFile reads a list. One that is no table is refused with a code "roster.…".
func readFile(ctx context.Context, c *campaign.Campaign, today data.Date, name string, content []byte, o Options) (*List, error) {
	defer roster.WithRoom()()
	return workbook.Within(ctx, name, func(ctx context.Context) (*List, error) {
		book, err := workbook.Open(ctx, filepath.Base(name), content)
		if err != nil {
			return nil, err
		}
		rules, words := rulesOf(c, today), newVocabulary(c)
		layouts, err := roster.Recognise(book, rules, roster.Options{Class: o.Class, Columns: mapping(c, o.Columns)})
		if err != nil {
			return nil, err
		}
		for i := range layouts {
			for _, table := range layouts[i].Tables() {
				if err := words.take(table, hiddenIn(book, table.Sheet), rules); err != nil {
					return nil, err
				}
			}
		}
		read, err := roster.Parse(book, layouts, rules)
		if err != nil {
			return nil, err
		}
		list := &List{Name: filepath.Base(name), Columns: columnsOf(layouts), Skipped: read.Skipped, Passed: read.Passed, Class: o.Class,
			file: file{sha256: registry.HexSum(content)}, is: map[roster.Place]string{}}
		list.file.read(c, words, read.Rows)
		return list, nil
	})
}

// read reads what the rows say, then what about it is in doubt.
func (f *file) read(c *campaign.Campaign, words *vocabulary, rows []roster.Row) {
	for i := range rows {
		f.rows = append(f.rows, f.row(c, words, &rows[i]))
	}
	for i := range f.rows {
		r := &f.rows[i]
		if r.named() {
			r.doubtNumber(c, f.tells)
			r.doubtSubjects(c, f.tells)
		}
		if r.unsure {
			r.choices = nil
		}
	}
	f.doubtTwice()
}

func (f *file) row(c *campaign.Campaign, words *vocabulary, read *roster.Row) row {
	r := row{place: read.Place(), text: data.Shorten(strings.Join(read.Cells, " ")), g: read.Graduate.Clone()}
	for field := range r.g.Fields {
		if strings.HasPrefix(field, "centre_list.") {
			delete(r.g.Fields, field)
		}
	}
	r.readingDoubts(read)
	subjects := subjectReader{words: words, row: &r, tells: &f.tells}
	for _, column := range read.Columns() {
		if !strings.HasPrefix(column.Field, "centre_list.") {
			r.fields = append(r.fields, fieldsOf(column.Field)...)
			f.tells.numbers = f.tells.numbers || column.Field == data.FieldCardNumber
			continue
		}
		text := ""
		if column.Index < len(read.Cells) {
			text = read.Cells[column.Index]
		}
		if text == "" {
			text = read.Graduate.Get(column.Field) // of a cell that was made one with another
		}
		subjects.cell(column, text)
	}
	r.choices = inOrder(c, r.choices)
	return r
}

// named reports that the row names somebody; a line in which nobody was recognised is in doubt as it
// is.
func (r *row) named() bool { return r.g.FullName() != "" }

// fieldsOf are the fields that a column fills.
func fieldsOf(column string) []string {
	switch column {
	case roster.FieldFullName:
		return nameFields
	case roster.FieldGivenPatronymic:
		return nameFields[1:]
	case roster.FieldDocument:
		return []string{data.FieldDocumentKind, data.FieldDocumentSeries, data.FieldDocumentNumber}
	case data.FieldClass:
		return nil // the centre's way to call a class is its own
	}
	return []string{column}
}

// readingDoubts adds what the reading of a class list finds wrong in a row, or in doubt. What it says
// of the words for subjects is said here, and what a list may have in another way is no matter.
func (r *row) readingDoubts(read *roster.Row) {
	for _, p := range read.Problems {
		ofSubject := strings.HasPrefix(p.Field, "centre_list.")
		switch {
		case p.Severity == data.SeverityWarning, p.Field == data.FieldClass, p.Field == data.FieldSex:
		case ofSubject && !slices.Contains(spoilt, p.Rule):
		case ofSubject:
			p.Field, r.unsure = data.FieldSubjects, true
			r.doubts = append(r.doubts, p)
		default:
			r.doubts = append(r.doubts, p)
		}
	}
}

// spoilt say of a cell that it has no text that could be read, or none that counts.
var spoilt = []string{"formula_unsaved", "cell_error", "struck_cell", "unseen_cell"}

// inOrder are choices in the campaign's order of subjects.
func inOrder(c *campaign.Campaign, choices []choice) []choice {
	place := func(x choice) int {
		return slices.IndexFunc(c.Subjects, func(s campaign.Subject) bool { return s.Code == x.subject })
	}
	slices.SortStableFunc(choices, func(a, b choice) int { return place(a) - place(b) })
	return choices
}
