package graduates

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// typedAhead has the keyboard while a field is on its way, and gives it what was typed until
// then: somebody who types one number after the other, or reads them with a scanner, does not
// look whether the registry has answered. It is seen by nobody, and is no stop of Tab.
type typedAhead struct {
	widget.DisableableWidget
	typed []func(fyne.Focusable)
}

func newTypedAhead() *typedAhead {
	a := &typedAhead{}
	a.ExtendBaseWidget(a)
	a.Disable()
	return a
}

// CreateRenderer draws nothing.
func (a *typedAhead) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// begin takes the keyboard.
func (a *typedAhead) begin(c fyne.Canvas) {
	a.typed = nil
	a.Enable()
	c.Focus(a)
}

// waits says that it has the keyboard.
func (a *typedAhead) waits() bool { return !a.Disabled() }

// end gives a field the keyboard and what was typed; what stands in the field is replaced by
// that. It may begin anew meanwhile: an Enter among what was typed goes on.
func (a *typedAhead) end(c fyne.Canvas, to fyne.Focusable) {
	typed := a.typed
	c.Focus(to)
	if entry, is := to.(*widgets.Entry); is && entry.Text != "" {
		entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	for _, key := range typed {
		if focused := c.Focused(); focused != nil {
			key(focused)
		}
	}
}

// FocusGained begins to note.
func (a *typedAhead) FocusGained() {}

// FocusLost ends it: somebody has gone elsewhere.
func (a *typedAhead) FocusLost() {
	a.typed = nil
	a.Disable()
}

// TypedRune notes a letter.
func (a *typedAhead) TypedRune(r rune) {
	widgets.Touched()
	a.typed = append(a.typed, func(to fyne.Focusable) { to.TypedRune(r) })
}

// TypedKey notes a key.
func (a *typedAhead) TypedKey(key *fyne.KeyEvent) {
	widgets.Touched()
	a.typed = append(a.typed, func(to fyne.Focusable) { to.TypedKey(key) })
}
