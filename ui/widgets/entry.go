package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is an entry that tells Esc, and calls OnEnter when the focus comes and
// OnLeave when it goes, so that
// a form can keep what was typed.
type Entry struct {
	widget.Entry
	OnEscape func()
	OnEnter  func()
	OnLeave  func()
	// OnMove is called for the arrow keys up (-1) and down (+1).
	OnMove func(step int)
}

var _ desktop.Keyable = (*Entry)(nil)

// NewEntry makes an empty entry.
func NewEntry(placeholder string) *Entry {
	e := &Entry{}
	e.PlaceHolder = placeholder
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey passes all but Esc and, where somebody listens, the arrows to the entry.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
	case key.Name == fyne.KeyDown && e.OnMove != nil:
		e.OnMove(1)
	case key.Name == fyne.KeyUp && e.OnMove != nil:
		e.OnMove(-1)
	default:
		e.Entry.TypedKey(key)
	}
}

// FocusGained tells who wants to show the entry.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	if e.OnEnter != nil {
		e.OnEnter()
	}
}

// FocusLost keeps what was typed.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnLeave != nil {
		e.OnLeave()
	}
}

// Button is a button that is pressed by Enter as well as by Space, and tells Esc.
type Button struct {
	widget.Button
	OnEscape func()
}

// NewButton makes a button; icon may be nil.
func NewButton(label string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = label, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey presses the button by Enter.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyEscape && b.OnEscape != nil:
		b.OnEscape()
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter:
		if !b.Disabled() {
			b.Tapped(nil)
		}
	default:
		b.Button.TypedKey(key)
	}
}
