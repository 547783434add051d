package centrelist

import (
	"context"
	"fmt"
	"slices"

	"graduand/data"
	"graduand/data/registry"
	"graduand/data/roster"
)

// Written is what was written of a list.
type Written struct {
	// Numbers and Values are how many numbers of cards and other values were taken over, of Names;
	// Added are the ids of the new people.
	Numbers, Values int
	Names           []string
	Added           []string
}

// Write writes what was decided, all or nothing, as one act that can be taken back, with a note of
// the file in the history. The list is compared anew first: a row that is not what the person has
// seen refuses all of it (centre_list.changed).
func (d *Desk) Write(ctx context.Context, l *List) (Written, error) {
	return registry.Write(ctx, d.registry, registry.RightRegister, registry.Signals{registry.GraduatesChanged}, func(w *registry.Edit) (Written, error) {
		if err := refuseChanged(w.View, l); err != nil {
			return Written{}, err
		}
		x := &writing{w: w, list: l, cards: map[string]*data.Graduate{}}
		for i := range l.Rows {
			if err := x.row(&l.Rows[i]); err != nil {
				return Written{}, err
			}
		}
		if err := x.newPeople(); err != nil || len(x.changed)+len(x.added) == 0 {
			return Written{}, err
		}
		return x.told(), w.Commit(func(c *registry.Change) error { return x.commit(ctx, c) })
	})
}

// refuseChanged refuses to write what nobody has seen.
func refuseChanged(v *registry.View, l *List) error {
	if l.changes == v.Changes() {
		return nil
	}
	now := judged(v, l)
	for i := range l.Rows {
		seen := &l.Rows[i]
		if !seen.In() || seen.Decision == Leave {
			continue
		}
		is := &now.Rows[now.At(seen.Place)]
		if is.Graduate != seen.Graduate || !slices.EqualFunc(is.Values, seen.Values, func(a, b Value) bool { return a.Field == b.Field && a.Here == b.Here }) {
			return data.Fail("centre_list.changed", data.Args{"name": seen.Name, "row": now.RowName(is)})
		}
	}
	return nil
}

// writing collects what one act writes.
type writing struct {
	w       *registry.Edit
	list    *List
	changed []changedGraduate
	added   []*data.Graduate
	written Written
	// cards are those who get a number now.
	cards map[string]*data.Graduate
}

type changedGraduate struct {
	g       *data.Graduate
	changes []registry.FieldChange
}

// row collects what becomes of one row.
func (x *writing) row(r *Row) error {
	if r.Decision == Add {
		return x.add(r)
	}
	taken := r.taken()
	if len(taken) == 0 {
		return nil
	}
	before, err := x.w.Active(r.Graduate)
	if err != nil {
		return err
	}
	next, err := x.w.Assigned(before, assigned(x.w.View, before, r.said, taken))
	if err == nil {
		err = x.claim(before, next)
	}
	if err != nil {
		return err
	}
	if slices.ContainsFunc(x.changed, func(c changedGraduate) bool { return c.g.ID == next.ID }) {
		return data.Fail("centre_list.person_twice", data.Args{"name": before.FullName()})
	}
	x.changed = append(x.changed, changedGraduate{next, registry.Difference(before, next)})
	x.written.Names = append(x.written.Names, before.FullName())
	for _, v := range taken {
		if v.Field == data.FieldCardNumber {
			x.written.Numbers++
		} else {
			x.written.Values++
		}
	}
	return nil
}

// claim refuses a number that another gets in the same act.
func (x *writing) claim(before, next *data.Graduate) error {
	key := next.CardKey()
	if key == "" || key == before.CardKey() {
		return nil
	}
	if other := x.cards[key]; other != nil {
		return data.Fail("rule.duplicate_card", data.Args{"other": other.FullName(), "class": other.Class, "id": other.ID})
	}
	x.cards[key] = next
	return nil
}

// add collects a new person, in the class of the row or else of the list.
func (x *writing) add(r *Row) error {
	g := r.said.g.Clone()
	if g.Class == "" {
		class, err := x.w.Stored(data.FieldClass, x.list.Class)
		if err != nil {
			return err
		}
		g.Class = class
	}
	if g.Class == "" {
		return data.Fail("centre_list.no_class", data.Args{"name": g.FullName()})
	}
	blank := x.w.Blank("")
	g.Mode, g.Category = blank.Mode, blank.Category
	g.Current().Attempt, g.Current().Kind = 1, data.FirstRegistration
	if g.Sex == "" {
		g.Sex = roster.SexOf(g)
	}
	if err := x.w.Assign(g, subjectsOf(r.said)); err != nil {
		return err
	}
	x.w.SignGenitive(blank, g)
	if err := x.w.RefuseDuplicate(g, false); err != nil {
		return err
	}
	if err := x.claim(blank, g); err != nil {
		return err
	}
	x.added = append(x.added, g)
	return nil
}

// subjectsOf are the subjects of a row as the registry keeps them, and its number as it is typed.
func subjectsOf(r *row) []registry.Assign {
	return []registry.Assign{{Field: data.FieldCardNumber, Value: r.g.Current().CardNumber}, {Field: data.FieldSubjects, Value: codes(r.choices, every, true)},
		{Field: data.FieldAttestation, Value: codes(r.choices, func(c choice) bool { return c.attested }, false)}}
}

// newPeople gives those who are added their ids, in order, and the numbers of their drafts.
func (x *writing) newPeople() error {
	ids := make([]string, 0, len(x.added))
	for len(ids) < len(x.added) {
		id, err := x.w.NewID()
		if err != nil {
			return err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	for i, g := range x.added {
		g.ID, g.Current().DraftSerial = ids[i], x.w.NextSerial()+i
	}
	return nil
}

func (x *writing) told() Written {
	x.written.Added = registry.IDs(x.added)
	return x.written
}

// commit writes the changes, the new people and the note of the list, which is the last event: by
// its number all of them are one act.
func (x *writing) commit(ctx context.Context, c *registry.Change) error {
	act := x.w.LastEntry() + int64(len(x.changed)+len(x.added)) + 1
	for _, changed := range x.changed {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("write centre's list: %w", err)
		}
		if err := c.Put(changed.g, registry.EventChanged, registry.EventBody{Note: x.list.Name, Changes: changed.changes, Batch: act}); err != nil {
			return err
		}
	}
	for _, g := range x.added {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("write centre's list: %w", err)
		}
		if err := c.Add(g); err != nil {
			return err
		}
	}
	return c.Note(registry.EventCentreList, registry.EventBody{Note: x.list.Name, Graduates: x.written.Added, SHA256: x.list.file.sha256})
}
