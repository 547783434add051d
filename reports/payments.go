package reports

import (
	"io"
	"strconv"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Payments is who has paid and who has not, receipt by receipt (KG-064). It stays in school.
type Payments struct {
	School, Campaign string
	// Made is the day as it is shown.
	Made string
	Rows []PaymentRow
	// Due, Paid and Left are the sums of all, in this currency.
	Due, Paid, Left, Currency string
	// Over is what some have paid beyond what they owe; "" for nothing.
	Over string
	// Doubt explains the star of a sum that no source confirms; "" where there is none.
	Doubt string
}

// PaymentRow is one receipt, or that there is none.
type PaymentRow struct {
	// N counts the graduates from one; 0 is a further receipt of the one above, without the
	// name, the class, the privileges and the sums.
	N                                 int
	Name, Class, Privilege, Due, Left string
	// Type, Number and Amount are those of the receipt, "" for none.
	Type, Number, Amount string
	// State is for data/text to word: what the centre says of the receipt, On the day when
	// it was seen and Reason why; without a receipt how far the graduate is.
	State      any
	On, Reason string
}

// PaymentsPDF prints it; the headings stand again on each page. Errors: report.empty without
// rows, report.no_room for a row that no page holds, report.no_glyph.
func PaymentsPDF(w io.Writer, p Payments, language string, own map[string]string) error {
	if len(p.Rows) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	title := t.Say("document.payments", nil)
	a := schoolList(t, title, p.School, p.Campaign, t.Say("report_form.printed", data.Args{"date": p.Made}))
	if i := p.table(t).AddTo(&a.Pile, a.Doc, len(p.Rows), paper.OfficialBottom-paper.OfficialTop); i >= 0 {
		return paper.NoRoom(title, p.Rows[i].Name)
	}
	a.Gap(3)
	for _, words := range p.foot(t) {
		a.Paragraph(paper.OfficialWords().Wrap(words, paper.OfficialRight-paper.OfficialLeft), paper.OfficialLeft)
	}
	a.Gap(6)
	a.Signature(t.Say("report.responsible", nil), "")
	a.Draw()
	return a.Doc.Write(w)
}

// foot is the sum of all, and what the stars say.
func (p *Payments) foot(t *text.Text) []string {
	words := []string{t.Say("payment.totals", data.Args{"due": p.Due, "paid": p.Paid, "left": p.Left, "currency": p.Currency})}
	if p.Over != "" {
		words[0] = t.Say("payment.totals_over", data.Args{"totals": words[0], "over": p.Over + " " + p.Currency})
	}
	if p.Doubt != "" {
		words = append(words, "* "+p.Doubt)
	}
	return words
}

// table has columns that are together as wide as the page between its margins.
func (p *Payments) table(t *text.Text) *paper.Table {
	column := func(id string, width float64, cell func(r *PaymentRow) string) paper.Column {
		return paper.Column{Title: t.Say(id, nil), Width: width, Cell: func(i int) string { return cell(&p.Rows[i]) }}
	}
	sum := func(id string, width float64, cell func(r *PaymentRow) string) paper.Column {
		c := column(id, width, cell)
		c.Right = true
		return c
	}
	return &paper.Table{Left: paper.OfficialLeft, Head: paper.Serif.Sized(9), Body: paper.Serif.Sized(10), Floor: 7, Stays: p.further, Columns: []paper.Column{
		{Title: "№", Width: 7, Right: true, Cell: func(i int) string { return p.Rows[i].number() }},
		column("column.name", 35, func(r *PaymentRow) string { return r.Name }),
		column("column.class", 11, func(r *PaymentRow) string { return r.Class }),
		column("report_form.payments_privilege", 17, func(r *PaymentRow) string { return r.Privilege }),
		sum("report_form.payment_due", 17, func(r *PaymentRow) string { return r.Due }),
		column("report_form.payments_receipt", 20, func(r *PaymentRow) string { return r.receipt() }),
		sum("report_form.payments_amount", 15, func(r *PaymentRow) string { return r.Amount }),
		column("report_form.payments_state", 29, func(r *PaymentRow) string { return r.state(t) }),
		sum("report_form.payments_left", 19, func(r *PaymentRow) string { return r.Left }),
	}}
}

// wholePerson is how many receipts of one person are not divided by the end of a page.
const wholePerson = 5

// further says that a row is a receipt of the person above, and that all of them have room on a page.
func (p *Payments) further(i int) bool {
	first := i
	for first > 0 && p.Rows[first].N == 0 {
		first--
	}
	return i > first && i-first < wholePerson
}

func (r *PaymentRow) number() string {
	if r.N == 0 {
		return ""
	}
	return strconv.Itoa(r.N)
}

// receipt is its number under its type.
func (r *PaymentRow) receipt() string {
	if r.Number == "" {
		return ""
	}
	return r.Type + "\n№ " + r.Number
}

// state is what there is to say of the receipt, and why.
func (r *PaymentRow) state(t *text.Text) string {
	words := data.Capital(paper.Word(r.State, t)) // the centre's words and ours stand below each other
	if r.On != "" {
		words += " " + r.On
	}
	if r.Reason != "" {
		words += ": " + r.Reason
	}
	return words
}
