package roster

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"graduand/data"
	"graduand/data/text"
)

// WriteProblems writes a workbook of those of the rows that have problems, as they
// were, under their own headers, with a last column that says in the given language
// what is wrong; the caller chooses the rows, the bad ones or all. Mended, it can be
// imported again: the last column is then left out. Same rows, same bytes.
func WriteProblems(w io.Writer, rows []Row, language string) error {
	t := text.For(language)
	book := newBook(t.Say("roster.problems_title", nil))
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
	for i, layout := range sheets {
		name := book.addSheet(layout.Sheet, i)
		book.writeProblemSheet(name, layout, bad[layout], t)
	}
	return book.write(w)
}

// book is a workbook under way; its first error stays.
type book struct {
	file *excelize.File
	bold int
	wrap int
	used map[string]bool
	err  error
}

func newBook(title string) *book {
	b := &book{file: excelize.NewFile(), used: map[string]bool{}}
	b.bold, b.err = b.file.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Bold: true},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
		NumFmt:    49, // text
	})
	wrap, err := b.file.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}, NumFmt: 49})
	b.wrap = wrap
	b.keep(err)
	b.keep(b.file.SetDocProps(&excelize.DocProperties{
		Title: title, Creator: "Graduand", Created: "2020-01-01T00:00:00Z", Modified: "2020-01-01T00:00:00Z",
	}))
	return b
}

func (b *book) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

// addSheet adds a sheet with a name like the wanted one that a workbook accepts.
func (b *book) addSheet(wanted string, index int) string {
	name := strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r == utf8.RuneError || r < ' ' {
			return ' '
		}
		return r
	}, wanted), " '")
	if runes := []rune(name); len(runes) > 28 {
		name = strings.TrimRight(string(runes[:28]), " '")
	}
	if name == "" || b.used[strings.ToLower(name)] {
		name = strings.TrimSpace(fmt.Sprintf("%s %d", name, index+1))
	}
	b.used[strings.ToLower(name)] = true
	if index == 0 {
		b.keep(b.file.SetSheetName("Sheet1", name))
		return name
	}
	_, err := b.file.NewSheet(name)
	b.keep(err)
	return name
}

// writeProblemSheet adds a class column where the class stood in a title, which is
// not in the new sheet.
func (b *book) writeProblemSheet(sheet string, layout *Layout, rows []*Row, t *text.Text) {
	width := len(layout.Columns)
	for _, r := range rows {
		width = max(width, len(r.Cells))
	}
	headers := make([]string, width)
	for i, c := range layout.Columns {
		if headers[i] = c.Header; c.Header == "" && c.Field != "" {
			headers[i] = fieldTitle(c.Field, t)
		}
	}
	_, classed := layout.column(data.FieldClass)
	addClass := !classed && slices.ContainsFunc(rows, func(r *Row) bool { return r.class != "" })
	if addClass {
		headers = append(headers, fieldTitle(data.FieldClass, t))
	}
	headers = append(headers, t.Say(reasonHeader, nil))
	b.line(sheet, 1, headers, b.bold)
	for i, r := range rows {
		cells := make([]string, width, width+2)
		copy(cells, r.readable())
		if addClass {
			cells = append(cells, r.class)
		}
		b.line(sheet, i+2, append(cells, r.reasons(t)), b.wrap)
	}
	b.widths(sheet, len(headers))
}

// readable is the row with its day number written as a date.
func (r *Row) readable() []string {
	cells := append([]string(nil), r.Cells...)
	if c, found := r.layout.column(data.FieldBirthDate); found && c.span == 0 && r.Graduate.BirthDate != "" && at(cells, c.Index) != "" {
		cells[c.Index] = r.Graduate.BirthDate.Dotted()
	}
	return cells
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
	b := newBook(title)
	sheet := b.addSheet(t.Say("roster.sheet", nil), 0)
	headers := make([]string, len(columns))
	for i, field := range columns {
		headers[i] = fieldTitle(field, t)
	}
	b.line(sheet, 1, []string{title}, b.bold)
	b.line(sheet, 3, headers, b.bold)
	for i := range graduates {
		cells := make([]string, len(columns))
		for c, field := range columns {
			cells[c] = shown(&graduates[i], field)
		}
		b.line(sheet, i+4, cells, b.wrap)
	}
	if len(columns) > 1 {
		last, err := excelize.CoordinatesToCellName(len(columns), 1)
		b.keep(err)
		b.keep(b.file.MergeCell(sheet, "A1", last))
	}
	b.widths(sheet, len(columns))
	return b.write(w)
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

// line writes texts and nothing but texts: a cell that begins with = stays one.
func (b *book) line(sheet string, row int, cells []string, style int) {
	for i, s := range cells {
		name, err := excelize.CoordinatesToCellName(i+1, row)
		b.keep(err)
		if s != "" {
			b.keep(b.file.SetCellStr(sheet, name, s))
		}
		b.keep(b.file.SetCellStyle(sheet, name, name, style))
	}
}

func (b *book) widths(sheet string, columns int) {
	last, err := excelize.ColumnNumberToName(columns)
	b.keep(err)
	b.keep(b.file.SetColWidth(sheet, "A", last, 18))
}

func (b *book) write(w io.Writer) error {
	defer b.file.Close()
	if b.err != nil {
		return fmt.Errorf("make workbook: %w", b.err)
	}
	if err := b.file.Write(w); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}
