package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// newTabbed makes a button that is scrolled to when Tab reaches it; reveal may be nil.
func newTabbed(words string, tapped func(), reveal func(fyne.CanvasObject)) *tabbedButton {
	b := &tabbedButton{gained: func() {}}
	b.Text, b.OnTapped = words, tapped
	b.ExtendBaseWidget(b)
	if reveal != nil {
		b.gained = func() { reveal(b) }
	}
	return b
}

// link is a page of the centre to open in the PC's own browser, by a click, Space or Enter.
type link struct {
	widget.Hyperlink
	gained func()
}

func newLink(title string, onOpen func()) *link {
	l := &link{gained: func() {}}
	l.Text, l.OnTapped = title, onOpen
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained tells who wants to show the link.
func (l *link) FocusGained() {
	l.Hyperlink.FocusGained()
	l.gained()
}

// TypedKey opens the page by Enter as well.
func (l *link) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter {
		l.OnTapped()
		return
	}
	l.Hyperlink.TypedKey(key)
}

// tabbedButton tells when it gets the focus, so that what it is in can be scrolled to.
type tabbedButton struct {
	widgets.Button
	gained func()
}

// FocusGained tells it.
func (b *tabbedButton) FocusGained() {
	b.Button.FocusGained()
	b.gained()
}
