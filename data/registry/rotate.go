package registry

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// RemoveAccount lets a person sign in no more. The school key changes with it, in one
// transaction: with an old copy of it nothing that is sealed from now on can be read,
// save what is about graduates who were there already (their own keys stay).
func (r *Registry) RemoveAccount(ctx context.Context, id string) (err error) {
	return r.Write(ctx, RightAccounts, Signals{AccountsChanged}, func(w *Edit) error {
		removed, err := w.account(ctx, id)
		if err != nil {
			return err
		}
		if err := w.refuseLastHead(ctx, id); err != nil {
			return err
		}
		note := Account{Name: removed.Name, Phone: removed.Phone, Role: removed.Role}.note()
		return w.rotate(ctx, []string{id}, func(c *Change) error {
			return errors.Join(c.tx.DeleteSlot(id), c.vouch(EventAccountRemoved, EventBody{Note: note, Role: removed.Role}))
		})
	})
}

// rotate makes a new school key and seals everything that hangs on it anew, together
// with what the caller adds, all or nothing. The slots that are gone get no token to
// the new key; who stays follows it at the next sign-in with the old password.
func (v *View) rotate(ctx context.Context, gone []string, more func(*Change) error) error {
	next, err := vault.NewSchoolKey(v.options.Rand)
	if err != nil {
		return err
	}
	slots, accounts, err := v.accounts(ctx)
	if err != nil {
		return err
	}
	old, before := v.keys, v.head
	t := &rotation{v: v, old: old, next: newKeys(next), gone: gone}
	if err := t.prepare(ctx); err != nil {
		return err
	}
	v.keys = t.next
	err = v.update(ctx, func(c *Change) error {
		if err := t.slots(c, slots, accounts); err != nil {
			return err
		}
		return errors.Join(t.records(c), more(c), c.vouch(EventKeyChanged, EventBody{}))
	})
	if err != nil && v.head == before {
		v.keys = old
		t.next.school.Wipe()
		return err
	}
	for _, key := range old.sub {
		key.Wipe()
	}
	old.school.Wipe()
	return err
}

// rotation is one change of the school key under way.
type rotation struct {
	v         *View
	old, next *keys
	gone      []string
	accesses  []sqlite.Access
}

// prepare gives the new keys the event keys of all generations and one more, and
// reads what is to be sealed anew.
func (t *rotation) prepare(ctx context.Context) error {
	for generation, key := range t.old.events {
		t.next.events[generation] = key
	}
	key, err := vault.NewKey(t.v.options.Rand)
	if err != nil {
		return err
	}
	t.next.events[t.old.generation()+1] = key
	return t.v.db.Accesses(ctx, func(a sqlite.Access) error {
		t.accesses = append(t.accesses, a)
		return nil
	})
}

// slots gives everybody who stays a token to the new key.
func (t *rotation) slots(c *Change, slots []sqlite.Slot, accounts []storedAccount) error {
	for i, slot := range slots {
		if slices.Contains(t.gone, slot.ID) {
			continue
		}
		tokens, err := decodeTokens(slot)
		if err != nil {
			return err
		}
		token, err := vault.NewToken(t.v.options.Rand, t.old.school, slot.ID, accounts[i].Recipient, t.next.school)
		if err != nil {
			return err
		}
		if slot.Tokens, err = marshal("tokens", append(tokens, token)); err != nil {
			return err
		}
		if slot.Account, err = t.v.sealAccount(slot.ID, accounts[i]); err != nil {
			return err
		}
		if err := c.tx.ReplaceSlot(slot.ID, slot); err != nil {
			return err
		}
	}
	return nil
}

// records wraps the keys of graduates and events anew, and what else the school key
// seals.
func (t *rotation) records(c *Change) error {
	for generation, key := range t.next.events {
		wrapped, err := vault.WrapKey(t.v.options.Rand, t.next.sub[vault.LabelEvents], eventKeyPlace(generation), key)
		if err != nil {
			return err
		}
		if err := c.tx.PutEventKey(generation, wrapped); err != nil {
			return err
		}
	}
	for id, e := range t.v.index.byID {
		wrapped, err := vault.WrapKey(t.v.options.Rand, t.next.sub[vault.LabelRecord], keyPlace(id), e.key)
		if err != nil {
			return err
		}
		prints, err := t.v.fingerprints(e.graduate)
		if err != nil {
			return err
		}
		if err := errors.Join(c.tx.Rewrap(id, wrapped), c.tx.SetFingerprints(id, false, prints)); err != nil {
			return err
		}
	}
	return errors.Join(t.secrets(c), t.escrow(c))
}

// secrets seals the passwords that are not handed over yet.
func (t *rotation) secrets(c *Change) error {
	for _, a := range t.accesses {
		if len(a.Secret) == 0 {
			continue
		}
		e := t.v.index.byID[a.Graduate]
		if e == nil || e.graduate.Access(data.Door(a.Door)) == nil {
			return data.Fail("vault.tampered", nil)
		}
		place := secretPlace(a.Graduate, a.Door, e.graduate.Access(data.Door(a.Door)).Version)
		plain, err := vault.Open(t.old.sub[vault.LabelPasswords], place, a.Secret)
		if err != nil {
			return tampered(err, place)
		}
		if a.Secret, err = vault.Seal(t.v.options.Rand, t.next.sub[vault.LabelPasswords], place, plain); err != nil {
			return fmt.Errorf("seal password: %w", err)
		}
		if err := c.tx.PutAccess(a); err != nil {
			return err
		}
	}
	return nil
}

// escrow gives the centre the new key, where it had the old one.
func (t *rotation) escrow(c *Change) error {
	if t.v.settings[settingEscrow].rev == 0 {
		return nil
	}
	var e escrow
	if err := decodeEscrow(t.v.settings[settingEscrow].body, &e); err != nil {
		return err
	}
	return c.putEscrow(e.Recipient, t.next.school)
}
