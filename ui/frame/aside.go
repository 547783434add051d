package frame

import (
	"context"

	"graduand/ui/widgets"
)

// Aside asks somebody outside the window, as a dialog of the PC does: it may stay open for as long
// as a person likes, and nothing waits for it. A box lies over the page until then: nothing is changed
// beneath, and nobody is asked a second time, where the question in front stays. Whoever leaves the box
// calls the question off, and so do a lock and the end of the window: its context ends, done is not told.
func Aside[T any](w *Window, title string, ask func(context.Context) (T, error), done func(T, error)) {
	if w.outside != nil {
		return
	}
	asked, callOff := context.WithCancel(w.sitting.context)
	box := w.Ask(title, widgets.Wrapped(w.Say("ui.outside", nil)), 460, Choice{Label: w.Say("ui.cancel", nil)})
	box.escapeOnly()
	answered := false
	w.outside, box.gone = box, func() {
		w.outside = nil
		// What has answered is gone: zenity would close that once more.
		if !answered {
			callOff()
		}
	}
	w.Runner.Background(func() {
		answer, err := ask(asked)
		w.Runner.Deliver(func() {
			answered = true
			box.Close()
			if asked.Err() == nil {
				done(answer, err)
			}
		})
	})
}
