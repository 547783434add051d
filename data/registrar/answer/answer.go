// Package answer is the desk for what the centre says of a registration: that it is registered or
// refused, what was seen of it on the centre's site, and what follows: another attempt, a
// withdrawal, an appeal. Nothing that was answered is lost: an attempt that is over stays.
package answer

import (
	"context"

	"graduand/data"
	"graduand/data/registry"
)

// Desk answers for the centre's answers in one registry.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// changed is what listeners are told of.
var changed = registry.Signals{registry.GraduatesChanged}

// each changes several graduates, all or none.
func (d *Desk) each(ctx context.Context, ids []string, alter func(*registry.View, *data.Graduate) error) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		return w.ChangeAll(ids, "", func(g *data.Graduate) error { return alter(w.View, g) })
	})
}

func (d *Desk) one(ctx context.Context, id string, alter func(*registry.View, *data.Graduate) error) error {
	return d.each(ctx, []string{id}, alter)
}

// Registered enters that somebody is registered, with the number of the certificate and the day of
// the notice, today where it is "". The PIN is neither asked nor kept: a number with what looks like
// one is answer.pin (UA-080). An answer that is there is taken back first, but for a refusal after
// whose appeal the centre answers anew.
func (d *Desk) Registered(ctx context.Context, id, certificate string, on data.Date) error {
	return d.one(ctx, id, func(v *registry.View, g *data.Graduate) error {
		on, err := begin(v, g, on)
		if err != nil {
			return err
		}
		a, err := v.Registered(on, certificate)
		if err != nil {
			return err
		}
		if err := refuseSameCertificate(v, g, a.Certificate); err != nil {
			return err
		}
		g.SetAnswer(a)
		return nil
	})
}

// begin is the day of an answer, today for "", that may be entered now.
func begin(v *registry.View, g *data.Graduate, on data.Date) (data.Date, error) {
	r, name := g.Current(), data.Args{"name": g.FullName()}
	if len(v.Campaign().RefusalReasons) == 0 {
		return "", data.Fail("answer.none", nil)
	}
	on, err := happened(v, on)
	if err != nil {
		return "", err
	}
	trail := v.Trail(g)
	sent := r.SentOn(trail)
	switch {
	case r.Answer != nil && !r.AppealGranted():
		return "", data.Fail("answer.there", name)
	case r.Withdrawn(trail):
		return "", data.Fail("answer.withdrawn", name)
	case sent != "" && on < sent:
		return "", data.Fail("answer.before_sent", data.Args{"name": g.FullName(), "value": on.Dotted(), "date": sent.Dotted()})
	}
	return on, nil
}

// happened is the day on which something was, today where nobody said it; it is never to come.
func happened(v *registry.View, on data.Date) (data.Date, error) {
	switch {
	case on == "":
		return v.Today(), nil
	case on > v.Today():
		return "", data.Fail("fact.future_day", data.Args{"value": on.Dotted()})
	}
	return on, nil
}

// TakeBack takes an answer away that was entered by mistake; the history keeps it.
func (d *Desk) TakeBack(ctx context.Context, id string) error {
	return d.one(ctx, id, func(_ *registry.View, g *data.Graduate) error {
		if g.Current().Answer == nil {
			return data.Fail("answer.not_answered", data.Args{"name": g.FullName()})
		}
		g.Set(data.FieldAnswer, "")
		for _, kind := range []data.FactKind{data.FactAppealed, data.FactAppealDecided, data.FactWithdrawing, data.FactWithdrawalSent, data.FactWithdrawn} {
			g.DropFact(kind, "")
		}
		return nil
	})
}

// refuseSameCertificate refuses the number of a certificate that another has.
func refuseSameCertificate(v *registry.View, g *data.Graduate, number string) error {
	for _, other := range v.Everybody() {
		for i := range other.Registrations {
			a := other.Registrations[i].Answer
			if other.ID != g.ID && a != nil && a.Certificate == number {
				return data.Fail("answer.same_certificate", data.Args{"value": number, "other": other.FullName()})
			}
		}
	}
	return nil
}
