package registry

import (
	"cmp"
	"context"
	"slices"
	"time"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// Passed is a message between the school and its centre, as the history has it.
type Passed struct {
	data.Message
	// Sent says that it went to the centre; else it came from there.
	Sent bool
	// At is when, By who did it, To to whom it was given (KG-013).
	At     time.Time
	By, To string
}

func passedFrom(kind string, at time.Time, b EventBody) Passed {
	return Passed{Message: *b.Message, Sent: kind == EventMessageSent, At: at, By: b.By, To: b.To}
}

// passedOf learns the messages from the history. An entry that is spoilt is named by the examination.
func passedOf(ctx context.Context, l *ledger.Ledger) ([]Passed, error) {
	type entry struct {
		seq int64
		Passed
	}
	var all []entry
	for _, kind := range []string{EventMessageSent, EventMessageReceived} {
		err := eachOf(ctx, l, kind, func(e ledger.Event, b EventBody) {
			if b.Message != nil {
				all = append(all, entry{e.Seq, passedFrom(kind, e.At, b)})
			}
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Compare(a.seq, b.seq) })
	var passed []Passed
	for _, e := range all {
		passed = append(passed, e.Passed)
	}
	return passed, nil
}
