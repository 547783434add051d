package exchange

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar/exchange"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// sending is who is to be sent: a row a person, and beside them the one of the cursor.
type sending struct {
	frame.Roll
	screen  *Screen
	rows    map[string]exchange.Row
	listing widgets.Listing[exchange.Row]
	// warning stands above it all while messages wait for what the centre says of them, and where the next
	// one sends everybody once more.
	warning *fyne.Container
	sums    *widgets.Shortened
	panel   *fyne.Container
	scroll  *container.Scroll
	// top says that the first row is to be the current one: of those who were written none is next.
	top bool
}

// What a row can be besides what it asks the centre for.
const (
	stateBlocked  = "blocked"
	stateRejected = "rejected"
	stateWaiting  = "waiting"
	stateHeld     = "held"
	stateSame     = "same"
)

// states are what a row can be, in the order in which a person looks at them.
var states = slices.Concat(exchange.Actions(), []string{stateRejected, stateBlocked, stateWaiting, stateHeld, stateSame})

// stateOf is what a row is.
func stateOf(r exchange.Row) string {
	switch {
	case r.Action != "":
		return r.Action
	case r.Why != nil:
		return stateBlocked
	case r.Rejected():
		return stateRejected
	case r.Sent != nil && r.Acknowledged == nil:
		return stateWaiting
	case r.Acknowledged != nil && r.Acknowledged.Seen == exchange.VerdictHeld:
		return stateHeld
	}
	return stateSame
}

func newSending(s *Screen) *sending {
	l := &sending{screen: s, rows: map[string]exchange.Row{}, warning: container.NewVBox(), sums: widgets.NewShortened("", theme.SizeNameCaptionText)}
	l.listing = listing(s)
	l.Roll = frame.NewRoll(s.window, "exchange_screen", states, l.listing.Columns(), l.show)
	l.Table.OnCursor = func(string) { l.showPanel() }
	l.Table.OnOpened = func(string) { l.OnForm() }
	l.Table.OnSelected = l.refreshWrite
	l.panel = container.New(&widgets.Stacked{})
	l.scroll = container.NewVScroll(widgets.OffTheBar(l.panel))
	return l
}

// filters are what stands above the table.
func (l *sending) filters() []fyne.CanvasObject {
	wide := &widgets.FixedWidth{Width: 230 * l.Window.Scale()}
	return []fyne.CanvasObject{l.Wide(l.Class), container.New(wide, l.State)}
}

// build puts table and panel beside each other, under what would be sent in all.
func (l *sending) build() fyne.CanvasObject {
	list := l.BuildList()
	split := container.New(&widgets.PageLayout{Head: l.sums, Body: list, Side: widgets.Panel(l.scroll), Least: 250, Most: 520, Share: 0.38}, l.sums, list)
	side := split.Layout.(*widgets.PageLayout).Side
	split.Add(side)
	return split
}

// only makes somebody the current row, whatever is chosen above.
func (l *sending) only(id string) {
	l.Search.Put("")
	l.Class.Choose("")
	l.State.Choose("")
	l.Next = id
}

// show shows those who are chosen of all who are known: first who goes, then what asks for a person.
func (l *sending) show() {
	out, words := l.screen.known.out, strings.Fields(data.SearchKey(l.Search.Text))
	clear(l.rows)
	var rows []widgets.Row
	var classes []string
	place := func(r exchange.Row) int { return slices.Index(states, stateOf(r)) }
	for _, r := range slices.SortedStableFunc(slices.Values(out.Rows), func(a, b exchange.Row) int { return place(a) - place(b) }) {
		g := r.Graduate
		classes = append(classes, g.Class)
		key := data.SearchKey(g.FullName() + " " + g.Current().CardNumber + " " + g.Phone)
		if c := l.Class.Chosen(); c != "" && c != g.Class || l.State.Chosen() != "" && l.State.Chosen() != stateOf(r) || !frame.HasWords(key, words) {
			continue
		}
		l.rows[g.ID] = r
		rows = append(rows, l.listing.Row(g.ID, r))
	}
	if l.top && len(rows) > 0 {
		l.top, l.Next = false, rows[0].Key
	}
	slices.Sort(classes)
	l.ShowRows(rows, slices.Compact(classes))
	l.ShowCount(l.Window.Say("ui.count", map[string]any{"count": len(rows)}), len(out.Rows), len(rows), "exchange_screen.nobody")
	l.sums.SetText(l.sumWords())
	l.refreshWrite()
	l.showPanel()
}

// sumWords say what would be sent in all.
func (l *sending) sumWords() string {
	out, s := l.screen.known.out, l.screen
	blocked := 0
	for _, r := range out.Rows {
		if r.Why != nil {
			blocked++
		}
	}
	words := s.say("sums", map[string]any{"add": out.Count(exchange.ActionAdd), "change": out.Count(exchange.ActionChange), "withdraw": out.Count(exchange.ActionWithdraw), "blocked": blocked})
	if out.Files > 0 {
		words += " · " + s.say("files", map[string]any{"number": out.Files, "size": frame.SizeOf(l.Window, out.Octets)})
	}
	return words
}

// showWarning names the messages that wait for what the centre says of them, and says why everybody goes
// once more.
func (l *sending) showWarning() {
	l.warning.RemoveAll()
	if why := l.screen.known.state.WhyAnew(); why != "" {
		l.warning.Add(widgets.WarningLine(l.screen.window.Say(why, nil)))
	}
	if waiting := l.screen.known.state.Waiting; len(waiting) > 0 {
		l.warning.Add(widgets.WarningLine(l.screen.say("waiting", map[string]any{"number": len(waiting), "sequence": waiting[0].Sequence, "date": l.screen.day(waiting[0].At)})))
	}
	widgets.SetHidden(l.warning, len(l.warning.Objects) == 0)
}

// listing are the columns of the table.
func listing(s *Screen) widgets.Listing[exchange.Row] {
	column := func(name, title string, width float32, drop int, cell func(exchange.Row) widgets.Cell) widgets.ColumnOf[exchange.Row] {
		return widgets.ColumnOf[exchange.Row]{Column: widgets.Column{Name: name, Title: s.window.Say(title, nil), Width: width, Drop: drop, TwoLines: true}, Cell: cell}
	}
	name := column("name", "column.name", 150, 0, func(r exchange.Row) widgets.Cell { return widgets.Text(r.Graduate.FullName()) })
	name.Stretch = true
	return widgets.Listing[exchange.Row]{name,
		column("class", "column.class", 50, 1, func(r exchange.Row) widgets.Cell { return widgets.Text(r.Graduate.Class) }),
		column("state", "exchange_screen.column.state", 176, 0, func(r exchange.Row) widgets.Cell { return stateCell(s, r) }),
		column("what", "exchange_screen.column.what", 190, 2, func(r exchange.Row) widgets.Cell { return widgets.Text(s.whatWords(r)) })}
}

// stateCell says by an icon and words what is asked of the centre, or why nothing is.
func stateCell(s *Screen, r exchange.Row) widgets.Cell {
	state := stateOf(r)
	icon, colour := stateLook(state)
	return widgets.Cell{Text: s.say("state."+state, nil), Icon: icon, Colour: colour}
}

func stateLook(state string) (fyne.Resource, fyne.ThemeColorName) {
	switch state {
	case exchange.ActionAdd:
		return theme.ContentAddIcon(), theme.ColorNamePrimary
	case exchange.ActionChange:
		return theme.DocumentCreateIcon(), theme.ColorNamePrimary
	case exchange.ActionWithdraw:
		return theme.LogoutIcon(), theme.ColorNameWarning
	case stateBlocked:
		return theme.WarningIcon(), theme.ColorNameWarning
	case stateRejected:
		return theme.ErrorIcon(), theme.ColorNameError
	case stateWaiting, stateHeld:
		return theme.HistoryIcon(), theme.ColorNamePrimary
	}
	return theme.ConfirmIcon(), theme.ColorNameSuccess
}

// whatWords are why somebody does not go, or what of somebody is new, in one line.
func (s *Screen) whatWords(r exchange.Row) string {
	switch {
	case r.Why != nil:
		return s.window.Say(r.Why.ID, r.Why.Args)
	case r.Action == exchange.ActionWithdraw:
		return r.Reason
	case r.Rejected():
		return frame.OneLine(strings.Join(s.reasonsOf(r.Acknowledged), "; "))
	}
	var titles []string
	for _, c := range r.Changes {
		titles = append(titles, s.titleOf(c.Field))
	}
	return strings.Join(titles, ", ")
}

// reasonsOf are why the centre says what it says of a record.
func (s *Screen) reasonsOf(said *data.Fact) (words []string) {
	for _, code := range strings.Fields(said.Means) {
		words = append(words, s.wordsOf(code))
	}
	return append(words, frame.Filled(said.Note)...)
}

// chosen are those who are written: the ticked ones of whom something can be sent, all when none is
// ticked. Who was rejected is written again when somebody says so.
func (l *sending) chosen() (ids []string) {
	if l.Table.Marked() == 0 {
		return nil
	}
	for _, id := range l.Table.Selected() {
		if r, there := l.rows[id]; there && (r.Action != "" || r.Rejected()) {
			ids = append(ids, id)
		}
	}
	return ids
}

// refreshWrite says on the button how many are written.
func (l *sending) refreshWrite() {
	s, n := l.screen, 0
	for _, action := range exchange.Actions() {
		n += s.known.out.Count(action)
	}
	id := "write"
	switch {
	case l.Table.Marked() > 0:
		id, n = "write_ticked", len(l.chosen())
	case n == 0:
		id = "write_plain"
	}
	s.write.SetText(s.say(id, map[string]any{"number": n}))
	widgets.Enable(s.write, n > 0 && s.mayWrite())
}
