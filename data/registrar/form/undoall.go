package form

import (
	"context"
	"fmt"
	"slices"

	"graduand/data"
	"graduand/data/registry"
)

// reversal is what becomes of one graduate, with what is written of it.
type reversal struct {
	registry.Reversal
	next *data.Graduate
	kind string
}

// UndoableAll says what [Desk.UndoAll] would do about the act that the event seq is a part of,
// in the order in which the act went. Who was erased since is not among them.
func (d *Desk) UndoableAll(ctx context.Context, seq int64) ([]registry.Reversal, error) {
	return registry.Read(d.registry, registry.RightHistory, func(v *registry.View) ([]registry.Reversal, error) {
		all, err := reversals(ctx, v, seq)
		told := make([]registry.Reversal, len(all))
		for i := range all {
			told[i] = all[i].Reversal
		}
		return told, err
	})
}

func reversals(ctx context.Context, v *registry.View, seq int64) ([]reversal, error) {
	deeds, err := v.Act(ctx, seq)
	if err != nil {
		return nil, err
	}
	var all []reversal
	for _, deed := range deeds {
		now, err := v.Find(deed.Graduate)
		if data.CodeOf(err) == "graduate.unknown" {
			continue
		}
		if err != nil {
			return nil, err
		}
		r, err := reversed(ctx, v, now, deed)
		if err != nil {
			return nil, err
		}
		r.Graduate, r.Name = now.ID, now.FullName()
		if r.Left == nil {
			r.Left = v.RefuseDuplicate(r.next, true)
		}
		all = append(all, r)
	}
	return all, nil
}

// reversed is what one graduate would be.
func reversed(ctx context.Context, v *registry.View, now *data.Graduate, deed registry.Deed) (reversal, error) {
	switch deed.Kind {
	case registry.EventAdded:
		return unadded(v, now, deed), nil
	case registry.EventRemoved:
		return returned(now, deed), nil
	case registry.EventRestored:
		return removedAgain(ctx, v, now, deed)
	}
	if now.Removed != nil {
		return reversal{Reversal: registry.Reversal{Left: data.Fail("graduate.is_removed", data.Args{"name": now.FullName()})}}, nil
	}
	u, err := undoingOf(ctx, v, now, deed.Changes)
	r := reversal{Reversal: registry.Reversal{Changes: u.Changes}, kind: registry.EventBroughtBack, next: now.Clone()}
	for _, c := range u.Changes {
		r.next.Set(c.Field, c.After)
	}
	switch {
	case len(u.Since) > 0:
		r.Left = refuseSince(v, now, u.Since[0].Field)
	case len(u.Changes) == 0:
		r.Left = data.Fail("graduate.same_state", nil)
	}
	return r, err
}

// unadded is who was added by a deed, removed; who was changed since, or got an access, stays.
func unadded(v *registry.View, now *data.Graduate, deed registry.Deed) reversal {
	fact := v.Signed("removed", "")
	r := reversal{Reversal: registry.Reversal{Leaves: true}, kind: registry.EventRemoved, next: now.Clone()}
	r.next.Removed = &fact
	if now.Removed != nil || deed.Added == nil {
		r.Left = data.Fail("graduate.same_state", nil)
		return r
	}
	switch since := registry.Difference(deed.Added, now); {
	case len(since) > 0:
		r.Left = data.Fail("graduate.changed_since", data.Args{"field": v.Campaign().FieldTitle(since[0].Field)})
	case len(now.Accesses) > 0:
		r.Left = data.Fail("graduate.access_since", nil)
	default:
		r.Left = v.RefuseListed(now)
	}
	return r
}

// returned is who was removed by a deed, and by none since.
func returned(now *data.Graduate, deed registry.Deed) reversal {
	r := reversal{Reversal: registry.Reversal{Returns: true}, kind: registry.EventRestored, next: now.Clone()}
	switch {
	case now.Removed == nil:
		r.Left = data.Fail("graduate.same_state", nil)
	case deed.Removed == nil || *now.Removed != *deed.Removed:
		r.Left = data.Fail("graduate.removed_since", nil)
	}
	r.next.Removed = nil
	return r
}

// removedAgain is who was brought back by a deed, as removed as before it.
func removedAgain(ctx context.Context, v *registry.View, now *data.Graduate, deed registry.Deed) (reversal, error) {
	r := reversal{Reversal: registry.Reversal{Leaves: true}, kind: registry.EventRemoved, next: now.Clone()}
	if now.Removed != nil {
		r.Left = data.Fail("graduate.same_state", nil)
		return r, nil
	}
	then, err := v.Then(ctx, now.ID, deed.Seq-1)
	if err != nil {
		return r, err
	}
	if then == nil || then.Removed == nil {
		r.Left = data.Fail("graduate.same_state", nil)
		return r, nil
	}
	r.next.Removed, r.Left = then.Removed, v.RefuseListed(now)
	return r, nil
}

// alters says that taking a change back gives a picture another look.
func (r *reversal) alters() bool {
	return slices.ContainsFunc(r.Changes, func(c registry.FieldChange) bool {
		_, part, _, is := data.PictureOf(c.Field)
		return is && (part == data.PartTurn || part == data.PartCrop)
	})
}

// UndoAll takes the whole act back that the event seq is a part of: a change of several, what a
// list filled in or added, a removal of several. Who was changed since stays as it is; where that is
// everybody nothing is done, and the first reason is the answer. It is an act of the history
// itself, which begins with the event made and can be taken back in turn.
func (d *Desk) UndoAll(ctx context.Context, seq int64) (made int64, err error) {
	var altered []string
	err = d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		all, err := reversals(ctx, w.View, seq)
		if err != nil {
			return err
		}
		var back []reversal
		for _, r := range all {
			if r.Left == nil {
				back = append(back, r)
				if r.alters() {
					altered = append(altered, r.Graduate)
				}
			}
		}
		switch {
		case len(back) > 0:
		case len(all) > 0:
			return all[0].Left
		default:
			return data.Fail("graduate.no_such_state", data.Args{"seq": seq})
		}
		made = w.LastEntry() + 1
		return goBack(w, back, seq)
	})
	if err != nil {
		return 0, err
	}
	return made, d.judgeBack(ctx, altered...)
}

// goBack writes them, all or none.
func goBack(w *registry.Edit, back []reversal, seq int64) error {
	batch := w.BatchOf(len(back))
	return w.Commit(func(c *registry.Change) error {
		for _, r := range back {
			body := registry.EventBody{Note: fmt.Sprint(seq), Changes: r.Changes, Batch: batch}
			if r.Returns || r.Leaves {
				body.Note, body.Fact = "", r.next.Removed
			}
			if err := c.Put(r.next, r.kind, body); err != nil {
				return err
			}
		}
		return nil
	})
}
