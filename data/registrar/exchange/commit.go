package exchange

import (
	"context"
	"errors"
	"os"
	"slices"

	"graduand/data"
	"graduand/data/file"
	"graduand/data/registry"
)

// announce notes that a message is about to come into its place: should the program be stopped before
// that is noted too, the next export knows.
func (e *export) announce(ctx context.Context, staged *file.Staged, m data.Message) error {
	return e.keep(ctx, func(kept *registry.Enrolled) *registry.Enrolled {
		e.kept = kept
		next := e.settled(m.Sequence)
		next.Writing = &registry.Writing{Branch: m.Branch, Temporary: staged.Temporary(), Path: staged.Path(), SHA256: m.SHA256}
		return next
	})
}

// keep puts other keys in the place of those that the registry has.
func (e *export) keep(ctx context.Context, change func(*registry.Enrolled) *registry.Enrolled) error {
	return e.desk.registry.Write(ctx, registry.RightPrintFinal, nil, func(w *registry.Edit) error {
		kept, err := w.Enrolled()
		if err != nil {
			return err
		}
		return w.Commit(func(c *registry.Change) error { return c.PutEnrolled(change(kept)) })
	})
}

// settled is what began with a message of this number: another branch, keys that the centre is told.
func (e *export) settled(sequence int) *registry.Enrolled {
	next := e.Enrolled.Clone()
	next.Writing = nil
	if next.Offered {
		next.Offered, next.Told = false, sequence
	}
	return next
}

// forsake removes the file of a message that was stopped, unless it is another meanwhile. Where it
// cannot be removed, or is on another drive, the centre takes either of the two, or both in any order.
func forsake(w *registry.Writing) {
	_ = os.Remove(w.Temporary)
	f, _, err := file.Open(w.Path)
	if err != nil {
		return
	}
	_, sum, err := sumOf(f)
	if err := errors.Join(err, f.Close()); err == nil && sum == w.SHA256 {
		_ = os.Remove(w.Path)
	}
}

// commit brings a message into its place, and notes it with everybody who is in it. What was read may
// have changed meanwhile: that is the next message's matter, but who is gone, or has begun another
// attempt, is not noted as sent.
func (e *export) commit(ctx context.Context, staged *file.Staged, parcel []sending, m data.Message) error {
	placed, next := false, e.settled(m.Sequence)
	err := e.desk.registry.Write(ctx, registry.RightPrintFinal, changed, func(w *registry.Edit) error {
		people, err := submitted(w.View, parcel, m)
		if err != nil {
			return err
		}
		if err := staged.Commit(); err != nil {
			return err
		}
		placed = true
		return w.Commit(func(c *registry.Change) error {
			for i, g := range people {
				if err := c.PutPassed(g, registry.EventMessageSent, m, parcel[i].Reason); err != nil {
					return err
				}
			}
			return errors.Join(c.PutEnrolled(next), c.PutMessage(registry.EventMessageSent, m))
		})
	})
	if err != nil && !e.noted(m) {
		return errors.Join(err, e.takeBack(context.WithoutCancel(ctx), staged, placed))
	}
	e.Enrolled, e.last, e.renewed = next, &Passed{Message: m, Sent: true}, false
	e.onIt[m.ID] = true
	return nil
}

// noted says that a message is in the history, after a transaction of which nobody knows how it ended.
func (e *export) noted(m data.Message) bool {
	noted, err := registry.Read(e.desk.registry, registry.RightPrintFinal, func(v *registry.View) (bool, error) {
		return slices.ContainsFunc(v.Passed(), func(p Passed) bool { return p.ID == m.ID }), nil
	})
	return noted && err == nil
}

// takeBack leaves neither a file nor a word of a message that was not noted.
func (e *export) takeBack(ctx context.Context, staged *file.Staged, placed bool) error {
	remove := staged.Discard
	if placed {
		remove = func() error { return os.Remove(staged.Path()) }
	}
	if err := remove(); err != nil {
		return err
	}
	return e.keep(ctx, func(*registry.Enrolled) *registry.Enrolled { return e.kept })
}

// submitted are the people of a message as they are when it was sent.
func submitted(v *registry.View, parcel []sending, m data.Message) (next []*data.Graduate, err error) {
	for i := range parcel {
		s := &parcel[i]
		now, err := v.Find(s.Graduate.ID)
		if err != nil {
			return nil, err
		}
		if now.Current().Attempt != s.Graduate.Current().Attempt {
			return nil, data.Fail("exchange.meanwhile", data.Args{"name": now.FullName()})
		}
		g := now.Clone()
		fact := v.Signed(data.FactSubmitted, s.Reason)
		fact.Seen, fact.Via, fact.Means, fact.Paper = m.ID, m.Hash, s.Action, s.record.Text()
		s.attempt(g).SetFact(fact)
		next = append(next, g)
	}
	return next, nil
}
