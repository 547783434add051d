package ui

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
	"graduand/ui/widgets"
)

// historyScreen answers: who changed what, and when? The newest comes first.
type historyScreen struct {
	window *Window

	search  *widgets.Entry
	count   *widget.Label
	table   *widgets.Table
	details *widget.Label

	reading  turn
	choosing turn
	// events are all of the registry, in words; stale says that there are newer ones.
	events []pastEvent
	stale  bool
}

// pastEvent is one event in the words of the window.
type pastEvent struct {
	row     widgets.Row
	details string
	key     string
}

func newHistoryScreen(w *Window) *historyScreen {
	s := &historyScreen{window: w, stale: true, count: widget.NewLabel(""), details: wrapped("")}
	s.search = widgets.NewEntry(w.say("history_screen.search", nil))
	s.search.OnChanged = func(string) { s.choose() }
	s.search.OnEscape = func() { s.search.SetText("") }
	column := func(id string, width float32) widgets.Column {
		return widgets.Column{Title: w.say("history_screen."+id, nil), Width: width}
	}
	what := column("what", 180)
	what.Stretch = true
	s.table = widgets.NewTable([]widgets.Column{column("when", 126), column("who", 100), column("kind", 150), column("graduate", 200), what})
	s.table.OnCursor = s.onCursor
	return s
}

func (s *historyScreen) build() fyne.CanvasObject {
	title := heading(s.window.say("screen.history", nil))
	title.Wrapping = fyne.TextWrapOff
	search := container.New(&atRight{width: 360 * s.window.scale()}, s.search)
	head := container.NewBorder(nil, nil, container.NewHBox(title, s.count), nil, search)
	details := container.NewVScroll(s.details)
	details.SetMinSize(fyne.NewSize(0, 116*s.window.scale()))
	return container.NewPadded(container.NewBorder(head, panel(details), nil, nil, s.table))
}

func (s *historyScreen) shown() {
	if s.stale {
		s.read()
	}
	s.window.window.Canvas().Focus(s.search)
}

// changed reads the history again, at once only where it is looked at.
func (s *historyScreen) changed(signal registrar.Signal) {
	if signal != registrar.HistoryGrew {
		return
	}
	s.stale = true
	if s.window.current == screenHistory {
		s.read()
	}
}

// read puts the whole history into words in the background.
func (s *historyScreen) read() {
	s.stale = false
	words := &pastWords{window: s.window, registrar: s.window.registrar, names: map[string]string{}}
	run(s.window, &s.reading, words.all, s.onRead)
}

func (s *historyScreen) onRead(events []pastEvent, err error) {
	if err != nil {
		s.window.fail(err)
		return
	}
	s.events = events
	s.choose()
}

// choose shows the events that have every word of the search.
func (s *historyScreen) choose() {
	events, words := s.events, strings.Fields(data.SearchKey(s.search.Text))
	run(s.window, &s.choosing, func(context.Context) ([]widgets.Row, error) {
		rows := make([]widgets.Row, 0, len(events))
		for i := range events {
			if hasWords(events[i].key, words) {
				rows = append(rows, events[i].row)
			}
		}
		return rows, nil
	}, s.onChosen)
}

// hasWords tells whether every word is somewhere in a search key.
func hasWords(key string, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(key, word) })
}

func (s *historyScreen) onChosen(rows []widgets.Row, err error) {
	if err != nil {
		s.window.fail(err)
		return
	}
	s.table.SetRows(rows)
	s.count.SetText(s.window.say("history_screen.count", map[string]any{"count": len(rows)}))
	s.onCursor(s.table.Cursor())
}

// onCursor tells all about the current row.
func (s *historyScreen) onCursor(key string) {
	at := slices.IndexFunc(s.events, func(e pastEvent) bool { return e.row.Key == key })
	if at < 0 {
		s.details.SetText(s.window.say("history_screen.choose", nil))
		return
	}
	s.details.SetText(s.events[at].details)
}

// pastWords puts events into words. It is used by one goroutine.
type pastWords struct {
	window    *Window
	registrar *registrar.Registrar
	names     map[string]string
}

// all is the whole history, newest first.
func (p *pastWords) all(ctx context.Context) ([]pastEvent, error) {
	events, err := p.registrar.History(ctx, "")
	if err != nil {
		return nil, err
	}
	said := make([]pastEvent, len(events))
	for i := range events {
		said[len(events)-1-i] = p.event(&events[i])
	}
	return said, nil
}

func (p *pastWords) event(e *registrar.Event) pastEvent {
	when, kind, name := e.At.Local().Format("02.01.2006 15:04"), p.window.say("event."+e.Kind, nil), p.name(e.Graduate)
	changes := p.changes(e)
	first := append([]string{when, kind}, name)
	if e.By != "" {
		first = append(first, e.By)
	}
	first = slices.DeleteFunc(first, func(s string) bool { return s == "" })
	return pastEvent{
		row: widgets.Row{Key: strconv.FormatInt(e.Seq, 10), Cells: []widgets.Cell{
			{Text: when}, {Text: e.By}, {Text: kind, Icon: eventIcon(e.Kind)}, {Text: name}, {Text: strings.Join(changes, "; ")}}},
		details: strings.Join(append([]string{strings.Join(first, " · ")}, changes...), "\n"),
		key:     data.SearchKey(strings.Join(append(first, changes...), " ")),
	}
}

func eventIcon(kind string) fyne.Resource {
	switch kind {
	case registrar.EventAdded, registrar.EventCreated:
		return theme.ContentAddIcon()
	case registrar.EventRemoved:
		return theme.DeleteIcon()
	case registrar.EventRestored:
		return theme.ContentUndoIcon()
	case registrar.EventImported:
		return theme.DownloadIcon()
	case registrar.EventPrinted:
		return theme.DocumentPrintIcon()
	}
	return theme.DocumentCreateIcon()
}

// name is the name of a graduate, of a removed one too.
func (p *pastWords) name(id string) string {
	if id == "" {
		return ""
	}
	if name, known := p.names[id]; known {
		return name
	}
	name := id
	if row, err := p.registrar.Find(id); err == nil {
		name = row.Graduate.FullName()
	}
	p.names[id] = name
	return name
}

// changes are what each field was and became, and the note.
func (p *pastWords) changes(e *registrar.Event) []string {
	var said []string
	for _, c := range e.Changes {
		id := "history_screen.changed"
		switch {
		case c.Before == "":
			id = "history_screen.filled"
		case c.After == "":
			id = "history_screen.cleared"
		}
		said = append(said, p.window.say(id, map[string]any{"field": p.registrar.FieldTitle(c.Field),
			"before": p.value(c.Field, c.Before), "after": p.value(c.Field, c.After)}))
	}
	if note := p.note(e); note != "" {
		said = append(said, note)
	}
	return said
}

// note is what an event says besides: the document printed, the file imported.
func (p *pastWords) note(e *registrar.Event) string {
	if id := "document." + e.Note; e.Kind == registrar.EventPrinted && p.window.text.Has(id) {
		return p.window.say(id, nil)
	}
	return e.Note
}

// value is a stored value as people read it.
func (p *pastWords) value(field, stored string) string {
	c, kind := p.registrar.Campaign(), field
	own := c.Field(field)
	if own != nil && own.Kind != "choice" {
		kind = own.Kind
	}
	switch kind {
	case "date", data.FieldBirthDate:
		return cmp.Or(data.Date(stored).Dotted(), stored)
	case data.FieldPhone:
		return registrar.FormatPhone(stored)
	}
	var words []string
	for _, code := range data.SplitList(stored) {
		words = append(words, cmp.Or(p.title(kind, code), code))
	}
	if own != nil && kind == "text" || len(words) == 0 {
		return stored
	}
	return strings.Join(words, ", ")
}

// title is the title of a code in the catalogue that its kind of field takes; ""
// where there is none.
func (p *pastWords) title(kind, code string) string {
	c := p.registrar.Campaign()
	bare, level, _ := strings.Cut(code, ":")
	switch kind {
	case data.FieldSex:
		return p.window.say("ui.sex_"+code, nil)
	case data.FieldMode:
		return p.window.say("mode."+code, nil)
	case data.FieldDocumentKind:
		return titleIn(c.DocumentKind(code), func() string { return c.DocumentKind(code).Title })
	case data.FieldCategory:
		return titleIn(c.Category(code), func() string { return c.Category(code).Title })
	case data.FieldMarks:
		return titleIn(c.Mark(code), func() string { return c.Mark(code).Title })
	case data.FieldSubjects, data.FieldAttestation:
		title := titleIn(c.Subject(bare), func() string { return c.Subject(bare).Title })
		return title + titleIn(c.Level(bare, level), func() string { return " (" + c.Level(bare, level).Title + ")" })
	case data.FieldLanguage:
		return titleIn(c.TaskLanguage(code), func() string { return c.TaskLanguage(code).Title })
	case data.FieldPrivileges:
		return titleIn(c.Privilege(code), func() string { return c.Privilege(code).Title })
	case data.FieldAdditionalReason:
		return titleIn(c.AdditionalReason(code), func() string { return c.AdditionalReason(code).Title })
	case "centre":
		return titleIn(c.Centre(code), func() string { return c.Centre(code).Title })
	}
	if own := c.Field(kind); own != nil {
		for _, choice := range own.Choices {
			if choice.Code == code {
				return choice.Title
			}
		}
	}
	return ""
}

func titleIn[T any](found *T, title func() string) string {
	if found == nil {
		return ""
	}
	return title()
}

// atRight gives its one object a width at the right and its own height.
type atRight struct{ width float32 }

// MinSize is that of the object.
func (a *atRight) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout puts the object at the right.
func (a *atRight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width, height := min(size.Width, a.width), objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(width, height))
	objects[0].Move(fyne.NewPos(size.Width-width, (size.Height-height)/2))
}
