// Package intake is where graduates hand in their kits: those who have not yet and those who have,
// and the checklist of the current one beside them.
package intake

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/intake"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: who has still to hand in the kit, and is it as it should be?
type Screen struct {
	frame.Roll
	// found is Enter in the search.
	found   *frame.Found
	listing widgets.Listing[*registrar.Row]
	receipt *widgets.Button
	several *widgets.Button
	kit     *kitView
	side    fyne.CanvasObject

	// rows are those in the list, numbered all there are, by the numbers of their cards, of earlier
	// registrations too.
	rows     map[string]*registrar.Row
	numbered map[string]*data.Graduate
	// received are those whose kits were received since receipts were printed last.
	received []string
	// asking is the question about the kit of the current one, onward that the keyboard goes to it.
	asking frame.Turn
	onward bool
}

// New makes the screen.
func New(w *frame.Window) *Screen {
	s := &Screen{rows: map[string]*registrar.Row{}, numbered: map[string]*data.Graduate{}}
	s.listing = listing(w)
	s.Roll = frame.NewRoll(w, "intake_screen", stateNames(), s.listing.Columns(), s.ask)
	s.found = s.OpenFound(s.onOpened)
	s.Table.OnSelected = s.showMarked
	s.Table.OnOpened = func(string) { s.onOpened() }
	s.Table.OnCursor = func(string) { s.onCursor() }
	s.kit = newKitView(w)
	s.kit.onReceived, s.kit.onLeft, s.kit.onNext = s.onReceived, s.focusList, s.onNext
	s.receipt = widgets.NewButton("", theme.DocumentPrintIcon(), s.OnPrint)
	s.several = widgets.NewButton("", theme.ConfirmIcon(), s.onSeveral)
	return s
}

// The checklist has a share of the width, within bounds, at the usual size of letters.
const (
	sideShare = 0.6
	leastSide = 300
	mostSide  = 1000
)

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	top := container.NewVBox(s.BuildHead(frame.Intake),
		container.New(&widgets.Flow{}, s.Wide(s.Class), s.Wide(s.State), layout.NewSpacer(), s.several, s.receipt), s.Window.LookingLine(registrar.RightRegister))
	list := s.BuildList()
	s.side = widgets.Panel(s.kit.object)
	scale := s.Window.Scale()
	// The order of the objects is the order of Tab.
	page := &widgets.PageLayout{Head: top, Body: list, Side: s.side, Share: sideShare, Least: leastSide * scale, Most: mostSide * scale}
	s.showMarked()
	return container.NewPadded(container.New(page, top, list, s.side))
}

// answer is what a question to the registry gives.
type answer struct {
	rows     []*registrar.Row
	table    []widgets.Row
	classes  []string
	all      []registrar.Row
	search   string
	numbered map[string]*data.Graduate
}

// ask asks the registry in the background and shows the answer to the last question.
func (s *Screen) ask() {
	filter, chosen, w := s.Filter(), s.State.Chosen(), s.Window
	r := w.Registrar()
	frame.Run(w, &s.Asked, func(context.Context) (answer, error) {
		a := answer{search: filter.Query, classes: r.Table.Classes(), numbered: map[string]*data.Graduate{}}
		found, err := r.Table.List(filter)
		if err != nil {
			return a, err
		}
		for i := range found {
			if chosen == "" || chosen == string(stateOf(&found[i])) {
				a.rows = append(a.rows, &found[i])
			}
		}
		slices.SortStableFunc(a.rows, func(a, b *registrar.Row) int { return rank(stateOf(a)) - rank(stateOf(b)) })
		for _, row := range a.rows {
			a.table = append(a.table, s.listing.Row(row.Graduate.ID, row))
		}
		a.all, err = r.Table.List(registrar.Filter{})
		for _, row := range a.all {
			for _, registration := range row.Graduate.Registrations {
				a.numbered[registration.CardNumber] = row.Graduate
			}
		}
		return a, err
	}, s.onLoaded)
}

func (s *Screen) onLoaded(a answer, err error) {
	w := s.Window
	if err != nil {
		w.Fail(err)
		return
	}
	clear(s.rows)
	for _, row := range a.rows {
		s.rows[row.Graduate.ID] = row
	}
	s.numbered = a.numbered
	s.ShowRows(a.table, a.classes)
	s.showMarked()
	s.ShowCount(countWords(w, a.all), len(a.all), len(a.table), "intake_screen.nobody")
	s.onCursor()
	s.found.Arrived(a.search)
}

// countWords say how many are to hand in their kits, and how many have.
func countWords(w *frame.Window, all []registrar.Row) string {
	of := map[state]int{}
	for i := range all {
		of[stateOf(&all[i])]++
	}
	return w.Say("intake_screen.count", map[string]any{"waiting": of[stateWaiting], "received": of[stateReceived] + of[stateChecked]})
}

// onCursor shows the kit of the current one.
func (s *Screen) onCursor() {
	w, r, id := s.Window, s.Window.Registrar(), s.Table.Cursor()
	if s.rows[id] == nil {
		s.asking.Void()
		s.kit.clear(s.Table.Count() > 0)
		return
	}
	frame.Run(w, &s.asking, func(context.Context) (intake.Kit, error) { return r.Intake.Kit(id) }, func(k intake.Kit, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		s.kit.show(k)
		if s.onward {
			s.onward = false
			s.kit.focus()
		}
	})
}

// onOpened gives the keyboard to the checklist of the current one.
func (s *Screen) onOpened() { s.kit.focus() }

func (s *Screen) focusList() { s.Window.Canvas().Focus(s.Table.Focusable()) }

// MainAction receives the kit of the current one.
func (s *Screen) MainAction() { s.kit.onReceive() }

// onReceived goes on to the next one who has still to hand in the kit.
func (s *Screen) onReceived(id string) {
	s.received = append(s.received, id)
	s.showReceipts()
	s.onNext()
}

// onNext goes to the next one in the list who has still to hand in the kit, behind the last to the
// first; with nobody left the keyboard goes to the list.
func (s *Screen) onNext() {
	keys := s.Table.Keys()
	at := slices.Index(keys, s.Table.Cursor())
	for i := range keys {
		id := keys[(at+1+i)%len(keys)]
		if row := s.rows[id]; id != s.Table.Cursor() && row != nil && stateOf(row) == stateWaiting {
			s.onward = true
			s.Next = id
			s.Table.MoveTo(id)
			return
		}
	}
	s.focusList()
}

// Scanned goes to the one whose card was scanned; a number that nobody has is that of the current one,
// who has none yet.
func (s *Screen) Scanned(number string) bool {
	g := s.numbered[number]
	if g == nil {
		return s.kit.take(number)
	}
	s.choose(g.ID)
	s.ask()
	s.Window.SayScanned(number, g)
	return true
}

// choose chooses somebody, whom no filter hides, and leads the keyboard to the checklist.
func (s *Screen) choose(id string) {
	s.Search.Put("")
	s.Class.Choose("")
	s.State.Choose("")
	s.Next, s.onward = id, true
}

// Shown asks the registry anew; the keyboard goes to the checklist where a route has led to somebody.
func (s *Screen) Shown() {
	if s.onward {
		s.ask()
		return
	}
	s.Roll.Shown()
}

// stateOfNext are the states of those with whom something is to be done next here.
var stateOfNext = map[data.Next]state{data.NextKit: stateWaiting, data.NextCheckKit: stateReceived, data.NextVisit: stateOwn}

// Arrive chooses the one whom a route is about, or those with whom the same is to be done next.
func (s *Screen) Arrive(to frame.Route) {
	if step, is := strings.CutPrefix(to.State, frame.NextStep); is {
		to.State = string(stateOfNext[data.Next(step)])
	}
	if s.Roll.Arrive(to); to.Graduate != "" {
		s.choose(to.Graduate)
	}
}

// showReceipts says for how many receipts are to be printed.
func (s *Screen) showReceipts() {
	n := len(s.toPrint())
	s.receipt.SetText(s.Window.Say("intake_screen.receipts", map[string]any{"number": n}))
	widgets.Enable(s.receipt, n > 0)
}

// toPrint are those who are ticked, else those whose kits were received since receipts were printed last.
func (s *Screen) toPrint() []string {
	if s.Table.Marked() > 0 {
		return s.Table.Selected()
	}
	return slices.Clone(s.received)
}

// OnPrint prints the receipts of those whom [Screen.toPrint] names, else that of the current one.
func (s *Screen) OnPrint() {
	only := s.toPrint()
	if len(only) == 0 && s.Table.Cursor() != "" {
		only = []string{s.Table.Cursor()}
	}
	s.received = slices.DeleteFunc(s.received, func(id string) bool { return slices.Contains(only, id) })
	s.showReceipts()
	s.Window.Go(frame.Route{Screen: frame.Printing, Paper: registrar.PaperIntake, Only: only})
}

// Whose is the one whose kit is shown.
func (s *Screen) Whose() (graduate string, parts []fyne.CanvasObject) {
	return s.kit.id, []fyne.CanvasObject{s.side}
}
