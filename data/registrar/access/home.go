package access

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"graduand/data"
	"graduand/data/registry"
)

// Home is a take-home file that came back: whose it is, and what would change.
type Home = registry.Home

// TakeHome writes the form of one graduate to a new file that this graduate alone can
// open, with the same phone and password, in the same program on any computer
// (KG-069). What is filled in there comes back by [Desk.ReadHome].
func (d *Desk) TakeHome(ctx context.Context, id, path string) error {
	return d.registry.Write(ctx, registry.RightAccess, registry.Signals{registry.HistoryGrew}, func(w *registry.Edit) error {
		if err := hasAccesses(w.View); err != nil {
			return err
		}
		g, err := w.Find(id)
		switch {
		case err != nil:
			return err
		case g.Access(data.DoorOwn) == nil:
			return data.Fail("access.not_made", data.Args{"name": g.FullName()})
		}
		if _, err := os.Stat(path); err == nil {
			return data.Fail("registry.exists", data.Args{"file": filepath.Base(path)})
		}
		if err := w.WriteHome(ctx, id, path); err != nil {
			return err
		}
		err = w.Commit(func(c *registry.Change) error {
			// Not the file's name, which is a person's: it would outlive an erasure.
			return c.Note(registry.EventTakenHome, registry.EventBody{Graduates: []string{id}})
		})
		if err != nil {
			return errors.Join(err, os.Remove(path)) // of a file that nobody knows of nothing must be left
		}
		return nil
	})
}

// ReadHome reads what a graduate has filled in at home: the differences that pass the
// checks, and those that do not because the school has written something else since.
// Nothing changes until [Desk.TakeIn].
func (d *Desk) ReadHome(ctx context.Context, path string) (*Home, error) {
	return registry.Read(d.registry, registry.RightRegister, func(v *registry.View) (*Home, error) {
		return v.ReadHome(ctx, path)
	})
}

// TakeIn takes over what [Desk.ReadHome] has shown. Fields of anyway are taken as
// the graduate has them though the school wrote something else. A file that was taken
// in before changes nothing.
func (d *Desk) TakeIn(ctx context.Context, h *Home, anyway []string) (registry.Filled, error) {
	return registry.Write(ctx, d.registry, registry.RightRegister, changed, func(w *registry.Edit) (registry.Filled, error) {
		return w.TakeIn(h, anyway)
	})
}
