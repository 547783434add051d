package table

import (
	"context"

	"graduand/ui/frame"
)

// Step is one of the two ways between how people were and how they are: what it does, and
// what is said of so many afterwards.
type Step struct {
	// Title stands over the progress of long work.
	Title string
	Do    func(context.Context) (int, error)
	Said  func(number int) string
}

// Act does something that can be taken back, and then done again, and so on.
func Act(w *frame.Window, there, back Step) { walk(w, there, back, w.Done, w.Undone, w.Redone) }

// Acted is [Act] for what was done already, with the words that say so.
func Acted(w *frame.Window, words string, there, back Step) {
	w.Done(words, func() { walk(w, back, there, w.Undone, w.Redone, w.Undone) })
}

// say tells what was done with the way back from it.
type say func(words string, way func())

// walk takes a step. Now tells of it, next of the step back from there, and then again of
// one like the first.
func walk(w *frame.Window, step, other Step, now, next, then say) {
	work := func(ctx context.Context, _ frame.Progress) (int, error) { return step.Do(ctx) }
	frame.RunLong(w, step.Title, work, func(n int, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		now(step.Said(n), func() { walk(w, other, step, next, then, next) })
	})
}
