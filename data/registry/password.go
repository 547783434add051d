package registry

import (
	"context"
	"errors"

	"graduand/data"
	"graduand/data/vault"
)

// ChangePassword replaces the own password; the old one is asked for again. With it
// the first password of a new account is replaced.
func (r *Registry) ChangePassword(ctx context.Context, old, password string) (err error) {
	return r.Write(ctx, RightPassword, Signals{AccountsChanged}, func(w *Edit) error {
		if err := w.confirm(ctx, old); err != nil {
			return err
		}
		if old == password {
			return data.Fail("account.same_password", nil)
		}
		a := w.who
		a.MustChange = false
		slot, err := w.operatorSlot(a, password)
		if err != nil {
			return err
		}
		err = w.Commit(func(c *Change) error {
			return errors.Join(c.tx.ReplaceSlot(w.who.ID, slot), c.vouch(EventPasswordChanged, EventBody{}))
		})
		if err != nil {
			return err
		}
		w.who.ID, w.who.MustChange = slot.ID, false
		return nil
	})
}

// confirm refuses whoever does not know the own password.
func (v *View) confirm(ctx context.Context, password string) error {
	slots, err := v.db.Slots(ctx)
	if err != nil {
		return err
	}
	for _, stored := range slots {
		if stored.ID != v.who.ID {
			continue
		}
		slot, err := decodeSlot(stored)
		if err != nil {
			return err
		}
		content, err := vault.OpenOperatorSlot(slot, v.who.Phone, password)
		if err != nil {
			return data.FailWith(err, "account.wrong_password", nil)
		}
		content.School.Wipe()
		return nil
	}
	return data.Fail("account.unknown", data.Args{"id": v.who.ID})
}
