package access

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/registry"
)

// Remove takes away the accesses of graduates through a door that nobody has got yet, all or
// none of them; the reason, which may be empty, stays in the history. An access that was
// handed over is access.handed_already: its password is changed instead.
func (d *Desk) Remove(ctx context.Context, ids []string, door data.Door, reason string) error {
	reason, err := data.CleanText(data.Term("field.note"), reason)
	if err != nil {
		return err
	}
	return d.registry.Write(ctx, registry.RightAccess, changed, func(w *registry.Edit) error {
		if err := hasAccesses(w.View); err != nil {
			return err
		}
		var whose []*data.Graduate
		for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
			g, err := removable(w.View, id, door)
			if err != nil {
				return err
			}
			whose = append(whose, g)
		}
		return w.Commit(func(c *registry.Change) error {
			for _, g := range whose {
				if err := c.RemoveAccess(g, door, reason); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// removable is a graduate whose access through a door was not handed over.
func removable(v *registry.View, id string, door data.Door) (*data.Graduate, error) {
	g, err := v.Find(id)
	if err != nil {
		return nil, err
	}
	a := g.Access(door)
	switch {
	case a == nil:
		return nil, data.Fail("access.not_made", data.Args{"name": g.FullName()})
	case handedOver(*a):
		return nil, data.Fail("access.handed_already", data.Args{"name": g.FullName(), "date": a.HandedOver.On.Dotted()})
	}
	return g, nil
}
