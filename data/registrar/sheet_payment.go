package registrar

import (
	"fmt"

	"graduand/data"
	"graduand/reports"
)

// paymentStep is what is owed with its parts, what is paid, and every receipt (KG-057).
func (r *Registrar) paymentStep(form *Form) reports.CheckStep {
	return reports.CheckStep{Title: data.Term("report_form.payment"), Entries: []reports.Entry{
		{Label: data.Term("report_form.payment_due"), Lines: r.dueLines(form)},
		{Label: data.Term("report_form.payment_paid"), Lines: []any{r.money(form.Paid)}},
		{Label: data.Term("report_form.payment_receipts"), Lines: r.receiptLines(form.Graduate)},
	}}
}

func (r *Registrar) money(amount int) string {
	return fmt.Sprintf("%d\u00a0%s", amount, r.Campaign().Fee.Words())
}

// dueLines are the parts of the sum and, of several, all together.
func (r *Registrar) dueLines(form *Form) []any {
	var lines []any
	for _, part := range form.Parts {
		title := any(part.Title)
		if part.Title == "" {
			title = data.Term("report_form.payment_main")
		}
		lines = append(lines, []any{title, r.money(part.Amount)})
	}
	if len(lines) == 0 {
		return []any{r.money(form.Due)}
	}
	if len(lines) > 1 {
		lines = append(lines, r.words()("report_form.payment_all", data.Args{"sum": r.money(form.Due)}))
	}
	return lines
}

// receiptLines are the receipts with their states, and whether there is a picture.
func (r *Registrar) receiptLines(g *data.Graduate) []any {
	var lines []any
	for _, p := range g.Current().Payments {
		picture := data.Term("report_form.receipt_no_picture")
		if p.File != "" {
			picture = "report_form.receipt_picture"
		}
		lines = append(lines, []any{r.Words(data.PaymentField(p.ID), g.Get(data.PaymentField(p.ID))), picture})
	}
	if len(lines) == 0 {
		lines = append(lines, data.Term("report_form.payment_none"))
	}
	return lines
}
