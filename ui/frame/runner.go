package frame

import (
	"time"
)

// Runner takes work off the window's goroutine and brings its result back. Tests
// put one in its place that does everything at once.
type Runner struct {
	// Background starts work on another goroutine.
	Background func(func())
	// Deliver runs a function on the window's goroutine.
	Deliver func(func())
	// After runs a function on the window's goroutine after a while; the returned
	// function calls it off.
	After func(time.Duration, func()) (stop func())
	// Pause lets time pass where somebody waits for work to end; nil for [time.Sleep].
	Pause func(time.Duration)
}

// AtOnce does everything where it is called, for tests. What is to happen later
// never happens.
func AtOnce() Runner {
	return Runner{
		Background: func(f func()) { f() },
		Deliver:    func(f func()) { f() },
		After:      func(time.Duration, func()) func() { return func() {} },
	}
}
