package registry

import (
	"context"
	"errors"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/phone"
	"graduand/data/registry/ledger"
	"graduand/data/vault"
)

// CleanAccount brings an account into its stored form, and refuses one that nobody could be.
func CleanAccount(c *campaign.Campaign, a Account) (Account, error) { return clean(c, a) }

// clean brings an account into its stored form, and refuses one that nobody could be.
func clean(c *campaign.Campaign, a Account) (Account, error) {
	phone, err := typedPhone(c, strings.TrimSpace(a.Phone))
	if err != nil {
		return a, err
	}
	a.Phone, a.Name = phone, data.CleanName(strings.Join(strings.Fields(a.Name), " "))
	if roles := Roles(c); !slices.Contains(roles, a.Role) {
		return a, data.Fail("account.unknown_role", data.Args{"value": string(a.Role), "known": joinedRoles(roles)})
	}
	return a, nil
}

func joinedRoles(roles []Role) string {
	codes := make([]string, len(roles))
	for i, role := range roles {
		codes[i] = string(role)
	}
	return strings.Join(codes, ", ")
}

// typedPhone is a phone in E.164, however it was typed; empty for none.
func typedPhone(c *campaign.Campaign, typed string) (string, error) {
	if typed == "" {
		return "", nil
	}
	number, err := phone.Parse(typed, c.PhoneRegion)
	if err != nil {
		return "", data.FailWith(err, "vault.phone", data.Args{"example": c.Demo.Phone})
	}
	return number, nil
}

// CheckPhone refuses what is no phone that somebody signs in with; nothing typed is no phone yet,
// and good. The error is vault.phone.
func CheckPhone(c *campaign.Campaign, typed string) error {
	_, err := typedPhone(c, strings.TrimSpace(typed))
	return err
}

// CheckFreePhone refuses a phone, however it was typed, that another of these accounts has; instead is
// the id of the one that is to have it, "" for a new one. The error is account.same_phone, or that of
// [CheckPhone].
func CheckFreePhone(c *campaign.Campaign, accounts []Account, typed, instead string) error {
	number, err := typedPhone(c, strings.TrimSpace(typed))
	if err != nil {
		return err
	}
	return freePhone(accounts, number, instead)
}

func freePhone(accounts []Account, number, instead string) error {
	for _, other := range accounts {
		if number != "" && other.Phone == number && other.ID != instead && !isPaper(other) {
			return data.Fail("account.same_phone", data.Args{"name": other.Name})
		}
	}
	return nil
}

// CheckSchoolPhone refuses phones of a school among which none can be read: several may stand there,
// with words. The error is vault.phone.
func CheckSchoolPhone(c *campaign.Campaign, typed string) error {
	if strings.TrimSpace(typed) == "" {
		return nil
	}
	if numbers, _, err := phone.Several(typed, c.PhoneRegion); len(numbers) == 0 {
		return data.FailWith(err, "vault.phone", data.Args{"example": c.Demo.Phone})
	}
	return nil
}

// Accounts are the operators, the oldest first.
func (r *Registry) Accounts(ctx context.Context) ([]Account, error) {
	return Read(r, RightHistory, func(v *View) ([]Account, error) {
		all, err := v.ledger.Accounts(ctx)
		return slices.DeleteFunc(all, isPaper), err
	})
}

func isPaper(a Account) bool { return a.Role == ledger.RolePaper }

// AddAccount lets one more person sign in, with a first password that must be replaced
// at the first sign-in (KG-006).
func (r *Registry) AddAccount(ctx context.Context, a Account, password string) error {
	a.MustChange = true
	return r.Write(ctx, RightAccounts, Signals{AccountsChanged}, func(w *Edit) error { return w.addAccount(a, password) })
}

func (w *Edit) addAccount(a Account, password string) error {
	a, err := clean(w.Campaign(), a)
	if err != nil {
		return err
	}
	if err := w.refuseAccount(w.ctx, a, ""); err != nil {
		return err
	}
	return w.Commit(func(c *Change) error {
		if _, err := c.AddAccount(a, password); err != nil {
			return err
		}
		return c.Note(EventAccountAdded, EventBody{Note: a.Note(), Role: a.Role})
	})
}

// StepIn lets the responsible person of a demonstration in, and signs her in in the place
// of the one who made it. In any other registry it is account.not_allowed.
func (r *Registry) StepIn(ctx context.Context, a Account, password string) error {
	return r.Write(ctx, RightAccounts, Signals{AccountsChanged}, func(w *Edit) error {
		if !w.book.Identity().Demo {
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
	accounts, err := v.ledger.Accounts(ctx)
	if err != nil {
		return err
	}
	operators := 0
	for _, other := range accounts {
		if isPaper(other) || other.ID == instead {
			continue
		}
		operators++
	}
	if err := freePhone(accounts, a.Phone, instead); err != nil {
		return err
	}
	if operators >= vault.MaxOperators {
		return data.Fail("vault.operators_full", data.Args{"max": vault.MaxOperators})
	}
	return nil
}

// ReplaceAccount gives an account another name, phone or role (an empty one stays as it
// is), and a new password that must be replaced at the next sign-in; the old one opens
// nothing any more, and the school key changes. It is also how a forgotten password is
// recovered through a higher role (KG-007).
func (r *Registry) ReplaceAccount(ctx context.Context, id string, a Account, password string) (err error) {
	return r.Write(ctx, RightAccounts, Signals{AccountsChanged}, func(w *Edit) error {
		before, err := w.account(ctx, id)
		if err != nil {
			return err
		}
		if a, err = clean(w.Campaign(), before.With(a)); err != nil {
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
		note := a.Note()
		if was := before.Note(); was != note {
			note = was + " → " + note
		}
		return w.rotate(ctx, []string{id}, func(c *Change) error {
			if _, err := c.ReplaceAccount(id, a, password); err != nil {
				return err
			}
			return c.Note(EventAccountReplaced, EventBody{Note: note, Role: a.Role})
		})
	})
}

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
		return w.rotate(ctx, []string{id}, func(c *Change) error {
			return errors.Join(c.DropAccount(id), c.Note(EventAccountRemoved, EventBody{Note: removed.Note(), Role: removed.Role}))
		})
	})
}

// rotate changes the school key together with what the caller adds, all or nothing. The
// accounts that are gone cannot follow.
func (v *View) rotate(ctx context.Context, gone []string, more func(*Change) error) error {
	err := v.ledger.Rotate(ctx, gone, contents{v}, func(inner *ledger.Change) error {
		c := &Change{Change: inner, v: v}
		return errors.Join(more(c), c.Note(EventKeyChanged, EventBody{}))
	})
	if err != nil {
		return v.afterFailure(ctx, err)
	}
	return nil
}

// account is an operator's by id.
func (v *View) account(ctx context.Context, id string) (Account, error) {
	accounts, err := v.ledger.Accounts(ctx)
	if err != nil {
		return Account{}, err
	}
	at := slices.IndexFunc(accounts, func(a Account) bool { return a.ID == id && !isPaper(a) })
	if at < 0 {
		return Account{}, data.Fail("account.unknown", data.Args{"id": id})
	}
	return accounts[at], nil
}

// refuseLastHead keeps a head in every registry, and everybody from locking himself out.
func (v *View) refuseLastHead(ctx context.Context, id string) error {
	if id == v.who.ID {
		return data.Fail("account.own", nil)
	}
	accounts, err := v.ledger.Accounts(ctx)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(accounts, func(a Account) bool { return a.Role == RoleHead && a.ID != id }) {
		return nil
	}
	return data.Fail("account.last_head", nil)
}

// ConfirmPassword says whether this is the own password, before another is good enough to take its
// place; wrong ones are counted as at the sign-in.
func (r *Registry) ConfirmPassword(ctx context.Context, password string) error {
	return r.Write(ctx, RightPassword, nil, func(w *Edit) error { return w.ledger.ConfirmPassword(ctx, password) })
}

// ChangePassword replaces the own password; the old one is asked for again, and wrong ones
// are counted as at the sign-in. The school key changes with it. With it the first
// password of a new account is replaced.
func (r *Registry) ChangePassword(ctx context.Context, old, password string) (err error) {
	return r.Write(ctx, RightPassword, Signals{AccountsChanged}, func(w *Edit) error {
		if err := w.ledger.ConfirmPassword(ctx, old); err != nil {
			return err
		}
		if ledger.SamePassword(old, password) {
			return data.Fail("account.same_password", nil)
		}
		a := w.who
		a.MustChange = false
		err := w.rotate(ctx, []string{w.who.ID}, func(c *Change) (err error) {
			if a.ID, err = c.ReplaceAccount(w.who.ID, a, password); err != nil {
				return err
			}
			return c.Note(EventPasswordChanged, EventBody{})
		})
		if err == nil {
			w.signedInAs(a)
		}
		return err
	})
}

// signedInAs makes another account the one who signed in.
func (v *View) signedInAs(a Account) {
	v.who = a
	v.ledger.Rename(a)
}
