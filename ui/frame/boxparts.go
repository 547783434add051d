package frame

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// Choice is a button of a dialog. The first one is what Enter does.
type Choice struct {
	// Label stands on the button.
	Label string
	// Danger colours the button of something that cannot be undone.
	Danger bool
	// Ready is asked first; while it says no the dialog stays.
	Ready func() bool
	// Chosen is called when the dialog has closed by this choice; nil for nothing.
	Chosen func()
}

// boxWork is what a dialog shows of work whose answer it waits for.
type boxWork struct {
	// under says that it waits: no button of it does anything, and Esc leaves it where it is.
	under bool
	// words say so beside its buttons, where the work takes longer than patience.
	words *widget.Label
	// off is what was closed for that long.
	off []fyne.Disableable
	// stop calls off the end of patience.
	stop func()
}

func newBoxWork(words string) boxWork {
	w := boxWork{words: widget.NewLabel(words)}
	w.words.Truncation = fyne.TextTruncateEllipsis
	w.words.Hide()
	return w
}

// hold closes the buttons; stop calls off what follows after patience.
func (w *boxWork) hold(buttons []*widgets.Button, stop func()) {
	w.under, w.stop = true, stop
	for _, button := range buttons {
		w.shut(button)
	}
}

// tell says that it works and closes the fields too: what is typed now is not stored.
func (w *boxWork) tell(content fyne.CanvasObject) {
	w.words.Show()
	var look func(fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if d, is := o.(fyne.Disableable); is {
			w.shut(d)
			return
		}
		for _, part := range partsOf(o) {
			look(part)
		}
	}
	look(content)
}

// shut closes what is open.
func (w *boxWork) shut(d fyne.Disableable) {
	if !d.Disabled() {
		d.Disable()
		w.off = append(w.off, d)
	}
}

// free opens again what was closed.
func (w *boxWork) free() {
	w.stop()
	w.words.Hide()
	for _, d := range slices.Backward(w.off) {
		d.Enable()
	}
	w.off, w.under = nil, false
}
