package registry

import (
	"errors"
	"slices"
	"time"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// Fill stores a filled form: as a change of the school, or as what the graduate
// wants to be taken over.
func (w *Edit) Fill(before, g *data.Graduate) error {
	changes := Difference(before, g)
	switch {
	case len(changes) == 0:
		return nil
	case w.who.Role == RoleGraduate:
		return w.fill(g, changes)
	}
	return w.Replace(g, EventChanged, EventBody{Changes: changes})
}

// fill keeps what a graduate has changed until somebody of the school signs in. What the school has
// said of a file that was attached anew is the school's own to take away, when it takes that over.
func (w *Edit) fill(g *data.Graduate, changes []FieldChange, files ...Attachment) error {
	changes = slices.DeleteFunc(changes, func(c FieldChange) bool { return saysOfPicture(c.Field) })
	for _, c := range changes {
		if err := w.refuseForeign(c.Field); err != nil {
			return err
		}
	}
	former, changes, err := w.inOneGo(changes)
	if err != nil {
		return err
	}
	plain, err := marshal("pending change", pendingBody{w.options.Now().UTC(), changes})
	if err != nil {
		return err
	}
	id, err := longID(w.options.Rand)
	if err != nil {
		return err
	}
	p, err := w.own.SealPending(id, plain)
	if err != nil {
		return err
	}
	if err := w.refuseFull(p.Size()); err != nil {
		return err
	}
	if err := w.own.Leave(w.ctx, p, former, files...); err != nil {
		return err
	}
	w.index.replace(g)
	return nil
}

// refuseFull refuses what would make more than the school takes over of one graduate.
func (w *Edit) refuseFull(octets int) error {
	sizes, err := w.book.PendingSizes(w.ctx)
	for _, s := range sizes {
		if s.Graduate == w.who.ID && (s.Rows >= ledger.MaximumRows || s.Octets+int64(octets) > ledger.MaximumOctets) {
			return data.Fail("filled.full", nil)
		}
	}
	return err
}

// oneGo is how long somebody types into a field without leaving the form: a field saves
// itself at every pause.
const oneGo = 15 * time.Minute

// inOneGo joins a change of one field with the last that was kept, where that was of the same
// field and a moment ago: former is that one's id, "" for none.
func (w *Edit) inOneGo(changes []FieldChange) (former string, joined []FieldChange, err error) {
	var last ledger.Pending
	err = w.book.PendingOf(w.ctx, []string{w.who.ID}, func(p ledger.Pending) error { last = p; return nil })
	if err != nil || last.ID == "" || len(changes) != 1 || isRecord(changes[0].Field) {
		return "", changes, err
	}
	b, err := decodePending(w.own.OpenPending(last))
	if err != nil || len(b.Changes) != 1 || w.options.Now().Sub(b.At).Abs() > oneGo {
		return "", changes, nil
	}
	before := b.Changes[0]
	if before.Field != changes[0].Field || before.After != changes[0].Before {
		return "", changes, nil
	}
	return last.ID, []FieldChange{{before.Field, before.Before, changes[0].After}}, nil
}

// FillWith is [Edit.Fill] with an attachment that g refers to, in one transaction.
func (w *Edit) FillWith(a Attachment, before, g *data.Graduate) error {
	return w.FillIn(a, before, g, 0)
}

// FillIn is [Edit.FillWith] as a part of an act by its number: see [EventBody.Batch].
func (w *Edit) FillIn(a Attachment, before, g *data.Graduate, act int64) error {
	changes := Difference(before, g)
	if len(changes) == 0 {
		return nil
	}
	g.NotePrint(a.ID, a.Print)
	if w.own != nil {
		return w.fill(g, changes, a)
	}
	return w.Commit(func(c *Change) error {
		return errors.Join(c.AddAttachment(a), c.Put(g, EventChanged, EventBody{Changes: changes, Batch: act}))
	})
}
