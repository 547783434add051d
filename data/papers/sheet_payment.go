package papers

import (
	"graduand/data"
	"graduand/reports"
)

// payments is the capability of campaigns whose graduates pay.
const payments = "payments"

// paymentStep is what is owed with its parts, what is paid, and every receipt (KG-057).
func (s *Source) paymentStep(form *Form) reports.CheckStep {
	return reports.CheckStep{Title: data.Term("report_form.payment"), Entries: []reports.Entry{
		{Label: data.Term("report_form.payment_due"), Lines: s.dueLines(form)},
		{Label: data.Term("report_form.payment_paid"), Lines: []any{s.money(form.Paid)}},
		{Label: data.Term("report_form.payment_receipts"), Lines: s.receiptLines(form.Graduate)},
	}}
}

// dueLines are the parts of the sum and, of several, all together.
func (s *Source) dueLines(form *Form) []any {
	var lines []any
	for _, part := range form.Parts {
		title := any(part.Title)
		if part.Title == "" {
			title = data.Term("report_form.payment_main")
		}
		lines = append(lines, []any{title, s.money(part.Amount)})
	}
	if len(lines) == 0 {
		return []any{s.money(form.Due)}
	}
	if len(lines) > 1 {
		lines = append(lines, s.say("report_form.payment_all", data.Args{"sum": s.money(form.Due)}))
	}
	return lines
}

// receiptLines are the receipts with their states, and whether there is a picture.
func (s *Source) receiptLines(g *data.Graduate) []any {
	var lines []any
	for _, p := range g.Current().Payments {
		picture := data.Term("report_form.receipt_no_picture")
		if p.File != "" {
			picture = "report_form.receipt_picture"
		}
		lines = append(lines, []any{s.Campaign.Words(data.PaymentField(p.ID), g.Get(data.PaymentField(p.ID))), picture})
	}
	if len(lines) == 0 {
		lines = append(lines, data.Term("report_form.payment_none"))
	}
	return lines
}
