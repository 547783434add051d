package frametest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Hands work a window by the keyboard alone, as whoever sees it does.
type Hands struct {
	T testing.TB
	W *frame.Window
}

// Focused is what has the keyboard.
func (h Hands) Focused() fyne.Focusable { return h.W.Canvas().Focused() }

// Press gives keys to what has the focus.
func (h Hands) Press(keys ...fyne.KeyName) {
	h.T.Helper()
	for _, key := range keys {
		if h.Focused() == nil {
			h.T.Fatalf("nothing has the focus for %s in:\n%s", key, Visible(h.W))
		}
		h.Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// Write types into what has the focus.
func (h Hands) Write(words string) {
	h.T.Helper()
	if h.Focused() == nil {
		h.T.Fatalf("nothing has the focus for %q in:\n%s", words, Visible(h.W))
	}
	test.Type(h.Focused(), words)
}

// TabTo presses Tab until something of a form has the focus; the button that goes forwards comes
// after every field.
func (h Hands) TabTo(o fyne.Focusable) {
	h.T.Helper()
	onward := fyne.Focusable(OnwardButton(h.T, h.W))
	for range 80 {
		if h.Focused() == o {
			return
		}
		if h.W.Canvas().FocusNext(); h.Focused() == onward && o != onward {
			h.T.Fatalf("Tab has reached the button before the field in:\n%s", Visible(h.W))
		}
	}
	h.T.Fatalf("Tab does not lead there in:\n%s", Visible(h.W))
}

// longestList is more than any list that tests choose from has.
const longestList = 40

// Nth takes the nth choice of the list that has the focus, which folds away or stands open.
func (h Hands) Nth(nth int) {
	h.T.Helper()
	if _, open := h.Focused().(*widgets.OneOf); open {
		for range nth {
			h.Press(fyne.KeyDown)
		}
		return
	}
	h.Press(fyne.KeySpace)
	for range longestList {
		h.Press(fyne.KeyUp)
	}
	for range nth {
		h.Press(fyne.KeyDown)
	}
	h.Press(fyne.KeyReturn)
}

// Forth presses the button of a form that goes forwards.
func (h Hands) Forth() {
	h.T.Helper()
	h.TabTo(OnwardButton(h.T, h.W))
	h.Press(fyne.KeyReturn)
}
