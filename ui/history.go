package ui

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
	"graduand/ui/widgets"
)

// historyScreen answers: who changed what, and when? The newest comes first.
type historyScreen struct {
	window *Window

	search  *widgets.Entry
	kind    *filterSelect
	by      *filterSelect
	period  *filterSelect
	back    *widgets.Button
	count   *widget.Label
	head    *fyne.Container
	table   *widgets.Table
	details *widget.Label

	reading  turn
	choosing turn
	asking   turn
	// events are all of the registry, in words; stale says that there are newer ones.
	events []pastEvent
	stale  bool
}

// pastEvent is one event in the words of the window.
type pastEvent struct {
	row     widgets.Row
	details string
	key     string
	event   registrar.Event
}

func newHistoryScreen(w *Window) *historyScreen {
	s := &historyScreen{window: w, stale: true, count: widget.NewLabel(""), details: wrapped("")}
	s.search = widgets.NewEntry(w.say("history_screen.search", nil))
	s.search.OnChanged = func(string) { s.choose() }
	s.search.OnEscape = func() { s.search.SetText("") }
	column := func(id string, width float32) widgets.Column {
		return widgets.Column{Title: w.say("history_screen."+id, nil), Width: width}
	}
	what := column("what", 120)
	what.Stretch = true
	s.kind = newFilterSelect(w.say("history_screen.all_kinds", nil), func(string) { s.choose() })
	s.by = newFilterSelect(w.say("history_screen.all_people", nil), func(string) { s.choose() })
	s.period = newFilterSelect(w.say("history_screen.all_time", nil), func(string) { s.choose() })
	s.period.offer([]string{"1", "7", "30"}, func(days string) string { return w.say("history_screen.days_"+days, nil) })
	s.back = widgets.NewButton(w.say("history_screen.bring_back", nil), theme.ContentUndoIcon(), s.onBringBack)
	s.back.Disable()
	s.table = widgets.NewTable([]widgets.Column{column("when", 122), column("who", 96), column("kind", 148), column("graduate", 184), what})
	s.table.Plain = true
	s.table.OnCursor = s.onCursor
	return s
}

func (s *historyScreen) Build() fyne.CanvasObject {
	title := heading(s.window.say("screen.history", nil))
	title.Wrapping = fyne.TextWrapOff
	search := container.New(&fixedRight{width: 360 * s.window.scale()}, s.search)
	s.head = container.NewBorder(nil, nil, container.NewHBox(title, container.NewCenter(s.count)), nil, search)
	filters := container.NewHBox(s.kind, s.by, s.period)
	details := container.NewVScroll(s.details)
	details.SetMinSize(fyne.NewSize(0, 116*s.window.scale()))
	foot := container.NewBorder(nil, nil, nil, container.NewVBox(s.back), details)
	return container.NewPadded(container.NewBorder(container.NewVBox(s.head, filters), panel(foot), nil, nil, s.table))
}

func (s *historyScreen) Shown() {
	if s.stale {
		s.read()
	}
	s.window.Canvas().Focus(s.search)
}

// Changed reads the history again, at once only where it is looked at.
func (s *historyScreen) Changed(signal registrar.Signal) {
	if signal != registrar.HistoryGrew {
		return
	}
	s.stale = true
	if s.window.InFront(screenHistory) {
		s.read()
	}
}

// read puts the whole history into words in the background.
func (s *historyScreen) read() {
	s.stale = false
	words := &pastWords{text: s.window.Text(), registrar: s.window.Registrar(), names: map[string]string{}}
	run(s.window, &s.reading, func(ctx context.Context) ([]pastEvent, error) { return allPast(ctx, words) }, s.onRead)
}

func (s *historyScreen) onRead(events []pastEvent, err error) {
	if err != nil {
		s.window.fail(err)
		return
	}
	s.events = events
	s.offerFilters()
	s.choose()
}

// offerFilters offers the kinds and the people that the history has.
func (s *historyScreen) offerFilters() {
	kinds, people := map[string]bool{}, map[string]bool{}
	for i := range s.events {
		kinds[s.events[i].event.Kind], people[s.events[i].event.By] = true, true
	}
	present := slices.DeleteFunc(registrar.EventKinds(), func(kind string) bool { return !kinds[kind] })
	delete(people, "")
	s.kind.offer(present, func(kind string) string { return s.window.say("event."+kind, nil) })
	s.by.offer(slices.Sorted(maps.Keys(people)), func(name string) string { return name })
}

// filter is what the screen is set to.
type pastFilter struct {
	words    []string
	kind, by string
	since    time.Time
}

func (s *historyScreen) filter() pastFilter {
	f := pastFilter{words: strings.Fields(data.SearchKey(s.search.Text)), kind: s.kind.chosen(), by: s.by.chosen()}
	if days, err := strconv.Atoi(s.period.chosen()); err == nil {
		f.since = s.window.Registrar().Today().Time().AddDate(0, 0, 1-days)
	}
	return f
}

func (f *pastFilter) holds(e *pastEvent) bool {
	return (f.kind == "" || e.event.Kind == f.kind) && (f.by == "" || e.event.By == f.by) &&
		!e.event.At.Before(f.since) && hasWords(e.key, f.words)
}

// choose shows the events that the filters and every word of the search hold for.
func (s *historyScreen) choose() {
	events, filter := s.events, s.filter()
	run(s.window, &s.choosing, func(context.Context) ([]widgets.Row, error) {
		rows := make([]widgets.Row, 0, len(events))
		for i := range events {
			if filter.holds(&events[i]) {
				rows = append(rows, events[i].row)
			}
		}
		return rows, nil
	}, s.onChosen)
}

func (s *historyScreen) onChosen(rows []widgets.Row, err error) {
	if err != nil {
		s.window.fail(err)
		return
	}
	s.table.SetRows(rows)
	s.count.SetText(s.window.say("history_screen.count", map[string]any{"count": len(rows)}))
	s.head.Refresh()
	s.onCursor(s.table.Cursor())
}

// onCursor tells all about the current row.
func (s *historyScreen) onCursor(key string) {
	s.back.Disable()
	at := slices.IndexFunc(s.events, func(e pastEvent) bool { return e.row.Key == key })
	if at < 0 {
		s.details.SetText(s.window.say("history_screen.choose", nil))
		return
	}
	s.details.SetText(s.events[at].details)
	if s.bringable(&s.events[at].event) {
		s.back.Enable()
	}
}

// all is the whole history, newest first.
func allPast(ctx context.Context, p *pastWords) ([]pastEvent, error) {
	events, err := p.registrar.History(ctx, registrar.HistoryFilter{})
	if err != nil {
		return nil, err
	}
	said := make([]pastEvent, len(events))
	for i := range events {
		said[len(events)-1-i] = pastOf(p, &events[i])
	}
	return said, nil
}

func pastOf(p *pastWords, e *registrar.Event) pastEvent {
	when, kind, name := e.At.Local().Format("02.01.2006 15:04"), p.text.Say("event."+e.Kind, nil), p.name(e.Graduate)
	changes := p.changes(e)
	first := append([]string{when, kind}, name)
	if e.By != "" {
		first = append(first, e.By)
	}
	first = slices.DeleteFunc(first, func(s string) bool { return s == "" })
	return pastEvent{
		row: widgets.Row{Key: strconv.FormatInt(e.Seq, 10), Cells: []widgets.Cell{
			{Text: when}, {Text: e.By}, {Text: kind}, {Text: name}, {Text: strings.Join(changes, "; ")}}},
		details: strings.Join(append([]string{strings.Join(first, " · ")}, changes...), "\n"),
		key:     data.SearchKey(strings.Join(append(first, changes...), " ")),
		event:   *e,
	}
}
