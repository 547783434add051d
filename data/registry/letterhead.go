package registry

import (
	"context"

	"graduand/data"
)

// Letterhead is what the school has at the head of what it sends. It is kept by the history alone,
// sealed: no form of a graduate needs it.
func (v *View) Letterhead() data.Letterhead { return v.letterhead }

// LetterheadThen is what it was after an entry of the history, so that what was printed can be
// printed again as it was (F-20).
func (v *View) LetterheadThen(ctx context.Context, seq int64) (data.Letterhead, error) {
	return letterheadOf(ctx, v.ledger, seq)
}

// SetLetterhead notes another letterhead; an empty one takes it away.
func (w *Edit) SetLetterhead(l data.Letterhead) error {
	err := w.Commit(func(c *Change) error { return c.Note(EventLetterhead, EventBody{Letterhead: &l}) })
	if err != nil {
		return err
	}
	w.letterhead = l
	return nil
}
