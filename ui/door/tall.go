package door

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// tallForm is a form in a dialog that takes the height it needs, as far as the window has
// room; where it has less the form scrolls, and the bar stands beside its fields.
type tallForm struct {
	window *frame.Window
	form   *fyne.Container
	scroll *container.Scroll
	box    *frame.Box
}

// tallWidth is the width of such a dialog, tallInside that of the form in it, and tallRest
// the height of the dialog's title and buttons with air around it.
const (
	tallWidth  = 620
	tallInside = 580
	tallRest   = 170
)

func newTallForm(w *frame.Window) *tallForm {
	t := &tallForm{window: w, form: container.NewVBox()}
	t.scroll = container.NewVScroll(widgets.OffTheBar(t.form))
	return t
}

// show shows the dialog.
func (t *tallForm) show(title string, choices ...frame.Choice) *frame.Box {
	t.fit()
	t.box = t.window.Ask(title, t.scroll, tallWidth, choices...)
	return t.box
}

// fit takes the height that is needed now: what is wrong has come under the fields, or gone.
func (t *tallForm) fit() {
	scale := t.window.Scale()
	// Words that wrap know their height only when they have their width.
	for range 2 {
		t.scroll.Content.Resize(fyne.NewSize(tallInside*scale, t.scroll.Content.MinSize().Height))
	}
	t.scroll.SetMinSize(fyne.NewSize(0, min(t.scroll.Content.MinSize().Height, t.window.Canvas().Size().Height-tallRest*scale)))
	if t.box != nil {
		t.box.Fit(tallWidth)
	}
}
