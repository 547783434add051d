package frame

import (
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"graduand/ui/widgets"
)

// settle lets the field that has the focus save itself, and waits until it has: a
// moment as a rule, and no longer than patience with a dying disk allows.
func (w *Window) settle() {
	w.Canvas().Unfocus()
	w.waitSaved()
}

// AfterSaving lets the field that has the focus save itself and does something when it
// has, however long the disk takes: the window answers meanwhile. When the sitting is over
// by then, nothing is done.
func (w *Window) AfterSaving(then func()) {
	w.Canvas().Unfocus()
	then = w.inSitting(then)
	w.Runner.Background(func() {
		w.waitSaved()
		w.Runner.Deliver(then)
	})
}

// waitSaved waits until what was typed is saved, within patience.
func (w *Window) waitSaved() { w.waitFor(&w.busy) }

// waitFor waits until these counts are nothing, within patience.
func (w *Window) waitFor(counts ...*atomic.Int32) {
	pause := w.Runner.Pause
	if pause == nil {
		pause = time.Sleep
	}
	for until := time.Now().Add(settling); time.Now().Before(until); pause(5 * time.Millisecond) {
		if !slices.ContainsFunc(counts, func(n *atomic.Int32) bool { return n.Load() > 0 }) {
			return
		}
	}
}

// settling is how long the window waits for what was typed to be saved.
const settling = 5 * time.Second

// Quit lets what was typed save itself, asks about what cannot be saved, and
// closes.
func (w *Window) Quit() {
	if w.holds > 0 || w.quitting {
		return
	}
	w.quitting = true
	w.Canvas().Unfocus()
	// What a save has to say comes after it, on this goroutine: ask behind it.
	w.Runner.Background(func() {
		w.waitSaved()
		w.Runner.Deliver(w.askAndClose)
	})
}

func (w *Window) askAndClose() {
	w.quitting = false
	held := w.heldWords()
	leave := w.close
	if w.open() {
		leave = func() { w.house.Leaving(w, w.close) }
	}
	if len(held) == 0 {
		leave()
		return
	}
	question := widgets.Wrapped(w.Say("ui.unsaved", map[string]any{"where": strings.Join(held, ", ")}))
	w.AskTwice(w.Say("ui.unsaved_title", nil), question, 460, Choice{Label: w.Say("ui.stay", nil)}, Choice{Label: w.Say("ui.leave", nil), Chosen: leave})
}

// heldWords are the words of what would be lost now.
func (w *Window) heldWords() (words []string) {
	if w.registrar == nil || w.covered {
		return nil
	}
	for _, name := range w.held() {
		words = append(words, w.Say("screen."+name, nil))
	}
	if w.holdsOnce() {
		words = append(words, w.Say("account.paper_title", nil))
	}
	return words
}

// close keeps the size of the window and closes the registry. What closing has to say must
// be read: the window stays then, without a registry, until it is closed once more.
func (w *Window) close() {
	if w.gone {
		return
	}
	if !w.CloseRegistry() {
		w.house.Welcome(w)
		return
	}
	w.gone = true
	size := w.Canvas().Size()
	w.Settings.Width, w.Settings.Height = size.Width, size.Height
	if err := w.Settings.Save(); err != nil {
		w.Log.Error("save settings", "error", err.Error())
	}
	w.nextSitting()
	if err := w.house.Closing(); err != nil {
		w.Log.Error("close house", "error", err.Error())
	}
	w.window.SetCloseIntercept(nil)
	w.window.Close()
}
