// Package access is the desk for the graduates' accesses: who has one, making and changing
// them, the slips with the passwords, handing them over, the workbook of the centre's site,
// and the form that a graduate takes home. It is there where the campaign has accesses.
package access

import (
	"context"
	"slices"
	"strings"

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
		handed := make([]*data.Graduate, len(ids))
		for i, id := range ids {
			if handed[i], err = withHandOver(w.View, id, door, fact); err != nil {
				return err
			}
		}
		return w.Commit(func(c *registry.Change) error {
			for _, g := range handed {
				if err := c.HandOver(g, door, strings.TrimSpace(day.Dotted()+" "+note)); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

func withHandOver(v *registry.View, id string, door data.Door, fact data.Fact) (*data.Graduate, error) {
	now, err := v.Find(id)
	if err != nil {
		return nil, err
	}
	g := now.Clone()
	a := g.Access(door)
	switch {
	case a == nil:
		return nil, data.Fail("access.not_made", data.Args{"name": g.FullName()})
	case fact.On < a.Made.On:
		return nil, data.Fail("access.before_made", data.Args{"name": g.FullName(), "date": a.Made.On.Dotted()})
	case a.HandedOver != nil:
		return nil, data.Fail("access.handed_already", data.Args{"name": g.FullName(), "date": a.HandedOver.On.Dotted()})
	}
	a.HandedOver, a.TakenBack, a.Before = &fact, nil, g.Mode
	if door == data.DoorOwn {
		g.Mode = data.BySelf // who has got the password fills the form
	}
	return g, nil
}

// TakeBackHandOver notes that accesses were not handed over after all, as after a slip of the hand, all
// or none of them: who fills the form is who did before. Their passwords can be read no more; they
// stand on the printed slips, or are changed.
func (d *Desk) TakeBackHandOver(ctx context.Context, ids []string, door data.Door) error {
	return d.registry.Write(ctx, registry.RightAccess, changed, func(w *registry.Edit) error {
		if err := hasAccesses(w.View); err != nil {
			return err
		}
		fact := w.Signed("taken_back", "")
		var back []*data.Graduate
		for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
			g, err := withoutHandOver(w.View, id, door, fact)
			if err != nil {
				return err
			}
			back = append(back, g)
		}
		return w.Commit(func(c *registry.Change) error {
			for _, g := range back {
				if err := c.TakeBackHandOver(g); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

func withoutHandOver(v *registry.View, id string, door data.Door, fact data.Fact) (*data.Graduate, error) {
	now, err := v.Find(id)
	if err != nil {
		return nil, err
	}
	g := now.Clone()
	a := g.Access(door)
	switch {
	case a == nil:
		return nil, data.Fail("access.not_made", data.Args{"name": g.FullName()})
	case a.HandedOver == nil:
		return nil, data.Fail("access.not_handed", data.Args{"name": g.FullName()})
	}
	if door == data.DoorOwn && g.Mode == data.BySelf {
		g.Mode = a.Before
	}
	a.HandedOver, a.TakenBack, a.Before = nil, &fact, ""
	return g, nil
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
