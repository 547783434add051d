// Package envelope is the desk for the individual envelopes that the centre sends: which have come
// to the school and under which number, what has to be in each, to whom it was handed, and where
// those are that come otherwise.
package envelope

import (
	"context"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Desk answers for the envelopes of one registry.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// changed is what listeners are told of.
var changed = registry.Signals{registry.GraduatesChanged}

// each changes several graduates, all or none, where the campaign has envelopes.
func (d *Desk) each(ctx context.Context, ids []string, alter func(*registry.View, *data.Graduate) error) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		if !w.Campaign().Has(registry.CapabilityEnvelopes) {
			return data.Fail("envelope.none", nil)
		}
		return w.ChangeAll(ids, "", func(g *data.Graduate) error { return alter(w.View, g) })
	})
}

// Arrival is one posted item in which envelopes have come.
type Arrival struct {
	// Operator is a code of the campaign, "" where nobody said; Tracking the number of the item (UA-072).
	Operator, Tracking string
	// On is the day it came, "" for today.
	On data.Date
}

// Arrived enters that the envelopes of several have come to the school, under one item (UA-068,
// UA-074).
func (d *Desk) Arrived(ctx context.Context, ids []string, a Arrival) error {
	return d.each(ctx, ids, func(v *registry.View, g *data.Graduate) error {
		number, err := v.TrackingNumber(a.Operator, a.Tracking)
		if err != nil {
			return err
		}
		if err := refuseRefused(g); err != nil {
			return err
		}
		if g.Current().Fact(data.FactEnvelopeArrived, "") != nil {
			return data.Fail("envelope.there", data.Args{"name": g.FullName()})
		}
		for _, kind := range []data.FactKind{data.FactEnvelopeKept, data.FactEnvelopeReturned} {
			g.DropFact(kind, "")
		}
		return set(v, g, data.Fact{Kind: data.FactEnvelopeArrived, On: a.On, Note: number, Via: a.Operator})
	})
}

// refuseRefused refuses the envelope of who is refused: it is entered with the refusal.
func refuseRefused(g *data.Graduate) error {
	if g.Current().Refused() {
		return data.Fail("envelope.refused", data.Args{"name": g.FullName()})
	}
	return nil
}

// set signs a fact of a day, today where it is "".
func set(v *registry.View, g *data.Graduate, f data.Fact) error {
	switch {
	case f.On == "":
		f.On = v.Today()
	case f.On > v.Today():
		return data.Fail("fact.future_day", data.Args{"value": f.On.Dotted()})
	}
	f.By = v.Me().Label()
	g.SetFact(f)
	return nil
}

// Contents are what has to be in somebody's envelope, in the order of the campaign (UA-069…071). It
// needs registry.RightLook.
func (d *Desk) Contents(id string) ([]*campaign.EnvelopeDocument, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]*campaign.EnvelopeDocument, error) {
		g, err := v.Find(id)
		if err != nil {
			return nil, err
		}
		return v.Campaign().Envelope(v.Person(g), false)
	})
}

// Handing is how an envelope was handed over.
type Handing struct {
	// Contents are the codes of what the recipient has found in it.
	Contents []string
	// To is whom it was handed to, "" for the graduate.
	To string
	// On is the day, "" for today. Lacking says why something that has to be in it was not.
	On      data.Date
	Lacking string
}

// HandOver enters that an envelope was handed over (UA-074). It is envelope.not_arrived where none has
// come, and envelope.lacks where something was not in it and nobody said why.
func (d *Desk) HandOver(ctx context.Context, id string, h Handing) error {
	return d.each(ctx, []string{id}, func(v *registry.View, g *data.Graduate) error {
		arrived, name := g.Current().Fact(data.FactEnvelopeArrived, ""), data.Args{"name": g.FullName()}
		switch {
		case arrived == nil:
			return data.Fail("envelope.not_arrived", name)
		case g.Current().Fact(data.FactEnvelopeHanded, "") != nil:
			return data.Fail("envelope.handed_already", name)
		case h.On != "" && h.On < arrived.On:
			return data.Fail("envelope.before_arrived", data.Args{"name": g.FullName(), "value": h.On.Dotted(), "date": arrived.On.Dotted()})
		}
		to, err := data.CleanText(data.Term("envelope.to"), h.To)
		if err != nil {
			return err
		}
		if to == "" {
			to = g.FullName()
		}
		inside, err := compare(v, g, h)
		if err != nil {
			return err
		}
		return set(v, g, data.Fact{Kind: data.FactEnvelopeHanded, On: h.On, Note: to, Seen: strings.Join(inside, ",")})
	})
}

// compare holds what was found in an envelope against what has to be there, and keeps why something
// was not.
func compare(v *registry.View, g *data.Graduate, h Handing) (inside []string, err error) {
	needed, err := v.Campaign().Envelope(v.Person(g), false)
	if err != nil {
		return nil, err
	}
	var lacking, titles []string
	for _, item := range needed {
		if slices.Contains(h.Contents, item.Code) {
			inside = append(inside, item.Code)
			continue
		}
		lacking, titles = append(lacking, item.Code), append(titles, item.Title)
	}
	for _, code := range h.Contents {
		if !slices.Contains(inside, code) {
			return nil, data.Fail("envelope.unknown_item", data.Args{"value": code, "name": g.FullName()})
		}
	}
	why, err := data.CleanText(data.Term("envelope.why"), h.Lacking)
	switch {
	case err != nil || len(lacking) == 0:
		return inside, err
	case why == "":
		return nil, data.Fail("envelope.lacks", data.Args{"name": g.FullName(), "items": "«" + strings.Join(titles, "», «") + "»"})
	}
	return inside, set(v, g, data.Fact{Kind: data.FactEnvelopeLacked, On: h.On, Note: why, Seen: strings.Join(lacking, ",")})
}
