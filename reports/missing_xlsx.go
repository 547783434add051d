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
	name := t.Say("report_form.missing_title", nil)
	book := workbook.NewWriter(name, officialFont)
	title := func(id string) string { return t.Say("report_form.missing_"+id, nil) }
	b := newTableBook(book, t, name, []bookColumn{{title("class"), 10}, {title("name"), 34}, {title("severity"), 16},
		{title("field"), 26}, {title("what"), 62}, {title("source"), 34}})
	b.lines(m.School, m.Campaign, t.Say("report_form.printed", data.Args{"date": m.Made}))
	for i := range m.Classes {
		b.clean(&m.Classes[i])
	}
	b.begin()
	for i := range m.Classes {
		b.class(&m.Classes[i])
	}
	b.end()
	return book.Write(w)
}

// clean writes how many of a class lack nothing.
func (b *tableBook) clean(c *MissingClass) {
	if words := c.clean(b.t); words != "" {
		b.put(0, 0, c.name(b.t), plainWords)
		b.put(1, b.last(), words, plainWords)
		b.next(6)
	}
}

// class writes a row for each finding of a class.
func (b *tableBook) class(c *MissingClass) {
	for i := range c.People {
		p := &c.People[i]
		for j := range p.Lacks {
			l := &p.Lacks[j]
			b.add([]string{c.name(b.t), p.Name, l.severity(b.t), paper.Word(l.Title, b.t), l.sentence(b.t), l.Source})
		}
	}
}
