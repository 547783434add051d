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

// PaymentsXLSX writes the same as [PaymentsPDF] as a workbook: the name stands in every row,
// under a header that filters; every cell is text. Errors: report.empty without rows.
func PaymentsXLSX(w io.Writer, p Payments, language string, own map[string]string) error {
	if len(p.Rows) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	name := t.Say("document.payments", nil)
	book := workbook.NewWriter(name, officialFont)
	title := func(id string) string { return t.Say("report_form.payments_"+id, nil) }
	b := newTableBook(book, t, name, []bookColumn{{t.Say("column.class", nil), 8}, {t.Say("column.name", nil), 34}, {title("privilege"), 20},
		{t.Say("report_form.payment_due", nil), 12}, {title("type"), 16}, {title("number"), 18}, {title("amount"), 12}, {title("state"), 28}, {title("left"), 12}})
	b.lines(p.School, p.Campaign, t.Say("report_form.printed", data.Args{"date": p.Made}))
	b.begin()
	b.receipts(p.Rows)
	b.end()
	b.next(3)
	b.lines(p.foot(t)...)
	return book.Write(w)
}

// receipts writes a row for each, with the name and the class of whose it is.
func (b *tableBook) receipts(rows []PaymentRow) {
	of := &rows[0]
	for i := range rows {
		r := &rows[i]
		if r.N > 0 {
			of = r
		}
		b.add([]string{of.Class, of.Name, of.Privilege, r.Due, r.Type, r.Number, r.Amount, r.state(b.t), r.Left})
	}
}
