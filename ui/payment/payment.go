// Package payment is who has paid, and the receipts of one graduate.
package payment

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// paymentsDialog shows what one graduate owes and has paid, and takes receipts (KG-061).
type paymentsDialog struct {
	window *frame.Window
	id     string
	form   form.Form

	name   *widget.Label
	sums   *fyne.Container
	warned *fyne.Container
	list   *fyne.Container
	scroll *container.Scroll
	box    *frame.Box

	reading frame.Turn
}

// ShowReceipts shows the receipts of a graduate in a dialog, where others are added,
// cancelled and judged (KG-061…KG-066). It does nothing where the campaign has no
// payments.
func ShowReceipts(w *frame.Window, id string) {
	if id == "" || !w.Registrar().Campaign().Has(registrar.CapabilityPayments) {
		return
	}
	d := &paymentsDialog{window: w, id: id, name: widgets.BoldWords(""), sums: container.NewVBox(), warned: container.NewVBox(), list: container.NewVBox()}
	d.name.Wrapping = fyne.TextWrapWord
	d.scroll = container.NewVScroll(widgets.OffTheBar(d.list))
	d.read()
}

// read asks for the form in the background.
func (d *paymentsDialog) read() {
	r := d.window.Registrar()
	frame.Run(d.window, &d.reading, func(context.Context) (form.Form, error) { return r.Form.Of(d.id) }, d.onRead)
}

func (d *paymentsDialog) onRead(form form.Form, err error) {
	if err != nil {
		d.window.Fail(err)
		return
	}
	d.form = form
	d.name.SetText(form.Graduate.FullName())
	d.showSums()
	d.showWarnings()
	d.showReceipts()
	if d.box == nil {
		d.open()
	}
	// The buttons of the rows are new: the focus goes to one that stays.
	d.window.Canvas().Focus(d.box.Primary())
}

func (d *paymentsDialog) open() {
	w := d.window
	room := fyne.NewSize(600*w.Scale(), max(w.Canvas().Size().Height-paymentsAside*w.Scale(), 140))
	top := container.NewVBox(d.name, d.sums, d.warned)
	content := container.New(&widgets.FixedSize{Size: room}, container.NewBorder(top, nil, nil, nil, d.scroll))
	choices := []frame.Choice{{Label: w.Say("ui.close", nil)}}
	if w.May(registrar.RightFill) {
		choices = append([]frame.Choice{{Label: w.Say("payment_screen.add", nil), Ready: d.onAdd}}, choices...)
	}
	d.box = w.Ask(cmp.Or(w.Registrar().Campaign().Fee.Title, w.Say("payment_screen.title", nil)), content, 660, choices...)
	d.box.Topic = frame.Receipts
}

// paymentsAside is the height that the dialog leaves to its title, its buttons and the
// window around it.
const paymentsAside = 200

// money is a sum with the campaign's word for its currency.
func (d *paymentsDialog) money(amount int) string {
	return strconv.Itoa(amount) + " " + d.window.Registrar().Campaign().Fee.Words()
}

// left is what is still to be paid; less than nothing where more was paid than is due.
func (d *paymentsDialog) left() int { return d.form.Due - d.form.Paid }

// showSums says what is due and of what it is made up, what was paid, and what is left
// (KG-057, KG-064).
func (d *paymentsDialog) showSums() {
	w := d.window
	d.sums.RemoveAll()
	words := func(id string, amount int) fyne.CanvasObject {
		return widgets.BoldWords(w.Say(id, map[string]any{"sum": d.money(amount)}))
	}
	doubt := d.window.DoubtWords(registrar.Doubt(d.form.Confirmed))
	row := container.NewGridWithColumns(3, words("payment_screen.due", d.form.Due), words("payment_screen.paid", d.form.Paid))
	switch left := d.left(); {
	case left < 0:
		row.Add(words("payment_screen.over", -left))
	default:
		row.Add(words("payment_screen.left", left))
	}
	d.sums.Add(row)
	parts := widgets.Wrapped(d.parts() + doubt)
	parts.SizeName, parts.Importance = theme.SizeNameCaptionText, widget.LowImportance
	d.sums.Add(parts)
}

// parts says of what the amount due is made up.
func (d *paymentsDialog) parts() string {
	w, words := d.window, ""
	for _, part := range d.form.Parts {
		title := part.Title
		if title == "" {
			title = w.Say("payment_screen.main", nil)
		}
		if words != "" {
			words += " + "
		}
		words += title + " " + strconv.Itoa(part.Amount)
	}
	if words == "" {
		return w.Say("payment_screen.nothing_due", nil)
	}
	return w.Say("payment_screen.parts", map[string]any{"parts": words})
}

// showWarnings tells of receipt numbers and photos that stand twice (KG-064).
func (d *paymentsDialog) showWarnings() {
	d.warned.RemoveAll()
	for _, f := range d.doubts() {
		d.warned.Add(widgets.WarningLine(d.window.Phrase(f)))
	}
}

// doubtsAbout are what is to be looked at about one receipt before it is said to be accepted.
func (d *paymentsDialog) doubtsAbout(id string) []registrar.Finding {
	return slices.DeleteFunc(d.doubts(), func(f registrar.Finding) bool { return f.Field != data.PaymentField(id) })
}

// doubts are what is to be looked at about the receipts.
func (d *paymentsDialog) doubts() []registrar.Finding {
	return slices.DeleteFunc(d.form.Findings(), func(f registrar.Finding) bool { return !f.AboutReceipt() })
}

func (d *paymentsDialog) showReceipts() {
	d.list.RemoveAll()
	payments := d.form.Graduate.Current().Payments
	for i := range payments {
		d.list.Add(d.receipt(&payments[i]))
	}
	if len(payments) == 0 {
		d.list.Add(widgets.Wrapped(d.window.Say("payment_screen.no_receipts", nil)))
	}
	d.scroll.Refresh()
}

// onAdded shows the receipts anew after one of a number was added by an act. Taken back it is
// cancelled and stays in the list (KG-066).
func (d *paymentsDialog) onAdded(receipt string, act int64) {
	w, args := d.window, map[string]any{"number": receipt, "who": d.form.Graduate.FullName()}
	said := strings.TrimSuffix(w.Say("payment_screen.added", args), ".") + " — " + d.form.Graduate.FullName()
	w.Did(said, w.Say("payment_screen.added_back", args), act)
	d.read()
}

// onChanged shows the receipts anew after the one of a number was cancelled or judged by an act.
func (d *paymentsDialog) onChanged(message, receipt string, act int64) {
	d.window.DidFor(d.form.Graduate.FullName(), d.window.Say(message, map[string]any{"number": receipt}), act)
	d.read()
}
