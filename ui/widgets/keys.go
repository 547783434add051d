package widgets

import "fyne.io/fyne/v2"

// Left is called with Esc in an input that has nothing of its own to do with it, Submitted
// with Enter in an entry of one line that nobody listens to: the dialog in front is left, or
// confirmed. The window puts its own functions there.
var (
	Left      = func() {}
	Submitted = func() {}
)

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

// TypedKey leaves by Esc.
func (c *FollowedCheck) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		Left()
		return
	}
	c.Check.TypedKey(key)
}
