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
	window *Window

	count  *widget.Label
	head   *fyne.Container
	search *widgets.Entry
	class  *filterSelect
	state  *filterSelect
	table  *widgets.Table
	nobody *widget.Label
	totals *widget.Label
	open   *widgets.Button

	asked turn
	// next is the key to make current when the rows arrive.
	next string
}

func newPaymentsScreen(w *Window) *paymentsScreen {
	s := &paymentsScreen{window: w, count: widget.NewLabel(""), nobody: wrapped(""), totals: boldWords("")}
	s.search = widgets.NewEntry(w.say("payments.search", nil))
	s.search.OnChanged = s.onFilter
	s.search.OnEscape = s.onSearchLeft
	s.search.OnMove = func(int) { s.focusTable() }
	s.class = newFilterSelect(w.say("ui.all_classes", nil), s.onFilter)
	s.state = newFilterSelect(w.say("ui.all_statuses", nil), s.onFilter)
	s.state.offer([]string{paymentUnpaid, paymentPending, paymentRefused, paymentDone}, func(code string) string { return w.say("payments.state."+code, nil) })
	column := func(id string, width float32) widgets.Column {
		return widgets.Column{Title: w.say("payments.column."+id, nil), Width: width, Right: true}
	}
	s.table = widgets.NewTable([]widgets.Column{
		{Title: w.say("column.name", nil), Width: 200, Stretch: true},
		{Title: w.say("column.class", nil), Width: 50, Drop: 1},
		column("due", 90), column("paid", 90), column("left", 90),
		{Title: w.say("payments.column.state", nil), Width: 190}})
	s.table.Plain = true
	s.table.OnOpened = w.showPayments
	s.table.OnCursor = func(string) { s.open.Enable() }
	s.nobody.Alignment = fyne.TextAlignCenter
	s.open = widgets.NewButton(w.say("payments.open", nil), theme.DocumentIcon(), s.mainAction)
	s.open.Importance = widget.HighImportance
	return s
}

func (s *paymentsScreen) build() fyne.CanvasObject {
	w := s.window
	title := heading(w.say("screen.payments", nil))
	title.Wrapping = fyne.TextWrapOff
	s.head = container.NewBorder(nil, nil, container.NewHBox(title, container.NewCenter(s.count)), nil,
		container.New(&fixedRight{width: 300 * w.scale()}, s.search))
	wide := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.New(&fixedWidth{width: 160 * w.scale()}, o)
	}
	top := container.NewVBox(s.head, container.NewHBox(wide(s.class), wide(s.state), layout.NewSpacer(), s.open))
	list := container.NewStack(s.table, container.NewCenter(container.New(&fixedWidth{width: 420 * w.scale()}, s.nobody)))
	// The order of the objects is the order of Tab.
	return container.NewPadded(container.New(layout.NewBorderLayout(top, s.totals, nil, nil), top, list, s.totals))
}

func (s *paymentsScreen) shown() {
	s.load()
	s.focusTable()
}

func (s *paymentsScreen) changed(signal registrar.Signal) {
	if signal == registrar.GraduatesChanged {
		s.load()
	}
}

// paymentsAnswer is what a question to the registry gives: ready words.
type paymentsAnswer struct {
	table   []widgets.Row
	classes []string
	total   account
	// all counts everybody.
	all int
}

// load asks the registry in the background and shows the answer to the last question.
func (s *paymentsScreen) load() {
	filter, state, w := registrar.Filter{Query: s.search.Text, Class: s.class.chosen()}, s.state.chosen(), s.window
	r := w.registrar
	run(w, &s.asked, func(context.Context) (paymentsAnswer, error) {
		found, err := r.List(filter)
		a := paymentsAnswer{classes: r.Classes(), all: r.Count()}
		for i := range found {
			own := accountOf(r.Campaign(), found[i].Graduate)
			if own.is(state) {
				a.table = append(a.table, w.paymentCells(found[i].Graduate, own))
				a.total = a.total.add(own)
			}
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
	s.class.offer(a.classes, func(class string) string { return class })
	s.table.SetRows(a.table)
	switch {
	case s.next != "":
		s.table.MoveTo(s.next)
		s.next = ""
	case s.table.Cursor() == "" && len(a.table) > 0 && s.search.Text == "":
		s.table.MoveTo(a.table[0].Key)
	}
	if s.table.Cursor() == "" {
		s.open.Disable()
	}
	s.count.SetText(w.say("ui.count", map[string]any{"count": len(a.table)}))
	s.head.Refresh()
	s.totals.SetText(w.say("payments.totals", map[string]any{"due": a.total.due, "paid": a.total.paid, "left": a.total.left,
		"currency": w.registrar.Campaign().Fee.Words()}))
	s.nobody.SetText(w.sayIf(a.all > 0 && len(a.table) == 0, "ui.nobody_found") + w.sayIf(a.all == 0, "payments.nobody"))
}

func (s *paymentsScreen) onFilter(string) { s.load() }

// onSearchLeft clears the search and goes to the rows.
func (s *paymentsScreen) onSearchLeft() {
	s.search.SetText("")
	s.focusTable()
}

func (s *paymentsScreen) focusTable() { s.window.window.Canvas().Focus(s.table.Focusable()) }

// mainAction shows the receipts of the current row.
func (s *paymentsScreen) mainAction() { s.window.showPayments(s.table.Cursor()) }

// keptPayments is what was chosen above the table, and the current row.
type keptPayments struct{ search, class, state, cursor string }

func (s *paymentsScreen) keep() any {
	return keptPayments{s.search.Text, s.class.chosen(), s.state.chosen(), s.table.Cursor()}
}

func (s *paymentsScreen) giveBack(kept any) {
	k := kept.(keptPayments)
	s.search.Text, s.next = k.search, k.cursor
	s.state.choose(k.state)
	if k.class != "" {
		s.class.offer([]string{k.class}, func(class string) string { return class })
		s.class.choose(k.class)
	}
}
