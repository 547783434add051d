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
	w, enter := entering(t)
	behind, confirmed := 0, 0
	first := w.Ask("?", widget.NewLabel("?"), 300, frame.Choice{Label: "behind", Ready: func() bool { behind++; return false }})
	defer first.Close()
	w.Ask("?", widget.NewLabel("?"), 300, frame.Choice{Label: "front", Chosen: func() { confirmed++ }})
	enter(soon)
	w.Canvas().Focus(first.Primary())
	if enter(soon); confirmed != 1 || behind != 0 {
		t.Errorf("confirmed %d times, pressed behind it %d times", confirmed, behind)
	}
	if enter(doublePressed); behind != 1 {
		t.Errorf("a later Enter presses %d times", behind)
	}
}

// Whoever has typed something since means the Enter, however soon it comes.
func TestAnEnterBehindALetterIsMeant(t *testing.T) {
	w, enter := entering(t)
	confirmed, path := 0, widgets.NewEntry("")
	w.Ask("?", widget.NewLabel("?"), 300, frame.Choice{Label: "first", Chosen: func() {
		w.Ask("?", path, 300, frame.Choice{Label: "second", Chosen: func() { confirmed++ }})
	}})
	enter(soon)
	path.TypedRune('x')
	if enter(soon); confirmed != 1 {
		t.Errorf("confirmed %d times", confirmed)
	}
}

// entering is a window, and Enter there some time after the last one.
func entering(t *testing.T) (w *frame.Window, enter func(after time.Duration)) {
	w, _ = frametest.New(t, "uk")
	now := frametest.Noon
	w.Now = func() time.Time { return now }
	return w, func(after time.Duration) {
		now = now.Add(after)
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}

const soon, doublePressed = 150 * time.Millisecond, 400 * time.Millisecond
