package registry

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// Answered is a graduate as the centre had answered about when the current attempt began: the state
// in which the answer to the attempt before was entered. It is nil for a first attempt.
func (v *View) Answered(ctx context.Context, id string) (*data.Graduate, error) {
	var now, answered, before *data.Graduate
	err := v.ledger.Events(ctx, id, func(stored ledger.Event) error {
		b, err := bodyOf(stored)
		if err != nil {
			return err
		}
		was := now
		now = replay(now, stored.Kind, b)
		switch {
		case was == nil || now == nil:
		case len(now.Registrations) > len(was.Registrations):
			if before = answered; before == nil {
				before = was
			}
			answered = nil
		case len(now.Registrations) < len(was.Registrations):
			before, answered = nil, was
		case slices.ContainsFunc(b.Changes, func(c FieldChange) bool { return c.Field == data.FieldAnswer }):
			answered = now
		}
		return nil
	})
	return before, err
}

// seenDiffers tells of another answer on the centre's site than the one that was entered (UA-079).
func (v *View) seenDiffers(g *data.Graduate) []data.Finding {
	r := g.Current()
	if !r.SeenDiffers() {
		return nil
	}
	seen := r.Fact(data.FactSeen, "")
	return []data.Finding{{Graduate: g.ID, Rule: "seen_differs", Severity: data.SeverityWarning,
		Args: data.Args{"seen": v.StateTitle(seen.Seen), "date": seen.On.Dotted(), "by": seen.By, "answer": data.Term("status." + string(r.Answer.State))}}}
}

// StateTitle is what a state of the centre's service is called, its code where the campaign has it no
// more.
func (v *View) StateTitle(code string) data.Wording {
	if s := v.Campaign().ExternalStatus(code); s != nil {
		return data.Wording{ID: "external_status." + code, Words: s.Title}
	}
	return data.Wording{Words: code}
}
