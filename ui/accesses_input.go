package ui

import (
	"fyne.io/fyne/v2"

	"graduand/ui/widgets"
)

// leaveByEscape makes Esc in an entry leave the dialog, and Enter confirm it.
func leaveByEscape(e *widgets.Entry, front func() *box) {
	e.OnEscape = func() { front().leave() }
	e.OnSubmitted = func(string) { front().confirm() }
}

// leave does what Esc does, confirm what Enter does.
func (b *box) leave()   { b.buttons[0].OnEscape() }
func (b *box) confirm() { b.buttons[len(b.buttons)-1].Tapped(nil) }

// dialogCheck and dialogSelect are inputs of a dialog that Esc leaves.
type dialogCheck struct {
	followedCheck
	leave func()
}

func newDialogCheck(words string, checked bool, leave func()) *dialogCheck {
	c := &dialogCheck{leave: leave}
	c.Text, c.Checked, c.gained = words, checked, func() {}
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey leaves by Esc.
func (c *dialogCheck) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		c.leave()
		return
	}
	c.followedCheck.TypedKey(key)
}

type dialogSelect struct {
	followedSelect
	leave func()
}

func newDialogSelect(options []string, leave func()) *dialogSelect {
	d := &dialogSelect{leave: leave}
	d.Options, d.Selected, d.gained = options, options[0], func() {}
	d.ExtendBaseWidget(d)
	return d
}

// TypedKey leaves by Esc.
func (d *dialogSelect) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		d.leave()
		return
	}
	d.followedSelect.TypedKey(key)
}
