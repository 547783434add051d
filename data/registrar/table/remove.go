package table

import (
	"context"

	"graduand/data"
	"graduand/data/registry"
)

// Remove takes graduates out of the school's work, all or none;
// [Desk.Restore] brings them back. Nothing is erased.
func (d *Desk) Remove(ctx context.Context, ids []string, reason string) error {
	reason, err := data.CleanText(data.FieldTitle("note"), reason)
	if err != nil {
		return err
	}
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		fact := w.Signed("removed", reason)
		return setRemoved(w, ids, registry.EventRemoved, &fact)
	})
}

// Restore takes removals back, all or none. It is refused when another graduate has
// meanwhile got the same document, card number or login phone.
func (d *Desk) Restore(ctx context.Context, ids []string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		return setRemoved(w, ids, registry.EventRestored, nil)
	})
}

func setRemoved(w *registry.Edit, ids []string, kind string, removed *data.Fact) (err error) {
	next := make([]*data.Graduate, len(ids))
	for i, id := range ids {
		if next[i], err = withRemoved(w.View, id, removed); err != nil {
			return err
		}
	}
	batch := w.BatchOf(len(next))
	return w.Commit(func(c *registry.Change) error {
		for _, g := range next {
			if err := c.Put(g, kind, registry.EventBody{Fact: removed, Batch: batch}); err != nil {
				return err
			}
		}
		return nil
	})
}

// withRemoved is a graduate as it will be.
func withRemoved(v *registry.View, id string, removed *data.Fact) (*data.Graduate, error) {
	now, err := v.Find(id)
	if err != nil {
		return nil, err
	}
	if (now.Removed == nil) == (removed == nil) {
		return nil, data.Fail("graduate.removed_already", data.Args{"name": now.FullName()})
	}
	g := now.Clone()
	g.Removed = removed
	if removed != nil {
		return g, v.RefuseListed(g)
	}
	return g, v.RefuseDuplicate(g, true)
}
