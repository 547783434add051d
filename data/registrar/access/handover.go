package access

import (
	"context"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/registry"
)

// HandOver notes that graduates have signed for their accesses on a day, in any
// spelling of a date. From then on nobody can read these passwords (KG-015, D16), and who has
// got that of the form here fills it (KG-039).
func (d *Desk) HandOver(ctx context.Context, ids []string, door data.Door, on, note string) error {
	return d.registry.Write(ctx, registry.RightAccess, changed, func(w *registry.Edit) error {
		if err := hasAccesses(w.View); err != nil {
			return err
		}
		day, err := data.ReadDay(w.Campaign().FieldTitle("handed_over"), on, w.Today())
		if err != nil {
			return err
		}
		if day > w.Today() {
			return data.Fail("access.future_day", nil)
		}
		fact := w.Signed("handed_over", note)
		fact.On = day
		note := strings.TrimSpace(day.Dotted() + " " + note)
		return commitAll(w, ids, func(id string) (*data.Graduate, error) { return withHandOver(w.View, id, door, fact) },
			func(c *registry.Change, g *data.Graduate) error { return c.HandOver(g, door, note) })
	})
}

// TakeBackHandOver notes that accesses were not handed over after all, as after a slip of the hand, all
// or none of them: who fills the form is who did before. Their passwords can be read no more; they
// stand on the printed slips, or are changed.
func (d *Desk) TakeBackHandOver(ctx context.Context, ids []string, door data.Door) error {
	return d.registry.Write(ctx, registry.RightAccess, changed, func(w *registry.Edit) error {
		fact := w.Signed("taken_back", "")
		return commitAll(w, ids, func(id string) (*data.Graduate, error) { return withoutHandOver(w.View, id, door, fact) },
			(*registry.Change).TakeBackHandOver)
	})
}

// Remove takes away the accesses of graduates through a door that nobody has got yet, all or
// none of them; the reason, which may be empty, stays in the history. An access that was
// handed over is access.handed_already: its password is changed instead.
func (d *Desk) Remove(ctx context.Context, ids []string, door data.Door, reason string) error {
	reason, err := data.CleanText(data.FieldTitle("note"), reason)
	if err != nil {
		return err
	}
	return d.registry.Write(ctx, registry.RightAccess, changed, func(w *registry.Edit) error {
		return commitAll(w, ids, func(id string) (*data.Graduate, error) { return removable(w.View, id, door) },
			func(c *registry.Change, g *data.Graduate) error { return c.RemoveAccess(g, door, reason) })
	})
}

// commitAll commits one change of each graduate of the ids, or of none where one of them is refused;
// who stands among the ids twice is changed once.
func commitAll(w *registry.Edit, ids []string, change func(id string) (*data.Graduate, error), put func(*registry.Change, *data.Graduate) error) error {
	if err := hasAccesses(w.View); err != nil {
		return err
	}
	var whose []*data.Graduate
	for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
		g, err := change(id)
		if err != nil {
			return err
		}
		whose = append(whose, g)
	}
	return w.Commit(func(c *registry.Change) error {
		for _, g := range whose {
			if err := put(c, g); err != nil {
				return err
			}
		}
		return nil
	})
}

// having is a copy of a graduate with the access through a door, to be changed.
func having(v *registry.View, id string, door data.Door) (*data.Graduate, *data.Access, error) {
	now, err := v.Find(id)
	if err != nil {
		return nil, nil, err
	}
	g := now.Clone()
	a := g.Access(door)
	if a == nil {
		return nil, nil, data.Fail("access.not_made", data.Args{"name": g.FullName()})
	}
	return g, a, nil
}

func withHandOver(v *registry.View, id string, door data.Door, fact data.Fact) (*data.Graduate, error) {
	g, a, err := having(v, id, door)
	switch {
	case err != nil:
		return nil, err
	case fact.On < a.Made.On:
		return nil, data.Fail("access.before_made", data.Args{"name": g.FullName(), "date": a.Made.On.Dotted()})
	case handedOver(*a):
		return nil, handedAlready(g, a)
	}
	a.HandedOver, a.TakenBack, a.Before = &fact, nil, g.Mode
	if door == data.DoorOwn {
		g.Mode = data.BySelf // who has got the password fills the form
	}
	return g, nil
}

func withoutHandOver(v *registry.View, id string, door data.Door, fact data.Fact) (*data.Graduate, error) {
	g, a, err := having(v, id, door)
	switch {
	case err != nil:
		return nil, err
	case !handedOver(*a):
		return nil, data.Fail("access.not_handed", data.Args{"name": g.FullName()})
	}
	if door == data.DoorOwn && g.Mode == data.BySelf {
		g.Mode = a.Before
	}
	a.HandedOver, a.TakenBack, a.Before = nil, &fact, ""
	return g, nil
}

// removable is a graduate whose access through a door was not handed over.
func removable(v *registry.View, id string, door data.Door) (*data.Graduate, error) {
	g, a, err := having(v, id, door)
	switch {
	case err != nil:
		return nil, err
	case handedOver(*a):
		return nil, handedAlready(g, a)
	}
	return g, nil
}

func handedAlready(g *data.Graduate, a *data.Access) error {
	return data.Fail("access.handed_already", data.Args{"name": g.FullName(), "date": a.HandedOver.On.Dotted()})
}
