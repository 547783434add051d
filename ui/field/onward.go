package field

import (
	"slices"

	"fyne.io/fyne/v2"

	"graduand/ui/widgets"
)

// below is a button under an input, of a question about its value. Whoever types on it by the
// Tab key means the next field: the letter goes there.
type below struct {
	widgets.TabbedButton
	typed func(r rune)
}

// TypedRune hands all but the space on, which presses the button.
func (b *below) TypedRune(r rune) {
	if r != ' ' {
		b.typed(r)
	}
}

// Tapped leaves the keyboard at the input, whose question it answers.
func (b *below) Tapped(e *fyne.PointEvent) { b.Button.Tapped(e) }

// below makes a button under the input.
func (f *inputFrame) below(words string, do func()) *below {
	b := &below{typed: f.onTypedBelow}
	b.Text, b.OnTapped, b.OnEscape = words, do, f.onEscape
	b.Gained = func() { f.onBelow(b) }
	b.ExtendBaseWidget(b)
	return b
}

// onBelow is Tab on what stands under the input. Straight after something was typed it is about
// what was there before and may vanish with the answer of the registry, and what is typed next
// would go nowhere: Tab leads on to the next field. Without typing it stays. Backwards Tab comes
// to the input itself: whoever goes back means to type there.
func (f *inputFrame) onBelow(o fyne.Focusable) {
	canvas := f.window.Canvas()
	switch {
	case widgets.Backwards():
		canvas.FocusPrevious()
		return
	case !f.typedIn:
		f.host.Reveal(o.(fyne.CanvasObject))
		return
	}
	if !Holds(f.whole, o.(fyne.CanvasObject)) {
		// The answer was there before Tab was done.
		canvas.Focus(f.input.(Input).Focusable())
		f.typedIn = true
	}
	canvas.FocusNext()
	f.typedIn = false
}

// onTypedBelow gives a letter to the field behind the input.
func (f *inputFrame) onTypedBelow(r rune) {
	canvas := f.window.Canvas()
	f.typedIn = true
	canvas.FocusNext()
	f.typedIn = false
	if focused := canvas.Focused(); focused != nil {
		focused.TypedRune(r)
	}
}

// answered ends the time straight after the typing, once the keyboard is elsewhere.
func (f *inputFrame) answered() {
	focused, is := f.window.Canvas().Focused().(fyne.CanvasObject)
	f.typedIn = f.typedIn && is && Holds(f.whole, focused)
}

// Holds says that an object is another, or has it in it and shows it.
func Holds(o, wanted fyne.CanvasObject) bool {
	switch {
	case !o.Visible():
		return false
	case o == wanted:
		return true
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case *widgets.InnerScroll:
		parts = []fyne.CanvasObject{o.Content}
	}
	return slices.ContainsFunc(parts, func(part fyne.CanvasObject) bool { return Holds(part, wanted) })
}
