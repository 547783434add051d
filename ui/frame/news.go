package frame

import (
	"context"
	"slices"
	"time"

	"graduand/data/registrar"
)

// News is what the person who has just signed in must know.
type News struct {
	// Filled is what graduates have filled in since the school was here last.
	Filled []registrar.Filled
	// Ills are what is spoilt in the registry, beyond what graduates have left.
	Ills []registrar.Ill
	// Behind is the time of the last event, when the clock of the PC stands before it.
	Behind time.Time
	// Err is why not all that graduates have filled in could be taken over.
	Err error
}

// tellNews tells what graduates have filled in, and what is wrong with the registry.
func (w *Window) tellNews() {
	r := w.registrar
	Run(w, &Turn{}, func(ctx context.Context) (n News, err error) {
		if r.May(registrar.RightFill) {
			if err := r.TakeOver(ctx); err != nil {
				n.Err = err
			}
		}
		n.Filled = r.Filled()
		if last, behind := r.ClockBehind(); behind {
			n.Behind = last
		}
		if r.May(registrar.RightExamine) {
			n.Ills, err = r.Ills(ctx)
		}
		n.Ills = slices.DeleteFunc(n.Ills, func(i registrar.Ill) bool { return i.Code == "pending" })
		return n, err
	}, func(n News, err error) {
		switch {
		case r != w.registrar:
		case err != nil:
			w.Fail(err)
		default:
			w.house.News(w, n)
			w.house.Filled(w, n.Filled)
			if n.Err != nil {
				w.Fail(n.Err)
			}
		}
	})
}
