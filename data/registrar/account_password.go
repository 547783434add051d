package registrar

import (
	"context"
	"errors"

	"graduand/data"
	"graduand/data/vault"
)

// phrasePassword gives the refusals of passwords their sentences.
func phrasePassword(err error) error {
	switch {
	case errors.Is(err, vault.ErrShortPassword):
		return data.FailWith(err, "vault.short_password", data.Args{"min": vault.MinPassword})
	case errors.Is(err, vault.ErrCommonPassword):
		return data.FailWith(err, "vault.common_password", nil)
	}
	return err
}

// CheckPassword says at once what a new password of an account lacks.
func CheckPassword(password string, a Account) error {
	return phrasePassword(vault.CheckPassword(password, a.Phone, a.Name))
}

// ChangePassword replaces the own password; the old one is asked for again. With it
// the first password of a new account is replaced.
func (r *Registrar) ChangePassword(ctx context.Context, old, password string) (err error) {
	defer r.tell(&err, HistoryGrew, AccountsChanged)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightPassword); err != nil {
		return err
	}
	if err := r.confirm(ctx, old); err != nil {
		return err
	}
	if old == password {
		return data.Fail("account.same_password", nil)
	}
	a := r.who
	a.MustChange = false
	slot, err := r.operatorSlot(a, password)
	if err != nil {
		return err
	}
	err = r.update(ctx, func(c *change) error {
		return errors.Join(c.ReplaceSlot(r.who.ID, slot), c.vouch(EventPasswordChanged, eventBody{}))
	})
	if err != nil {
		return err
	}
	r.who.ID, r.who.MustChange = slot.ID, false
	return nil
}

// confirm refuses whoever does not know the own password.
func (r *Registrar) confirm(ctx context.Context, password string) error {
	slots, err := r.db.Slots(ctx)
	if err != nil {
		return err
	}
	for _, stored := range slots {
		if stored.ID != r.who.ID {
			continue
		}
		slot, err := decodeSlot(stored)
		if err != nil {
			return err
		}
		content, err := vault.OpenOperatorSlot(slot, r.who.Phone, password)
		if err != nil {
			return data.FailWith(err, "account.wrong_password", nil)
		}
		content.School.Wipe()
		return nil
	}
	return data.Fail("account.unknown", data.Args{"id": r.who.ID})
}
