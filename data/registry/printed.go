package registry

import (
	"context"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// readPrinted learns from the history which cards were printed, and with which values.
func (v *View) readPrinted(ctx context.Context) error {
	v.printed = map[string]string{}
	return v.ledger.EventsOfKind(ctx, EventPrinted, func(e ledger.Event) error {
		// One that is spoilt is named by the examination; of the others the last one counts.
		if b, err := bodyOf(e); err == nil {
			v.takePrinted(b)
		}
		return nil
	})
}

// takePrinted takes what one event tells.
func (v *View) takePrinted(b EventBody) {
	if b.Print == nil {
		return
	}
	for id, seen := range b.Print.Seen {
		v.printed[id] = seen
		if e := v.index.byID[id]; e != nil {
			e.checked = ""
		}
	}
}

// cardOf is how far the card of a graduate is.
func (v *View) cardOf(g *data.Graduate) data.CardState {
	return data.CardStateOf(g, v.Campaign().CardSeen(g), v.printed[g.ID])
}
