package form

import (
	"context"
	"maps"
	"slices"

	"graduand/data"
	"graduand/data/registry"
)

// Undoable says what [Desk.Undo] would do about an event. What can be changed no more and files
// that were erased are left out. A receipt that was added is cancelled and stays (KG-066); what
// was cancelled counts again, and a verdict that was noted is noted no more.
func (d *Desk) Undoable(ctx context.Context, id string, seq int64) (registry.Undoing, error) {
	return registry.Read(d.registry, registry.RightHistory, func(v *registry.View) (registry.Undoing, error) {
		return undoing(ctx, v, id, seq)
	})
}

func undoing(ctx context.Context, v *registry.View, id string, seq int64) (u registry.Undoing, err error) {
	now, err := v.Find(id)
	if err != nil {
		return u, err
	}
	event, err := v.Entry(ctx, id, seq)
	if err != nil {
		return u, err
	}
	return undoingOf(ctx, v, now, event.Changes)
}

// undoingOf is what taking these changes back would change.
func undoingOf(ctx context.Context, v *registry.View, now *data.Graduate, changes []registry.FieldChange) (u registry.Undoing, err error) {
	next := now.Clone()
	for _, c := range changes {
		is := now.Get(c.Field)
		switch receipt, paid := data.PaymentOf(c.Field); {
		case is == c.Before:
		case is != c.After || held(now, changes, c.Field):
			u.Since = append(u.Since, registry.FieldChange{Field: c.Field, Before: is, After: c.Before})
		case paid && c.Before == "":
			if err := v.CancelReceipt(next, receipt, "", v.Me().Label()); err != nil {
				return u, err
			}
		default:
			next.Set(c.Field, c.Before)
		}
	}
	for _, m := range misplaced(now, next) {
		u.Since = append(u.Since, registry.FieldChange{Field: m.field, Before: now.Get(m.field), After: next.Get(m.field)})
		for _, part := range []string{data.PartTurn, data.PartCrop} {
			field := data.PictureField(m.picture, part, "")
			next.Set(field, now.Get(field))
		}
	}
	if err := keepPresentFiles(ctx, v, next, now.Clone()); err != nil {
		return u, err
	}
	if err := keepLocked(v, next, now.Clone()); err != nil {
		return u, err
	}
	u.Changes, u.Whole = registry.Difference(now, next), unbegun(now, changes)
	return u, nil
}

// held says that a field cannot go back by itself: who is on a list is said by the lists, what was sent
// by the messages, and that the kit is in the school stays as long as it is on a list. What came of it
// since, such as an answer or an envelope, goes back as anything else. With a new attempt that is taken
// back the attempt before it comes back as it was, which is on its list all the time.
func held(now *data.Graduate, changes []registry.FieldChange, field string) bool {
	switch field {
	case data.FactField(data.FactListed, ""), data.FactField(data.FactSubmitted, ""), data.FactField(data.FactAcknowledged, ""), data.FieldAttempt:
		return !unbegun(now, changes)
	case data.FactField(data.FactKitReceived, ""):
		return now.Current().ListID() != ""
	}
	return false
}

// unbegun says that taking changes back takes an attempt back: one that is on no list and was not sent.
func unbegun(now *data.Graduate, changes []registry.FieldChange) bool {
	is, r := now.Get(data.FieldAttempt), now.Current()
	return r.ListID() == "" && r.Fact(data.FactSubmitted, "") == nil &&
		slices.ContainsFunc(changes, func(c registry.FieldChange) bool { return c.Field == data.FieldAttempt && c.After == is })
}

// refuseSince says why a field cannot go back: list.holds_member names the list that holds the papers, by
// which they go back, graduate.changed_since is of all else.
func refuseSince(v *registry.View, now *data.Graduate, field string) error {
	switch field {
	case data.FactField(data.FactListed, ""), data.FactField(data.FactKitReceived, ""), data.FieldAttempt:
		if err := v.RefuseListed(now); err != nil {
			return err
		}
	}
	return data.Fail("graduate.changed_since", data.Args{"field": v.Campaign().FieldTitle(field)})
}

// against is what stands against taking something back: the field of a picture, by the id of that.
type against struct{ picture, field string }

// misplaced are the pictures that would have a crop as they are not turned, which would show another
// place, with what has been changed since.
func misplaced(now, next *data.Graduate) (all []against) {
	for _, id := range slices.Sorted(maps.Keys(next.Pictures)) {
		turn, crop := data.PictureField(id, data.PartTurn, ""), data.PictureField(id, data.PartCrop, "")
		switch {
		case next.Pictures[id].Stands() || !now.Pictures[id].Stands():
		case now.Get(turn) != next.Get(turn):
			all = append(all, against{id, crop})
		default:
			all = append(all, against{id, turn})
		}
	}
	return all
}

// Undo gives fields of a graduate, all of the event seq when none is named, what they were
// before it, and leaves whatever else was changed since alone. A field that is no longer what
// the event left is graduate.changed_since, one that a list holds list.holds_member, and one that cannot
// go back graduate.same_state; of an attempt that goes back nothing stays: graduate.attempt_whole for
// some fields of that alone. It is
// an event of the history itself, made, which can be undone in turn.
func (d *Desk) Undo(ctx context.Context, id string, seq int64, fields []string) (made int64, err error) {
	err = d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		u, err := undoing(ctx, w.View, id, seq)
		if err != nil {
			return err
		}
		now, err := w.Active(id)
		if err != nil {
			return err
		}
		wanted := func(c registry.FieldChange) bool { return len(fields) == 0 || slices.Contains(fields, c.Field) }
		if at := slices.IndexFunc(u.Since, wanted); at >= 0 {
			return refuseSince(w.View, now, u.Since[at].Field)
		}
		if u.Whole && slices.ContainsFunc(u.Changes, func(c registry.FieldChange) bool { return !wanted(c) }) {
			return data.Fail("graduate.attempt_whole", nil)
		}
		g := now.Clone()
		for _, c := range u.Changes {
			if wanted(c) {
				g.Set(c.Field, c.After)
			}
		}
		if all := misplaced(now, g); len(all) > 0 {
			return data.Fail("graduate.changed_since", data.Args{"field": w.Campaign().FieldTitle(all[0].field)})
		}
		made, err = bringTo(w, g, seq)
		return err
	})
	if err != nil {
		return 0, err
	}
	return made, d.judgeBack(ctx, id)
}
