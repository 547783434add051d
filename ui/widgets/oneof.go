package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Option is one of several that stand open to choose among. The note stands in small
// letters under the title.
type Option struct{ Title, Note string }

// OneOf are several options of which one is chosen, as people know them: Tab comes to the
// one that is chosen and leaves them all, the arrows choose, and so does a click on a box or
// its words. Titles and notes take as many lines as they need.
type OneOf struct {
	widget.DisableableWidget
	// OnChanged is called when a person has chosen another one.
	OnChanged func(at int)
	// OnEnter is called with the row that the keyboard has come to, OnEscape at Esc.
	OnEnter  func(row fyne.CanvasObject)
	OnEscape func()
	// Keys choose at once, whatever is chosen: each the option at its place.
	Keys map[fyne.KeyName]int
	// OnPage is called with PageDown (1) and PageUp (-1), nil where nothing is to be turned.
	OnPage func(by int) bool

	rows    []*optionRow
	chosen  int
	focused bool
	box     *fyne.Container
}

// NewOneOf makes a group of options below one another; the arrows go up and down.
func NewOneOf(onChanged func(at int)) *OneOf { return newOneOf(&Stacked{}, onChanged) }

// NewOneOfRow makes one of options beside each other.
func NewOneOfRow(onChanged func(at int)) *OneOf { return newOneOf(&Flow{}, onChanged) }

func newOneOf(layout fyne.Layout, onChanged func(at int)) *OneOf {
	o := &OneOf{OnChanged: onChanged, chosen: -1, box: container.New(layout)}
	o.ExtendBaseWidget(o)
	return o
}

// CreateRenderer shows the options.
func (o *OneOf) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(o.box) }

// Offer shows other options, none of which is chosen.
func (o *OneOf) Offer(options ...Option) {
	o.rows, o.chosen = nil, -1
	o.box.RemoveAll()
	for i, option := range options {
		row := newOptionRow(o, i, option)
		o.rows = append(o.rows, row)
		o.box.Add(row)
	}
}

// Chosen is the place of the one that is chosen, -1 for none.
func (o *OneOf) Chosen() int { return o.chosen }

// Set shows another one as chosen without telling anybody; -1 for none.
func (o *OneOf) Set(at int) {
	if at != o.chosen {
		o.chosen = at
		o.show()
	}
}

func (o *OneOf) show() {
	for _, row := range o.rows {
		row.mark.Refresh()
		Faint(row.title, o.Disabled() && row.at != o.chosen)
	}
}

// Faint takes the words of what cannot be chosen back, or lets them stand out again.
func Faint(words *widget.Label, faint bool) {
	importance := widget.MediumImportance
	if faint {
		importance = widget.LowImportance
	}
	if words.Importance != importance {
		words.Importance = importance
		words.Refresh()
	}
}

// choose is a person's choice.
func (o *OneOf) choose(at int) {
	Touched()
	if o.Disabled() || at < 0 || at >= len(o.rows) {
		return
	}
	changed := at != o.chosen
	o.Set(at)
	o.enter()
	if changed && o.OnChanged != nil {
		o.OnChanged(at)
	}
}

// current is where the keyboard stands: at the chosen one, else at the first.
func (o *OneOf) current() int { return max(o.chosen, 0) }

func (o *OneOf) enter() {
	if o.OnEnter != nil && o.focused && len(o.rows) > 0 {
		o.OnEnter(o.rows[o.current()])
	}
}

// FocusGained shows where the keyboard is.
func (o *OneOf) FocusGained() {
	o.focused = true
	o.show()
	o.enter()
}

// FocusLost shows that it has gone.
func (o *OneOf) FocusLost() {
	o.focused = false
	o.show()
}

// TypedRune chooses by Space.
func (o *OneOf) TypedRune(r rune) {
	if Touched(); !NotFor(r) && r == ' ' {
		o.choose(o.current())
	}
}

// AcceptsTab keeps Tab while the fields after the choice are on their way.
func (o *OneOf) AcceptsTab() bool { return Awaits() }

// TypedKey chooses by the arrows, and Enter submits as in an entry.
func (o *OneOf) TypedKey(key *fyne.KeyEvent) {
	if Everywhere(key) {
		return
	}
	if at, direct := o.Keys[key.Name]; direct {
		o.choose(at)
		return
	}
	switch key.Name {
	case fyne.KeyDown, fyne.KeyRight:
		o.choose(o.chosen + 1)
	case fyne.KeyUp, fyne.KeyLeft:
		o.choose(o.chosen - 1)
	case fyne.KeyPageDown, fyne.KeyPageUp:
		o.page(key.Name)
	case fyne.KeyReturn, fyne.KeyEnter:
		Submitted()
	case fyne.KeyEscape:
		if o.OnEscape != nil {
			o.OnEscape()
		} else {
			Left()
		}
	}
}

func (o *OneOf) page(key fyne.KeyName) {
	if o.OnPage == nil {
		return
	}
	by := 1
	if key == fyne.KeyPageUp {
		by = -1
	}
	o.OnPage(by)
}

// Enable opens the group to choices.
func (o *OneOf) Enable() {
	o.DisableableWidget.Enable()
	o.show()
}

// Disable shows only what is chosen.
func (o *OneOf) Disable() {
	o.DisableableWidget.Disable()
	o.show()
}

// optionRow is a round box with its words; a click anywhere in it chooses it.
type optionRow struct {
	widget.BaseWidget
	group *OneOf
	at    int
	mark  *optionMark
	title *widget.Label
	box   *fyne.Container
}

var _ desktop.Hoverable = (*optionRow)(nil)

func newOptionRow(group *OneOf, at int, option Option) *optionRow {
	r := &optionRow{group: group, at: at}
	r.mark = &optionMark{row: r}
	r.mark.ExtendBaseWidget(r.mark)
	title := widget.NewLabel(option.Title)
	r.title = title
	if _, below := group.box.Layout.(*Stacked); below {
		title.Wrapping = fyne.TextWrapWord
	}
	words := container.New(Snug, title)
	if option.Note != "" {
		note := Small(option.Note)
		note.Importance = widget.LowImportance
		words.Add(note)
	}
	r.box = container.New(&Beside{}, r.mark, words)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer shows box and words.
func (r *optionRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

// Tapped chooses it and gives the keyboard to the group.
func (r *optionRow) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil && !r.group.Disabled() && c.Focused() != fyne.Focusable(r.group) {
		c.Focus(r.group)
	}
	r.group.choose(r.at)
}

// MouseIn tells that somebody is there.
func (r *optionRow) MouseIn(*desktop.MouseEvent) { Touched() }

// MouseMoved tells that somebody is there.
func (r *optionRow) MouseMoved(*desktop.MouseEvent) { Touched() }

// MouseOut is of no interest.
func (r *optionRow) MouseOut() {}

// optionMark is the round box.
type optionMark struct {
	widget.BaseWidget
	row *optionRow
}

// CreateRenderer draws it and, around the one at which the keyboard is, the focus.
func (m *optionMark) CreateRenderer() fyne.WidgetRenderer {
	return newTickRenderer(func() tickLook {
		group := m.row.group
		return tickLook{round: true, checked: group.chosen == m.row.at, disabled: group.Disabled(),
			focused: group.focused && group.current() == m.row.at}
	})
}
