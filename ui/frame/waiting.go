package frame

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// waiting takes the keys while what they are meant for is on its way: a field that follows from
// a choice, or a page that is built anew. They are typed once it is there, in their order.
type waiting struct {
	window *Window
	// over lies over the page and has the keyboard, nil while nothing is waited for.
	over *catcher
	// typed are the keys until then.
	typed []func()
	// then is what brings the keyboard where the keys are meant for; nil where it is there.
	then func()
	stop func()
}

// longestWait is how long keys are held at most: an answer that takes longer is waited for in
// vain, and who types wants to see it.
const longestWait = 2 * time.Second

// await holds the keys until no short job is under way, and then does something first, which
// may be nil.
func (w *Window) await(then func()) {
	if w.waiting.over != nil {
		return
	}
	w.waiting.then = then
	if w.jobs == 0 || len(w.boxes) > 0 {
		w.endWaiting()
		return
	}
	w.waiting.over = newCatcher(&w.waiting)
	w.Canvas().Overlays().Add(w.waiting.over)
	w.Canvas().Focus(w.waiting.over)
	w.waiting.stop = w.After(longestWait, w.giveUp)
}

// answered ends the waiting when the last job has ended, with all that followed from it.
func (w *Window) answered() {
	if w.jobs > 0 {
		return
	}
	w.chosen = false
	if w.waiting.over != nil {
		w.endWaiting()
	}
}

// giveUp types what was typed to what is there by now.
func (w *Window) giveUp() {
	w.chosen = false
	w.endWaiting()
}

// endWaiting gives the keyboard back and types what was typed meanwhile. A key among it may be
// waited after in its turn: those behind it go on waiting.
func (w *Window) endWaiting() {
	then := w.waiting.then
	w.uncatch()
	if then != nil {
		then()
	}
	for len(w.waiting.typed) > 0 && w.waiting.over == nil {
		next := w.waiting.typed[0]
		w.waiting.typed = w.waiting.typed[1:]
		next()
	}
}

// forgoWaiting drops what was typed for a page that nobody sees any more, or not alone.
func (w *Window) forgoWaiting() {
	w.uncatch()
	w.waiting.typed = nil
}

// uncatch takes the keyboard back from what lies over the page.
func (w *Window) uncatch() {
	over := w.waiting.over
	w.waiting.over, w.waiting.then = nil, nil
	if over != nil {
		w.waiting.stop()
		w.Canvas().Overlays().Remove(over)
	}
}

// holdsKey takes a key that is typed on something while it must wait.
func (w *Window) holdsKey(key *fyne.KeyEvent) bool {
	if w.waiting.over == nil {
		return false
	}
	w.waiting.key(key)
	return true
}

// onRune is a letter while nothing has the focus.
func (w *Window) onRune(r rune) {
	w.touched()
	if w.waiting.over != nil {
		w.waiting.rune(r)
	}
}

// ChoiceTaken notes that something was chosen or ticked: other fields may follow from it. Until
// that is known Tab waits, see [Window.awaitsTab].
func (w *Window) ChoiceTaken() { w.chosen = w.jobs > 0 }

// awaitsTab says that Tab would lead past a field that is about to come.
func (w *Window) awaitsTab() bool {
	return w.chosen && len(w.boxes) == 0
}

// onTab is Tab in a choice whose answer is on its way.
func (w *Window) onTab() {
	back := widgets.Backwards()
	w.await(nil)
	w.waiting.typed = append(w.waiting.typed, func() { w.tab(back) })
}

// tab is what the driver does at Tab.
func (w *Window) tab(back bool) {
	c := w.Canvas()
	if keeps, is := c.Focused().(fyne.Tabbable); is && keeps.AcceptsTab() {
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		return
	}
	if back {
		c.FocusPrevious()
		return
	}
	c.FocusNext()
}

// rune takes a letter.
func (h *waiting) rune(r rune) {
	h.typed = append(h.typed, func() {
		if at := h.window.Canvas().Focused(); at != nil {
			at.TypedRune(r)
		}
	})
}

// key takes a key; Tab is one of them here.
func (h *waiting) key(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyTab {
		back := widgets.Backwards()
		h.typed = append(h.typed, func() { h.window.tab(back) })
		return
	}
	h.typed = append(h.typed, func() {
		if at := h.window.Canvas().Focused(); at != nil {
			at.TypedKey(key)
		} else {
			h.window.onKey(key)
		}
	})
}

// shortcut takes a shortcut that is none of the menu, as that of pasting.
func (h *waiting) shortcut(s fyne.Shortcut) {
	h.typed = append(h.typed, func() {
		if at, takes := h.window.Canvas().Focused().(fyne.Shortcutable); takes {
			at.TypedShortcut(s)
		}
	})
}

// catcher lies over the page, has no size and takes all keys.
type catcher struct {
	widget.BaseWidget
	to *waiting
}

func newCatcher(to *waiting) *catcher {
	c := &catcher{to: to}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer draws nothing.
func (c *catcher) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// FocusGained shows nothing.
func (c *catcher) FocusGained() {}

// FocusLost shows nothing.
func (c *catcher) FocusLost() {}

// AcceptsTab lets Tab wait with the other keys.
func (c *catcher) AcceptsTab() bool { return true }

// TypedRune holds a letter.
func (c *catcher) TypedRune(r rune) {
	widgets.Touched()
	c.to.rune(r)
}

// TypedKey holds a key.
func (c *catcher) TypedKey(key *fyne.KeyEvent) {
	widgets.Touched()
	c.to.key(key)
}

// TypedShortcut holds a shortcut.
func (c *catcher) TypedShortcut(s fyne.Shortcut) {
	widgets.Touched()
	c.to.shortcut(s)
}
