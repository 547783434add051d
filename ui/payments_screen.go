package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// paymentsScreen answers: who has paid, and who has not?
type paymentsScreen struct {
	roll
	totals *widget.Label
	open   *widgets.Button
}

func newPaymentsScreen(w *Window) *paymentsScreen {
	s := &paymentsScreen{totals: boldWords("")}
	column := func(id string, width float32) widgets.Column {
		return widgets.Column{Title: w.say("payments.column."+id, nil), Width: width, Right: true}
	}
	s.roll = newRoll(w, "payments", paymentFilters, []widgets.Column{
		{Title: w.say("column.name", nil), Width: 200, Stretch: true},
		{Title: w.say("column.class", nil), Width: 50, Drop: 1},
		column("due", 90), column("paid", 90), column("left", 90),
		{Title: w.say("payments.column.state", nil), Width: 190}}, s.ask)
	s.table.Plain = true
	s.table.OnOpened = func(string) { s.MainAction() }
	s.table.OnCursor = func(string) { s.open.Enable() }
	s.open = widgets.NewButton(w.say("payments.open", nil), theme.DocumentIcon(), s.MainAction)
	s.open.Importance = widget.HighImportance
	return s
}

func (s *paymentsScreen) Build() fyne.CanvasObject {
	top := container.NewVBox(s.buildHead(screenPayments),
		container.NewHBox(s.wide(s.class), s.wide(s.state), layout.NewSpacer(), s.open))
	// The order of the objects is the order of Tab.
	return container.NewPadded(container.New(layout.NewBorderLayout(top, s.totals, nil, nil), top, s.buildList(), s.totals))
}

// paymentFilters are the states that the filter offers.
var paymentFilters = []string{string(registrar.PaymentUnpaid), string(registrar.PaymentPending),
	string(registrar.PaymentRefused), string(registrar.PaymentDone)}

// paymentsAnswer is what a question to the registry gives: ready words.
type paymentsAnswer struct {
	table   []widgets.Row
	classes []string
	total   registrar.PaymentRow
	// all counts everybody.
	all int
}

// ask asks the registry in the background and shows the answer to the last question.
func (s *paymentsScreen) ask() {
	filter, state, w := s.filter(), s.state.chosen(), s.window
	r := w.Registrar()
	run(w, &s.asked, func(context.Context) (paymentsAnswer, error) {
		found, err := r.Payments(filter, registrar.PaymentState(state))
		a := paymentsAnswer{classes: r.Classes(), all: r.Count()}
		for _, p := range found {
			a.table = append(a.table, paymentCells(w, p))
			a.total.Due, a.total.Paid, a.total.Left = a.total.Due+p.Due, a.total.Paid+p.Paid, a.total.Left+p.Left
		}
		return a, err
	}, s.onLoaded)
}

func (s *paymentsScreen) onLoaded(a paymentsAnswer, err error) {
	w := s.window
	if err != nil {
		w.fail(err)
		return
	}
	s.showRows(a.table, a.classes)
	if s.table.Cursor() == "" {
		s.open.Disable()
	}
	s.showCount(w.say("ui.count", map[string]any{"count": len(a.table)}), a.all, len(a.table), "payments.nobody")
	s.totals.SetText(w.say("payments.totals", map[string]any{"due": a.total.Due, "paid": a.total.Paid, "left": a.total.Left,
		"currency": w.Registrar().Campaign().Fee.Words()}))
}

// MainAction shows the receipts of the current row.
func (s *paymentsScreen) MainAction() { showPayments(s.window, s.table.Cursor()) }
