package frame_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// The second Enter of a double press, whose first has closed a dialog, does nothing on what stood
// behind it, a page or another dialog; a later one does.
func TestTheSecondEnterOfADoublePressIsNone(t *testing.T) {
	w, _ := frametest.New(t, "uk")
	now := frametest.Noon
	w.Now = func() time.Time { return now }
	enter := func() {
		now = now.Add(150 * time.Millisecond)
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	behind, confirmed := 0, 0
	first := w.Ask("?", widget.NewLabel("?"), 300, frame.Choice{Label: "behind", Ready: func() bool { behind++; return false }})
	defer first.Close()
	w.Ask("?", widget.NewLabel("?"), 300, frame.Choice{Label: "front", Chosen: func() { confirmed++ }})
	enter()
	w.Canvas().Focus(first.Primary())
	if enter(); confirmed != 1 || behind != 0 {
		t.Errorf("confirmed %d times, pressed behind it %d times", confirmed, behind)
	}
	now = now.Add(doublePressed)
	if enter(); behind != 1 {
		t.Errorf("a later Enter presses %d times", behind)
	}
}

// Whoever has typed something since means the Enter, however soon it comes.
func TestAnEnterBehindALetterIsMeant(t *testing.T) {
	w, _ := frametest.New(t, "uk")
	now := frametest.Noon
	w.Now = func() time.Time { return now }
	enter := func() {
		now = now.Add(100 * time.Millisecond)
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	confirmed, path := 0, widgets.NewEntry("")
	w.Ask("?", widget.NewLabel("?"), 300, frame.Choice{Label: "first", Chosen: func() {
		w.Ask("?", path, 300, frame.Choice{Label: "second", Chosen: func() { confirmed++ }})
	}})
	enter()
	path.TypedRune('x')
	if enter(); confirmed != 1 {
		t.Errorf("confirmed %d times", confirmed)
	}
}

const doublePressed = 400 * time.Millisecond
