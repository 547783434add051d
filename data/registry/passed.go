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

// Passed are all messages to and from the centre, oldest first. They must not be altered.
func (v *View) Passed() []Passed { return v.passed }

// Branch is that of the registry: another one after every restoring from a backup.
func (v *View) Branch() string { return v.book.Identity().Branch }

// PutMessage notes a message as an event of a kind: [EventMessageSent], [EventMessageReceived].
func (c *Change) PutMessage(kind string, m data.Message) error {
	b := EventBody{Message: &m, SHA256: m.SHA256}
	if school := c.v.School(); kind == EventMessageSent {
		b.To = cmp.Or(c.v.Campaign().Recipient(data.ToCentre, &school), data.ToCentre)
	}
	b, err := c.addressed(kind, b)
	if err != nil {
		return err
	}
	b.By = c.v.who.Label()
	c.passed = append(c.passed, passedFrom(kind, c.v.options.Now().UTC(), b))
	return c.Note(kind, b)
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
