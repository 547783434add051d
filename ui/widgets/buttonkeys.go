package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
)

// FocusGained begins anew: nothing was typed on the button.
func (b *Button) FocusGained() {
	b.lettered = false
	b.Button.FocusGained()
}

// TypedRune notes that somebody types words where no field is.
func (b *Button) TypedRune(r rune) {
	Touched()
	// The space comes as a key before it comes as a letter.
	b.lettered = b.lettered || r != ' '
	Misplaced()
}

// TypedKey presses the button by Enter, and by the space that is no part of words.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	if Everywhere(key) {
		return
	}
	switch {
	case key.Name == fyne.KeyEscape && b.OnEscape != nil:
		b.OnEscape()
	case key.Name == fyne.KeyEscape:
		Left()
	case isEnter(key):
		if !b.Disabled() {
			b.Tapped(nil)
		}
	case b.OnArrow != nil && slices.Contains(arrows, key.Name):
		b.OnArrow(key.Name)
	case key.Name == fyne.KeySpace && (b.lettered || Misplaced()):
	default:
		b.Button.TypedKey(key)
	}
}
