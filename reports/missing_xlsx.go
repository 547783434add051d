package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook"
	"graduand/reports/paper"
)

// MissingXLSX writes the same as [MissingPDF] as a workbook: a row a finding under a
// header that filters, every cell text. Errors: report.empty without classes.
func MissingXLSX(w io.Writer, m Missing, language string, own map[string]string) error {
	if len(m.Classes) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	book := workbook.NewWriter(t.Say("report_form.missing_title", nil), officialFont)
	b := missingBook{fromTop: fromTop{SheetWriter: book.Add(listSheetName), row: 1}, t: t, columns: missingColumns(t)}
	b.setUp()
	b.head(&m)
	b.table(&m)
	return book.Write(w)
}

// missingBook is that workbook under way.
type missingBook struct {
	fromTop
	t       *text.Text
	columns []missingColumn
}

// missingColumn is a column; its width is in digits.
type missingColumn struct {
	title string
	width float64
	cell  func(c *MissingClass, p *MissingPerson, l *Lack) string
}

func missingColumns(t *text.Text) []missingColumn {
	title := func(id string) string { return t.Say("report_form.missing_"+id, nil) }
	return []missingColumn{
		{title("class"), 10, func(c *MissingClass, _ *MissingPerson, _ *Lack) string { return c.name(t) }},
		{title("name"), 34, func(_ *MissingClass, p *MissingPerson, _ *Lack) string { return p.Name }},
		{title("severity"), 16, func(_ *MissingClass, _ *MissingPerson, l *Lack) string { return l.severity(t) }},
		{title("field"), 26, func(_ *MissingClass, _ *MissingPerson, l *Lack) string { return paper.Word(l.Title, t) }},
		{title("what"), 62, func(_ *MissingClass, _ *MissingPerson, l *Lack) string { return l.sentence(t) }},
		{title("source"), 34, func(_ *MissingClass, _ *MissingPerson, l *Lack) string { return l.Source }},
	}
}

// setUp sets a lying page as wide as the table, and the widths of its columns.
func (b *missingBook) setUp() {
	b.FitAcross(true)
	var widths []float64
	for _, c := range b.columns {
		widths = append(widths, c.width)
	}
	b.Widths(widths...)
}

// head writes what it is, whose and of which day, and how many lack nothing.
func (b *missingBook) head(m *Missing) {
	plain, last := workbook.Look{Size: 11, Horizontal: "left", Vertical: "top"}, len(b.columns)-1
	b.put(0, last, b.t.Say("report_form.missing_title", nil), workbook.Look{Size: 14, Bold: true, Horizontal: "left", Vertical: "center"})
	b.next(8)
	for _, line := range []string{m.School, m.Campaign, b.t.Say("report_form.printed", data.Args{"date": m.Made})} {
		b.put(0, last, line, plain)
		b.next(6)
	}
	for i := range m.Classes {
		if words := m.Classes[i].clean(b.t); words != "" {
			b.put(0, 0, m.Classes[i].name(b.t), plain)
			b.put(1, last, words, plain)
			b.next(6)
		}
	}
	b.next(3)
}

// table writes header and rows; the header filters, and is repeated in print.
func (b *missingBook) table(m *Missing) {
	header := b.row
	for i, c := range b.columns {
		b.put(i, i, c.title, workbook.Look{Size: 11, Bold: true, Horizontal: "left", Vertical: "center", Border: "lrtb"})
	}
	b.next(8)
	for i := range m.Classes {
		c := &m.Classes[i]
		for j := range c.People {
			for k := range c.People[j].Lacks {
				b.lack(c, &c.People[j], &c.People[j].Lacks[k])
			}
		}
	}
	b.Filter(workbook.Area{Top: header, Bottom: b.row - 1, Right: len(b.columns) - 1})
	b.Freeze(0, header)
	b.RepeatRow(header)
}

// lack writes the row of a finding, high enough for the longest of its cells.
func (b *missingBook) lack(c *MissingClass, p *MissingPerson, lack *Lack) {
	cell, height := workbook.Look{Size: 11, Horizontal: "left", Vertical: "top", Border: "lrtb"}, 0.0
	l := paper.Serif.Sized(cell.Size)
	for i, column := range b.columns {
		words := column.cell(c, p, lack)
		b.put(i, i, words, cell)
		// A digit is 7 dots of 1/96 inch wide.
		height = max(height, l.Wrap(words, column.width*7/96*25.4-1).Height())
	}
	b.next(min(height+1, highestRow))
}

// highestRow is in mm what a spreadsheet takes: 409 points.
const highestRow = 144
