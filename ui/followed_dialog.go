package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

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

// CreateRenderer draws the frame of the box as visibly as that of a [widgets.Tick]: the
// one of Fyne is hardly seen.
func (c *dialogCheck) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{WidgetRenderer: c.followedCheck.CreateRenderer(), check: c}
	r.paint()
	return r
}

type checkRenderer struct {
	fyne.WidgetRenderer
	check *dialogCheck
}

// Refresh takes the colours of the theme that holds now.
func (r *checkRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
}

// paint colours the frame, the upper of the two pictures of the box.
func (r *checkRenderer) paint() {
	if r.check.Checked || r.check.Disabled() {
		return
	}
	var frame *canvas.Image
	for _, o := range r.Objects() {
		if picture, is := o.(*canvas.Image); is {
			frame = picture
		}
	}
	frame.Resource = theme.NewColoredResource(theme.CheckButtonIcon(), theme.ColorNamePlaceHolder)
	frame.Refresh()
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

// newDialogChoice is a select in which nothing is chosen yet, and which says so.
func newDialogChoice(options []string, nothing string, leave func()) *dialogSelect {
	d := newDialogSelect(options, leave)
	d.Selected, d.PlaceHolder = "", nothing
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
