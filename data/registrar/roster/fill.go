package roster

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/registry"
)

// Values is how many empty fields of people who are there the list can fill.
func (r *Roster) Values() int {
	n := 0
	for i := range r.Rows {
		if r.Rows[i].Outcome == Fills {
			n += len(r.Rows[i].Fill)
		}
	}
	return n
}

// Filled is what was filled in of a list: of whom, and from which event of the history on.
type Filled struct {
	Names []string
	Seq   int64
}

// Fill writes what the rows say of people who are there into their empty fields, all or
// nothing. When the registry has changed since the list was read, the rows are judged again
// first.
func (d *Desk) Fill(ctx context.Context, read *Roster) (Filled, error) {
	return registry.Write(ctx, d.registry, registry.RightRegister, registry.Signals{registry.GraduatesChanged}, func(w *registry.Edit) (Filled, error) {
		if read.changes != w.Changes() {
			judgeAll(w.View, read)
		}
		fills, ids, names := map[string][]registry.FieldChange{}, []string(nil), []string(nil)
		for _, row := range read.Rows {
			if row.Outcome == Fills && !slices.Contains(ids, row.known) {
				fills[row.known], ids, names = row.Fill, append(ids, row.known), append(names, row.Graduate.FullName())
			}
		}
		return Filled{names, w.LastEntry() + 1}, w.ChangeAll(ids, read.Name, func(g *data.Graduate) error {
			before := g.Clone()
			for _, c := range fills[g.ID] {
				g.Set(c.Field, c.After)
			}
			w.SignGenitive(before, g)
			return w.RefuseDuplicate(g, true)
		})
	})
}
