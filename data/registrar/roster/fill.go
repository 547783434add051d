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

// Fill writes what the rows say of people who are there into their empty fields, all or
// nothing, and returns the names of those people. When the registry has changed since the
// list was read, the rows are judged again first.
func (d *Desk) Fill(ctx context.Context, read *Roster) (names []string, err error) {
	return registry.Write(ctx, d.registry, registry.RightRegister, registry.Signals{registry.GraduatesChanged}, func(w *registry.Edit) ([]string, error) {
		if read.changes != w.Changes() {
			judgeAll(w.View, read)
		}
		fills, ids, names := map[string][]registry.FieldChange{}, []string(nil), []string(nil)
		for _, row := range read.Rows {
			if row.Outcome == Fills && !slices.Contains(ids, row.known) {
				fills[row.known], ids, names = row.Fill, append(ids, row.known), append(names, row.Graduate.FullName())
			}
		}
		return names, w.ChangeAll(ids, read.Name, func(g *data.Graduate) error {
			for _, c := range fills[g.ID] {
				g.Set(c.Field, c.After)
			}
			return w.RefuseDuplicate(g, true)
		})
	})
}
