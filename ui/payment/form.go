package payment

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/payment"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// receiptForm asks for a receipt (KG-062, KG-063). A number that another receipt has is
// told before anything is saved, and has to be agreed to (KG-064).
type receiptForm struct {
	*frame.RecordForm
	dialog           *paymentsDialog
	kind             *widgets.DialogSelect
	amount, number   *widgets.Labelled
	amountIn, numbIn *widgets.Entry
	photo            *frame.PlaceField
	// repeated tells of a number or a photo that another receipt has; warned is what it was said
	// of, while that stands there.
	repeated *fyne.Container
	warned   string
}

// onAdd asks for another receipt; the dialog with the others stays behind it.
func (d *paymentsDialog) onAdd() bool {
	w := d.window
	f := &receiptForm{RecordForm: frame.NewRecordForm(w), dialog: d}
	types := w.Registrar().Campaign().PaymentTypes
	f.kind = widgets.NewDialogSelect(titles(types), func() { f.Box.Leave() })
	f.Fields.Add(widgets.NewLabelled(w.Say("payment_screen.type", nil), f.kind).Box)
	f.amount, f.amountIn = f.Entry("payment_screen.amount", "payment_screen.amount_hint")
	f.number, f.numbIn = f.Entry("payment_screen.number", "payment_screen.number_hint")
	f.numbIn.OnChanged = func(string) { f.onOther() }
	f.amountIn.OnChanged = func(string) { f.onOtherSum() }
	f.numbIn.OnSubmitted = f.onEnter
	f.repeated = container.NewVBox()
	f.Fields.Add(f.repeated)
	if left := d.left(); left > 0 {
		f.amountIn.SetText(strconv.Itoa(left))
	}
	f.photo = frame.NewPlaceField(w, "payment_screen.photo_optional", f.onPhoto)
	f.photo.Button.OnEscape = func() { f.Box.Leave() }
	f.Fields.Add(f.photo.Field.Box)
	f.Faults["payment.bad_amount"], f.Faults["payment.no_number"] = f.amount, f.number
	f.Ask(w.Say("payment_screen.add", nil), "payment_screen.add_yes", false, f.onReady)
	w.Canvas().Focus(f.numbIn)
	return false
}

// isOfPhoto says that a refusal is about the photo of a receipt.
func isOfPhoto(code string) bool {
	room, _, _ := strings.Cut(code, ".")
	return slices.Contains([]string{"attachment", "photo", "file"}, room)
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
	endings := frame.Pictures
	if f.Window.Registrar().Campaign().TakesPDFReceipts() {
		endings = frame.Scans
	}
	f.Window.Files.Open(f.Window.Say("payment_screen.photo", nil), endings, func(path string) {
		f.photo.Set(path)
		f.onOther()
	})
}

// onEnter confirms; while there is a warning it goes to the button that says so first.
func (f *receiptForm) onEnter(string) {
	if f.warned != "" {
		f.Window.Canvas().Focus(f.addButton())
		return
	}
	f.Box.Confirm()
}

// addButton is the one that adds the receipt.
func (f *receiptForm) addButton() *widgets.Button { return f.Box.Primary() }

// onOther forgets the warning about another number or photo.
func (f *receiptForm) onOther() {
	f.number.SetFault("")
	f.forgetWarning()
}

// onOtherSum forgets what was said of another sum.
func (f *receiptForm) onOtherSum() {
	f.amount.SetFault("")
	f.forgetWarning()
}

func (f *receiptForm) forgetWarning() {
	if f.warned == "" {
		return
	}
	f.warned = ""
	f.repeated.RemoveAll()
	f.addButton().SetText(f.Window.Say("payment_screen.add_yes", nil))
	f.Box.Fit(frame.RecordWidth)
}

// warn says what another receipt has too, and asks once more.
func (f *receiptForm) warn(found []registrar.Finding) {
	w := f.Window
	f.warned = f.likeness()
	f.repeated.RemoveAll()
	for _, one := range found {
		words := w.Phrase(one)
		if one.Rule == "payment_repeated" {
			words += " " + w.Say("payment_screen.repeated", nil)
		}
		if one.Rule == "payment_over" {
			words += " " + w.Say("payment_screen.over_sure", nil)
		}
		f.repeated.Add(widgets.WarningLine(words))
	}
	f.addButton().SetText(w.Say("payment_screen.add_anyway", nil))
	f.Box.Fit(frame.RecordWidth)
	w.Canvas().Focus(f.numbIn)
}

// likeness is by what a receipt is compared: its sum, its number and its photo.
func (f *receiptForm) likeness() string {
	return f.amountIn.Text + "\n" + f.numbIn.Text + "\n" + f.photo.Path
}

// onReady compares the receipt with those that are there and adds it, or warns; a refusal
// is said under the field that it is about.
func (f *receiptForm) onReady() {
	w, r, id := f.Window, f.Window.Registrar(), f.dialog.id
	receipt := payment.Receipt{Amount: f.amountIn.Text, Number: f.numbIn.Text}
	if at := f.kind.SelectedIndex(); at >= 0 {
		receipt.Type = r.Campaign().PaymentTypes[at].Code
	}
	if !w.SayLacks(frame.Lack{Field: f.amount, Words: f.noAmount()},
		frame.Lack{Field: f.number, Words: w.SayIf(strings.TrimSpace(receipt.Number) == "", "payment.no_number")}, frame.Lack{Field: f.photo.Field, Words: ""}) {
		return
	}
	path, found := f.photo.Path, []registrar.Finding(nil)
	frame.RunIn(f.Box, func(context.Context) (payment.Receipt, error) {
		err := readPhoto(path, &receipt)
		if err == nil {
			found, err = r.Payment.Compare(id, receipt)
		}
		return receipt, err
	}, func(receipt payment.Receipt, err error) { f.onCompared(receipt, found, err) })
}

// noAmount is why what was typed is no sum, "" for one that is.
func (f *receiptForm) noAmount() string {
	w, typed := f.Window, f.amountIn.Text
	if strings.TrimSpace(typed) == "" {
		return w.Say("payment_screen.no_amount", nil)
	}
	if err := registrar.CheckAmount(w.Registrar().Campaign(), typed); err != nil {
		return w.ExplainBeside(err)
	}
	return ""
}

func (f *receiptForm) onCompared(receipt payment.Receipt, found []registrar.Finding, err error) {
	switch {
	case err != nil:
		if code := registrar.CodeOf(err); isOfPhoto(code) {
			f.Faults[code] = f.photo.Field
		}
		f.OnSaved(err)
	case len(found) > 0 && f.warned != f.likeness():
		f.warn(found)
	default:
		f.add(receipt)
	}
}

// readPhoto puts the photo of a receipt into it; it has none where there is no path.
func readPhoto(path string, receipt *payment.Receipt) (err error) {
	if path != "" {
		receipt.PictureName = filepath.Base(path)
		receipt.Picture, err = registrar.ReadFile(path, registrar.MaximumAttachment)
	}
	return err
}

// add saves the receipt with its photo.
func (f *receiptForm) add(receipt payment.Receipt) {
	r, id, number := f.Window.Registrar(), f.dialog.id, int64(0)
	f.Save(func(ctx context.Context) error {
		_, err := r.Payment.Add(registrar.Numbered(ctx, &number), id, receipt)
		return err
	}, func() { f.dialog.onAdded(strings.TrimSpace(receipt.Number), number) })
}

// onCancel asks why a receipt is cancelled. It stays in the list (KG-066).
func (d *paymentsDialog) onCancel(p data.Payment) {
	w, r := d.window, d.window.Registrar()
	f := frame.NewRecordForm(w)
	f.Fields.Add(widgets.BoldWords(w.Say("payment_screen.receipt", map[string]any{"number": p.Number, "sum": d.money(p.Amount), "type": d.typeTitle(p.Type)})))
	f.Fields.Add(widgets.Wrapped(w.Say("payment_screen.cancel_about", nil)))
	reason, typed := f.Entry("payment_screen.reason", "payment_screen.reason_hint")
	f.Leaving = w.Say("payment_screen.keep", nil)
	f.Ask(w.Say("payment_screen.cancel_title", nil), "payment_screen.cancel", true, func() {
		if !w.SayLacks(frame.Lack{Field: reason, Words: w.SayIf(strings.TrimSpace(typed.Text) == "", "payment_screen.no_reason")}) {
			return
		}
		words, number := typed.Text, int64(0)
		f.Save(func(ctx context.Context) error {
			return r.Payment.Cancel(registrar.Numbered(ctx, &number), d.id, p.ID, words)
		}, func() { d.onChanged("payment_screen.was_cancelled", p.Number, number) })
	})
	w.Canvas().Focus(typed)
}

// onJudge notes by hand what the centre's site says of a receipt (KG-065).
func (d *paymentsDialog) onJudge(p data.Payment) {
	w, r, verdicts := d.window, d.window.Registrar(), d.verdicts()
	f := frame.NewRecordForm(w)
	f.Fields.Add(widgets.BoldWords(w.Say("payment_screen.receipt", map[string]any{"number": p.Number, "sum": d.money(p.Amount), "type": d.typeTitle(p.Type)})))
	f.Fields.Add(widgets.Wrapped(w.Say("payment_screen.judge_about", nil)))
	for _, doubt := range d.doubtsAbout(p.ID) {
		f.Fields.Add(widgets.WarningLine(w.Phrase(doubt)))
	}
	status := widgets.NewDialogChoice(titles(verdicts), w.Say("payment_screen.choose_status", nil), func() { f.Box.Leave() })
	seen := widgets.NewLabelled(w.Say("payment_screen.status", nil), status)
	status.OnChanged = func(string) { seen.SetFault("") }
	f.Fields.Add(seen.Box)
	f.Day("payment_screen.seen")
	_, note := f.Entry("record.note", "payment_screen.note_hint")
	f.Ask(w.Say("payment_screen.judge_title", nil), "payment_screen.judge_yes", false, func() {
		if !w.SayLacks(frame.Lack{Field: seen, Words: w.SayIf(status.SelectedIndex() < 0, "payment_screen.no_status")}, f.DayLack()) {
			return
		}
		code, day, words, number := verdicts[status.SelectedIndex()].Code, f.TypedDay(), note.Text, int64(0)
		f.Save(func(ctx context.Context) error {
			return r.Payment.Judge(registrar.Numbered(ctx, &number), d.id, p.ID, code, day, words)
		}, func() { d.onChanged("payment_screen.was_judged", p.Number, number) })
	})
	w.Canvas().Focus(status)
}
