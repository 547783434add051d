package intake

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Receipt says how kits are received.
type Receipt struct {
	// Day is when they came, "" for today.
	Day data.Date
	// Papers are the codes of those that lie in each kit beside what was noted before.
	Papers []string
	// All says that every paper that each needs lies in the kit, and nothing of what is asked about them.
	All bool
	// Everything says that all papers of each are there and in order: see [Desk.Complete].
	Everything bool
}

// Receive notes that kits were received, by whom and when (UA-053, UA-158), all or none. The paper
// that is the basis of the work at the centre must be in each (kit.no_basis); whatever else is missing
// is only warned of, see [Kit]. Who is to be called about first is kit.call_first (UA-142). A kit that
// was received before keeps its day, and what is new in it is noted.
func (d *Desk) Receive(ctx context.Context, ids []string, r Receipt) error {
	return d.change(ctx, ids, "", func(w *registry.Edit, g *data.Graduate) error {
		if err := refuseDay(w.View, r.Day); err != nil {
			return err
		}
		if err := refuseUncalled(w.View, g); err != nil {
			return err
		}
		if err := put(w, g, r); err != nil {
			return err
		}
		if err := refuseWithoutBasis(w.Spoken(), g); err != nil {
			return err
		}
		if g.Current().Fact(data.FactKitReceived, "") == nil {
			received := w.Signed(data.FactKitReceived, "")
			if r.Day != "" {
				received.On = r.Day
			}
			g.SetFact(received)
		}
		return nil
	})
}

// refuseDay refuses a day, "" for none, on which no kit can have come: one that is to come, and one before the
// registration begins.
func refuseDay(v *registry.View, day data.Date) error {
	begins := v.Campaign().Date(campaign.RegistrationStart)
	switch {
	case day > v.Today():
		return data.Fail("fact.future_day", data.Args{"value": day.Dotted()})
	case day != "" && begins != nil && day < begins.On:
		return data.Fail("kit.before_start", data.Args{"value": day.Dotted(), "date": begins.On.Dotted()})
	}
	return nil
}

// change changes graduates of a campaign that has kits.
func (d *Desk) change(ctx context.Context, ids []string, note string, alter func(*registry.Edit, *data.Graduate) error) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		if err := receivesKits(w.View); err != nil {
			return err
		}
		ids := slices.Compact(slices.Sorted(slices.Values(ids)))
		return w.ChangeAll(ids, note, func(g *data.Graduate) error { return alter(w, g) })
	})
}

// refuseUncalled refuses a kit of somebody about whom the centre is to be called first.
func refuseUncalled(v *registry.View, g *data.Graduate) error {
	k, err := kitOf(v, g)
	if err != nil || k.Call == nil {
		return err
	}
	return data.Fail("kit.call_first", data.Args{"name": g.FullName(), "phone": k.Phone})
}

// refuseWithoutBasis refuses a kit without the paper on which all work at the centre rests (UA-066).
func refuseWithoutBasis(c *campaign.Campaign, g *data.Graduate) error {
	basis := c.KitDocument(c.Kits.Basis)
	if basis == nil || slices.Contains(statesOf(g, basis.Code), data.PaperInKit) {
		return nil
	}
	return data.Fail("kit.no_basis", data.Args{"name": g.FullName(), "paper": basis.Title})
}

// put notes the papers of a receipt in a kit.
func put(w *registry.Edit, g *data.Graduate, r Receipt) error {
	kit, err := w.Campaign().KitOf(g, w.Person(g))
	if err != nil {
		return err
	}
	if r.Everything {
		complete(w, g, kit)
	}
	for i := range kit {
		if r.All {
			setStates(w, g, &kit[i], append(slices.Clone(kit[i].States), data.PaperInKit))
		}
	}
	for _, code := range r.Papers {
		p, err := paperOf(kit, g, code)
		if err != nil {
			return err
		}
		setStates(w, g, p, append(slices.Clone(p.States), data.PaperInKit))
	}
	return nil
}

// TakeBack notes that kits were given back to their graduates, all or none; the reason, which may be
// empty, stays in the history. What was noted of the papers begins anew. Who is on a list that counts is
// list.holds_member, in a package that is closed kit.in_closed_package, and without a kit
// kit.not_received.
func (d *Desk) TakeBack(ctx context.Context, ids []string, reason string) error {
	reason, err := data.CleanText(data.FieldTitle("note"), reason)
	if err != nil {
		return err
	}
	return d.change(ctx, ids, reason, func(w *registry.Edit, g *data.Graduate) error {
		if err := refuseBound(w.View, g); err != nil {
			return err
		}
		for _, f := range slices.Clone(g.Current().Facts) {
			if slices.Contains(ofKit, f.Kind) {
				g.Set(data.FactField(f.Kind, f.Of), "")
			}
		}
		return nil
	})
}

// ofKit are the kinds of facts that are about a kit in the hands of the school.
var ofKit = []data.FactKind{data.FactKitReceived, data.FactPaper, data.FactAsked, data.FactFailed}

// refuseBound refuses to give back what is not there, or what a list counts.
func refuseBound(v *registry.View, g *data.Graduate) error {
	t := v.Trail(g)
	switch {
	case g.Current().Fact(data.FactKitReceived, "") == nil:
		return data.Fail("kit.not_received", data.Args{"name": g.FullName()})
	case t.Package != nil && t.Package.Closed != nil:
		return data.Fail("kit.in_closed_package", data.Args{"name": g.FullName(), "number": t.Package.Number})
	case t.List != nil:
		return data.Fail("list.holds_member", data.Args{"name": g.FullName(), "number": t.List.Number})
	}
	return nil
}
