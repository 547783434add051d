package roster

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook"
)

// WriteProblems writes a workbook of those of the rows that have problems, as they
// were, under their own headers, with a last column that says in the given language
// what is wrong; the caller chooses the rows, the bad ones or all. Mended, it can be
// imported again: the last column is then left out. Same rows, same bytes.
func WriteProblems(w io.Writer, rows []Row, language string) error {
	t := text.For(language)
	book := workbook.NewWriter(t.Say("roster.problems_title", nil), "")
	var sheets []*Layout
	bad := map[*Layout][]*Row{}
	for i := range rows {
		if r := &rows[i]; len(r.Problems) > 0 && r.layout != nil {
			if bad[r.layout] == nil {
				sheets = append(sheets, r.layout)
			}
			bad[r.layout] = append(bad[r.layout], r)
		}
	}
	for _, layout := range sheets {
		writeProblemSheet(book.Add(layout.Sheet), layout, bad[layout], t)
	}
	return book.Write(w)
}

// Looks of what this package writes: of a title or a header, and of everything else.
func headLook() workbook.Look { return workbook.Look{Bold: true, Vertical: "top"} }
func cellLook() workbook.Look { return workbook.Look{Vertical: "top"} }

// columnWidth is that of the columns of a class list in digits.
const columnWidth = 18

// problemColumn is a column of the workbook of problems.
type problemColumn struct {
	title string
	cell  func(r *Row) string
}

// writeProblemSheet writes the rows of one layout.
func writeProblemSheet(sheet *workbook.SheetWriter, layout *Layout, rows []*Row, t *text.Text) {
	columns := problemColumns(layout, rows, t)
	titles, widths := make([]string, len(columns)), make([]float64, len(columns))
	for i, c := range columns {
		titles[i], widths[i] = c.title, columnWidth
	}
	sheet.Line(1, titles, headLook())
	for i, r := range rows {
		cells := make([]string, len(columns))
		for k, c := range columns {
			cells[k] = c.cell(r)
		}
		sheet.Line(i+2, cells, cellLook())
	}
	sheet.Widths(widths...)
}

// problemColumns are the columns as they were, then the class where it stood in a title,
// which is not in the new sheet, and at last what is wrong.
func problemColumns(layout *Layout, rows []*Row, t *text.Text) []problemColumn {
	width := len(layout.Columns)
	for _, r := range rows {
		width = max(width, len(r.Cells))
	}
	var columns []problemColumn
	for i := range width {
		columns = append(columns, problemColumn{layout.title(i, t), func(r *Row) string { return r.readable(i) }})
	}
	_, classed := layout.column(data.FieldClass)
	if !classed && slices.ContainsFunc(rows, func(r *Row) bool { return r.class != "" }) {
		columns = append(columns, problemColumn{fieldTitle(data.FieldClass, t), func(r *Row) string { return r.class }})
	}
	return append(columns, problemColumn{t.Say(reasonHeader, nil), func(r *Row) string { return r.reasons(t) }})
}

// title heads a column as it did, or by the field that somebody has said it to be.
func (l *Layout) title(column int, t *text.Text) string {
	if column >= len(l.Columns) {
		return ""
	}
	c := l.Columns[column]
	if c.Header == "" && c.Field != "" {
		return fieldTitle(c.Field, t)
	}
	return c.Header
}

// readable is a cell of the row, with a day number written as a date.
func (r *Row) readable(column int) string {
	cell := at(r.Cells, column)
	c, found := r.layout.column(data.FieldBirthDate)
	if found && c.Index == column && c.span == 0 && r.Graduate.BirthDate != "" && cell != "" {
		return r.Graduate.BirthDate.Dotted()
	}
	return cell
}

// reasons are the sentences of all problems of the row, a line each.
func (r *Row) reasons(t *text.Text) string {
	var lines []string
	for _, p := range r.Problems {
		lines = append(lines, p.Sentence(t))
	}
	return strings.Join(lines, "\n")
}

// WriteRoster writes a tidy roster: a title, a header in the given language, one
// graduate a row, everything as text. Columns are fields, or [FieldFullName] and
// [FieldDocument].
func WriteRoster(w io.Writer, title string, graduates []data.Graduate, columns []string, language string) error {
	t := text.For(language)
	book := workbook.NewWriter(title, "")
	sheet := book.Add(t.Say("roster.sheet", nil))
	titles, widths := make([]string, len(columns)), make([]float64, len(columns))
	for i, field := range columns {
		titles[i], widths[i] = fieldTitle(field, t), columnWidth
	}
	sheet.Spread(0, max(len(columns), 1)-1, 1, title, headLook())
	sheet.Line(3, titles, headLook())
	for i := range graduates {
		cells := make([]string, len(columns))
		for k, field := range columns {
			cells[k] = shown(&graduates[i], field)
		}
		sheet.Line(i+4, cells, cellLook())
	}
	sheet.Widths(widths...)
	return book.Write(w)
}

// shown is a field as people write it.
func shown(g *data.Graduate, field string) string {
	switch field {
	case FieldFullName:
		return g.FullName()
	case FieldDocument:
		return g.Document.Text()
	case data.FieldBirthDate:
		return g.BirthDate.Dotted()
	case data.FieldPhone:
		return g.Phone
	}
	return g.Get(field)
}

// fieldTitle heads a column; the code itself, which is a known header too, where
// the catalogue has no title.
func fieldTitle(field string, t *text.Text) string {
	if !t.Has("field." + field) {
		return field
	}
	s := t.Say("field."+field, nil)
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:size]) + s[size:]
}
