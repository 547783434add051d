package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	// OnAtOnce is called with Ctrl+Enter; nil where that means nothing.
	OnAtOnce func()
	// OnMove is called for the arrow keys up (-1) and down (+1).
	OnMove func(step int)
	// OnDelete is called for Delete where it has nothing to delete: behind the last letter, with
	// nothing selected.
	OnDelete func()

	// Search says that it looks for something: a number that a barcode scanner types into it takes the
	// place of what stood there.
	Search bool

	// came is what stood there when the keyboard came.
	came string
	// whole is the widget that this is, or is a part of: that has the keyboard.
	whole fyne.Widget
}

var _ desktop.Keyable = (*Entry)(nil)

// NewEntry makes an empty entry.
func NewEntry(placeholder string) *Entry {
	e := &Entry{}
	e.PlaceHolder = placeholder
	e.ExtendBaseWidget(e)
	return e
}

// Touched is called at every key, click and movement that a widget of this package
// sees: somebody is at the computer. The window puts its own function there.
var Touched = func() {}

// Entered is called whenever an entry gets the keyboard. The window puts its own function there.
var Entered = func() {}

// Copied is called with what somebody has copied or cut out of an entry, by a key or by
// its menu. The window puts its own function there.
var Copied = func(words string) {}

// Wheel is called with the wheel turned over an entry that has nothing to scroll itself:
// what is around the entry is to scroll. The window puts its own function there.
var Wheel = func(over *Entry, e *fyne.ScrollEvent) {}

// ExtendBaseWidget notes what the entry is a part of.
func (e *Entry) ExtendBaseWidget(whole fyne.Widget) {
	e.whole = whole
	e.Entry.ExtendBaseWidget(whole)
}

// Inner is the entry itself, also for who has a widget that embeds it.
func (e *Entry) Inner() *Entry { return e }

// CreateRenderer lays over Fyne's entry what takes the mouse wheel: the scroller inside
// an entry would swallow it, and a long form would stop wherever an entry slides under
// the pointer. The text of one line follows the cursor without a bar, which would lie over
// the words.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	if !e.MultiLine {
		e.Scroll = container.ScrollVerticalOnly
	}
	return newWheeled(e.Entry.CreateRenderer(), e)
}

// SetText shows other words. What was selected is so no longer: Fyne would take the first letter
// that is typed then for a part of it.
func (e *Entry) SetText(words string) {
	if e.SelectedText() != "" {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	e.Entry.SetText(words)
}

// Put is [Entry.SetText] that tells nobody.
func (e *Entry) Put(words string) {
	changed := e.OnChanged
	e.OnChanged = nil
	e.SetText(words)
	e.OnChanged = changed
}

// TypedRune tells that somebody is there.
func (e *Entry) TypedRune(r rune) {
	Touched()
	if Scanned(r, e); !Misplaced() {
		e.Entry.TypedRune(r)
	}
}

// TypedKey passes all but Esc, Enter that nobody listens to and, where somebody listens, the
// arrows and an idle Delete to the entry.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if Everywhere(key) {
		return
	}
	switch {
	case key.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
	case key.Name == fyne.KeyEscape:
		Left()
	case isEnter(key) && e.OnSubmitted == nil && !e.MultiLine:
		Submitted()
	case key.Name == fyne.KeyDown && e.OnMove != nil:
		e.OnMove(1)
	case key.Name == fyne.KeyUp && e.OnMove != nil:
		e.OnMove(-1)
	case key.Name == fyne.KeyDelete && e.OnDelete != nil && e.atEnd():
		e.OnDelete()
	default:
		e.Entry.TypedKey(key)
	}
}

// atEnd says that nothing is selected and nothing stands behind the cursor of one line.
func (e *Entry) atEnd() bool {
	return e.SelectedText() == "" && e.CursorColumn >= len([]rune(e.Text))
}

// TypedShortcut tells what is copied. A password is not: Fyne copies none.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	Touched()
	if custom, is := s.(*desktop.CustomShortcut); is && e.OnAtOnce != nil && custom.Modifier == fyne.KeyModifierControl && isEnter(&fyne.KeyEvent{Name: custom.KeyName}) {
		e.OnAtOnce()
		return
	}
	words := e.SelectedText()
	e.Entry.TypedShortcut(s)
	if name := s.ShortcutName(); words != "" && !e.Password && (name == "Copy" || name == "Cut") {
		Copied(words)
	}
}

// Begun says that somebody has typed since the keyboard came.
func (e *Entry) Begun() bool { return e.Text != e.came }

// FocusGained tells who wants to show the entry.
func (e *Entry) FocusGained() {
	e.came = e.Text
	e.Entry.FocusGained()
	Entered()
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
