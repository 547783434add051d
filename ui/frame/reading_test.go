package frame_test

import (
	"context"
	"testing"
	"time"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// Work that only reads ends as soon as nobody waits for it: it is asked anew, called off, or its
// sitting is over.
func TestReadingEndsWhenNobodyWaits(t *testing.T) {
	for what, leave := range map[string]func(*frame.Window, *frame.Turn){
		"it is called off":    func(_ *frame.Window, turn *frame.Turn) { turn.Void() },
		"the registry closes": func(w *frame.Window, _ *frame.Turn) { w.CloseRegistry() },
		"it is asked for anew": func(w *frame.Window, turn *frame.Turn) {
			frame.Run(w, turn, func(context.Context) (int, error) { return 0, nil }, func(int, error) {})
		},
	} {
		t.Run(what, func(t *testing.T) {
			w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
			loop := &frametest.Loop{}
			w.Runner = loop.Runner()
			turn, ended, told := &frame.Turn{}, false, false
			frame.RunWhile(w, turn, func(ctx context.Context) (int, error) {
				select {
				case <-ctx.Done():
					ended = true
				case <-time.After(5 * time.Second):
				}
				return 1, nil
			}, func(int, error) { told = true })
			leave(w, turn)
			loop.Rest()
			if !ended || told {
				t.Errorf("it has ended: %v, its answer was told: %v", ended, told)
			}
		})
	}
}
