package registry

import (
	"context"
	"errors"
	"slices"

	"graduand/data"
	"graduand/data/registry/ledger"
	"graduand/data/vault"
)

// Escrowed is what stands on the outside of a registry for who has lost every password: which it is,
// and its key, sealed to a centre.
type Escrowed struct {
	ID, Campaign string
	Revision     int
	ledger.Escrow
}

// EscrowOf reads it, without a sign-in; recovery.none where no centre has the key.
func EscrowOf(ctx context.Context, path string) (Escrowed, error) {
	f, err := ledger.OpenFile(ctx, path, Options{}.filled().ledger())
	if err != nil {
		return Escrowed{}, err
	}
	e, err := escrowedOf(f)
	return e, errors.Join(err, f.Close())
}

func escrowedOf(f *ledger.File) (e Escrowed, err error) {
	if e.Escrow, err = f.Escrow(); err != nil {
		return e, err
	}
	if e.Recipient == "" {
		return e, data.Fail("recovery.none", nil)
	}
	c, err := campaignOf(f)
	if err != nil {
		return e, err
	}
	e.ID, e.Campaign, e.Revision = f.Identity().ID, c.ID, c.Revision
	return e, nil
}

// Bound is what the key of this registry is bound to where it is sealed.
func (e *Escrowed) Bound() string { return vault.Bound(e.ID, e.School) }

// Readmit opens a registry by the school key that a centre has given back, and lets the holder in with
// a new password: the account with this phone, as what it was, or a new head where there is none
// (KG-007). The code of the holder stays empty. The school key changes, so that the one that was on
// its way opens nothing any more, and the centre gets the new one; the paper key stays. A key that
// does not open the registry is recovery.wrong_key.
func Readmit(ctx context.Context, path string, key *SchoolKey, h Holder, o Options) (*Registry, error) {
	f, err := ledger.OpenFile(ctx, path, o.filled().ledger())
	if err != nil {
		return nil, err
	}
	if err := RefuseLooking(f.Looking()); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	v, err := h.enterBy(ctx, f, key, o.filled())
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	if err := v.readmit(ctx, h.Password); err != nil {
		return nil, errors.Join(err, v.close())
	}
	return &Registry{view: v}, nil
}

func (h Holder) enterBy(ctx context.Context, f *ledger.File, key *SchoolKey, o Options) (*View, error) {
	l, err := f.ByKey(ctx, key)
	if data.CodeOf(err) == "vault.tampered" {
		return nil, data.FailWith(err, "recovery.wrong_key", nil)
	}
	if err != nil {
		return nil, err
	}
	return h.view(ctx, f, l, o)
}

// readmit changes the school key and lets the holder in, in one transaction.
func (v *View) readmit(ctx context.Context, password string) error {
	accounts, err := v.ledger.Accounts(ctx)
	if err != nil {
		return err
	}
	who, old := v.who, ""
	operators := slices.DeleteFunc(accounts, isPaper)
	if at := slices.IndexFunc(operators, func(a Account) bool { return a.Phone == who.Phone }); at >= 0 {
		who, old = operators[at], operators[at].ID
		who.MustChange = false
	} else if len(operators) >= vault.MaxOperators {
		return data.Fail("vault.operators_full", data.Args{"max": vault.MaxOperators})
	}
	if err := CheckPassword(password, who); err != nil {
		return err
	}
	failures, err := v.ledger.Failures(ctx)
	if err != nil {
		return err
	}
	v.who = who
	err = v.rotate(ctx, []string{old}, func(c *Change) (err error) {
		if old != "" {
			who.ID, err = c.ReplaceAccount(old, who, password)
		} else {
			who.ID, err = c.AddAccount(who, password)
		}
		if err != nil {
			return err
		}
		return errors.Join(c.Forgive(), c.Note(EventReadmitted, EventBody{Note: who.Note(), Role: who.Role, Failures: failures}))
	})
	if err == nil {
		v.signedInAs(who)
	}
	return err
}
