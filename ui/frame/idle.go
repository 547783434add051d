package frame

import (
	"math"
	"time"

	"graduand/ui/widgets"
)

// idle knows when somebody was last at the computer, and what waits behind the lock.
type idle struct {
	last time.Time
	stop func()
	// kept is what the screens had beyond the registry when it was locked; it is given
	// back to the same person only.
	kept    map[string]any
	keptBy  string
	current string
	// entered says that somebody has just signed in and no screen was shown since.
	entered bool
	// phone is that of the operator who was locked out, "" after a graduate, and of is the
	// registry.
	phone, of string
	// lost tells the next who signs in what a lock has taken away, "" for nothing.
	lost string
	// used says that there was a registry open, of which something may lie in memory.
	used bool
}

// touched notes that somebody is at the computer. Who comes when it is time to lock, as
// after the PC has slept, comes before a locked window: the touch does not put it off.
func (w *Window) touched() {
	if w.mayLock() && w.left() <= 0 {
		w.later(0, w.lockIfLeft)
		return
	}
	w.idle.last = w.Now()
	if w.open() {
		w.line.warn("")
		w.followMenu()
	}
}

// lockIfLeft locks the window that nobody has come back to meanwhile.
func (w *Window) lockIfLeft() {
	if w.left() <= 0 {
		w.Lock()
	}
}

// left is how long it is until the window locks, by the settings; for good where they say
// never. What is shown this once gets a warning more.
func (w *Window) left() time.Duration {
	limit := time.Duration(w.Settings.LockMinutes) * time.Minute
	switch {
	case limit <= 0:
		return math.MaxInt64
	case w.holdsOnce():
		limit += Warning
	}
	return limit - since(w.idle.last, w.Now())
}

// standStill lets the clock of the lock begin anew: while long work is under way that somebody
// has started it does not run. What has come too late for the lock does not put it off: a PC
// that slept over the work locks.
func (w *Window) standStill() {
	if w.left() > 0 {
		w.idle.last = w.Now()
	}
}

// since is how long ago something was: by the clock that counts from the start of the PC
// or by that on the wall, whichever says more. The first stands still on Linux while the
// PC sleeps, the second may be set back; neither makes it negative.
func since(then, now time.Time) time.Duration {
	return max(now.Sub(then), now.Round(0).Sub(then.Round(0)), 0)
}

// watch locks the window when nobody has touched it for as long as the settings say.
func (w *Window) watch() {
	widgets.Touched = w.touched
	w.idle.last = w.Now()
	if w.idle.stop != nil {
		w.idle.stop()
	}
	w.idle.stop = w.later(watching, w.onWatch)
}

// watching is how often the window looks whether anybody is there, counting how often
// while it counts down.
const (
	watching = 10 * time.Second
	counting = time.Second
)

func (w *Window) onWatch() {
	if w.long.Load() > 0 {
		w.standStill()
	}
	left := w.left()
	next := min(watching, max(left-soon, counting))
	if w.holdsOnce() {
		next = counting
	}
	w.idle.stop = w.later(next, w.onWatch)
	if !w.mayLock() {
		return
	}
	w.warn(left)
	w.warnSoon(left)
	w.lockIfLeft()
}

// soon is how long before it locks the window counts down in the status line.
const soon = 30 * time.Second

// warnSoon says how long it is until the lock where that is not long.
func (w *Window) warnSoon(left time.Duration) {
	words := ""
	if left <= soon {
		words = w.Say("ui.lock_soon", map[string]any{"number": seconds(left)})
	}
	w.line.warn(words)
}

// seconds are whole ones, the last as long as it is not over.
func seconds(left time.Duration) int { return int((left + time.Second - 1) / time.Second) }

// Once is what is shown this once, as the code of a paper key is. It keeps no window from
// locking: where nobody is there it goes with the rest, after a warning that counts down.
// What it was stays lost, since nothing personal waits behind a lock; the next who signs
// in is told how to get another.
type Once struct {
	// Kept says that it was put away, so that a lock loses nothing.
	Kept func() bool
	// Warn shows in how many seconds the window will lock; 0 takes the warning away.
	Warn func(seconds int)
	// Lost is told to the next who signs in after it was lost.
	Lost string
}

// Warning is how long the window warns before it locks over what is shown this once.
const Warning = time.Minute

// ShowsOnce says that something is shown this once; nil when it is put away.
func (w *Window) ShowsOnce(o *Once) { w.once = o }

// holdsOnce says that something would be lost now.
func (w *Window) holdsOnce() bool { return w.once != nil && !w.once.Kept() }

// loseOnce forgets what is shown this once, and what is to be told of it.
func (w *Window) loseOnce() {
	if w.holdsOnce() {
		w.idle.lost = w.once.Lost
	}
	w.once = nil
}

// warn shows how long it is until the lock; nothing where nobody need be warned.
func (w *Window) warn(left time.Duration) {
	if !w.holdsOnce() {
		return
	}
	number := 0
	if left <= Warning {
		number = seconds(left)
	}
	w.once.Warn(number)
}

// free says that what comes from outside disturbs nothing: a page stands in the window, with no dialog over
// it, and no long work is under way.
func (w *Window) free() bool {
	return len(w.boxes) == 0 && !w.covered && !w.gone && w.holds == 0 && w.long.Load() == 0 && (w.alone != nil || w.open())
}

// WhenFree does something that nobody in the window has asked for, at once or as soon as that disturbs
// nothing.
func (w *Window) WhenFree(do func()) {
	w.whenFree = append(w.whenFree, do)
	w.freed()
}

// freed does what has waited, as far as the window stays free.
func (w *Window) freed() {
	for len(w.whenFree) > 0 && w.free() {
		next := w.whenFree[0]
		w.whenFree = w.whenFree[1:]
		next()
	}
}
