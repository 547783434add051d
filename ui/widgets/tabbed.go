package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

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

// TypedKey opens the page by Enter as well.
func (l *link) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter {
		l.OnTapped()
		return
	}
	l.Hyperlink.TypedKey(key)
}

// TabbedButton tells when it gets the focus, so that what it is in can be scrolled to.
type TabbedButton struct {
	Button
	Gained func()
}

// FocusGained tells it.
func (b *TabbedButton) FocusGained() {
	b.Button.FocusGained()
	b.Gained()
}
