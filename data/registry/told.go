package registry

import (
	"context"
	"slices"
	"time"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// printedCards are, by graduate, the cards that were printed, in the order of the history.
type printedCards map[string][]printedCard

// printedCard is a card by the number and the time of its entry; seen tells the values on it apart
// from others.
type printedCard struct {
	seq  int64
	at   time.Time
	seen string
}

// last is the card that was printed last, an empty one for none.
func (p printedCards) last(id string) (card printedCard) {
	if all := p[id]; len(all) > 0 {
		card = all[len(all)-1]
	}
	return card
}

// take takes what one entry tells.
func (p printedCards) take(seq int64, at time.Time, b EventBody) {
	if b.Print == nil {
		return
	}
	for id, seen := range b.Print.Seen {
		p[id] = append(p[id], printedCard{seq, at, seen})
	}
}

// drop forgets what an entry has told: no printer has taken it.
func (p printedCards) drop(seq int64) {
	for id, all := range p {
		p[id] = slices.DeleteFunc(all, func(c printedCard) bool { return c.seq == seq })
	}
}

// printedOf learns from the history which cards were printed, and with which values. An entry that
// is spoilt is named by the examination.
func printedOf(ctx context.Context, l *ledger.Ledger) (printedCards, error) {
	printed := printedCards{}
	err := eachOf(ctx, l, EventPrinted, func(e ledger.Event, b EventBody) { printed.take(e.Seq, e.At, b) })
	if err != nil {
		return printed, err
	}
	return printed, eachOf(ctx, l, EventUnprinted, func(_ ledger.Event, b EventBody) { printed.drop(b.Of) })
}

// letterheadOf is the letterhead as the history has it after one of its entries. Of those that are
// spoilt the one before counts.
func letterheadOf(ctx context.Context, l *ledger.Ledger, seq int64) (then data.Letterhead, err error) {
	err = eachOf(ctx, l, EventLetterhead, func(e ledger.Event, b EventBody) {
		if b.Letterhead != nil && e.Seq <= seq {
			then = *b.Letterhead
		}
	})
	return then, err
}

// eachOf gives the entries of a kind that can be read to take.
func eachOf(ctx context.Context, l *ledger.Ledger, kind string, take func(ledger.Event, EventBody)) error {
	return l.EventsOfKind(ctx, kind, func(e ledger.Event) error {
		if b, err := bodyOf(e); err == nil {
			take(e, b)
		}
		return nil
	})
}
