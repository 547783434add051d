package envelope

import (
	"context"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Kept enters that the centre keeps the envelopes of several, on a day, today where it is "" (UA-076).
func (d *Desk) Kept(ctx context.Context, ids []string, on data.Date) error {
	return d.elsewhere(ctx, ids, data.FactEnvelopeKept, on)
}

// Returned enters that the post has returned the envelopes of several to the centre, which keeps them
// (UA-077).
func (d *Desk) Returned(ctx context.Context, ids []string, on data.Date) error {
	return d.elsewhere(ctx, ids, data.FactEnvelopeReturned, on)
}

func (d *Desk) elsewhere(ctx context.Context, ids []string, kind data.FactKind, on data.Date) error {
	return d.each(ctx, ids, func(v *registry.View, g *data.Graduate) error {
		if err := refuseRefused(g); err != nil {
			return err
		}
		if g.Current().Fact(data.FactEnvelopeArrived, "") != nil {
			return data.Fail("envelope.there", data.Args{"name": g.FullName()})
		}
		return set(v, g, data.Fact{Kind: kind, On: on})
	})
}

// Emailed enters that the centre has sent the result by e-mail to several who can name no postal
// address here (UA-075); it is envelope.has_address for anybody else. Their envelope is kept at the
// centre.
func (d *Desk) Emailed(ctx context.Context, ids []string, on data.Date) error {
	return d.each(ctx, ids, func(v *registry.View, g *data.Graduate) error {
		if err := refuseRefused(g); err != nil {
			return err
		}
		mail := &v.Campaign().EnvelopeMail
		by, err := v.Campaign().Holds(mail.Emailed, v.Person(g))
		switch {
		case err != nil:
			return err
		case !by:
			return data.Fail("envelope.has_address", data.Args{"name": g.FullName()})
		}
		return set(v, g, data.Fact{Kind: data.FactResultEmailed, On: on, Note: g.Get(mail.EmailField)})
	})
}

// Ways says how an envelope is got that the centre keeps, and before which day at the latest (UA-076).
type Ways struct {
	Says []string
	// Until is the day before which the last way is open; nil where the campaign has none.
	Until *campaign.Date
}

// Ways are those of the campaign, in the language of whoever asks. It needs registry.RightLook.
func (d *Desk) Ways() (Ways, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (Ways, error) {
		mail := &v.Spoken().EnvelopeMail
		return Ways{mail.Collect, v.Spoken().Date(mail.CollectUntil)}, nil
	})
}

// kinds are what can be noted of an envelope, the last of its road first.
var kinds = []data.FactKind{data.FactEnvelopeHanded, data.FactEnvelopeArrived, data.FactEnvelopeReturned, data.FactEnvelopeKept, data.FactResultEmailed}

// TakeBack takes the last note about the envelopes of several away that was made by mistake; the
// history keeps it.
func (d *Desk) TakeBack(ctx context.Context, ids []string) error {
	return d.each(ctx, ids, func(_ *registry.View, g *data.Graduate) error {
		for _, kind := range kinds {
			if g.Current().Fact(kind, "") == nil {
				continue
			}
			g.DropFact(kind, "")
			if kind == data.FactEnvelopeHanded {
				g.DropFact(data.FactEnvelopeLacked, "")
			}
			return nil
		}
		return data.Fail("envelope.nothing", data.Args{"name": g.FullName()})
	})
}
