package registry

import (
	"context"

	"graduand/data"
	"graduand/data/picture"
	"graduand/data/registry/ledger"
)

// Letterhead is what the school has at the head of what it sends.
func (v *View) Letterhead() data.Letterhead { return v.letterhead }

// LetterheadThen is what it was before an entry of the history, so that what was printed can be
// printed again as it was (F-20).
func (v *View) LetterheadThen(ctx context.Context, seq int64) (then data.Letterhead, err error) {
	err = v.ledger.EventsOfKind(ctx, EventLetterhead, func(e ledger.Event) error {
		if e.Seq > seq {
			return nil
		}
		b, err := bodyOf(e)
		if b.Letterhead != nil {
			then = *b.Letterhead
		}
		return err
	})
	return then, err
}

// ReadLetterhead makes an image into a letterhead. The errors are those of [picture.Letterhead],
// with codes.
func ReadLetterhead(content []byte) (data.Letterhead, error) {
	head, err := picture.Letterhead(content)
	return head, refused(err)
}

// SetLetterhead stores another letterhead; an empty one takes it away.
func (w *Edit) SetLetterhead(l data.Letterhead) error {
	if err := w.storeSetting(w.ctx, settingLetterhead, l, EventLetterhead, EventBody{Letterhead: &l}); err != nil {
		return err
	}
	w.letterhead = l
	return nil
}
