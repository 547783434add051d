package payment

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/payment"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: who has paid, and who has not?
type Screen struct {
	frame.Roll
	listing widgets.Listing[payment.Row]
	totals  *widget.Label
	// stars explains the stars of the table; it is hidden where there are none.
	stars *widget.Label
	open  *widgets.Button
	print *widgets.Button
	paste *widgets.Button
	// all counts everybody, whoever is shown.
	all int
	// found is Enter in the search.
	found *frame.Found
}

// New makes the list of who has paid.
func New(w *frame.Window) *Screen {
	s := &Screen{totals: widgets.BoldWords(""), stars: widgets.Small("")}
	s.listing = listing(w)
	s.Roll = frame.NewRoll(w, "payment_screen", paymentFilters, s.listing.Columns(), s.ask)
	s.Table.Plain = true
	s.Table.OnOpened = func(string) { s.MainAction() }
	s.Table.OnCursor = func(string) { s.open.Enable() }
	s.found = s.OpenFound(s.MainAction)
	s.open = widgets.NewButton(w.Say("payment_screen.open", nil), theme.DocumentIcon(), s.MainAction)
	s.open.Importance = widget.HighImportance
	s.print = widgets.NewButton(w.Say("ui.print_button", nil), theme.DocumentPrintIcon(), s.OnPrint)
	s.paste = widgets.NewButton(w.Say("payment_screen.paste", nil), theme.ContentPasteIcon(), s.OnPaste)
	widgets.Enable(s.paste, w.May(registrar.RightRegister))
	return s
}

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	top := container.NewVBox(s.BuildHead(frame.Payment),
		container.New(&widgets.Flow{}, s.Wide(s.Class), s.Wide(s.State), s.paste, s.print, s.open))
	// The order of the objects is the order of Tab.
	bottom := container.New(&widgets.Tight{}, s.totals, s.stars)
	return container.NewPadded(container.New(layout.NewBorderLayout(top, bottom, nil, nil), top, s.BuildList(), bottom))
}

// paymentFilters are the states that the filter offers.
var paymentFilters = []string{string(payment.Unpaid), string(payment.Pending),
	string(payment.Refused), string(payment.Done), string(payment.Doubted)}

// paymentsAnswer is what a question to the registry gives: ready words.
type paymentsAnswer struct {
	table   []widgets.Row
	classes []string
	total   payment.Row
	// all counts everybody.
	all int
	// search is what was searched for.
	search string
}

// ask asks the registry in the background and shows the answer to the last question.
func (s *Screen) ask() {
	filter, state, w := s.Filter(), s.State.Chosen(), s.Window
	r := w.Registrar()
	frame.Run(w, &s.Asked, func(context.Context) (paymentsAnswer, error) {
		found, err := r.Payment.Rows(filter, payment.State(state))
		a := paymentsAnswer{total: payment.Total(found), search: filter.Query, classes: r.Table.Classes(), all: r.Table.Count()}
		for _, p := range found {
			a.table = append(a.table, s.listing.Row(p.Graduate.ID, p))
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
	s.all = a.all
	s.ShowRows(a.table, a.classes)
	widgets.Enable(s.open, s.Table.Cursor() != "")
	s.ShowCount(w.Say("ui.count", map[string]any{"count": len(a.table)}), a.all, len(a.table), "payment_screen.nobody")
	s.found.Arrived(a.search)
	s.totals.SetText(s.sums(a.total))
	s.showStars(a.total.Confirmed)
}

// sums are those of all who are shown.
func (s *Screen) sums(total payment.Row) string {
	w, currency := s.Window, s.Window.Registrar().Campaign().Fee.Words()
	words := w.Say("payment.totals", map[string]any{"due": amount(total.Due, total.Confirmed), "paid": total.Paid, "left": amount(total.Left, total.Confirmed),
		"currency": currency})
	if total.Over == 0 {
		return words
	}
	return w.Say("payment.totals_over", map[string]any{"totals": words, "over": amount(total.Over, total.Confirmed) + " " + currency})
}

// showStars explains the stars of the table, where there are any.
func (s *Screen) showStars(confirmed bool) {
	widgets.SetWords(s.stars, "* "+strings.Trim(s.Window.Word(registrar.Doubt(confirmed)), " ()"))
	s.stars.Hidden = confirmed
}

// OnPrint prints the list of payments of the ticked ones, else of all that are shown.
func (s *Screen) OnPrint() {
	route := frame.Route{Screen: frame.Printing, Paper: registrar.PaperPayments}
	switch shown := s.Table.Keys(); {
	case s.Table.Marked() > 0:
		route.Only = s.Table.Selected()
	case len(shown) < s.all:
		route.Only, route.Shown = shown, true
	}
	s.Window.Go(route)
}

// MainAction shows the receipts of the current row.
func (s *Screen) MainAction() { ShowReceipts(s.Window, s.Table.Cursor()) }

// listing are the columns of the table, with what each shows of a graduate's payments.
func listing(w *frame.Window) widgets.Listing[payment.Row] {
	column := func(id string, width float32) widgets.Column {
		return widgets.Column{Title: w.Say(id, nil), Width: width}
	}
	sum := func(id string, of func(payment.Row) (int, bool)) widgets.ColumnOf[payment.Row] {
		c := column("payment_screen.column."+id, 90)
		c.Right = true
		return widgets.ColumnOf[payment.Row]{Column: c, Cell: func(p payment.Row) widgets.Cell { return widgets.Text(amount(of(p))) }}
	}
	name, class, state := column("column.name", 200), column("column.class", 50), column("payment_screen.column.state", 240)
	name.Stretch, name.TwoLines, class.Drop, state.TwoLines = true, true, 1, true
	return widgets.Listing[payment.Row]{
		{Column: name, Cell: func(p payment.Row) widgets.Cell { return widgets.Text(p.Graduate.FullName()) }},
		{Column: class, Cell: func(p payment.Row) widgets.Cell { return widgets.Text(p.Graduate.Class) }},
		sum("due", func(p payment.Row) (int, bool) { return p.Due, p.Confirmed }),
		sum("paid", func(p payment.Row) (int, bool) { return p.Paid, true }),
		sum("left", func(p payment.Row) (int, bool) { return p.Left, p.Confirmed }),
		{Column: state, Cell: func(p payment.Row) widgets.Cell { return paymentCell(w, p) }},
	}
}

// amount is a sum in the narrow column of a table: a star says what the line below it says
// in words, that no source confirms it (KG-057).
func amount(sum int, confirmed bool) string {
	if confirmed || sum == 0 {
		return strconv.Itoa(sum)
	}
	return strconv.Itoa(sum) + " *"
}

// stateLook is the icon of a state and its colour.
func stateLook(state payment.State) (fyne.Resource, fyne.ThemeColorName) {
	switch state {
	case payment.Refused:
		return theme.ErrorIcon(), theme.ColorNameError
	case payment.Part, payment.Unpaid:
		return theme.WarningIcon(), theme.ColorNameWarning
	case payment.Pending:
		return theme.HistoryIcon(), theme.ColorNamePrimary
	case payment.Free:
		return theme.RadioButtonIcon(), theme.ColorNamePlaceHolder
	}
	return theme.ConfirmIcon(), theme.ColorNameSuccess
}

// paymentCell says by an icon and words what there is to do: a receipt that another has too, or a
// sum beyond what is due, is nothing that is done.
func paymentCell(w *frame.Window, p payment.Row) widgets.Cell {
	icon, colour := stateLook(p.State())
	words := []string{w.Say("payment_screen.state."+string(p.State()), nil)}
	if p.Over > 0 {
		words = append(words, w.Say("payment_screen.state_over", map[string]any{"sum": amount(p.Over, p.Confirmed)}))
	}
	if len(p.Doubts) > 0 {
		words = append([]string{w.Say("payment_screen.state.doubted", nil)}, words...)
	}
	if len(words) > 1 {
		icon, colour = theme.WarningIcon(), theme.ColorNameWarning
	}
	return widgets.Cell{Text: strings.Join(words, " · "), Icon: icon, Colour: colour}
}
