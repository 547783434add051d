package frametest

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"graduand/data/registrar"
	"graduand/ui/frame"
)

// Clock is the clock of a registry that a test can stop in the middle of a change, which
// holds the registry's lock meanwhile.
type Clock struct {
	mu      sync.Mutex
	reached chan struct{}
	goOn    chan struct{}
	holds   int
}

// now is the time of every test. While the clock is stopped it does not answer.
func (c *Clock) now() time.Time {
	c.mu.Lock()
	reached, goOn := c.reached, c.goOn
	c.reached = nil
	c.mu.Unlock()
	if reached != nil {
		close(reached)
		<-goOn
	}
	return Noon
}

// WithClock is [WithDemo] with a clock that can be stopped.
func WithClock(t testing.TB, campaign, language string, n int) (*frame.Window, *Clock) {
	t.Helper()
	w, _ := New(t, language)
	clock := &Clock{}
	w.Now = clock.now
	w.Settings.Noticed = true
	w.Start(copyDemo(t, campaign, n, TestKey))
	return w, clock
}

// Hold changes a graduate and stops in the middle of it: until the returned function is
// called the registry answers nobody.
func (c *Clock) Hold(t testing.TB, w *frame.Window) (release func()) {
	t.Helper()
	r, id := w.Registrar(), FirstGraduate(t, w).Graduate.ID
	reached, goOn, done := make(chan struct{}), make(chan struct{}), make(chan struct{})
	c.mu.Lock()
	c.reached, c.goOn = reached, goOn
	c.holds++
	class := fmt.Sprintf("%d-А", 1+c.holds%11)
	c.mu.Unlock()
	go func() {
		defer close(done)
		if _, err := r.Table.Change(Ctx, id, []registrar.Assign{{Field: "class", Value: class}}); err != nil {
			t.Error(err)
		}
	}()
	select {
	case <-reached:
	case <-done:
		t.Fatal("the change is over without having asked for the time")
	}
	return func() {
		close(goOn)
		<-done
	}
}

// Promptly fails where something waits for the registry.
func Promptly(t testing.TB, what string, do func()) bool {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		do()
	}()
	select {
	case <-done:
		return true
	case <-time.After(5 * time.Second):
		t.Errorf("%s waits for the registry", what)
		return false
	}
}
