package registry

import (
	"context"
	"time"

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

// PrintOf is a document that was printed, by the number of its entry. It is print.no_entry where
// there is none, or one of a program that kept less.
func (v *View) PrintOf(ctx context.Context, seq int64) (*Event, error) {
	var found *Event
	err := v.ledger.EventsOfKind(ctx, EventPrinted, func(stored ledger.Event) error {
		if stored.Seq != seq {
			return nil
		}
		b, err := bodyOf(stored)
		if b.Print != nil {
			found = &Event{Seq: seq, At: stored.At, Kind: stored.Kind, By: b.By, Note: b.Note, To: b.To, Graduates: b.Graduates, Print: b.Print, SHA256: b.SHA256}
		}
		return err
	})
	if err == nil && found == nil {
		err = data.Fail("print.no_entry", data.Args{"seq": seq})
	}
	return found, err
}

// DayOf is the day of a moment, in the campaign's time zone.
func (v *View) DayOf(at time.Time) data.Date { return data.DateOf(at.In(v.zone)) }

// cardOf is how far the card of a graduate is.
func (v *View) cardOf(g *data.Graduate) data.CardState {
	return data.CardStateOf(g, v.Campaign().CardSeen(g), v.printed[g.ID])
}
