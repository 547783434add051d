package payment

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/payment"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: who has paid, and who has not?
type Screen struct {
	frame.Roll
	listing widgets.Listing[payment.Row]
	totals  *widget.Label
	open    *widgets.Button
}

// New makes the list of who has paid.
func New(w *frame.Window) *Screen {
	s := &Screen{totals: widgets.BoldWords("")}
	s.listing = listing(w)
	s.Roll = frame.NewRoll(w, "payment_screen", paymentFilters, s.listing.Columns(), s.ask)
	s.Table.Plain = true
	s.Table.OnOpened = func(string) { s.MainAction() }
	s.Table.OnCursor = func(string) { s.open.Enable() }
	s.open = widgets.NewButton(w.Say("payment_screen.open", nil), theme.DocumentIcon(), s.MainAction)
	s.open.Importance = widget.HighImportance
	return s
}

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	top := container.NewVBox(s.BuildHead(frame.Payment),
		container.NewHBox(s.Wide(s.Class), s.Wide(s.State), layout.NewSpacer(), s.open))
	// The order of the objects is the order of Tab.
	return container.NewPadded(container.New(layout.NewBorderLayout(top, s.totals, nil, nil), top, s.BuildList(), s.totals))
}

// paymentFilters are the states that the filter offers.
var paymentFilters = []string{string(payment.Unpaid), string(payment.Pending),
	string(payment.Refused), string(payment.Done)}

// paymentsAnswer is what a question to the registry gives: ready words.
type paymentsAnswer struct {
	table   []widgets.Row
	classes []string
	total   payment.Row
	// all counts everybody.
	all int
}

// ask asks the registry in the background and shows the answer to the last question.
func (s *Screen) ask() {
	filter, state, w := s.Filter(), s.State.Chosen(), s.Window
	r := w.Registrar()
	frame.Run(w, &s.Asked, func(context.Context) (paymentsAnswer, error) {
		found, err := r.Payment.Rows(filter, payment.State(state))
		a := paymentsAnswer{classes: r.Table.Classes(), all: r.Table.Count()}
		for _, p := range found {
			a.table = append(a.table, s.listing.Row(p.Graduate.ID, p))
			a.total.Due, a.total.Paid, a.total.Left = a.total.Due+p.Due, a.total.Paid+p.Paid, a.total.Left+p.Left
		}
		return a, err
	}, s.onLoaded)
}

func (s *Screen) onLoaded(a paymentsAnswer, err error) {
	w := s.Window
	if err != nil {
		w.Fail(err)
		return
	}
	s.ShowRows(a.table, a.classes)
	if s.Table.Cursor() == "" {
		s.open.Disable()
	}
	s.ShowCount(w.Say("ui.count", map[string]any{"count": len(a.table)}), a.all, len(a.table), "payment_screen.nobody")
	s.totals.SetText(w.Say("payment_screen.totals", map[string]any{"due": a.total.Due, "paid": a.total.Paid, "left": a.total.Left,
		"currency": w.Registrar().Campaign().Fee.Words()}))
}

// MainAction shows the receipts of the current row.
func (s *Screen) MainAction() { ShowReceipts(s.Window, s.Table.Cursor()) }
