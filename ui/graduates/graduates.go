// Package graduates is the list of graduates: who is there, and what is missing for each.
// Beside the table stands a panel with the basic fields of one of them, below it the row for
// a new one.
package graduates

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: who is there, and what is missing for each?
type Screen struct {
	window *frame.Window

	count   *widget.Label
	search  *widgets.Entry
	class   *widgets.FilterSelect
	status  *widgets.FilterSelect
	mode    *widgets.FilterSelect
	site    *widgets.FilterSelect
	table   *widgets.Table
	empty   *frame.Empty
	takeOut *widgets.Button
	form    *widgets.Button
	panel   *graduatePanel
	adding  *quickAdd

	asked   frame.Turn
	listing widgets.Listing[*registrar.Row]
	// rows are those shown, by id; nil until the registry has answered.
	rows map[string]*registrar.Row
	// all is how many there are, removed how many were removed where nobody else is there.
	all, removed int
	// arrived says that a route has led here to one graduate.
	arrived bool
	// next is the id to make current when the rows arrive.
	next string
	// also are those who were added or brought back last: they are shown whatever the
	// filter, until it is another one.
	also []string
	// gathered are those whom a route has brought, shown alone while that is chosen among the states.
	gathered []string
	// entered says that Enter was pressed before the rows of the search were there.
	entered bool
	// whenThere is what is to be done when the rows asked for last are there, nil for nothing.
	whenThere func()
	// shown is the filter of the rows shown.
	shown registrar.Filter
}

// New makes the list of the open registry.
func New(w *frame.Window) *Screen {
	s := &Screen{window: w}
	s.count = widget.NewLabel("")
	s.search = widgets.NewSearch(w.Say("ui.search", nil))
	if w.Registrar().Campaign().CardNumber.Used {
		s.search.PlaceHolder = w.Say("ui.search_card", nil)
	}
	s.search.OnChanged = s.onFilter
	s.search.OnEscape = s.onSearchLeft
	s.search.OnMove = func(int) { s.focusTable() }
	s.search.OnSubmitted = s.onSearchEntered
	s.class = widgets.NewFilterSelect(w.Say("ui.all_classes", nil), s.onFilter)
	s.status = widgets.NewFilterSelect(w.Say("ui.all_statuses", nil), s.onFilter)
	s.mode = widgets.NewFilterSelect(w.Say("ui.all_modes", nil), s.onFilter)
	s.site = widgets.NewFilterSelect(w.Say("graduates_screen.all_sites", nil), s.onFilter)
	s.listing = listing(w, s.byPhone())
	s.table = widgets.NewTable(s.listing.Columns())
	s.table.KeepHidden = true
	w.KeepLook(frame.Graduates, s.table)
	s.table.OnCursor = s.onCursor
	s.table.OnSelected = s.showCount
	s.table.OnOpened = func(string) { s.OnForm() }
	s.table.OnRemove = s.OnRemove
	s.table.OnPaste = s.onPaste
	s.table.OnCopied = s.onCopied
	s.table.OnMenu = s.onMenu
	s.empty = frame.NewEmpty(w)
	s.takeOut = widgets.NewButton(w.Say("ui.remove_button", nil), theme.DeleteIcon(), s.OnRemove)
	s.form = widgets.NewButton(w.Say("form_screen.open", nil), theme.DocumentIcon(), s.OnForm)
	s.panel = newGraduatePanel(w, s.openForm, s.focusTable, s.toNext)
	s.adding = newQuickAdd(s)
	return s
}

// bySite says that the centre's site is the place of record: who stands there is of interest.
func (s *Screen) bySite() bool { return s.window.Registrar().Campaign().RecordedOnSite() }

// byPhone says that the phone goes before all: it is the login (KG-067).
func (s *Screen) byPhone() bool { return s.window.Registrar().Campaign().Has("accesses") }

// Arrive chooses what a route chooses above the table, and makes a graduate the current one, who
// then has the keyboard and is shown whatever the filter.
func (s *Screen) Arrive(r frame.Route) {
	if r.Chooses {
		s.search.Put("")
		s.also, s.gathered = nil, r.Only
		s.class.Restore(r.Class, s.window.ClassWords)
		s.status.Restore(r.State, s.statusWords)
		s.mode.Restore("", s.modeWords)
		s.site.Restore(r.Site, s.siteWords)
		s.arrived = true
	}
	if r.Graduate != "" {
		if s.showsRemoved() && !r.Chooses {
			s.status.Restore("", s.statusWords)
		}
		s.next, s.also, s.arrived = r.Graduate, []string{r.Graduate}, true
	}
}

// Shown asks the registry anew.
func (s *Screen) Shown() {
	s.load()
	if s.window.JustEntered() {
		s.begin()
	}
	if s.arrived || s.window.Canvas().Focused() == nil && len(s.window.Boxes()) == 0 {
		s.arrived = false
		s.focusTable()
	}
}

// begin puts the keyboard into the table for who has just signed in, but for one who
// gets something back that was half typed before the lock: there it goes on.
func (s *Screen) begin() {
	for _, e := range append([]*widgets.Entry{s.search}, s.adding.entries...) {
		if e.Text != "" {
			s.window.Canvas().Focus(e)
			return
		}
	}
	s.focusTable()
}

// Changed asks the registry again when graduates have changed.
func (s *Screen) Changed(signal registrar.Signal) {
	// That a card was printed changes nobody, and stands in the history alone.
	if signal == registrar.GraduatesChanged || signal == registrar.HistoryGrew && s.shown.Card != "" {
		s.load()
	}
}

// showAll takes the search and the filters away.
func (s *Screen) showAll() {
	s.search.Put("")
	for _, filter := range []*widgets.FilterSelect{s.class, s.status, s.mode, s.site} {
		filter.Choose("")
	}
	s.load()
	s.window.Canvas().Focus(s.table.Focusable())
}

// showCount says how many there are, shown, and selected; nothing until the registry has answered: what
// was selected before the lock is given back earlier.
func (s *Screen) showCount() {
	if s.rows == nil {
		return
	}
	w, shown := s.window, s.table.Count()
	words := w.Say("ui.count", map[string]any{"count": s.all})
	if shown != s.all {
		words = w.Say("ui.count_of", map[string]any{"shown": shown, "all": s.all})
	}
	if n := s.table.Marked(); n > 0 {
		words += " · " + w.Say("ui.marked", map[string]any{"count": n})
	}
	if n := s.table.Hidden(); n > 0 {
		words += " · " + w.Say("ui.marked_hidden", map[string]any{"number": n})
	}
	s.count.SetText(words)
	switch {
	case s.all == 0 && shown == 0 && s.removed > 0 && !s.showsRemoved():
		s.empty.SayFirst(w.Say("ui.all_removed", map[string]any{"number": s.removed, "removed": w.Say("status.removed", nil)}))
	case s.all == 0 && shown == 0:
		s.empty.SayFirst(w.Say("ui.nobody", nil))
	case shown == 0:
		s.empty.SayNoneFound(s.showAll)
	default:
		s.empty.Say("")
	}
	label, icon := w.Say("ui.remove_button", nil), theme.DeleteIcon()
	if s.showsRemoved() {
		label, icon = w.Say("ui.restore_button", nil), theme.ContentAddIcon()
	}
	s.takeOut.SetText(label)
	s.takeOut.SetIcon(icon)
	if len(s.table.Selected()) == 0 {
		s.takeOut.Disable()
	} else {
		s.takeOut.Enable()
	}
}

func (s *Screen) onFilter(string) {
	s.also, s.entered = nil, false
	s.load()
}

// onSearchLeft clears the search and goes to the rows.
func (s *Screen) onSearchLeft() {
	s.search.SetText("")
	s.focusTable()
}

// onSearchEntered opens the form of the only one who was found, and goes to the rows of
// several. It waits for the rows that were asked for last.
func (s *Screen) onSearchEntered(string) {
	if s.entered = s.shown.Query != s.search.Text; s.entered {
		return
	}
	keys := s.table.Keys()
	if len(keys) > 0 {
		s.focusTable()
	}
	if len(keys) == 1 && s.search.Text != "" {
		s.table.MoveTo(keys[0])
		s.OnForm()
	}
}

func (s *Screen) focusTable() { s.window.Canvas().Focus(s.table.Focusable()) }

func (s *Screen) onCursor(id string) {
	_, there := s.rows[id]
	widgets.Enable(s.form, there)
	if !there {
		s.panel.show("")
		return
	}
	s.panel.show(id)
	if len(s.table.Selected()) > 0 {
		s.takeOut.Enable()
	}
}

// toNext makes the row below the current one and reports whether there is one.
func (s *Screen) toNext() bool {
	keys := s.table.Keys()
	at := slices.Index(keys, s.table.Cursor()) + 1
	if at == 0 || at == len(keys) {
		return false
	}
	s.table.MoveTo(keys[at])
	return true
}

// OnForm opens the form of the current graduate (KG-040), or says why there is none.
func (s *Screen) OnForm() {
	w, id := s.window, s.table.Cursor()
	switch {
	case id != "":
		s.panel.Keep()
		s.openForm(id, "")
	case s.empty.Words.Text != "":
		w.Done(s.empty.Words.Text, nil)
	default:
		w.Done(w.Say("ui.choose_somebody", nil), nil)
	}
}

// openForm goes to a form, from which the others of the list are before and after.
func (s *Screen) openForm(id, field string) {
	s.window.Go(frame.Route{Screen: frame.Form, Graduate: id, Field: field, Only: s.table.Keys()})
}

// Whose is the panel beside the table: of the one whom the cursor is at.
func (s *Screen) Whose() (id string, parts []fyne.CanvasObject) {
	return s.panel.wanted, []fyne.CanvasObject{s.panel.body}
}

// Ticked are those who are ticked in the table.
func (s *Screen) Ticked() []string {
	if s.table.Marked() == 0 {
		return nil
	}
	return s.table.Selected()
}

// OnSearch goes to the search.
func (s *Screen) OnSearch() { s.window.SearchIn(s.search) }

// OnQuickAdd goes to the row for a new graduate, or says why there is none.
func (s *Screen) OnQuickAdd() {
	if !s.window.Refused(registrar.RightRegister) {
		s.adding.focus()
	}
}
