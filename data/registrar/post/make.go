package post

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/registry"
)

// Draft is a list that is to be made: its title, and the ids of who is to stand on it.
type Draft struct {
	Title string
	IDs   []string
}

// MakeLists makes lists in one act (UA-132), all or none, and gives their ids. Who cannot be put on a list is
// list.not_offered; nobody on one is list.nobody, and whoever stands on two of them is list.twice.
func (d *Desk) MakeLists(ctx context.Context, drafts []Draft) (made []string, err error) {
	err = d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		if err := need(w.View, registry.CapabilityLists); err != nil {
			return err
		}
		lists, members, err := drafted(w.View, drafts)
		if err != nil {
			return err
		}
		for _, l := range lists {
			made = append(made, l.ID)
		}
		return putLists(w, registry.EventListMade, lists, members)
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

// ByClass are the drafts of a list of each class, in the order of the people.
func ByClass(people []*data.Graduate) (drafts []Draft) {
	for i, g := range people {
		if i == 0 || data.SearchKey(people[i-1].Class) != data.SearchKey(g.Class) {
			drafts = append(drafts, Draft{Title: g.Class})
		}
		last := &drafts[len(drafts)-1]
		last.IDs = append(last.IDs, g.ID)
	}
	return drafts
}

// drafted are the new lists, with the people who come onto each.
func drafted(v *registry.View, drafts []Draft) (lists []*data.List, members [][]*data.Graduate, err error) {
	number, seen := 0, map[string]bool{}
	for _, l := range v.Lists() {
		number = max(number, l.Number)
	}
	for _, draft := range drafts {
		number++
		l, err := newList(v, number, draft.Title)
		if err != nil {
			return nil, nil, err
		}
		on, err := entering(v, l, draft.IDs, seen)
		if err != nil {
			return nil, nil, err
		}
		lists, members = append(lists, l), append(members, on)
	}
	if len(lists) == 0 {
		return nil, nil, data.Fail("list.nobody", nil)
	}
	return lists, members, nil
}

func newList(v *registry.View, number int, title string) (*data.List, error) {
	title, err := cleanTitle(title)
	if err != nil {
		return nil, err
	}
	id, err := v.ShortID()
	return &data.List{ID: id, Number: number, Title: title, Made: v.Signed("made", "")}, err
}

// entering are people as they are on a list; seen are those who come onto another.
func entering(v *registry.View, l *data.List, ids []string, seen map[string]bool) (on []*data.Graduate, err error) {
	for _, id := range ids {
		g, err := refuseUnoffered(v, id)
		if err != nil {
			return nil, err
		}
		if seen[id] {
			return nil, data.Fail("list.twice", data.Args{"name": g.FullName()})
		}
		seen[id] = true
		on = append(on, listed(v, g, l))
	}
	if len(on) == 0 {
		return nil, data.Fail("list.nobody", nil)
	}
	return on, nil
}

// putLists writes lists with their people in one transaction.
func putLists(w *registry.Edit, kind string, lists []*data.List, members [][]*data.Graduate) error {
	all := slices.Concat(members...)
	batch := w.BatchOf(len(all))
	return w.Commit(func(c *registry.Change) error {
		if err := put(w, c, batch, all); err != nil {
			return err
		}
		for i, l := range lists {
			if err := c.PutList(kind, l, registry.EventBody{Note: l.Label(), Graduates: registry.IDs(members[i])}); err != nil {
				return err
			}
		}
		return nil
	})
}

// live is a list that was not withdrawn: list.is_withdrawn is one that was.
func live(v *registry.View, id string) (*data.List, error) {
	l, err := v.List(id)
	if err == nil && !l.Live() {
		return nil, data.Fail("list.is_withdrawn", data.Args{"number": l.Number})
	}
	return l, err
}

// editable is a copy of a list whose people may come and go: list.is_withdrawn and list.is_final are
// those that may not.
func editable(v *registry.View, id string) (*data.List, error) {
	l, err := live(v, id)
	switch {
	case err != nil:
		return nil, err
	case l.Final != nil:
		return nil, data.Fail("list.is_final", data.Args{"number": l.Number})
	}
	return l.Clone(), nil
}

// Add puts people onto a list that is not final.
func (d *Desk) Add(ctx context.Context, list string, ids []string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		l, err := editable(w.View, list)
		if err != nil {
			return err
		}
		on, err := entering(w.View, l, ids, map[string]bool{})
		if err != nil {
			return err
		}
		return putLists(w, registry.EventListChanged, []*data.List{l}, [][]*data.Graduate{on})
	})
}

// Take takes people off a list that is not final; list.not_on is who is not on it.
func (d *Desk) Take(ctx context.Context, list string, ids []string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		l, err := editable(w.View, list)
		if err != nil {
			return err
		}
		var off []*data.Graduate
		for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
			g, err := w.Find(id)
			if err != nil {
				return err
			}
			if g.Current().ListID() != list {
				return data.Fail("list.not_on", data.Args{"name": g.FullName(), "number": l.Number})
			}
			off = append(off, g)
		}
		if len(off) == 0 {
			return data.Fail("list.nobody", nil)
		}
		return putLists(w, registry.EventListChanged, []*data.List{l}, [][]*data.Graduate{released(off, list)})
	})
}

// Rename gives a list that is not final another title.
func (d *Desk) Rename(ctx context.Context, list, title string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		l, err := editable(w.View, list)
		if err != nil {
			return err
		}
		if l.Title, err = cleanTitle(title); err != nil {
			return err
		}
		return w.Commit(func(c *registry.Change) error {
			return c.PutList(registry.EventListChanged, l, registry.EventBody{Note: l.Label()})
		})
	})
}
