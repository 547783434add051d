package registry

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// clean brings an account into its stored form, and refuses one that nobody could be.
func (v *View) clean(a Account) (Account, error) {
	phone, err := typedPhone(v.Campaign(), strings.TrimSpace(a.Phone))
	if err != nil {
		return a, err
	}
	a.Phone, a.Name = phone, data.CleanName(strings.Join(strings.Fields(a.Name), " "))
	if !slices.Contains(Roles(), a.Role) {
		return a, data.Fail("account.unknown_role", data.Args{"value": string(a.Role), "known": "head, responsible, reader"})
	}
	return a, nil
}

// accounts are the operators with their slots, the oldest first, and the slot of the
// paper code if there is one.
func (v *View) accounts(ctx context.Context) (slots []sqlite.Slot, accounts []storedAccount, err error) {
	slots, err = v.db.Slots(ctx)
	if err != nil {
		return nil, nil, err
	}
	accounts = make([]storedAccount, len(slots))
	for i := range slots {
		if accounts[i], err = v.openAccount(slots[i]); err != nil {
			return nil, nil, err
		}
	}
	return slots, accounts, nil
}

// Accounts are the operators, the oldest first.
func (r *Registry) Accounts(ctx context.Context) ([]Account, error) {
	return Read(r, RightHistory, func(v *View) ([]Account, error) {
		slots, accounts, err := v.accounts(ctx)
		if err != nil {
			return nil, err
		}
		var all []Account
		for i, a := range accounts {
			if a.Role != rolePaper {
				all = append(all, Account{slots[i].ID, a.Name, a.Phone, a.Role, a.MustChange})
			}
		}
		return all, nil
	})
}

// AddAccount lets one more person sign in, with a first password that must be replaced
// at the first sign-in (KG-006).
func (r *Registry) AddAccount(ctx context.Context, a Account, password string) error {
	a.MustChange = true
	return r.Write(ctx, RightAccounts, Signals{AccountsChanged}, func(w *Edit) error { return w.addAccount(a, password) })
}

func (w *Edit) addAccount(a Account, password string) error {
	a, err := w.clean(a)
	if err != nil {
		return err
	}
	if err := w.refuseAccount(w.ctx, a, ""); err != nil {
		return err
	}
	slot, err := w.operatorSlot(a, password)
	if err != nil {
		return err
	}
	return w.Commit(func(c *Change) error {
		return errors.Join(c.tx.AddSlot(slot), c.vouch(EventAccountAdded, EventBody{Note: a.note(), Role: a.Role}))
	})
}

// StepIn lets the responsible person of a demonstration in, and signs her in in the place
// of the one who made it. In any other registry it is account.not_allowed.
func (r *Registry) StepIn(ctx context.Context, a Account, password string) error {
	return r.Write(ctx, RightAccounts, Signals{AccountsChanged}, func(w *Edit) error {
		if !w.identity.Demo {
			return w.notAllowed(RightAccounts)
		}
		if err := w.addAccount(a, password); err != nil {
			return err
		}
		w.who = a
		return nil
	})
}

// refuseAccount refuses a phone that another account has, and one account too many.
func (v *View) refuseAccount(ctx context.Context, a Account, instead string) error {
	slots, accounts, err := v.accounts(ctx)
	if err != nil {
		return err
	}
	operators := 0
	for i, other := range accounts {
		if other.Role == rolePaper || slots[i].ID == instead {
			continue
		}
		operators++
		if a.Phone != "" && other.Phone == a.Phone {
			return data.Fail("account.same_phone", data.Args{"name": other.Name})
		}
	}
	if operators >= vault.MaxOperators {
		return data.Fail("vault.operators_full", data.Args{"max": vault.MaxOperators})
	}
	return nil
}

// ReplaceAccount gives an account another name, phone or role (an empty one stays as it
// is), and a new password that
// must be replaced at the next sign-in; the old one opens nothing any more. It is also
// how a forgotten password is recovered through a higher role (KG-007).
func (r *Registry) ReplaceAccount(ctx context.Context, id string, a Account, password string) (err error) {
	return r.Write(ctx, RightAccounts, Signals{AccountsChanged}, func(w *Edit) error {
		before, err := w.account(ctx, id)
		if err != nil {
			return err
		}
		if a, err = w.clean(before.with(a)); err != nil {
			return err
		}
		if id == w.who.ID || before.Role == RoleHead && a.Role != RoleHead {
			if err := w.refuseLastHead(ctx, id); err != nil {
				return err
			}
		}
		if err := w.refuseAccount(ctx, a, id); err != nil {
			return err
		}
		a.MustChange = true
		slot, err := w.operatorSlot(a, password)
		if err != nil {
			return err
		}
		return w.Commit(func(c *Change) error {
			note := a.note()
			if was := (Account{Name: before.Name, Phone: before.Phone}).note(); was != note {
				note = was + " → " + note
			}
			return errors.Join(c.tx.ReplaceSlot(id, slot), c.vouch(EventAccountReplaced, EventBody{Note: note, Role: a.Role}))
		})
	})
}

// account is an operator's by id.
func (v *View) account(ctx context.Context, id string) (storedAccount, error) {
	slots, accounts, err := v.accounts(ctx)
	if err != nil {
		return storedAccount{}, err
	}
	for i := range slots {
		if slots[i].ID == id && accounts[i].Role != rolePaper {
			return accounts[i], nil
		}
	}
	return storedAccount{}, data.Fail("account.unknown", data.Args{"id": id})
}

// refuseLastHead keeps a head in every registry, and everybody from locking himself out.
func (v *View) refuseLastHead(ctx context.Context, id string) error {
	if id == v.who.ID {
		return data.Fail("account.own", nil)
	}
	slots, accounts, err := v.accounts(ctx)
	if err != nil {
		return err
	}
	for i, a := range accounts {
		if a.Role == RoleHead && slots[i].ID != id {
			return nil
		}
	}
	return data.Fail("account.last_head", nil)
}

func (v *View) sealAccount(slot string, a storedAccount) ([]byte, error) {
	plain, err := marshal("account", a)
	if err != nil {
		return nil, err
	}
	return vault.Seal(v.options.Rand, v.keys.sub[vault.LabelAccounts], accountPlace(slot), plain)
}

func (v *View) openAccount(stored sqlite.Slot) (storedAccount, error) {
	var a storedAccount
	place := accountPlace(stored.ID)
	plain, err := vault.Open(v.keys.sub[vault.LabelAccounts], place, stored.Account)
	if err != nil {
		return a, tampered(err, place)
	}
	if err := json.Unmarshal(plain, &a); err != nil {
		return a, data.FailWith(err, "registry.damaged", nil)
	}
	return a, nil
}

// noTokens is the beginning of a slot that was made with the present school key.
var noTokens = []byte("[]")

// operatorSlot makes the slot of an account for one password.
func (v *View) operatorSlot(a Account, password string) (sqlite.Slot, error) {
	identity, err := vault.NewIdentity(v.options.Rand)
	if err != nil {
		return sqlite.Slot{}, err
	}
	slot, err := vault.NewOperatorSlot(v.options.Rand, vault.DefaultParams(), vault.SlotContent{
		School: v.keys.school, Identity: identity, Role: vault.Kind(a.Role), Name: a.Name, Phone: a.Phone, MustChange: a.MustChange,
	}, password)
	if err != nil {
		return sqlite.Slot{}, phrasePassword(err)
	}
	return v.storedSlot(slot, storedAccount{a.Name, a.Phone, a.Role, a.MustChange, identity.Recipient()})
}

func (v *View) storedSlot(slot vault.Slot, a storedAccount) (sqlite.Slot, error) {
	body, err := marshal("slot", slot)
	if err != nil {
		return sqlite.Slot{}, err
	}
	account, err := v.sealAccount(slot.ID, a)
	return sqlite.Slot{ID: slot.ID, Body: body, Account: account, Tokens: noTokens}, err
}
