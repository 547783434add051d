package registrar

import (
	"context"

	"graduand/data"
)

// Remove takes graduates out of the school's work, all or none;
// [Registrar.Restore] brings them back. Nothing is erased.
func (r *Registrar) Remove(ctx context.Context, ids []string, reason string) error {
	return r.setRemoved(ctx, ids, EventRemoved, &data.Fact{Kind: "removed", On: r.Today(), By: r.Me().label(), Note: reason})
}

// Restore takes removals back, all or none. It is refused when another graduate has
// meanwhile got the same document, card number or login phone.
func (r *Registrar) Restore(ctx context.Context, ids []string) error {
	return r.setRemoved(ctx, ids, EventRestored, nil)
}

func (r *Registrar) setRemoved(ctx context.Context, ids []string, kind string, removed *data.Fact) (err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightRegister); err != nil {
		return err
	}
	changed := make([]*data.Graduate, len(ids))
	for i, id := range ids {
		if changed[i], err = r.withRemoved(id, removed); err != nil {
			return err
		}
	}
	return r.update(ctx, func(c *change) error {
		for _, g := range changed {
			if err := c.put(g, kind, eventBody{Fact: removed}); err != nil {
				return err
			}
		}
		return nil
	})
}

// withRemoved is a graduate as it will be.
func (r *Registrar) withRemoved(id string, removed *data.Fact) (*data.Graduate, error) {
	e := r.index.byID[id]
	if e == nil {
		return nil, data.Fail("graduate.unknown", data.Args{"id": id})
	}
	if (e.graduate.Removed == nil) == (removed == nil) {
		return nil, data.Fail("graduate.removed_already", data.Args{"name": e.graduate.FullName()})
	}
	g := e.graduate.Clone()
	g.Removed = removed
	if removed != nil {
		return g, nil
	}
	return g, r.refuseDuplicate(g, true)
}
