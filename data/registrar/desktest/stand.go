package desktest

import (
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registry"
)

// Clocked makes a registry whose day the test sets, at noon.
func Clocked(t testing.TB, campaignID string, day data.Date) (r *registrar.Registrar, setDay func(data.Date)) {
	t.Helper()
	now := day.Time().Add(12 * time.Hour)
	o := Options()
	o.Now = func() time.Time { return now }
	return MustCreateWith(t, campaignID, o), func(day data.Date) { now = day.Time().Add(12 * time.Hour) }
}

// Alter writes what alter makes of somebody, whatever the desks would say.
func Alter(r *registrar.Registrar, id string, alter func(*data.Graduate)) error {
	return r.Write(Ctx, registry.RightRegister, nil, func(w *registry.Edit) error {
		g := w.Lookup(id).Clone()
		alter(g)
		return w.Replace(g, registry.EventChanged, registry.EventBody{})
	})
}

// Post writes lists, then packages, whatever the desks would say.
func Post(r *registrar.Registrar, lists []*data.List, packages ...*data.Package) error {
	return r.Write(Ctx, registry.RightRegister, nil, func(w *registry.Edit) error {
		return w.Commit(func(c *registry.Change) error {
			for _, l := range lists {
				if err := c.PutList(registry.EventListMade, l, registry.EventBody{}); err != nil {
					return err
				}
			}
			for _, p := range packages {
				if err := c.PutPackage(registry.EventPackageMade, p, registry.EventBody{}); err != nil {
					return err
				}
			}
			return nil
		})
	})
}
