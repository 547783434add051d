package frame

import "context"

// RunWhile is [RunAside] for work that only reads, and for long: its context is over as soon as
// nobody waits for the answer any more, and neither lock nor end wait for it.
func RunWhile[T any](w *Window, t *Turn, work func(context.Context) (T, error), done func(T, error)) {
	t.Void()
	ctx, stop := context.WithCancel(w.sitting.context)
	mine, still := t.number, w.Still()
	t.stop = stop
	w.Runner.Background(func() {
		result, err := guarded(func() (T, error) { return work(ctx) })
		w.Runner.Deliver(func() {
			stop()
			if mine == t.number && still() {
				done(result, err)
			}
		})
	})
}
