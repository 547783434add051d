package frame

import (
	"time"
)

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
