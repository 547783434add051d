package ui

import (
	"context"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// receiptForm asks for a receipt (KG-062, KG-063).
type receiptForm struct {
	*recordForm
	dialog           *paymentsDialog
	kind             *dialogSelect
	amount, number   *labelled
	amountIn, numbIn *widgets.Entry
	photo            *placeField
}

// onAdd asks for another receipt; the dialog with the others stays behind it.
func (d *paymentsDialog) onAdd() bool {
	w := d.window
	f := &receiptForm{recordForm: newRecordForm(w), dialog: d}
	types := w.registrar.Campaign().PaymentTypes
	f.kind = newDialogSelect(titles(types), func() { f.box.leave() })
	f.fields.Add(newLabelled(w.say("payments.type", nil), f.kind).box)
	f.amount, f.amountIn = f.entry("payments.amount", "payments.amount_hint")
	f.number, f.numbIn = f.entry("payments.number", "payments.number_hint")
	if left := d.left(); left > 0 {
		f.amountIn.SetText(strconv.Itoa(left))
	}
	f.photo = newPlaceField(w, "payments.photo_optional", f.onPhoto)
	f.photo.button.OnEscape = func() { f.box.leave() }
	f.fields.Add(f.photo.field.box)
	f.faults["payment.bad_amount"], f.faults["payment.no_number"] = f.amount, f.number
	for _, code := range []string{"attachment.too_large", "attachment.no_picture", "attachment.damaged", "attachment.too_many_pixels",
		"file.too_large", "file.cannot_read", "file.is_folder"} {
		f.faults[code] = f.photo.field
	}
	f.ask(w.say("payments.add", nil), "payments.add_yes", false, f.onReady)
	w.window.Canvas().Focus(f.numbIn)
	return false
}

// titles are the words of choices.
func titles(items []registrar.Item) []string {
	var words []string
	for _, item := range items {
		words = append(words, item.Title)
	}
	return words
}

func (f *receiptForm) onPhoto() {
	f.window.files.Open(f.window.say("payments.photo", nil), pictures, f.photo.set)
}

// onReady adds the receipt; a refusal is said under the field that it is about.
func (f *receiptForm) onReady() {
	w, r, id := f.window, f.window.registrar, f.dialog.id
	receipt := registrar.Receipt{Amount: f.amountIn.Text, Number: f.numbIn.Text}
	if at := f.kind.SelectedIndex(); at >= 0 {
		receipt.Type = r.Campaign().PaymentTypes[at].Code
	}
	if !w.sayLacks(lack{f.amount, w.sayIf(strings.TrimSpace(receipt.Amount) == "", "payments.no_amount")},
		lack{f.number, w.sayIf(strings.TrimSpace(receipt.Number) == "", "payment.no_number")}, lack{f.photo.field, ""}) {
		return
	}
	path := f.photo.path
	f.save(func(ctx context.Context) (err error) {
		if path != "" {
			if receipt.Picture, err = registrar.ReadFile(path, registrar.MaximumAttachment); err != nil {
				return err
			}
		}
		_, err = r.AddPayment(ctx, id, receipt)
		return err
	}, func() { f.dialog.onChanged("payments.added") })
}

// onCancel asks why a receipt is cancelled. It stays in the list (KG-066).
func (d *paymentsDialog) onCancel(p data.Payment) {
	w, r := d.window, d.window.registrar
	f := newRecordForm(w)
	f.fields.Add(boldWords(w.say("payments.receipt", map[string]any{"number": p.Number, "sum": d.money(p.Amount), "type": d.typeTitle(p.Type)})))
	f.fields.Add(wrapped(w.say("payments.cancel_about", nil)))
	reason, typed := f.entry("payments.reason", "payments.reason_hint")
	f.ask(w.say("payments.cancel_title", nil), "payments.cancel", true, func() {
		if !w.sayLacks(lack{reason, w.sayIf(strings.TrimSpace(typed.Text) == "", "payments.no_reason")}) {
			return
		}
		words := typed.Text
		f.save(func(ctx context.Context) error { return r.CancelPayment(ctx, d.id, p.ID, words) }, func() { d.onChanged("payments.was_cancelled") })
	})
	w.window.Canvas().Focus(typed)
}

// onJudge notes by hand what the centre's site says of a receipt (KG-065).
func (d *paymentsDialog) onJudge(p data.Payment) {
	w, r, verdicts := d.window, d.window.registrar, d.verdicts()
	f := newRecordForm(w)
	f.fields.Add(boldWords(w.say("payments.receipt", map[string]any{"number": p.Number, "sum": d.money(p.Amount), "type": d.typeTitle(p.Type)})))
	f.fields.Add(wrapped(w.say("payments.judge_about", nil)))
	status := newDialogSelect(titles(verdicts), func() { f.box.leave() })
	f.fields.Add(newLabelled(w.say("payments.status", nil), status).box)
	f.day("payments.seen")
	_, note := f.entry("record.note", "payments.note_hint")
	f.ask(w.say("payments.judge_title", nil), "payments.judge_yes", false, func() {
		if !w.sayLacks(f.dayLack()) {
			return
		}
		code, day, words := verdicts[max(status.SelectedIndex(), 0)].Code, f.typedDay(), note.Text
		f.save(func(ctx context.Context) error { return r.JudgePayment(ctx, d.id, p.ID, code, day, words) },
			func() { d.onChanged("payments.was_judged") })
	})
	w.window.Canvas().Focus(status)
}
