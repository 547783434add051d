package frametest

import (
	"testing"

	"graduand/ui/frame"
)

// Later keeps work for the test to do in whatever order.
type Later struct{ Work []func() }

// Delay keeps what a window has done behind its back, from here on. What is left at the end
// of the test is done then: a window that closes waits for it.
func Delay(t testing.TB, w *frame.Window) *Later {
	l := &Later{}
	w.Runner = frame.AtOnce()
	w.Runner.Background = func(f func()) { l.Work = append(l.Work, f) }
	t.Cleanup(func() {
		l.DoAll()
		w.Runner = frame.AtOnce()
	})
	return l
}

func (l *Later) Do(i int) {
	f := l.Work[i]
	l.Work = append(l.Work[:i], l.Work[i+1:]...)
	f()
}

// DoAll does everything that waits, and what comes to wait meanwhile.
func (l *Later) DoAll() {
	for len(l.Work) > 0 {
		l.Do(0)
	}
}
