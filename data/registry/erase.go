package registry

import (
	"context"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// Erase destroys the personal data of graduates for good: their keys first of all, and
// with them bodies, accesses and history. kind is the event of the school that notes it.
// From its end on nothing can read them; [Edit.Sweep] takes the rest out of the file, with
// backups out of the automatic backups too, and the next start does when this one is
// stopped in between. There must be room for it.
func (w *Edit) Erase(ids []string, kind, reason string, backups bool) error {
	var gone []*data.Graduate
	for _, id := range ids {
		e, err := w.entry(id)
		if err != nil {
			return err
		}
		gone = append(gone, e.graduate)
	}
	if err := w.ledger.RoomToSweep(); err != nil {
		return err
	}
	return w.Commit(func(c *Change) error {
		forget := func() error { return c.ForgetLastYearOf(gone) }
		if kind == EventErasedAll {
			forget = c.ForgetLastYear
		}
		if err := forget(); err != nil {
			return err
		}
		for _, id := range ids {
			if err := c.Change.Erase(id); err != nil {
				return err
			}
			c.erased = append(c.erased, id)
		}
		if err := c.BeginErasing(backups); err != nil {
			return err
		}
		return c.Note(kind, EventBody{Note: reason, Graduates: ids})
	})
}

// Everybody are all graduates in the order of class and name, removed ones too.
func (v *View) Everybody() []*data.Graduate { return graduatesOf(v.index.ordered) }

// WithAttachments are the ids of the graduates who have attachments, also such as nothing
// in their forms names any more.
func (v *View) WithAttachments(ctx context.Context) (map[string]bool, error) {
	stored := map[string]bool{}
	err := v.book.AttachmentNames(ctx, "", func(graduate, _ string) error {
		stored[graduate] = true
		return nil
	})
	return stored, err
}

// Swept says what was done about the traces of the erased.
type Swept = ledger.Swept

// Sweep writes the whole file anew, so that what was erased is in no free page of it
// either, and destroys the automatic backups if that is asked for. What fails is
// erase.unswept: the erased are gone nevertheless.
func (w *Edit) Sweep(backups bool) (Swept, error) { return w.ledger.Sweep(w.ctx, backups) }
