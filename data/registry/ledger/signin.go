package ledger

import (
	"context"
	"errors"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Entered is what a password has opened: a Ledger to an operator, an Own to a graduate.
type Entered struct {
	Ledger *Ledger
	Own    *Own
	// Failures counts the wrong passwords before it.
	Failures int
}

// SignIn opens the file with a phone (in E.164; empty for none, then an operator's
// password decides alone) and a password. Without the right one it is vault.wrong; after
// five failures vault.wait with the seconds to wait, through restarts too (KG-010).
func (f *File) SignIn(ctx context.Context, phone, password string) (Entered, error) {
	var entered Entered
	t, err := f.attempt(ctx, phone)
	if err != nil {
		return entered, err
	}
	entered.Failures = t.failures()
	err = f.tryPassword(ctx, phone, password, &entered)
	if errors.Is(err, vault.ErrWrong) {
		return entered, t.failed(ctx, data.FailWith(err, refusalOf(err), nil))
	}
	if err != nil {
		if code := refusalOf(err); code != "" && data.CodeOf(err) == "" {
			err = data.FailWith(err, code, nil)
		}
		return entered, err
	}
	// A graduate's password does not forgive tries at the head's.
	if entered.Ledger != nil {
		return entered, t.passed(ctx)
	}
	entered.Failures = 0
	return entered, nil
}

// ByKey opens the file with the school key instead of a password: for tests.
func (f *File) ByKey(ctx context.Context, key *SchoolKey) (*Ledger, error) {
	return f.enter(ctx, key.Clone(), Account{Name: "Key", Role: RoleHead})
}

// refusalOf tells a wrong password from slots that somebody has weakened or spoilt; ""
// for a failure of another kind.
func refusalOf(err error) string {
	switch {
	case errors.Is(err, vault.ErrWeakParameters):
		return "vault.weak_parameters"
	case errors.Is(err, vault.ErrTooCostly):
		return "vault.too_costly"
	case errors.Is(err, vault.ErrWrong):
		return "vault.wrong"
	case errors.Is(err, vault.ErrTampered):
		return "vault.tampered"
	}
	return ""
}

// tryPassword finds whose password it is. A graduate's is known by its form, and tried
// first: it costs one guess for all graduates.
func (f *File) tryPassword(ctx context.Context, phone, password string, entered *Entered) (err error) {
	if phone != "" {
		entered.Own, err = f.tryGraduate(ctx, phone, password)
		if err == nil || !errors.Is(err, vault.ErrWrong) {
			return err
		}
	}
	entered.Ledger, err = f.tryOperator(ctx, phone, password)
	return err
}

func (f *File) tryOperator(ctx context.Context, phone, password string) (*Ledger, error) {
	stored, err := f.db.Slots(ctx)
	if err != nil {
		return nil, err
	}
	var slots []vault.Slot
	for i := range stored {
		// One spoilt slot locks nobody else out.
		if slot, err := decodeSlot(stored[i]); err == nil {
			slots = append(slots, slot)
		}
	}
	content, id, err := vault.OpenOperator(slots, phone, password)
	if err != nil {
		return nil, err
	}
	school, err := follow(stored, id, content.School, content.Identity)
	if err != nil {
		return nil, err
	}
	return f.enter(ctx, school, Account{id, content.Name, content.Phone, Role(content.Role), content.MustChange})
}

// follow leads from the school key of a slot to the present one.
func follow(stored []sqlite.Slot, id string, school *vault.SchoolKey, identity *vault.Identity) (*vault.SchoolKey, error) {
	for i := range stored {
		if stored[i].ID != id {
			continue
		}
		tokens, err := decodeTokens(stored[i])
		if err != nil {
			return nil, err
		}
		return vault.Follow(school, id, identity, tokens)
	}
	return nil, data.Fail("registry.damaged", nil)
}

// ConfirmPassword refuses whoever does not know the own password, and counts the tries as
// a sign-in does.
func (l *Ledger) ConfirmPassword(ctx context.Context, password string) error {
	slots, err := l.db.Slots(ctx)
	if err != nil {
		return err
	}
	for _, stored := range slots {
		if stored.ID != l.me.ID {
			continue
		}
		slot, err := decodeSlot(stored)
		if err != nil {
			return err
		}
		return l.confirm(ctx, slot, password)
	}
	return data.Fail("account.unknown", data.Args{"id": l.me.ID})
}

func (l *Ledger) confirm(ctx context.Context, slot vault.Slot, password string) error {
	t, err := l.attempt(ctx, l.me.Phone)
	if err != nil {
		return err
	}
	content, err := vault.OpenOperatorSlot(slot, l.me.Phone, password)
	if err != nil {
		return t.failed(ctx, data.FailWith(err, "account.wrong_password", nil))
	}
	content.School.Wipe()
	return t.passed(ctx)
}
