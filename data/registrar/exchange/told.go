package exchange

import (
	"context"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/registry"
)

// Told is what one message said of somebody.
type Told struct {
	// Passed is that message.
	Passed
	Action, Reason string
	// Values are what it said, in the order of the form, Attempt of which registration.
	Attempt string
	Values  []Value
}

// Value is a field with what was said of it, as [data.Graduate.Get] gives it.
type Value struct{ Field, Value string }

// SentOf is what exactly was sent of somebody, the newest first; with the person's erasure it is gone
// (KG-013). It needs registry.RightHistory.
func (d *Desk) SentOf(ctx context.Context, id string) ([]Told, error) {
	events, err := d.registry.History(ctx, registry.HistoryFilter{Graduate: id, Kind: registry.EventMessageSent})
	if err != nil {
		return nil, err
	}
	return registry.Read(d.registry, registry.RightHistory, func(v *registry.View) (all []Told, err error) {
		passed := map[string]Passed{}
		for _, p := range v.Passed() {
			passed[p.ID] = p
		}
		j := judge{composer: &composer{view: v}}
		for i := len(events) - 1; i >= 0; i-- {
			fact := submittedBy(events[i].Changes)
			if fact == nil {
				continue
			}
			r, err := exchange.ParseRecord(fact.Paper)
			if err != nil {
				return nil, err
			}
			told := Told{Passed: passed[fact.Seen], Action: fact.Means, Reason: fact.Note, Attempt: r.Graduate.Attempt}
			said := values(r)
			for _, field := range j.inOrder(said) {
				if said[field] != "" {
					told.Values = append(told.Values, Value{field, said[field]})
				}
			}
			all = append(all, told)
		}
		return all, nil
	})
}

// submittedBy is what the event of a message has noted of somebody, nil where the event is altered.
func submittedBy(changes []registry.FieldChange) *data.Fact {
	g := &data.Graduate{}
	for _, c := range changes {
		g.Set(c.Field, c.After)
	}
	return g.LastSent().Fact(data.FactSubmitted, "")
}
