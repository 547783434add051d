package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// roll is what screens that list people share: a title with a count, a search and two
// filters over a table, and what is said when nobody is in it. Whoever embeds it asks the
// registry in load and calls showRows with the answer.
type roll struct {
	window *Window

	count  *widget.Label
	head   *fyne.Container
	search *widgets.Entry
	class  *filterSelect
	state  *filterSelect
	table  *widgets.Table
	nobody *widget.Label

	load  func()
	asked turn
	// next is the key to make current when the rows arrive.
	next string
}

// newRoll has the states of words "<screen>.state.<code>" for its second filter.
func newRoll(w *Window, screen string, states []string, columns []widgets.Column, load func()) roll {
	r := roll{window: w, count: widget.NewLabel(""), nobody: wrapped(""), table: widgets.NewTable(columns), load: load}
	filter := func(string) { load() }
	r.search = widgets.NewEntry(w.say(screen+".search", nil))
	r.search.OnChanged = filter
	r.class = newFilterSelect(w.say("ui.all_classes", nil), filter)
	r.state = newFilterSelect(w.say("ui.all_statuses", nil), filter)
	r.state.offer(states, func(code string) string { return w.say(screen+".state."+code, nil) })
	r.nobody.Alignment = fyne.TextAlignCenter
	return r
}

// buildHead is the title of the screen with the search at the right.
func (r *roll) buildHead(screen string) fyne.CanvasObject {
	r.search.OnEscape = r.onSearchLeft
	r.search.OnMove = func(int) { r.focusTable() }
	title := heading(r.window.say("screen."+screen, nil))
	title.Wrapping = fyne.TextWrapOff
	r.head = container.NewBorder(nil, nil, container.NewHBox(title, container.NewCenter(r.count)), nil,
		container.New(&fixedRight{width: 300 * r.window.scale()}, r.search))
	return r.head
}

// wide gives a filter its width.
func (r *roll) wide(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&fixedWidth{width: 146 * r.window.scale()}, o)
}

// buildList is the table, over which stands why it is empty.
func (r *roll) buildList() fyne.CanvasObject {
	return container.NewStack(r.table, inTheMiddle(r.window.scale(), r.nobody))
}

func (r *roll) Shown() {
	r.load()
	r.focusTable()
}

func (r *roll) Changed(signal registrar.Signal) {
	if signal == registrar.GraduatesChanged {
		r.load()
	}
}

// filter is what is typed and chosen above the table, but the state.
func (r *roll) filter() registrar.Filter {
	return registrar.Filter{Query: r.search.Text, Class: r.class.chosen()}
}

// showRows fills the table; the current row stays, or becomes the one that was asked for,
// or the first.
func (r *roll) showRows(rows []widgets.Row, classes []string) {
	r.class.offer(classes, func(class string) string { return class })
	r.table.SetRows(rows)
	switch {
	case r.next != "":
		r.table.MoveTo(r.next)
		r.next = ""
	case r.table.Cursor() == "" && len(rows) > 0 && r.search.Text == "":
		r.table.MoveTo(rows[0].Key)
	}
}

// showCount says how many there are; why, in the words of its id, when there is nobody at
// all, and otherwise that nobody was found.
func (r *roll) showCount(words string, all, shown int, why string) {
	r.count.SetText(words)
	r.head.Refresh()
	r.nobody.SetText(r.window.sayIf(all > 0 && shown == 0, "ui.nobody_found") + r.window.sayIf(all == 0, why))
}

// onSearchLeft clears the search and goes to the rows.
func (r *roll) onSearchLeft() {
	r.search.SetText("")
	r.focusTable()
}

func (r *roll) focusTable() { r.window.Canvas().Focus(r.table.Focusable()) }

// keptRoll is what was chosen above the table, and the current row.
type keptRoll struct{ search, class, state, cursor string }

func (r *roll) Keep() any {
	return keptRoll{r.search.Text, r.class.chosen(), r.state.chosen(), r.table.Cursor()}
}

func (r *roll) GiveBack(kept any) {
	k := kept.(keptRoll)
	r.search.Text, r.next = k.search, k.cursor
	r.state.choose(k.state)
	if k.class != "" {
		r.class.offer([]string{k.class}, func(class string) string { return class })
		r.class.choose(k.class)
	}
}
