package frame_test

import (
	"context"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// Who is asked outside the window learns that the question is called off, and that it is answered not:
// there would be nothing left to call off.
func TestWhatIsAskedOutsideIsCalledOff(t *testing.T) {
	for name, row := range map[string]struct {
		leave func(w *frame.Window)
		done  int
	}{
		"lock":     {(*frame.Window).Lock, 0},
		"esc":      {func(w *frame.Window) { w.Boxes()[0].Leave() }, 0},
		"sitting":  {(*frame.Window).NextSitting, 0},
		"answered": {func(*frame.Window) {}, 1},
	} {
		w, loop := onLoop(t)
		var asked context.Context
		answer, done := make(chan string), 0
		frame.Aside(w, "Файл", func(ctx context.Context) (string, error) {
			asked = ctx
			answer <- ""
			return <-answer, nil
		}, func(string, error) { done++ })
		<-answer
		row.leave(w)
		frametest.Promptly(t, name, func() { answer <- "/a.xlsx" })
		loop.Rest()
		if calledOff := asked.Err() != nil; done != row.done || calledOff == (row.done > 0) || len(w.Boxes()) > 0 {
			t.Errorf("%s: answered %d times, called off: %v, %d boxes", name, done, calledOff, len(w.Boxes()))
		}
	}
}
