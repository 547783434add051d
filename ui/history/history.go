// Package history tells who changed what, and when, and brings an earlier state of a form
// back.
package history

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: who changed what, and when? The newest comes first.
type Screen struct {
	window *frame.Window

	search  *widgets.Entry
	kind    *widgets.FilterSelect
	by      *widgets.FilterSelect
	period  *widgets.FilterSelect
	undo    *widgets.Button
	back    *widgets.Button
	all     *widgets.Button
	again   *widgets.Button
	count   *widget.Label
	head    *fyne.Container
	listing widgets.Listing[*pastEvent]
	table   *widgets.Table
	empty   *frame.Empty
	details *widget.Label

	reading  frame.Turn
	choosing frame.Turn
	asking   frame.Turn
	// events are all of the registry, in words; stale says that there are newer ones.
	events []pastEvent
	stale  bool
	// next is the row to go to when the rows come, "" for none.
	next string
	// acts are how many each act has changed that changed several, by its number; lists are the
	// acts of the class lists by those whom they have added.
	acts  map[int64]int
	lists map[string]int64
}

// New makes the history of the open registry.
func New(w *frame.Window) *Screen {
	s := &Screen{window: w, stale: true, count: widget.NewLabel(""), details: widgets.Wrapped("")}
	s.search = widgets.NewSearch(w.Say("history_screen.search", nil))
	s.search.OnChanged = func(string) { s.choose() }
	s.search.OnEscape = func() { s.search.SetText("") }
	s.search.OnMove = func(int) { s.focusTable() }
	s.search.OnSubmitted = func(string) { s.onSearchEntered() }
	s.kind = widgets.NewFilterSelect(w.Say("history_screen.all_kinds", nil), func(string) { s.choose() })
	s.by = widgets.NewFilterSelect(w.Say("history_screen.all_people", nil), func(string) { s.choose() })
	s.period = widgets.NewFilterSelect(w.Say("history_screen.all_time", nil), func(string) { s.choose() })
	s.period.Offer([]string{"1", "7", "30"}, func(days string) string { return w.Say("history_screen.days_"+days, nil) })
	s.undo = widgets.NewButton(w.Say("history_screen.undo", nil), theme.ContentUndoIcon(), s.onUndo)
	s.undo.Disable()
	s.back = widgets.NewButton(w.Say("history_screen.bring_back", nil), theme.HistoryIcon(), s.onBringBack)
	s.back.Disable()
	s.all = widgets.NewButton(w.Say("undo_all.button", nil), theme.ContentUndoIcon(), s.onUndoAll)
	s.all.Disable()
	s.again = widgets.NewButton(w.Say("history_screen.print_again", nil), theme.DocumentPrintIcon(), s.onPrintAgain)
	s.again.Disable()
	s.listing = listing(w)
	s.empty = frame.NewEmpty(w)
	s.table = widgets.NewTable(s.listing.Columns())
	s.table.Plain = true
	w.KeepLook(frame.History, s.table)
	s.table.OnCursor = s.onCursor
	return s
}

// OnSearch goes to the search.
func (s *Screen) OnSearch() { s.window.SearchIn(s.search) }

// OnForm opens the form of the one whom the current row is about.
func (s *Screen) OnForm() {
	e := s.find(s.table.Cursor())
	if e == nil || !e.there || e.event.Graduate == "" {
		s.window.Done(s.window.Say("ui.choose_somebody", nil), nil)
		return
	}
	s.window.Go(frame.Route{Screen: frame.Form, Graduate: e.event.Graduate})
}

// onSearchEntered goes to the rows; the only one found is shown.
func (s *Screen) onSearchEntered() {
	if keys := s.table.Keys(); len(keys) == 1 {
		s.table.MoveTo(keys[0])
	}
	s.focusTable()
}

func (s *Screen) focusTable() { s.window.Canvas().Focus(s.table.Focusable()) }

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	title := widgets.Heading(s.window.Say("screen.history", nil))
	title.Wrapping = fyne.TextWrapOff
	s.head = widgets.SearchHead(s.search, 360*s.window.Scale(), title, s.count)
	filters := container.New(&widgets.Flow{}, s.wide(s.kind, 380), s.wide(s.by, 230), s.wide(s.period, 160))
	details := container.NewVScroll(s.details)
	details.SetMinSize(fyne.NewSize(0, 116*s.window.Scale()))
	foot := container.NewBorder(nil, nil, nil, container.NewVBox(s.undo, s.all, s.back, s.again), details)
	return container.NewPadded(container.NewBorder(container.NewVBox(s.head, filters), widgets.Panel(foot), nil, nil, container.NewStack(s.table, s.empty.Object)))
}

// wide gives a filter room for what it may say, in device-independent pixels at the usual size
// of letters.
func (s *Screen) wide(filter *widgets.FilterSelect, width float32) fyne.CanvasObject {
	return container.New(&widgets.FixedWidth{Width: width * s.window.Scale()}, filter)
}

// Shown reads the history where it has grown.
func (s *Screen) Shown() {
	if s.stale {
		s.read()
	}
	s.window.Canvas().Focus(s.search)
}

// Changed reads the history again, at once only where it is looked at.
func (s *Screen) Changed(signal registrar.Signal) {
	if signal != registrar.HistoryGrew {
		return
	}
	s.stale = true
	if s.window.Shows(s) {
		s.read()
	}
}

// read puts the whole history into words in the background.
func (s *Screen) read() {
	s.stale = false
	words, r := frame.NewChanges(s.window), s.window.Registrar()
	frame.Run(s.window, &s.reading, func(ctx context.Context) ([]pastEvent, error) { return allPast(ctx, r, words) }, s.onRead)
}

func (s *Screen) onRead(events []pastEvent, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	s.events = events
	s.countActs()
	s.offerFilters()
	s.choose()
}

// offerFilters offers the kinds and the people that the history has.
func (s *Screen) offerFilters() {
	kinds, people := map[string]bool{}, map[string]bool{}
	for i := range s.events {
		kinds[s.events[i].event.Kind], people[s.events[i].event.By] = true, true
	}
	present := slices.DeleteFunc(registrar.EventKinds(), func(kind string) bool { return !kinds[kind] })
	delete(people, "")
	s.kind.Offer(present, s.kindWords)
	s.by.Offer(slices.Sorted(maps.Keys(people)), itself)
}

func (s *Screen) kindWords(kind string) string { return s.window.Say("event."+kind, nil) }

func itself(name string) string { return name }

// kept is what was searched for and chosen above the rows, and the current one.
type kept struct{ search, kind, by, period, cursor string }

// Keep is what stands above the rows, and the current one.
func (s *Screen) Keep() any {
	return kept{s.search.Text, s.kind.Chosen(), s.by.Chosen(), s.period.Chosen(), s.table.Cursor()}
}

// GiveBack puts it back.
func (s *Screen) GiveBack(was any) {
	k := was.(kept)
	s.search.Text, s.next = k.search, k.cursor
	s.kind.Restore(k.kind, s.kindWords)
	s.by.Restore(k.by, itself)
	s.period.Choose(k.period)
}

// filter is what the screen is set to.
type pastFilter struct {
	words    []string
	kind, by string
	since    time.Time
}

func (s *Screen) filter() pastFilter {
	f := pastFilter{words: strings.Fields(data.FindKey(s.search.Text)), kind: s.kind.Chosen(), by: s.by.Chosen()}
	if days, err := strconv.Atoi(s.period.Chosen()); err == nil {
		f.since = s.window.Registrar().Today().Time().AddDate(0, 0, 1-days)
	}
	return f
}

func (f *pastFilter) holds(e *pastEvent) bool {
	return (f.kind == "" || e.event.Kind == f.kind) && (f.by == "" || e.event.By == f.by) &&
		!e.event.At.Before(f.since) && frame.HasWords(e.key, f.words)
}

// choose shows the events that the filters and every word of the search hold for.
func (s *Screen) choose() {
	events, listing, filter := s.events, s.listing, s.filter()
	frame.Run(s.window, &s.choosing, func(context.Context) ([]widgets.Row, error) {
		rows := make([]widgets.Row, 0, len(events))
		for i := range events {
			if filter.holds(&events[i]) {
				rows = append(rows, listing.Row(events[i].row(), &events[i]))
			}
		}
		return rows, nil
	}, s.onChosen)
}

func (s *Screen) onChosen(rows []widgets.Row, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	s.table.SetRows(rows)
	if s.next != "" {
		s.table.StandAt(s.next)
		s.next = ""
	}
	s.empty.Say("")
	if len(rows) == 0 && len(s.events) > 0 {
		s.empty.SayNone(s.window.Say("history_screen.none_found", nil), "history_screen.show_all", s.showAll)
	}
	s.count.SetText(s.window.Say("history_screen.count", map[string]any{"count": len(rows)}))
	s.head.Refresh()
	s.onCursor(s.table.Cursor())
}

// showAll takes the search and the filters away.
func (s *Screen) showAll() {
	s.search.Put("")
	for _, filter := range []*widgets.FilterSelect{s.kind, s.by, s.period} {
		filter.Choose("")
	}
	s.choose()
	s.focusTable()
}

// onCursor tells all about the current row.
func (s *Screen) onCursor(key string) {
	s.undo.Disable()
	s.back.Disable()
	s.again.Disable()
	e := s.find(key)
	s.offerAll(e)
	if e == nil {
		s.details.SetText(s.window.Say("history_screen.choose", nil))
		return
	}
	s.details.SetText(e.details)
	widgets.Enable(s.undo, s.bringable(e) || s.reversible(e))
	widgets.Enable(s.back, s.bringable(e))
	widgets.Enable(s.again, s.printable(e))
}

// find is the event of a row, nil for none.
func (s *Screen) find(key string) *pastEvent {
	at := slices.IndexFunc(s.events, func(e pastEvent) bool { return e.row() == key })
	if at < 0 {
		return nil
	}
	return &s.events[at]
}
