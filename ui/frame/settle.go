package frame

import (
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"graduand/data"
	"graduand/data/registrar"
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

// await holds the keys until no short job is under way, and then does something first, which
// may be nil.
func (w *Window) await(then func()) {
	switch {
	case w.waiting.waits():
	case w.jobs > 0 && len(w.boxes) == 0:
		w.waiting.begin(then, w.After(longestWait, w.giveUp))
	case then != nil:
		then()
	}
}

// longestWait is how long keys are held at most: an answer that takes longer is waited for in
// vain, and who types wants to see it.
const longestWait = 2 * time.Second

// giveUp types what was typed to what is there by now.
func (w *Window) giveUp() {
	w.chosen = false
	w.waiting.end()
}

// allAnswered ends the waiting when the last job has ended, with all that followed from it.
func (w *Window) allAnswered() {
	w.chosen = false
	if w.waiting.waits() {
		w.waiting.end()
	}
}

// onRune is a letter while nothing has the focus. In a dialog it goes on where the keyboard was: a
// press beside the fields, as the second one of a double click on what opened it, takes that away.
func (w *Window) onRune(r rune) {
	w.touched()
	if w.waiting.waits() {
		w.waiting.rune(r)
		return
	}
	if front := w.frontBox(); front != nil {
		if entry, is := front.at.(interface{ Inner() *widgets.Entry }); is {
			w.Canvas().Focus(front.at)
			entry.Inner().TypedRune(r)
			return
		}
	}
	widgets.Scanned(r, nil)
}

// listenToScanner lets what is typed anywhere go by the scanning.
func (w *Window) listenToScanner() {
	w.scanning = scanning{campaign: w.numbered, now: func() time.Time { return w.Now() }, after: w.After, take: w.onScan}
	widgets.Scanned, widgets.ScannerPressed = w.onLetter, w.scanning.key
}

// onLetter is a letter anywhere: an Enter behind it is meant, and a scanner may have typed it.
func (w *Window) onLetter(r rune, into *widgets.Entry) bool {
	w.echo.typed()
	return w.scanning.sign(r, into)
}

// numbered is the campaign of the open registry where its cards have numbers and the one who sits
// there may look for people by them.
func (w *Window) numbered() *registrar.CampaignFile {
	if w.pageInFront() == "" || !w.open() || w.holds > 0 || w.IsGraduate() {
		return nil
	}
	if c := w.registrar.Campaign(); c.CardNumber.Used {
		return c
	}
	return nil
}

// onScan gives what was scanned to the screen in front where that takes it, else to the house. While
// a dialog asks something it is only said: a scan answers no question, and closes none but its own.
func (w *Window) onScan(number string) {
	front := w.frontBox()
	if front != nil && front.Yields {
		front.Close()
		front = w.frontBox()
	}
	if front != nil {
		w.Done(w.Say("scanner.asked", map[string]any{"number": number}), nil)
		return
	}
	w.CloseLists()
	if s, takes := w.Front().(ScanTaker); takes && s.Scanned(number) {
		return
	}
	w.LookForScanned(number)
}

// LookForScanned lets the house look for whose a scanned number is: no page in front knows.
func (w *Window) LookForScanned(number string) { w.house.Scanned(w, number) }

// SayScanned says whose a scanned number is, and where it is of an earlier registration.
func (w *Window) SayScanned(number string, g *data.Graduate) {
	words := "scanner.found"
	if g.Removed != nil {
		words = "scanner.found_removed"
	}
	if slices.ContainsFunc(g.Earlier(), func(r data.Registration) bool { return r.CardNumber == number }) {
		words = "scanner.found_earlier"
	}
	w.Done(w.Say(words, map[string]any{"number": number, "name": g.FullName()}), nil)
}

// ChoiceTaken notes that something was chosen or ticked: other fields may follow from it. Until
// the registry has answered Tab in a choice waits for them.
func (w *Window) ChoiceTaken() { w.chosen = w.jobs > 0 }

// awaitsTab says that Tab would lead past a field that is about to come.
func (w *Window) awaitsTab() bool { return w.chosen && len(w.boxes) == 0 }

// onTab is Tab in a choice whose answer is on its way.
func (w *Window) onTab() {
	w.await(nil)
	w.waiting.tab(widgets.Backwards())
}

// AfterClick does what moves the page: at once, or under a pressed mouse when the click is over.
func (w *Window) AfterClick(do func()) {
	if !widgets.Pressing {
		do()
		return
	}
	w.After(clickTime, func() { w.AfterClick(do) })
}

// clickTime is how long two presses of a double click may take.
const clickTime = 500 * time.Millisecond

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
	if w.registrar == nil {
		return heldAlone(w.alone)
	}
	if w.covered {
		return nil
	}
	for _, name := range w.held() {
		what := w.Say("screen."+name, nil)
		if e, explains := w.screens[name].(Explainer); explains {
			what = e.UnsavedWords()
		}
		words = append(words, what)
	}
	if w.holdsOnce() {
		words = append(words, w.Say("account.paper_title", nil))
	}
	return words
}

// heldAlone are the words of what would be lost of a page that stands alone.
func heldAlone(page any) []string {
	h, holds := page.(interface {
		Holder
		Explainer
	})
	if !holds || !h.Unsaved() {
		return nil
	}
	return []string{h.UnsavedWords()}
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
	if w.KeepStanding != nil {
		w.KeepStanding()
	}
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
