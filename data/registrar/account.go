package registrar

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Account is one person who may sign in, one for each: nobody shares a password
// (KG-014).
type Account struct {
	ID   string
	Name string
	// Phone is the login, E.164; empty for one who signs in by password alone.
	Phone string
	Role  Role
	// MustChange says that somebody else has set the password (KG-006).
	MustChange bool
}

// label is how the history calls somebody.
func (a Account) label() string {
	if a.Name != "" {
		return a.Name
	}
	if a.Phone != "" {
		return a.Phone
	}
	return string(a.Role)
}

// storedAccount is what the other operators know of a slot, sealed by the school key.
// Recipient is how they hand its owner the next school key.
type storedAccount struct {
	Name       string `json:"name"`
	Phone      string `json:"phone"`
	Role       Role   `json:"role"`
	MustChange bool   `json:"must_change,omitempty"`
	Recipient  string `json:"recipient"`
}

// rolePaper marks the slot of the paper code among the accounts.
const rolePaper = Role(vault.KindPaper)

func decodeSlot(stored sqlite.Slot) (vault.Slot, error) {
	var slot vault.Slot
	if err := json.Unmarshal(stored.Body, &slot); err != nil {
		return slot, data.FailWith(fmt.Errorf("decode slot: %w", err), "registry.damaged", nil)
	}
	return slot, nil
}

func decodeTokens(stored sqlite.Slot) ([][]byte, error) {
	var tokens [][]byte
	if err := json.Unmarshal(stored.Tokens, &tokens); err != nil {
		return nil, data.FailWith(fmt.Errorf("decode tokens: %w", err), "registry.damaged", nil)
	}
	return tokens, nil
}

func (r *Registrar) sealAccount(slot string, a storedAccount) ([]byte, error) {
	plain, err := marshal("account", a)
	if err != nil {
		return nil, err
	}
	return vault.Seal(r.options.Rand, r.keys.sub[vault.LabelAccounts], accountPlace(slot), plain)
}

func (r *Registrar) openAccount(stored sqlite.Slot) (storedAccount, error) {
	var a storedAccount
	place := accountPlace(stored.ID)
	plain, err := vault.Open(r.keys.sub[vault.LabelAccounts], place, stored.Account)
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
func (r *Registrar) operatorSlot(a Account, password string) (sqlite.Slot, error) {
	identity, err := vault.NewIdentity(r.options.Rand)
	if err != nil {
		return sqlite.Slot{}, err
	}
	slot, err := vault.NewOperatorSlot(r.options.Rand, vault.DefaultParams(), vault.SlotContent{
		School: r.keys.school, Identity: identity, Role: vault.Kind(a.Role), Name: a.Name, Phone: a.Phone, MustChange: a.MustChange,
	}, password)
	if err != nil {
		return sqlite.Slot{}, phrasePassword(err)
	}
	return r.storedSlot(slot, storedAccount{a.Name, a.Phone, a.Role, a.MustChange, identity.Recipient()})
}

func (r *Registrar) storedSlot(slot vault.Slot, a storedAccount) (sqlite.Slot, error) {
	body, err := marshal("slot", slot)
	if err != nil {
		return sqlite.Slot{}, err
	}
	account, err := r.sealAccount(slot.ID, a)
	return sqlite.Slot{ID: slot.ID, Body: body, Account: account, Tokens: noTokens}, err
}

// clean brings an account into its stored form, and refuses one that nobody could be.
func (r *Registrar) clean(a Account) (Account, error) {
	phone, err := typedPhone(r.Campaign(), strings.TrimSpace(a.Phone))
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
func (r *Registrar) accounts(ctx context.Context) (slots []sqlite.Slot, accounts []storedAccount, err error) {
	slots, err = r.db.Slots(ctx)
	if err != nil {
		return nil, nil, err
	}
	accounts = make([]storedAccount, len(slots))
	for i := range slots {
		if accounts[i], err = r.openAccount(slots[i]); err != nil {
			return nil, nil, err
		}
	}
	return slots, accounts, nil
}

// Me is the one who signed in.
func (r *Registrar) Me() Account {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.who
}

// Accounts are the operators, the oldest first.
func (r *Registrar) Accounts(ctx context.Context) ([]Account, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightHistory); err != nil {
		return nil, err
	}
	slots, accounts, err := r.accounts(ctx)
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
}

// AddAccount lets one more person sign in, with a first password that must be replaced
// at the first sign-in (KG-006).
func (r *Registrar) AddAccount(ctx context.Context, a Account, password string) (err error) {
	defer r.tell(&err, HistoryGrew, AccountsChanged)
	a.MustChange = true
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.addAccount(ctx, a, password)
}

func (r *Registrar) addAccount(ctx context.Context, a Account, password string) error {
	if err := r.may(RightAccounts); err != nil {
		return err
	}
	a, err := r.clean(a)
	if err != nil {
		return err
	}
	if err := r.refuseAccount(ctx, a, ""); err != nil {
		return err
	}
	slot, err := r.operatorSlot(a, password)
	if err != nil {
		return err
	}
	return r.update(ctx, func(c *change) error {
		return errors.Join(c.AddSlot(slot), c.vouch(EventAccountAdded, eventBody{Note: a.note(), Role: a.Role}))
	})
}

// note is how the history names an account that something was done to.
func (a Account) note() string {
	return strings.Trim(a.Name+", "+a.Phone, ", ")
}

// refuseAccount refuses a phone that another account has, and one account too many.
func (r *Registrar) refuseAccount(ctx context.Context, a Account, instead string) error {
	slots, accounts, err := r.accounts(ctx)
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
func (r *Registrar) ReplaceAccount(ctx context.Context, id string, a Account, password string) (err error) {
	defer r.tell(&err, HistoryGrew, AccountsChanged)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightAccounts); err != nil {
		return err
	}
	before, err := r.account(ctx, id)
	if err != nil {
		return err
	}
	if a, err = r.clean(before.with(a)); err != nil {
		return err
	}
	if id == r.who.ID || before.Role == RoleHead && a.Role != RoleHead {
		if err := r.refuseLastHead(ctx, id); err != nil {
			return err
		}
	}
	if err := r.refuseAccount(ctx, a, id); err != nil {
		return err
	}
	a.MustChange = true
	slot, err := r.operatorSlot(a, password)
	if err != nil {
		return err
	}
	return r.update(ctx, func(c *change) error {
		note := a.note()
		if was := (Account{Name: before.Name, Phone: before.Phone}).note(); was != note {
			note = was + " → " + note
		}
		return errors.Join(c.ReplaceSlot(id, slot), c.vouch(EventAccountReplaced, eventBody{Note: note, Role: a.Role}))
	})
}

// with is the account with what another one gives; what that leaves out stays.
func (a storedAccount) with(b Account) Account {
	return Account{Name: cmp.Or(b.Name, a.Name), Phone: cmp.Or(b.Phone, a.Phone), Role: cmp.Or(b.Role, a.Role)}
}

// account is an operator's by id.
func (r *Registrar) account(ctx context.Context, id string) (storedAccount, error) {
	slots, accounts, err := r.accounts(ctx)
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
func (r *Registrar) refuseLastHead(ctx context.Context, id string) error {
	if id == r.who.ID {
		return data.Fail("account.own", nil)
	}
	slots, accounts, err := r.accounts(ctx)
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
