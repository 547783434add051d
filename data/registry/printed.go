package registry

import (
	"context"
	"slices"

	"graduand/data/registry/ledger"
)

// printedCards are, by graduate, the cards that were printed, in the order of the history.
type printedCards map[string][]printedCard

// printedCard is a card by the number of its entry; seen tells the values on it apart from others.
type printedCard struct {
	seq  int64
	seen string
}

// last tells the values on the card that was printed last, "" for none.
func (p printedCards) last(id string) string {
	if all := p[id]; len(all) > 0 {
		return all[len(all)-1].seen
	}
	return ""
}

// take takes what one entry tells.
func (p printedCards) take(seq int64, b EventBody) {
	if b.Print == nil {
		return
	}
	for id, seen := range b.Print.Seen {
		p[id] = append(p[id], printedCard{seq, seen})
	}
}

// drop forgets what an entry has told: no printer has taken it.
func (p printedCards) drop(seq int64) {
	for id, all := range p {
		p[id] = slices.DeleteFunc(all, func(c printedCard) bool { return c.seq == seq })
	}
}

// readPrinted learns from the history which cards were printed, and with which values. An entry that
// is spoilt is named by the examination.
func (v *View) readPrinted(ctx context.Context) error {
	v.printed = printedCards{}
	each := func(kind string, take func(ledger.Event, EventBody)) error {
		return v.ledger.EventsOfKind(ctx, kind, func(e ledger.Event) error {
			if b, err := bodyOf(e); err == nil {
				take(e, b)
			}
			return nil
		})
	}
	if err := each(EventPrinted, func(e ledger.Event, b EventBody) { v.printed.take(e.Seq, b) }); err != nil {
		return err
	}
	return each(EventUnprinted, func(_ ledger.Event, b EventBody) { v.printed.drop(b.Of) })
}

// cardsPrinted lets the rows of those whose cards were printed say so, by the number of the entry.
func (v *View) cardsPrinted(seq int64, b EventBody) {
	v.printed.take(seq, b)
	v.judgeAnew(b.Graduates)
}

// cardsUnprinted is [View.cardsPrinted] of an entry that no printer has taken.
func (v *View) cardsUnprinted(seq int64, b EventBody) {
	v.printed.drop(seq)
	v.judgeAnew(b.Graduates)
}

// judgeAnew lets the rows of graduates follow anew from the facts.
func (v *View) judgeAnew(ids []string) {
	for _, id := range ids {
		if e := v.index.byID[id]; e != nil {
			e.checked = ""
		}
	}
}
