package ui

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// receiptForm asks for a receipt (KG-062, KG-063). A number that another receipt has is
// told before anything is saved, and has to be agreed to (KG-064).
type receiptForm struct {
	*recordForm
	dialog           *paymentsDialog
	kind             *dialogSelect
	amount, number   *labelled
	amountIn, numbIn *widgets.Entry
	photo            *placeField
	// repeated tells that there is a receipt with the number warned, while that is typed.
	repeated *fyne.Container
	warned   string
}

// onAdd asks for another receipt; the dialog with the others stays behind it.
func (d *paymentsDialog) onAdd() bool {
	w := d.window
	f := &receiptForm{recordForm: newRecordForm(w), dialog: d}
	types := w.Registrar().Campaign().PaymentTypes
	f.kind = newDialogSelect(titles(types), func() { f.box.leave() })
	f.fields.Add(newLabelled(w.say("payments.type", nil), f.kind).box)
	f.amount, f.amountIn = f.entry("payments.amount", "payments.amount_hint")
	f.number, f.numbIn = f.entry("payments.number", "payments.number_hint")
	f.numbIn.OnChanged = func(string) { f.onNumber() }
	f.amountIn.OnSubmitted, f.numbIn.OnSubmitted = f.onEnter, f.onEnter
	f.repeated = container.NewVBox()
	f.fields.Add(f.repeated)
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
	w.Canvas().Focus(f.numbIn)
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
	f.window.Files.Open(f.window.say("payments.photo", nil), pictures, f.photo.set)
}

// onEnter confirms; while there is a warning it goes to the button that says so first.
func (f *receiptForm) onEnter(string) {
	if f.warned != "" {
		f.window.Canvas().Focus(f.addButton())
		return
	}
	f.box.confirm()
}

// addButton is the one that adds the receipt.
func (f *receiptForm) addButton() *widgets.Button { return f.box.primary() }

// onNumber forgets the warning about another number.
func (f *receiptForm) onNumber() {
	f.number.setFault("")
	if f.warned == "" {
		return
	}
	f.warned = ""
	f.repeated.RemoveAll()
	f.addButton().SetText(f.window.say("payments.add_yes", nil))
	f.box.fit(recordWidth)
}

// warn says that there is a receipt with this number, and asks once more.
func (f *receiptForm) warn(number string, found registrar.Finding) {
	w := f.window
	f.warned = number
	f.repeated.Objects = []fyne.CanvasObject{warningLine(w.phrase(found) + " " + w.say("payments.repeated", nil))}
	f.repeated.Refresh()
	f.addButton().SetText(w.say("payments.add_anyway", nil))
	f.box.fit(recordWidth)
	w.Canvas().Focus(f.numbIn)
}

// onReady compares the receipt with those that are there and adds it, or warns; a refusal
// is said under the field that it is about.
func (f *receiptForm) onReady() {
	w, r, id := f.window, f.window.Registrar(), f.dialog.id
	receipt := registrar.Receipt{Amount: f.amountIn.Text, Number: f.numbIn.Text}
	if at := f.kind.SelectedIndex(); at >= 0 {
		receipt.Type = r.Campaign().PaymentTypes[at].Code
	}
	if !w.sayLacks(lack{f.amount, w.sayIf(strings.TrimSpace(receipt.Amount) == "", "payments.no_amount")},
		lack{f.number, w.sayIf(strings.TrimSpace(receipt.Number) == "", "payment.no_number")}, lack{f.photo.field, ""}) {
		return
	}
	f.saving = true
	run(w, &f.asked, func(context.Context) ([]registrar.Finding, error) { return r.CompareReceipt(id, receipt) },
		func(found []registrar.Finding, err error) { f.onCompared(receipt, found, err) })
}

func (f *receiptForm) onCompared(receipt registrar.Receipt, found []registrar.Finding, err error) {
	f.saving = false
	switch {
	case err != nil:
		f.onSaved(err)
	case len(found) > 0 && f.warned != receipt.Number:
		f.warn(receipt.Number, found[0])
	default:
		f.add(receipt)
	}
}

// add saves the receipt with its photo.
func (f *receiptForm) add(receipt registrar.Receipt) {
	r, id, path := f.window.Registrar(), f.dialog.id, f.photo.path
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
	w, r := d.window, d.window.Registrar()
	f := newRecordForm(w)
	f.fields.Add(boldWords(w.say("payments.receipt", map[string]any{"number": p.Number, "sum": d.money(p.Amount), "type": d.typeTitle(p.Type)})))
	f.fields.Add(wrapped(w.say("payments.cancel_about", nil)))
	reason, typed := f.entry("payments.reason", "payments.reason_hint")
	f.leaving = w.say("payments.keep", nil)
	f.ask(w.say("payments.cancel_title", nil), "payments.cancel", true, func() {
		if !w.sayLacks(lack{reason, w.sayIf(strings.TrimSpace(typed.Text) == "", "payments.no_reason")}) {
			return
		}
		words := typed.Text
		f.save(func(ctx context.Context) error { return r.CancelPayment(ctx, d.id, p.ID, words) }, func() { d.onChanged("payments.was_cancelled") })
	})
	w.Canvas().Focus(typed)
}

// onJudge notes by hand what the centre's site says of a receipt (KG-065).
func (d *paymentsDialog) onJudge(p data.Payment) {
	w, r, verdicts := d.window, d.window.Registrar(), d.verdicts()
	f := newRecordForm(w)
	f.fields.Add(boldWords(w.say("payments.receipt", map[string]any{"number": p.Number, "sum": d.money(p.Amount), "type": d.typeTitle(p.Type)})))
	f.fields.Add(wrapped(w.say("payments.judge_about", nil)))
	status := newDialogChoice(titles(verdicts), w.say("payments.choose_status", nil), func() { f.box.leave() })
	seen := newLabelled(w.say("payments.status", nil), status)
	status.OnChanged = func(string) { seen.setFault("") }
	f.fields.Add(seen.box)
	f.day("payments.seen")
	_, note := f.entry("record.note", "payments.note_hint")
	f.ask(w.say("payments.judge_title", nil), "payments.judge_yes", false, func() {
		if !w.sayLacks(lack{seen, w.sayIf(status.SelectedIndex() < 0, "payments.no_status")}, f.dayLack()) {
			return
		}
		code, day, words := verdicts[status.SelectedIndex()].Code, f.typedDay(), note.Text
		f.save(func(ctx context.Context) error { return r.JudgePayment(ctx, d.id, p.ID, code, day, words) },
			func() { d.onChanged("payments.was_judged") })
	})
	w.Canvas().Focus(status)
}
