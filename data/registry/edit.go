package registry

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Edit is a [View] of who may change what is there.
type Edit struct {
	*View
	ctx context.Context
}

// Commit does f in one transaction: all of it or nothing. Once it is on disk the View
// shows it.
func (w *Edit) Commit(f func(*Change) error) error { return w.update(w.ctx, f) }

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

// notTheirs are the fields that a graduate sees and the school fills: the login, the
// class, the number that the centre gives.
var notTheirs = []string{data.FieldPhone, data.FieldClass, data.FieldCardNumber, data.FieldMode, data.FieldCategory}

// fill keeps what a graduate has changed until somebody of the school signs in.
func (w *Edit) fill(g *data.Graduate, changes []FieldChange) error {
	for _, c := range changes {
		if slices.Contains(notTheirs, c.Field) {
			return data.Fail("account.not_your_field", data.Args{"field": w.Campaign().FieldTitle(c.Field)})
		}
	}
	plain, err := marshal("pending change", pendingBody{w.options.Now().UTC(), changes})
	if err != nil {
		return err
	}
	id, err := longID(w.options.Rand)
	if err != nil {
		return err
	}
	sealed, err := vault.Seal(w.options.Rand, w.own, pendingPlace(g.ID, id), plain)
	if err != nil {
		return err
	}
	err = w.db.Update(w.ctx, func(tx *sqlite.Tx) error {
		return tx.AddPending(sqlite.Pending{Graduate: g.ID, ID: id, Body: sealed})
	})
	if err != nil {
		return err
	}
	w.index.replace(g, w.index.byID[g.ID].rev)
	return nil
}
