package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// Roll is what screens that list people share: a title with a count, a search and two
// filters over a table, and what is said when nobody is in it. Whoever embeds it asks the
// registry in load and calls ShowRows with the answer.
type Roll struct {
	// Window is the window of the screen.
	Window *Window

	// Search, Class and State choose who is in the Table.
	Search *widgets.Entry
	Class  *widgets.FilterSelect
	State  *widgets.FilterSelect
	Table  *widgets.Table
	count  *widget.Label
	head   *fyne.Container
	empty  *Empty
	// page is the name of its page.
	page string

	load func()
	// Asked is the turn of the question who is in it.
	Asked Turn
	// Next is the key to make current when the rows arrive.
	Next string
}

// NewRoll has the states of words "<screen>.state.<code>" for its second filter.
func NewRoll(w *Window, screen string, states []string, columns []widgets.Column, load func()) Roll {
	r := Roll{Window: w, count: widget.NewLabel(""), empty: NewEmpty(w), Table: widgets.NewTable(columns), load: load}
	w.KeepLook(screen, r.Table)
	filter := func(string) { load() }
	r.Search = widgets.NewSearch(w.Say(screen+".search", nil))
	r.Search.OnChanged = filter
	r.Class = widgets.NewFilterSelect(w.Say("ui.all_classes", nil), filter)
	r.State = widgets.NewFilterSelect(w.Say("ui.all_statuses", nil), filter)
	r.State.Offer(states, func(code string) string { return w.Say(screen+".state."+code, nil) })
	return r
}

// KeepLook arranges a table as it was left, and keeps how it is arranged from now on.
func (w *Window) KeepLook(name string, table *widgets.Table) {
	if w.Settings.Tables == nil {
		w.Settings.Tables = map[string]*widgets.TableLook{}
	}
	if w.Settings.Tables[name] == nil {
		w.Settings.Tables[name] = &widgets.TableLook{}
	}
	table.SetLook(w.Settings.Tables[name], w.SaveSettings)
}

// BuildHead is the title of the screen with the search at the right.
func (r *Roll) BuildHead(screen string) fyne.CanvasObject {
	r.page = screen
	r.Search.OnEscape = r.onSearchLeft
	r.Search.OnMove = func(int) { r.focusTable() }
	title := widgets.Heading(r.Window.Say("screen."+screen, nil))
	title.Wrapping = fyne.TextWrapOff
	r.head = widgets.SearchHead(r.Search, 300*r.Window.Scale(), title, r.count)
	return r.head
}

// Wide gives a filter its width.
func (r *Roll) Wide(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&widgets.FixedWidth{Width: 146 * r.Window.Scale()}, o)
}

// BuildList is the table, over which stands why it is empty.
func (r *Roll) BuildList() fyne.CanvasObject {
	return container.NewStack(r.Table, r.empty.Object)
}

// Arrive chooses the state of a route that chooses one.
func (r *Roll) Arrive(to Route) {
	if to.Chooses {
		r.Search.Put("")
		r.Class.Choose(to.Class)
		r.State.Choose(to.State)
	}
}

// Shown asks the registry anew and puts the keyboard into the table.
func (r *Roll) Shown() {
	r.load()
	r.focusTable()
}

// Changed asks the registry again when graduates have changed.
func (r *Roll) Changed(signal registrar.Signal) {
	if signal == registrar.GraduatesChanged {
		r.load()
	}
}

// Filter is what is typed and chosen above the table, but the state.
func (r *Roll) Filter() registrar.Filter {
	return registrar.Filter{Query: r.Search.Text, Class: r.Class.Chosen()}
}

// ShowRows fills the table; the current row stays, or becomes the one that was asked for,
// the first, or of a search the only one that was found: of several somebody chooses. It tells
// nobody which: the screen shows what it has of it when it has taken in the rest of the answer.
func (r *Roll) ShowRows(rows []widgets.Row, classes []string) {
	was := r.Class.Chosen()
	if r.Class.Offer(classes, r.Window.ClassWords); r.Class.Chosen() != was {
		r.load() // nobody is left in the class: all are shown
		return
	}
	r.Table.SetRows(rows)
	switch {
	case r.Next != "":
		r.Table.StandAt(r.Next)
		r.Next = ""
	case r.Table.Cursor() == "" && (len(rows) == 1 || len(rows) > 0 && r.Search.Text == ""):
		r.Table.StandAt(rows[0].Key)
	}
}

// ShowCount says how many there are; why, in the words of its id, when there is nobody at
// all, and otherwise that nobody was found.
func (r *Roll) ShowCount(words string, all, shown int, why string) {
	r.count.SetText(words)
	r.head.Refresh()
	switch {
	case all == 0:
		r.empty.SayFirst(r.Window.Say(why, nil))
	case shown == 0:
		r.empty.SayNoneFound(r.showAll)
	default:
		r.empty.Say("")
	}
}

// showAll takes the search and the filters away.
func (r *Roll) showAll() {
	r.Search.Put("")
	r.Class.Choose("")
	r.State.Choose("")
	r.load()
	r.focusTable()
}

// OnPrint prints those who are chosen, where the keys of the rows are those of graduates.
func (r *Roll) OnPrint() { r.Window.Go(Route{Screen: Printing, Only: r.Table.Selected()}) }

// OnForm opens the form of the current one, from which the others of the rows are before and
// after, where the keys of the rows are those of graduates.
func (r *Roll) OnForm() { r.OpenForm(Route{Graduate: r.Table.Cursor(), Only: r.Table.Keys()}) }

// OpenForm opens a form, and says why there is none where it is nobody's.
func (r *Roll) OpenForm(of Route) {
	switch w := r.Window; {
	case of.Graduate != "":
		of.Screen = Form
		w.Go(of)
	case r.empty.Words.Text != "":
		w.Done(r.empty.Words.Text, nil)
	default:
		w.Done(w.Say("ui.choose_somebody", nil), nil)
	}
}

// OnSearch goes to the search.
func (r *Roll) OnSearch() { r.Window.SearchIn(r.Search) }

// SearchIn gives the keyboard to a search. What stands there is selected: the next word takes its
// place.
func (w *Window) SearchIn(search *widgets.Entry) {
	w.Canvas().Focus(search)
	search.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// onSearchLeft clears the search and goes to the rows.
func (r *Roll) onSearchLeft() {
	r.Search.SetText("")
	r.focusTable()
}

func (r *Roll) focusTable() { r.Window.Canvas().Focus(r.Table.Focusable()) }

// keptRoll is what was chosen above the table, the current row, and those that are ticked.
type keptRoll struct {
	search, class, state, cursor string
	ticks                        []string
}

// Keep is what stands above the table, the current row, and those that are ticked.
func (r *Roll) Keep() any {
	return keptRoll{r.Search.Text, r.Class.Chosen(), r.State.Chosen(), r.Table.Cursor(), r.Table.Ticks()}
}

// GiveBack puts it back.
func (r *Roll) GiveBack(kept any) {
	k := kept.(keptRoll)
	r.Search.Text, r.Next = k.search, k.cursor
	r.Table.Tick(k.ticks)
	r.State.Choose(k.state)
	r.Class.Restore(k.class, r.Window.ClassWords)
}

// Found is Enter in the search of a [Roll]: it opens the only one who was found, and goes to
// the rows of several. It waits for the rows that were asked for last.
type Found struct {
	roll *Roll
	open func()
	// shown is the search whose rows are shown, wanted the one whose only row is to be opened
	// when they are.
	shown, wanted string
}

// OpenFound has Enter in the search open the only row found, which is the current one then.
func (r *Roll) OpenFound(open func()) *Found {
	f := &Found{roll: r, open: open}
	r.Search.OnSubmitted = func(string) { f.onEntered() }
	return f
}

// Arrived says for which search the rows are that are shown now. Who has gone elsewhere meanwhile is
// not led away.
func (f *Found) Arrived(search string) {
	f.shown = search
	wanted := f.wanted
	f.wanted = ""
	if wanted != "" && wanted == f.roll.Search.Text && wanted == search && f.roll.Window.InFront(f.roll.page) {
		f.onEntered()
	}
}

func (f *Found) onEntered() {
	search := f.roll.Search.Text
	if f.shown != search {
		f.wanted = search
		return
	}
	keys := f.roll.Table.Keys()
	if len(keys) == 0 {
		return
	}
	f.roll.focusTable()
	if len(keys) == 1 && search != "" {
		f.roll.Table.MoveTo(keys[0])
		f.open()
	}
}
