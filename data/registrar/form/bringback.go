package form

import (
	"context"
	"errors"
	"fmt"

	"graduand/data"
	"graduand/data/registry"
)

// StateBefore are the changes that lead from now to a graduate as it was before an event.
func (d *Desk) StateBefore(ctx context.Context, id string, seq int64) ([]registry.FieldChange, error) {
	return registry.Read(d.registry, registry.RightHistory, func(v *registry.View) ([]registry.FieldChange, error) {
		g, err := stateBefore(ctx, v, id, seq)
		if err != nil {
			return nil, err
		}
		now, err := v.Find(id)
		if err != nil {
			return nil, err
		}
		return registry.Difference(now, g), nil
	})
}

func stateBefore(ctx context.Context, v *registry.View, id string, seq int64) (*data.Graduate, error) {
	now, err := v.Find(id)
	if err != nil {
		return nil, err
	}
	then, err := v.Then(ctx, id, seq-1)
	if err != nil {
		return nil, err
	}
	if then == nil {
		return nil, data.Fail("graduate.no_such_state", data.Args{"seq": seq})
	}
	// Logins, removal, receipts and papers are facts of today: an earlier state of the form does
	// not take them back.
	g := then.Clone()
	now = now.Clone()
	g.Accesses, g.Removed = now.Accesses, now.Removed
	g.Current().Payments = now.Current().Payments
	keepPapers(g, now)
	if err := keepPresentFiles(ctx, v, g, now); err != nil {
		return nil, err
	}
	return g, keepLocked(v, g, now)
}

// keepPapers leaves alone what happened to the papers since: an earlier state of a form brings
// back no list, no answer and no attempt, and no card number of another one.
func keepPapers(g, now *data.Graduate) {
	another := g.Get(data.FieldAttempt) != now.Get(data.FieldAttempt)
	for _, c := range registry.Difference(now, g) {
		if data.OfPapers(c.Field) || another && c.Field == data.FieldCardNumber {
			g.Set(c.Field, c.Before)
		}
	}
}

// keepLocked leaves the fields alone whose time is over (KG-054).
func keepLocked(v *registry.View, g, now *data.Graduate) error {
	for _, c := range registry.Difference(now, g) {
		locked, err := v.Locked(now, c.Field)
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
func keepPresentFiles(ctx context.Context, v *registry.View, g, now *data.Graduate) error {
	there, err := v.Files(ctx, g.ID)
	if err != nil {
		return err
	}
	for _, a := range v.Campaign().Attached(g) {
		if !there[a.ID] {
			g.Set(a.Field, now.Get(a.Field))
		}
	}
	return nil
}

// BringBack gives a graduate's form the state before the event seq, and takes with it what was
// changed since. It is a change like any other: an event of the history, made, by which
// [Desk.Undo] takes it back.
func (d *Desk) BringBack(ctx context.Context, id string, seq int64) (made int64, err error) {
	err = d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		g, err := stateBefore(ctx, w.View, id, seq)
		if err != nil {
			return err
		}
		made, err = bringTo(w, g, seq)
		return err
	})
	if err != nil {
		return 0, err
	}
	return made, d.judgeBack(ctx, id)
}

// judgeBack judges the pictures of people whose form went back: one that is turned or cropped as it
// was before is no longer what was judged, as one that is attached is judged at once. Cancelled,
// those that are left wait, and the check says so.
func (d *Desk) judgeBack(ctx context.Context, ids ...string) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := d.pictures.JudgeAll(ctx, ids, nil)
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

// bringTo stores g as the state that was before the event seq.
func bringTo(w *registry.Edit, g *data.Graduate, seq int64) (made int64, err error) {
	before, err := w.Active(g.ID)
	if err != nil {
		return 0, err
	}
	changes := registry.Difference(before, g)
	if len(changes) == 0 {
		return 0, data.Fail("graduate.same_state", nil)
	}
	if err := w.RefuseDuplicate(g, true); err != nil {
		return 0, err
	}
	// The state is reached by the very changes that the history will replay.
	next := before.Clone()
	for _, c := range changes {
		next.Set(c.Field, c.After)
	}
	err = w.Replace(next, registry.EventBroughtBack, registry.EventBody{Note: fmt.Sprint(seq), Changes: changes})
	return w.LastEntry(), err
}

// DropUnread throws away what a graduate has filled in and the program could not take over:
// damaged, or more than anybody can have typed. It is gone unread, and the history says that
// it was (F-16). An empty id is for what belongs to nobody in the registry. filled.nothing
// when there is none.
func (d *Desk) DropUnread(ctx context.Context, id string) error {
	return d.registry.Write(ctx, registry.RightErase, registry.Signals{registry.HistoryGrew}, func(w *registry.Edit) error {
		return w.DropPending(id)
	})
}
