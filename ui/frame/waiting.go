package frame

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// waiting takes the keys while what they are meant for is on its way: a field that follows from
// a choice, or a page that is built anew. They are typed once it is there, in their order.
type waiting struct {
	canvas fyne.Canvas
	// onKey takes a key while nothing has the focus.
	onKey func(*fyne.KeyEvent)
	// over lies over the page and has the keyboard, nil while nothing is waited for.
	over *catcher
	// typed are the keys until then.
	typed []func()
	// then brings the keyboard where the keys are meant for; nil where it is there.
	then func()
	// stop calls off the end of patience.
	stop func()
}

// waits says that keys are held.
func (h *waiting) waits() bool { return h.over != nil }

// begin holds the keys from now on.
func (h *waiting) begin(then, stop func()) {
	h.over, h.then, h.stop = newCatcher(h), then, stop
	h.canvas.Overlays().Add(h.over)
	h.canvas.Focus(h.over)
}

// end gives the keyboard back and types what was typed meanwhile. A key among it may be waited
// after in its turn: those behind it go on waiting.
func (h *waiting) end() {
	then := h.then
	h.uncatch()
	if then != nil {
		then()
	}
	for len(h.typed) > 0 && !h.waits() {
		next := h.typed[0]
		h.typed = h.typed[1:]
		next()
	}
}

// forgo drops what was typed for a page that nobody sees any more, or not alone.
func (h *waiting) forgo() {
	h.uncatch()
	h.typed = nil
}

// uncatch takes the keyboard back from what lies over the page.
func (h *waiting) uncatch() {
	over := h.over
	h.over, h.then = nil, nil
	if over != nil {
		h.stop()
		h.canvas.Overlays().Remove(over)
	}
}

// takes takes a key that is pressed while nothing has the focus, and reports whether it waits.
func (h *waiting) takes(key *fyne.KeyEvent) bool {
	if h.waits() {
		h.key(key)
	}
	return h.waits()
}

// key takes a key; Tab is one of them here.
func (h *waiting) key(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyTab {
		h.tab(widgets.Backwards())
		return
	}
	h.typed = append(h.typed, func() {
		if at := h.canvas.Focused(); at != nil {
			at.TypedKey(key)
		} else {
			h.onKey(key)
		}
	})
}

// tab takes Tab. Its turn come it does what the driver does.
func (h *waiting) tab(back bool) {
	h.typed = append(h.typed, func() {
		keeps, is := h.canvas.Focused().(fyne.Tabbable)
		switch {
		case is && keeps.AcceptsTab():
			h.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		case back:
			h.canvas.FocusPrevious()
		default:
			h.canvas.FocusNext()
		}
	})
}

// rune takes a letter.
func (h *waiting) rune(r rune) {
	h.typed = append(h.typed, func() {
		if at := h.canvas.Focused(); at != nil {
			at.TypedRune(r)
		}
	})
}

// shortcut takes a shortcut that is none of the menu, as that of pasting.
func (h *waiting) shortcut(s fyne.Shortcut) {
	h.typed = append(h.typed, func() {
		if at, does := h.canvas.Focused().(fyne.Shortcutable); does {
			at.TypedShortcut(s)
		}
	})
}

// catcher lies over the page, has no size and takes all keys.
type catcher struct {
	widget.BaseWidget
	to *waiting
}

var (
	_ fyne.Tabbable     = (*catcher)(nil)
	_ fyne.Shortcutable = (*catcher)(nil)
)

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

// burst is what somebody types without a pause, over the things that lay over the page at its
// last letter, the front one last.
type burst[Over comparable] struct {
	over []Over
	last time.Time
}

// pauseOfTyping is how long somebody who types on at most looks up from the keys.
const pauseOfTyping = 700 * time.Millisecond

// misplaced tells whether a letter typed now was meant for what has gone while it was being
// typed into: the field behind it would take what nobody means for it, and save it.
func (b *burst[Over]) misplaced(over []Over, now time.Time) bool {
	lies := len(over)
	if lies < len(b.over) && slices.Equal(over, b.over[:lies]) && now.Sub(b.last) < pauseOfTyping {
		b.last = now
		return true
	}
	b.over, b.last = slices.Clone(over), now
	return false
}
