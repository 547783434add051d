package answer

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Refusal is the centre's refusal as it came (UA-095…101).
type Refusal struct {
	// Minutes is the number of the minutes, On their day, Reasons the codes of the reasons there.
	Minutes string
	On      data.Date
	Reasons []string
	// Returned and Kept are the codes of the papers that came back and that stay; nil is what
	// [Desk.Propose] says.
	Returned, Kept []string
	// Tracking is the number of the letter, Came the day it came.
	Tracking string
	Came     data.Date
}

// Refused enters that the centre has refused somebody.
func (d *Desk) Refused(ctx context.Context, id string, refusal Refusal) error {
	return d.one(ctx, id, func(v *registry.View, g *data.Graduate) error {
		a, err := begin(v, g, data.AnswerRefused, refusal.On)
		if err != nil {
			return err
		}
		if err := refusal.into(v, &a); err != nil {
			return err
		}
		if err := refusal.papersInto(v, g, &a); err != nil {
			return err
		}
		g.SetAnswer(a)
		return nil
	})
}

// into reads what stands in the letter.
func (f *Refusal) into(v *registry.View, a *data.Answer) (err error) {
	if a.Minutes, err = data.CleanText(data.Term("answer.minutes"), f.Minutes); err != nil {
		return err
	}
	if a.Tracking, err = v.TrackingNumber("", f.Tracking); err != nil {
		return err
	}
	a.Came = f.Came
	switch {
	case a.Minutes == "":
		return data.Fail("answer.no_minutes", nil)
	case a.Came > v.Today():
		return data.Fail("fact.future_day", data.Args{"value": a.Came.Dotted()})
	case a.Came != "" && a.Came < a.On:
		return data.Fail("answer.came_before", data.Args{"value": a.Came.Dotted(), "date": a.On.Dotted()})
	}
	a.Reasons, err = reasons(v.Campaign(), f.Reasons)
	return err
}

// reasons are codes of the fixed list, at least one, each once, in its order (UA-087).
func reasons(c *campaign.Campaign, codes []string) (sorted []string, err error) {
	for _, code := range codes {
		if c.RefusalReason(code) == nil {
			return nil, data.Fail("answer.unknown_reason", data.Args{"value": code})
		}
	}
	for i := range c.RefusalReasons {
		if slices.Contains(codes, c.RefusalReasons[i].Code) {
			sorted = append(sorted, c.RefusalReasons[i].Code)
		}
	}
	if len(sorted) == 0 {
		return nil, data.Fail("answer.no_reason", nil)
	}
	return sorted, nil
}

// papersInto says what came back and what stays, as it was said, else as the rule has it.
func (f *Refusal) papersInto(v *registry.View, g *data.Graduate, a *data.Answer) error {
	fate, err := fateOf(v, g, a.Reasons)
	if err != nil {
		return err
	}
	a.Returned, a.Kept = f.Returned, f.Kept
	if a.Returned == nil {
		a.Returned = slices.DeleteFunc(campaign.Codes(fate.Returned), func(code string) bool { return slices.Contains(a.Kept, code) })
	}
	if a.Kept == nil {
		a.Kept = slices.DeleteFunc(campaign.Codes(fate.Kept), func(code string) bool { return slices.Contains(a.Returned, code) })
	}
	for _, code := range slices.Concat(a.Returned, a.Kept) {
		if p, known := v.Campaign().FatePaper(code); !known {
			return data.Fail("answer.unknown_paper", data.Args{"value": code})
		} else if slices.Contains(a.Returned, code) && slices.Contains(a.Kept, code) {
			return data.Fail("answer.paper_twice", data.Args{"value": p.Title})
		}
	}
	return nil
}

func fateOf(v *registry.View, g *data.Graduate, reasons []string) (campaign.Fate, error) {
	kit, err := v.Campaign().Kit(v.Person(g))
	return v.Campaign().AfterRefusal(kit, reasons), err
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
		return fateOf(v, g, reasons)
	})
}
