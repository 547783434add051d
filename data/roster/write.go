package roster

import (
	"cmp"
	"io"
	"slices"
	"strings"

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
		writeProblemSheet(book.Add(cmp.Or(layout.Sheet, t.Say("roster.sheet", nil))), layout, bad[layout], t)
	}
	return book.Write(w)
}

// Looks of what this package writes: of a title, of a header, of a cell, and of a text
// that stands alone.
func headLook() workbook.Look { return workbook.Look{Bold: true, Vertical: "top"} }
func columnLook() workbook.Look {
	return workbook.Look{Bold: true, Vertical: "top", Border: "lrtb", BorderColour: pale}
}
func cellLook() workbook.Look {
	return workbook.Look{Vertical: "top", Border: "lrtb", BorderColour: pale}
}
func textLook() workbook.Look { return workbook.Look{Vertical: "top"} }

// Widths in digits: a column is as wide as its longest cell within these bounds, a sheet
// wider than A4 upright is printed lying, and what a page lying can hold to be read.
const (
	leastWidth   = 9
	mostWidth    = 30
	reasonsWidth = 64
	uprightWidth = 95
	lyingWidth   = 150
)

// printMargin is that of the printed page in mm, on each side.
const printMargin = 10

// tableSheet writes a header at a row and the rows below it, each column as wide as it
// needs, and sets up the printed page: the whole width on it, the header on every one.
// Most is the widest that a column may be, but for a text that would be higher than a row
// can be.
func tableSheet(sheet *workbook.SheetWriter, header int, titles []string, rows [][]string, most func(column int) float64) {
	sheet.Line(header, titles, columnLook())
	for i, cells := range rows {
		sheet.Line(header+1+i, cells, cellLook())
	}
	widths, whole := make([]float64, len(titles)), 0.0
	for k := range titles {
		wanted, widest := max(workbook.Digits(titles[k])*boldTitle, leastWidth), most(k)
		for _, cells := range rows {
			wanted = max(wanted, longestLine(cells[k])+1)
			widest = max(widest, workbook.Digits(cells[k])/linesOfRow)
		}
		widths[k] = min(wanted, widest)
		whole += widths[k]
	}
	sheet.Widths(widths...)
	sheet.Freeze(0, header)
	setPage(sheet, whole, header)
}

// boldTitle is how much wider a bold title is than the same words in a cell; linesOfRow is
// how many lines of words of all lengths the highest row surely shows.
const (
	boldTitle  = 1.15
	linesOfRow = 20
)

func longestLine(text string) float64 {
	longest := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		longest = max(longest, workbook.Digits(line))
	}
	return longest
}

// setPage prints a sheet of so many digits on A4 as wide as the paper.
func setPage(sheet *workbook.SheetWriter, width float64, header int) {
	sheet.FitAcross(width > uprightWidth)
	sheet.Margins(printMargin, printMargin, printMargin, printMargin)
	sheet.RepeatRow(header)
}

// problemColumn is a column of the workbook of problems.
type problemColumn struct {
	title string
	cell  func(r *Row) string
}

// writeProblemSheet writes the rows of one layout.
func writeProblemSheet(sheet *workbook.SheetWriter, layout *Layout, rows []*Row, t *text.Text) {
	columns := problemColumns(layout, rows, t)
	titles, cells := make([]string, len(columns)), make([][]string, len(rows))
	for k, c := range columns {
		titles[k] = c.title
	}
	for i, r := range rows {
		for _, c := range columns {
			cells[i] = append(cells[i], c.cell(r))
		}
	}
	tableSheet(sheet, 1, titles, cells, func(column int) float64 {
		if column == len(columns)-1 {
			return reasonsWidth
		}
		return mostWidth
	})
}

// problemColumns are the columns of the table as they were, then the class where it stood in a title,
// which is not in the new sheet, and at last what is wrong.
func problemColumns(layout *Layout, rows []*Row, t *text.Text) []problemColumn {
	width := len(layout.Columns)
	for _, r := range rows {
		width = max(width, len(r.Cells))
	}
	var columns []problemColumn
	for i := range width {
		if !rows[0].Has(i) {
			continue // of the table beside
		}
		columns = append(columns, problemColumn{layout.title(i, t), func(r *Row) string { return r.written(i) }})
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

// readable is a cell of the row, with a day number written as a date, and with what was
// read from a cell merged over several rows, which the new sheet does not have.
func (r *Row) readable(column int) string {
	cell := r.shown(column)
	for _, field := range []string{data.FieldBirthDate, data.FieldClass, data.FieldPhone} {
		c, found := r.layout.column(field)
		if !found || c.Index != column || c.span > 0 {
			continue
		}
		if read := shown(&r.Graduate, field); read != "" && (cell == "" || field == data.FieldBirthDate) {
			return read
		}
	}
	return cell
}

// shown is a cell as people see it in the sheet.
func (r *Row) shown(column int) string {
	if r.layout == nil {
		return at(r.Cells, column)
	}
	return r.layout.sheet.Shown(workbook.Line{Cells: r.Cells, Marks: r.marks}, column)
}

// written is a cell of the row in the new sheet, in which what is wrong with it is still to be
// seen when it comes back: a day in the place of something else as a day, and all readings of
// a birth date in doubt, or of a class that was taken from above.
func (r *Row) written(column int) string {
	letter := workbook.ColumnName(column)
	for _, p := range r.Problems {
		switch {
		case p.Column != letter:
		case p.Rule == "value_date":
			return p.Value
		case p.Severity != data.SeverityConfirm || len(p.Readings) < 2:
		case p.Field == data.FieldBirthDate, p.Field == data.FieldClass && at(r.Cells, column) == "":
			return strings.Join(p.Readings, " / ")
		}
	}
	return r.readable(column)
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
	titles, rows := make([]string, len(columns)), make([][]string, len(graduates))
	for k, field := range columns {
		titles[k] = fieldTitle(field, t)
	}
	for i := range graduates {
		for _, field := range columns {
			rows[i] = append(rows[i], shown(&graduates[i], field))
		}
	}
	sheet.Spread(0, max(len(columns), 1)-1, 1, title, headLook())
	tableSheet(sheet, 3, titles, rows, func(int) float64 { return mostWidth })
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
	return data.Capital(t.Say("field."+field, nil))
}
