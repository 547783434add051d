package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewFollowed makes an entry that nobody follows yet.
func NewFollowed() *FollowedEntry {
	e := &FollowedEntry{Gained: func() {}}
	e.ExtendBaseWidget(e)
	return e
}

// FollowedEntry, FollowedSelect and FollowedCheck tell when they get the focus.
type FollowedEntry struct {
	Entry
	Gained func()
}

// FocusGained tells it.
func (e *FollowedEntry) FocusGained() {
	e.Entry.FocusGained()
	e.Gained()
}

// FollowedSelect tells when it gets the focus.
type FollowedSelect struct {
	Select
	Codes  []string
	Gained func()
}

// FocusGained tells it.
func (s *FollowedSelect) FocusGained() {
	s.Select.FocusGained()
	s.Gained()
}

// CreateRenderer puts a frame around the choice, as entries have one: without it
// nobody sees that it is an input.
func (s *FollowedSelect) CreateRenderer() fyne.WidgetRenderer {
	r := &framedRenderer{WidgetRenderer: s.Select.CreateRenderer(), frame: canvas.NewRectangle(color.Transparent)}
	r.paint()
	return r
}

type framedRenderer struct {
	fyne.WidgetRenderer
	frame *canvas.Rectangle
}

// Objects are those of the choice and the frame.
func (r *framedRenderer) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.frame)
}

// Layout gives the frame all there is.
func (r *framedRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.frame.Resize(size)
}

// Refresh takes the colours of the theme that holds now.
func (r *framedRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
	r.frame.Refresh()
}

func (r *framedRenderer) paint() {
	r.frame.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	r.frame.StrokeWidth = theme.Size(theme.SizeNameInputBorder)
	r.frame.CornerRadius = theme.Size(theme.SizeNameInputRadius)
}

// FollowedCheck tells when it gets the focus.
type FollowedCheck struct {
	widget.Check
	Gained func()
}

// NewCheck makes a box to tick with its words, which nobody follows yet.
func NewCheck(words string, changed func(bool)) *FollowedCheck {
	c := &FollowedCheck{Gained: func() {}}
	c.Text, c.OnChanged = words, changed
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained tells it.
func (c *FollowedCheck) FocusGained() {
	c.Check.FocusGained()
	c.Gained()
}

// NewTabbed makes a button that is scrolled to when Tab reaches it; reveal may be nil.
func NewTabbed(words string, tapped func(), reveal func(fyne.CanvasObject)) *TabbedButton {
	b := &TabbedButton{Gained: func() {}}
	b.Text, b.OnTapped = words, tapped
	b.ExtendBaseWidget(b)
	if reveal != nil {
		b.Gained = func() { reveal(b) }
	}
	return b
}

// link is a page of the centre to open in the PC's own browser, by a click, Space or Enter.
type link struct {
	widget.Hyperlink
	Gained func()
}

// NewLink makes a link that onOpen opens.
func NewLink(title string, onOpen func()) *link {
	l := &link{Gained: func() {}}
	l.Text, l.OnTapped = title, onOpen
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained tells who wants to show the link.
func (l *link) FocusGained() {
	l.Hyperlink.FocusGained()
	l.Gained()
}

// TypedRune leaves the letter to a barcode scanner.
func (l *link) TypedRune(r rune) { NotFor(r) }

// TypedKey opens the page by Enter as well.
func (l *link) TypedKey(key *fyne.KeyEvent) {
	switch {
	case Everywhere(key):
	case isEnter(key):
		l.OnTapped()
	case key.Name == fyne.KeyEscape:
		Left()
	default:
		l.Hyperlink.TypedKey(key)
	}
}

// TabbedButton tells when it gets the focus, so that what it is in can be scrolled to.
type TabbedButton struct {
	Button
	Gained func()
}

// Tapped presses it. A click brings the keyboard, which Fyne leaves where it was: Enter would press
// the button of another field. One that stands aside leaves it there.
func (b *TabbedButton) Tapped(e *fyne.PointEvent) {
	if e != nil && !b.Aside && !b.Disabled() {
		if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
			c.Focus(b)
		}
	}
	b.Button.Tapped(e)
}

// FocusGained tells it.
func (b *TabbedButton) FocusGained() {
	b.Button.FocusGained()
	b.Gained()
}
