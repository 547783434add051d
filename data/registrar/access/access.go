// Package access is the desk for the graduates' accesses: who has one, making and changing
// them, the slips with the passwords, handing them over, the workbook of the centre's site,
// and the form that a graduate takes home. It is there where the campaign has accesses.
package access

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/registry"
)

// Desk answers for the accesses of one registry. Its methods need [registry.RightAccess],
// where nothing else is said.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// changed is what listeners are told of.
var changed = registry.Signals{registry.GraduatesChanged}

// Capability is the capability of campaigns whose graduates have accesses.
const Capability = registry.CapabilityAccesses

// State is a graduate's access through one door as the school sees it.
type State struct {
	Graduate *data.Graduate
	data.Access
	// Readable says that the password can still be read: it was not handed over.
	Readable bool
}

// hasAccesses refuses where the campaign has no accesses.
func hasAccesses(v *registry.View) error {
	if !v.Campaign().Has(Capability) {
		return data.Fail("access.none", nil)
	}
	return nil
}

// List are those of the chosen graduates, all when only is empty, in the order of
// the list; graduates without any are left out.
func (d *Desk) List(ctx context.Context, only []string) ([]State, error) {
	return registry.Read(d.registry, registry.RightAccess, func(v *registry.View) ([]State, error) {
		if err := hasAccesses(v); err != nil {
			return nil, err
		}
		return states(ctx, v, only)
	})
}

func states(ctx context.Context, v *registry.View, only []string) ([]State, error) {
	chosen, err := v.Choose(registry.Filter{Only: only})
	if err != nil {
		return nil, err
	}
	readable, err := v.Readable(ctx)
	if err != nil {
		return nil, err
	}
	var all []State
	for _, g := range chosen {
		for _, a := range g.Accesses {
			all = append(all, State{g, a, readable(g, a)})
		}
	}
	return all, nil
}

// Create makes a login and a password for each graduate of the ids who has
// none (KG-034). Each takes about half a second, the price of a guess; told, when not
// nil, hears how many are done. When it is cancelled those that are made stay. It
// returns how many were made; a graduate without a phone is refused before anything.
func (d *Desk) Create(ctx context.Context, ids []string, told func(done, total int)) (made int, err error) {
	missing, err := d.refuseCreate(ids)
	if err != nil {
		return 0, err
	}
	defer func() {
		if made > 0 {
			d.registry.Tell(changed)
		}
	}()
	for i, id := range missing {
		if err := ctx.Err(); err != nil {
			return made, err
		}
		if err := d.make(ctx, id, registry.EventAccessMade, ""); err != nil {
			return made, err
		}
		made++
		if told != nil {
			told(i+1, len(missing))
		}
	}
	return made, nil
}

// refuseCreate are those of the ids who have no access yet.
func (d *Desk) refuseCreate(ids []string) ([]string, error) {
	return registry.Read(d.registry, registry.RightAccess, func(v *registry.View) ([]string, error) {
		if err := hasAccesses(v); err != nil {
			return nil, err
		}
		var missing []string
		for _, id := range ids {
			g, err := v.Active(id)
			switch {
			case err != nil:
				return nil, err
			case g.Access(data.DoorOwn) != nil, slices.Contains(missing, id):
				continue
			case g.Phone == "":
				return nil, data.Fail("access.no_phone", data.Args{"name": g.FullName()})
			}
			missing = append(missing, id)
		}
		return missing, nil
	})
}

// Change gives a graduate a new password, for a reason that the history keeps;
// the old one opens nothing any more (KG-037).
func (d *Desk) Change(ctx context.Context, id, reason string) error {
	reason, err := data.CleanText(data.FieldTitle("note"), reason)
	switch {
	case err != nil:
		return err
	case reason == "":
		return data.Fail("access.no_reason", nil)
	}
	err = d.make(ctx, id, registry.EventAccessChanged, reason)
	if err == nil {
		d.registry.Tell(changed)
	}
	return err
}

// make makes one password. The price of the guess is paid without the lock, so that the
// rest of the program goes on. The caller tells the listeners.
func (d *Desk) make(ctx context.Context, id, kind, reason string) error {
	draft, err := registry.Read(d.registry, registry.RightAccess, func(v *registry.View) (*registry.Draft, error) {
		g, err := mayHave(v, id, kind)
		if err != nil {
			return nil, err
		}
		return v.DraftAccess(g), nil
	})
	if err != nil {
		return err
	}
	if err := draft.Stretch(); err != nil {
		return err
	}
	defer draft.Wipe()
	return d.registry.Write(ctx, registry.RightAccess, nil, func(w *registry.Edit) error {
		return w.PutAccess(draft, kind, reason)
	})
}

// mayHave is a graduate who can have an access made, or changed, now.
func mayHave(v *registry.View, id, kind string) (*data.Graduate, error) {
	if err := hasAccesses(v); err != nil {
		return nil, err
	}
	g, err := v.Active(id)
	switch {
	case err != nil:
		return nil, err
	case kind == registry.EventAccessChanged && g.Access(data.DoorOwn) == nil:
		return nil, data.Fail("access.not_made", data.Args{"name": g.FullName()})
	case g.Phone == "":
		return nil, data.Fail("access.no_phone", data.Args{"name": g.FullName()})
	}
	return g, nil
}
