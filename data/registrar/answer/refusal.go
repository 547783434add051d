package answer

import (
	"context"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Refusal is the centre's refusal as it came (UA-095…101).
type Refusal = registry.Refusal

// Refused enters that the centre has refused somebody.
func (d *Desk) Refused(ctx context.Context, id string, refusal Refusal) error {
	return d.one(ctx, id, func(v *registry.View, g *data.Graduate) error {
		on, err := begin(v, g, refusal.On)
		if err != nil {
			return err
		}
		refusal.On = on
		a, err := v.Refused(g, refusal)
		switch {
		case err != nil:
			return err
		case a.Minutes == "":
			return data.Fail("answer.no_minutes", nil)
		case a.Came > v.Today():
			return data.Fail("fact.future_day", data.Args{"value": a.Came.Dotted()})
		case len(a.Reasons) == 0:
			return data.Fail("answer.no_reason", nil)
		}
		g.SetAnswer(a)
		return nil
	})
}

// Propose says what comes back of somebody's kit and what stays at the centre after a refusal for
// these reasons: the card without its statement, the documents themselves; copies and the statement
// stay (UA-096…101). It needs registry.RightLook.
func (d *Desk) Propose(id string, reasons []string) (campaign.Fate, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (campaign.Fate, error) {
		g, err := v.Find(id)
		if err != nil {
			return campaign.Fate{}, err
		}
		return v.Fate(g, reasons)
	})
}
