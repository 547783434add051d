package frame

import "time"

// echo tells the second Enter of a double press, after the first has closed a dialog.
type echo struct {
	// entered is when Enter was pressed last, closed when a dialog was closed by one.
	entered, closed time.Time
}

// doublePress is how soon a second Enter belongs to the first; byEnter is how long after Enter a dialog
// that stores something closes by it.
const doublePress, byEnter = 400 * time.Millisecond, 2 * time.Second

// struck is an Enter, and reports whether it is such a second one.
func (e *echo) struck(now time.Time) bool {
	since := now.Sub(e.closed)
	if since > 0 && since < doublePress {
		return true
	}
	e.entered = now
	return false
}

// shut notes that a dialog has closed.
func (e *echo) shut(now time.Time) {
	if now.Sub(e.entered) < byEnter {
		e.closed = now
	}
}

// typed is a letter: an Enter behind it belongs to no press before.
func (e *echo) typed() { e.closed = time.Time{} }
