package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Tick is a box to tick. It has no words: they stand beside it and may take as many lines as
// they need, which those of Fyne's own check boxes cannot. Space and a click tick it. For one
// of several there is [OneOf].
type Tick struct {
	widget.DisableableWidget
	Checked bool
	// OnChanged is called when a person has changed it.
	OnChanged func(checked bool)
	// OnEnter is called when the focus comes, OnEscape at Esc, OnMove at the arrow keys up
	// (-1) and down (+1).
	OnEnter, OnEscape func()
	OnMove            func(step int)
	// OnSide is called at the arrow keys to the left (-1) and right (+1), OnSubmit at Enter; both may
	// be nil.
	OnSide   func(step int)
	OnSubmit func()

	focused bool
}

var _ desktop.Hoverable = (*Tick)(nil)

// NewTick makes a box that is not ticked.
func NewTick(changed func(bool)) *Tick {
	t := &Tick{OnChanged: changed}
	t.ExtendBaseWidget(t)
	return t
}

// Set shows it ticked or not without telling anybody.
func (t *Tick) Set(checked bool) {
	if t.Checked != checked {
		t.Checked = checked
		t.Refresh()
	}
}

// Tapped ticks it, or takes the tick away, and takes the focus.
func (t *Tick) Tapped(*fyne.PointEvent) {
	Touched()
	if t.Disabled() {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil && !t.focused {
		c.Focus(t)
	}
	t.turn()
}

func (t *Tick) turn() {
	t.Set(!t.Checked)
	if t.OnChanged != nil {
		t.OnChanged(t.Checked)
	}
}

// TypedRune ticks by Space.
func (t *Tick) TypedRune(r rune) {
	Touched()
	if !NotFor(r) && r == ' ' && !t.Disabled() {
		t.turn()
	}
}

// AcceptsTab keeps Tab while the fields after the box are on their way.
func (t *Tick) AcceptsTab() bool { return Awaits() }

// TypedKey tells Esc, Enter and the arrows.
func (t *Tick) TypedKey(key *fyne.KeyEvent) {
	if Everywhere(key) {
		return
	}
	switch {
	case key.Name == fyne.KeyEscape && t.OnEscape != nil:
		t.OnEscape()
	case key.Name == fyne.KeyEscape:
		Left()
	case isEnter(key) && t.OnSubmit != nil:
		t.OnSubmit()
	case isEnter(key):
		Submitted()
	case sides[key.Name] != 0 && t.OnSide != nil:
		t.OnSide(sides[key.Name])
	case steps[key.Name] != 0 && t.OnMove != nil:
		t.OnMove(steps[key.Name])
	case steps[key.Name] != 0:
		Neighbour(steps[key.Name])
	}
}

// FocusGained shows the focus and tells who wants to show the box.
func (t *Tick) FocusGained() {
	t.focused = true
	t.Refresh()
	if t.OnEnter != nil {
		t.OnEnter()
	} else {
		Revealed(t)
	}
}

// FocusLost shows that the focus has gone.
func (t *Tick) FocusLost() {
	t.focused = false
	t.Refresh()
}

// MouseIn, MouseMoved and MouseOut tell that somebody is there.
func (t *Tick) MouseIn(*desktop.MouseEvent) { Touched() }

// MouseMoved tells that somebody is there.
func (t *Tick) MouseMoved(*desktop.MouseEvent) { Touched() }

// MouseOut is of no interest.
func (t *Tick) MouseOut() {}

// CreateRenderer draws the box and, around it, the focus.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	return newTickRenderer(func() tickLook {
		return tickLook{checked: t.Checked, disabled: t.Disabled(), focused: t.focused}
	})
}
