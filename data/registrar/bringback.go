package registrar

import (
	"context"
	"fmt"

	"graduand/data"
	"graduand/data/sqlite"
)

// StateAt is a graduate as the events up to one left it, and the changes that lead there
// from now.
func (r *Registrar) StateAt(ctx context.Context, id string, seq int64) (changes []FieldChange, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightHistory); err != nil {
		return nil, err
	}
	g, err := r.stateAt(ctx, id, seq)
	if err != nil {
		return nil, err
	}
	return difference(r.index.byID[id].graduate, g), nil
}

func (r *Registrar) stateAt(ctx context.Context, id string, seq int64) (*data.Graduate, error) {
	e := r.index.byID[id]
	if e == nil {
		return nil, data.Fail("graduate.unknown", data.Args{"id": id})
	}
	var then *data.Graduate
	err := r.db.Events(ctx, id, func(stored sqlite.Event) error {
		if stored.Seq > seq {
			return nil
		}
		b, err := r.openEvent(&stored)
		if err != nil {
			return err
		}
		then = replay(then, stored.Kind, b)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if then == nil {
		return nil, data.Fail("graduate.no_such_state", data.Args{"seq": seq})
	}
	// Logins, removal and receipts are facts of today: an earlier state of the form does
	// not take them back.
	g := then.Clone()
	now := e.graduate.Clone()
	g.Accesses, g.Removed = now.Accesses, now.Removed
	g.Current().Payments = now.Current().Payments
	if err := r.keepPresentFiles(ctx, g, now); err != nil {
		return nil, err
	}
	return g, r.keepLocked(g, now)
}

// keepLocked leaves the fields alone whose time is over (KG-054).
func (r *Registrar) keepLocked(g, now *data.Graduate) error {
	for _, c := range difference(now, g) {
		locked, err := r.locked(now, c.Field)
		if err != nil {
			return err
		}
		if locked {
			g.Set(c.Field, now.Get(c.Field))
		}
	}
	return nil
}

// keepPresentFiles leaves the fields of files alone whose earlier files were erased.
func (r *Registrar) keepPresentFiles(ctx context.Context, g, now *data.Graduate) error {
	there, err := r.filesOf(ctx, g.ID)
	if err != nil {
		return err
	}
	for _, a := range r.Campaign().Attached(g) {
		if !there[a.ID] {
			g.Set(a.Field, now.Get(a.Field))
		}
	}
	return nil
}

// BringBack gives a graduate's form the state that the events up to seq left. It is a
// change like any other: in the history, and to be taken back the same way.
func (r *Registrar) BringBack(ctx context.Context, id string, seq int64) (err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightRegister); err != nil {
		return err
	}
	g, err := r.stateAt(ctx, id, seq)
	if err != nil {
		return err
	}
	before := r.index.byID[id].graduate
	if before.Removed != nil {
		return data.Fail("graduate.is_removed", data.Args{"name": before.FullName()})
	}
	changes := difference(before, g)
	if len(changes) == 0 {
		return data.Fail("graduate.same_state", nil)
	}
	if err := r.refuseDuplicate(g, true); err != nil {
		return err
	}
	// The state is reached by the very changes that the history will replay.
	next := before.Clone()
	for _, c := range changes {
		next.Set(c.Field, c.After)
	}
	return r.replace(ctx, next, EventBroughtBack, eventBody{Note: fmt.Sprint(seq), Changes: changes})
}
