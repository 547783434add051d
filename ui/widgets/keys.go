package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Left is called with Esc in an input that has nothing of its own to do with it, Submitted
// with Enter in an entry of one line that nobody listens to, in a choice and at a box to tick:
// the dialog in front is left, or confirmed. The window puts its own functions there.
var (
	Left      = func() {}
	Submitted = func() {}
)

// Helped is called with F1, wherever it is pressed. The window puts its own function there.
var Helped = func() {}

// Paged is called with PageDown (1) and PageUp (-1), wherever they are pressed, and reports whether
// something in front has turned its pages. The window puts its own function there.
var Paged = func(by int) bool { return false }

// Misplaced is asked at every letter that is typed, and reports whether that was meant for a
// dialog that has closed meanwhile: it is dropped. The window puts its own function there.
var Misplaced = func() bool { return false }

// Scanned is asked at every letter that is typed into an entry, nil for something else, and reports
// whether a barcode scanner types it: then it does nothing but in an entry. ScannerPressed is asked so
// at Enter and Space. The window puts its own functions there.
var (
	Scanned        = func(r rune, into *Entry) bool { return false }
	ScannerPressed = func(key *fyne.KeyEvent) bool { return false }
)

// ByScanner reports whether a key ends what a barcode scanner types, or stands in it, and does nothing.
func ByScanner(key *fyne.KeyEvent) bool {
	return (isEnter(key) || key.Name == fyne.KeySpace) && ScannerPressed(key)
}

// NotFor reports at every letter that is typed on what is no entry that it is not for it: see
// [Scanned] and [Misplaced], which both are asked.
func NotFor(r rune) bool {
	scanned := Scanned(r, nil)
	return Misplaced() || scanned
}

// Sought is called with F3, wherever it is pressed: what is looked for in front is shown where it
// stands next. The window puts its own function there.
var Sought = func() {}

// Backwards tells whether the key that is pressed leads backwards, as Tab to a widget: Shift is
// held. A test puts its own answer there.
var Backwards = func() bool {
	driver, is := fyne.CurrentApp().Driver().(desktop.Driver)
	return is && driver.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// Neighbour is called with an arrow, up (-1) or down (+1), at a box to tick that does nothing else
// with it: the keyboard goes to the next of its group. Revealed is called with a box that the
// keyboard has come to: what is around it scrolls to it. The window puts its own functions there.
var (
	Neighbour = func(step int) {}
	Revealed  = func(o fyne.CanvasObject) {}
)

// steps are the arrows among things below one another.
var steps = map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}

// sides are the arrows among things beside each other.
var sides = map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1}

// Awaits is asked at Tab in a choice, and reports whether the fields that follow from it are still
// on their way; Tabbed is then called instead: Tab waits for them. The window puts its own
// functions there.
var (
	Awaits = func() bool { return false }
	Tabbed = func() {}
)

// Echoed is asked at each Enter, and says that it is the second of a double press, whose first has
// closed a dialog: it does nothing on what stood behind. The window puts its own function there.
var Echoed = func() bool { return false }

// Everywhere does what a key means in every widget, and reports whether it was such a key. Each
// widget that takes keys asks it first: somebody is at the computer.
func Everywhere(key *fyne.KeyEvent) bool {
	Touched()
	switch {
	case key.Name == fyne.KeyF1:
		Helped()
	case key.Name == fyne.KeyF3:
		Sought()
	case ByScanner(key):
	case isEnter(key) && Echoed():
	case key.Name == fyne.KeyTab && Awaits():
		Tabbed()
	case key.Name == fyne.KeyPageDown:
		return Paged(1)
	case key.Name == fyne.KeyPageUp:
		return Paged(-1)
	default:
		return false
	}
	return true
}

// AcceptsTab keeps Tab while the fields after the choice are on their way.
func (s *Select) AcceptsTab() bool { return Awaits() }

// AcceptsTab keeps Tab while the fields after the box are on their way.
func (c *FollowedCheck) AcceptsTab() bool { return Awaits() }

// opensList is what opens a list beside F4, as in other programs of the PC.
var opensList = &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}

// openers are the keys that open a list by themselves.
var openers = []fyne.KeyName{fyne.KeyF4, fyne.KeySpace, fyne.KeyUp, fyne.KeyDown}

// opens tells Alt and the arrow down.
func opens(s fyne.Shortcut) bool { return s.ShortcutName() == opensList.ShortcutName() }

// TypedShortcut opens the list by Alt and the arrow down.
func (s *Select) TypedShortcut(keys fyne.Shortcut) {
	if opens(keys) {
		Touched()
		s.open()
	}
}

// TypedKey is that of Fyne's choice; F4 opens the list, and Enter submits as in an entry.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	switch {
	case Everywhere(key):
	case isEnter(key):
		Submitted()
	case slices.Contains(openers, key.Name):
		s.open()
	default:
		s.Select.TypedKey(key)
	}
}

// arrows are the keys that lead to a neighbour.
var arrows = []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight}

// isEnter tells both keys.
func isEnter(key *fyne.KeyEvent) bool { return key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter }

// TypedKey leaves by Esc.
func (s *FollowedSelect) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		Left()
		return
	}
	s.Select.TypedKey(key)
}

// TypedRune ticks by Space.
func (c *FollowedCheck) TypedRune(r rune) {
	if !NotFor(r) {
		c.Check.TypedRune(r)
	}
}

// TypedKey leaves by Esc.
func (c *FollowedCheck) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		Left()
		return
	}
	switch {
	case Everywhere(key):
	case isEnter(key):
		Submitted()
	case steps[key.Name] != 0:
		Neighbour(steps[key.Name])
	default:
		c.Check.TypedKey(key)
	}
}
