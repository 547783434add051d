package season

import (
	"context"

	"graduand/data/campaign"
	"graduand/data/registry"
)

// NextYear is a registry of the next campaign that was begun from this one.
type NextYear = registry.NextYear

// NextCampaigns are those that the program knows for the next year, first the one that is meant:
// the newest of the series of this registry's, else the same once more (see [campaign.Next]).
func (d *Desk) NextCampaigns() ([]*campaign.Campaign, error) {
	file, _ := d.registry.Calendar()
	next, err := campaign.Next(file, registry.Program)
	if err != nil {
		return nil, err
	}
	all := []*campaign.Campaign{next}
	for _, id := range campaign.BuiltinIDs() {
		other, err := campaign.Builtin(id, registry.Program)
		if err != nil {
			return nil, err
		}
		if id != next.ID {
			all = append(all, other)
		}
	}
	return all, nil
}

// BeginNextYear makes the registry of the next campaign at path, for the head only: see
// [registry.Edit.BeginNextYear]. A closed campaign stays closed.
func (d *Desk) BeginNextYear(ctx context.Context, path string, c *campaign.Campaign) (NextYear, error) {
	return registry.Write(ctx, d.registry, registry.RightClose, registry.Signals{registry.HistoryGrew}, func(w *registry.Edit) (NextYear, error) {
		return w.BeginNextYear(path, c)
	})
}

// ToldOfNextYear are the sentences about a registry that was begun: what went over, what the
// school has to describe anew, and what is still to be made there.
func ToldOfNextYear(n NextYear) []Sentence {
	told := []Sentence{
		{"season.next_made", map[string]any{"file": n.Path, "campaign": n.Campaign.ShortTitle}},
		{"season.next_accounts", map[string]any{"accounts": n.Accounts}},
	}
	if n.Same {
		told = append(told, Sentence{ID: "season.next_same"})
	}
	if n.Looks > 0 {
		told = append(told, Sentence{"season.next_looks", map[string]any{"looks": n.Looks}})
	}
	if len(n.Left) > 0 {
		fields := make([]any, len(n.Left))
		for i, field := range n.Left {
			fields[i] = field
		}
		told = append(told, Sentence{"season.next_left", map[string]any{"fields": fields}})
	}
	told = append(told, Sentence{"season.next_still", nil})
	if n.Enrolled {
		told = append(told, Sentence{"season.next_exchange", nil})
	}
	return told
}

// LastYear is how many portraits of the season before are known by their looks, for who may take
// them away.
func (d *Desk) LastYear() (int, error) {
	return registry.Read(d.registry, registry.RightErase, func(v *registry.View) (int, error) { return v.LastYear(), nil })
}

// ForgetLastYear takes what is known of last year's portraits out of the registry for good, and
// tells how many they were: see [registry.Edit.ForgetLastYear].
func (d *Desk) ForgetLastYear(ctx context.Context) (count int, err error) {
	return registry.Write(ctx, d.registry, registry.RightErase, over, func(w *registry.Edit) (int, error) {
		count := w.LastYear()
		if err := w.ForgetLastYear(); err != nil {
			return 0, err
		}
		_, err := w.Sweep(false)
		return count, err
	})
}
