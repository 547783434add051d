package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook"
	"graduand/reports/paper"
)

// PaymentsXLSX writes the same as [PaymentsPDF] as a workbook: the name stands in every row,
// under a header that filters; every cell is text. Errors: report.empty without rows.
func PaymentsXLSX(w io.Writer, p Payments, language string, own map[string]string) error {
	if len(p.Rows) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	book := workbook.NewWriter(t.Say("document.payments", nil), officialFont)
	b := paymentsBook{fromTop: fromTop{SheetWriter: book.Add(listSheetName), row: 1}, t: t, columns: paymentColumns(t)}
	b.setUp()
	b.head(&p)
	b.table(&p)
	b.foot(&p)
	return book.Write(w)
}

// paymentsBook is that workbook under way.
type paymentsBook struct {
	fromTop
	t       *text.Text
	columns []paymentColumn
}

// paymentColumn is a column; its width is in digits. Of is the first row of the graduate.
type paymentColumn struct {
	title string
	width float64
	cell  func(r, of *PaymentRow) string
}

func paymentColumns(t *text.Text) []paymentColumn {
	title := func(id string) string { return t.Say("report_form.payments_"+id, nil) }
	return []paymentColumn{
		{t.Say("column.class", nil), 8, func(_, of *PaymentRow) string { return of.Class }},
		{t.Say("column.name", nil), 34, func(_, of *PaymentRow) string { return of.Name }},
		{title("privilege"), 20, func(_, of *PaymentRow) string { return of.Privilege }},
		{t.Say("report_form.payment_due", nil), 12, func(r, _ *PaymentRow) string { return r.Due }},
		{title("type"), 16, func(r, _ *PaymentRow) string { return r.Type }},
		{title("number"), 18, func(r, _ *PaymentRow) string { return r.Number }},
		{title("amount"), 12, func(r, _ *PaymentRow) string { return r.Amount }},
		{title("state"), 28, func(r, _ *PaymentRow) string { return r.state(t) }},
		{title("left"), 12, func(r, _ *PaymentRow) string { return r.Left }},
	}
}

func (b *paymentsBook) setUp() {
	b.FitAcross(true)
	var widths []float64
	for _, c := range b.columns {
		widths = append(widths, c.width)
	}
	b.Widths(widths...)
}

// head writes what it is, whose and of which day.
func (b *paymentsBook) head(p *Payments) {
	last := len(b.columns) - 1
	b.put(0, last, b.t.Say("document.payments", nil), workbook.Look{Size: 14, Bold: true, Horizontal: "left", Vertical: "center"})
	b.next(8)
	b.lines(p.School, p.Campaign, b.t.Say("report_form.printed", data.Args{"date": p.Made}))
}

// lines writes rows of words over the whole width.
func (b *paymentsBook) lines(words ...string) {
	for _, line := range words {
		b.put(0, len(b.columns)-1, line, workbook.Look{Size: 11, Horizontal: "left", Vertical: "top"})
		b.next(6)
	}
	b.next(3)
}

// table writes header and rows; the header filters, and is repeated in print.
func (b *paymentsBook) table(p *Payments) {
	header, of := b.row, 0
	for i, c := range b.columns {
		b.put(i, i, c.title, workbook.Look{Size: 11, Bold: true, Horizontal: "left", Vertical: "center", Border: "lrtb"})
	}
	b.next(8)
	for i := range p.Rows {
		if p.Rows[i].N > 0 {
			of = i
		}
		b.receipt(&p.Rows[i], &p.Rows[of])
	}
	b.Filter(workbook.Area{Top: header, Bottom: b.row - 1, Right: len(b.columns) - 1})
	b.Freeze(0, header)
	b.RepeatRow(header)
}

// receipt writes one row, high enough for the longest of its cells.
func (b *paymentsBook) receipt(r, of *PaymentRow) {
	cell, height := workbook.Look{Size: 11, Horizontal: "left", Vertical: "top", Border: "lrtb"}, 0.0
	l := paper.Serif.Sized(cell.Size)
	for i, column := range b.columns {
		words := column.cell(r, of)
		b.put(i, i, words, cell)
		// A digit is 7 dots of 1/96 inch wide.
		height = max(height, l.Wrap(words, column.width*7/96*25.4-1).Height())
	}
	b.next(min(height+1, highestRow))
}

// foot writes the sum of all, and what the stars say.
func (b *paymentsBook) foot(p *Payments) {
	b.next(3)
	b.lines(p.foot(b.t)...)
}
