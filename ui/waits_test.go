package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// The registry answers one question after the other, and another may take long. No key and
// no move of the cursor waits for it: what they ask is asked in the background.
func TestNoKeyWaitsForTheRegistry(t *testing.T) {
	for campaign, language := range map[string]string{"ort-2021": "ru", "zno-2020": "uk"} {
		w, clock := frametest.WithClock(t, campaign, language, 5)
		for _, page := range append(w.Listed(false), w.Listed(true)...) {
			w.Go(frame.Route{Screen: page})
			t.Run(campaign+" "+page, func(t *testing.T) { keysWhileHeld(t, w, clock) })
		}
		w.Go(frame.Route{Screen: frame.Form, Graduate: frametest.IdsOf(t, w)[0]})
		t.Run(campaign+" form", func(t *testing.T) { keysWhileHeld(t, w, clock) })
		t.Run(campaign+" from page to page", func(t *testing.T) { pagesWhileHeld(t, w, clock) })
	}
}

// keysWhileHeld presses keys on the page in front while the registry answers nobody, in
// the table where it has one.
func keysWhileHeld(t *testing.T, w *frame.Window, clock *frametest.Clock) {
	at := w.Canvas().Focused()
	if tables := frametest.FindAll[*widgets.Table](frametest.PageIn(w)); len(tables) > 0 {
		at = tables[0].Focusable()
		w.Canvas().Focus(at)
	}
	if at == nil {
		return
	}
	whileHeld(t, w, clock, func(press func(what string, do func())) {
		for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeySpace, fyne.KeyEnd, fyne.KeyHome} {
			press(string(key), func() { at.TypedKey(&fyne.KeyEvent{Name: key}) })
		}
		press("a letter", func() { at.TypedRune('а') })
		press("Tab", w.Canvas().FocusNext)
	})
}

// pagesWhileHeld goes to every page anew while the registry answers nobody.
func pagesWhileHeld(t *testing.T, w *frame.Window, clock *frametest.Clock) {
	id := frametest.IdsOf(t, w)[1]
	w.Forget()
	whileHeld(t, w, clock, func(press func(what string, do func())) {
		for _, page := range append(w.Listed(false), w.Listed(true)...) {
			press(page, func() { w.Go(frame.Route{Screen: page}) })
		}
		press("the form", func() { w.Go(frame.Route{Screen: frame.Form, Graduate: id}) })
		press("the receipts", func() { w.Go(frame.Route{Screen: frame.Receipts, Graduate: id}) })
	})
}

// whileHeld does something while the registry answers nobody, with work that waits in the
// background; afterwards it lets the work go on.
func whileHeld(t *testing.T, w *frame.Window, clock *frametest.Clock, keys func(press func(what string, do func()))) {
	atOnce := w.Runner
	l := frametest.Delay(t, w)
	release := clock.Hold(t, w)
	free := true
	keys(func(what string, do func()) {
		free = free && frametest.Promptly(t, what, do)
	})
	release()
	for len(l.Work) > 0 {
		l.Do(len(l.Work) - 1) // the last first: what waits for a save stands before it, and would wait five seconds
	}
	w.Runner = atOnce
}
