package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// DialogCheck and DialogSelect are inputs of a dialog that Esc leaves.
type DialogCheck struct {
	FollowedCheck
	// Aside says that it stands beside the way through a dialog: Enter in a field passes it over.
	Aside bool
	leave func()
}

// NewDialogCheck makes a box with its words; leave is called on Esc.
func NewDialogCheck(words string, checked bool, leave func()) *DialogCheck {
	c := &DialogCheck{leave: leave}
	c.Text, c.Checked, c.Gained = words, checked, func() { Revealed(c) }
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey leaves by Esc.
func (c *DialogCheck) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		c.leave()
		return
	}
	c.FollowedCheck.TypedKey(key)
}

// CreateRenderer draws the frame of the box as visibly as that of a [widgets.Tick]: the
// one of Fyne is hardly seen.
func (c *DialogCheck) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{WidgetRenderer: c.FollowedCheck.CreateRenderer(), check: c}
	r.paint()
	return r
}

type checkRenderer struct {
	fyne.WidgetRenderer
	check *DialogCheck
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

// DialogSelect is a choice in a dialog, which Esc leaves.
type DialogSelect struct {
	FollowedSelect
	leave func()
}

// NewDialogSelect has the first option chosen; leave is called on Esc.
func NewDialogSelect(options []string, leave func()) *DialogSelect {
	d := &DialogSelect{leave: leave}
	d.Options, d.Selected, d.Gained = options, options[0], func() {}
	d.ExtendBaseWidget(d)
	return d
}

// NewDialogChoice is a select in which nothing is chosen yet, and which says so.
func NewDialogChoice(options []string, nothing string, leave func()) *DialogSelect {
	d := NewDialogSelect(options, leave)
	d.Selected, d.PlaceHolder = "", nothing
	return d
}

// TypedKey leaves by Esc.
func (d *DialogSelect) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		d.leave()
		return
	}
	d.FollowedSelect.TypedKey(key)
}
