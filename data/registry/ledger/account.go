package ledger

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
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

// Label is how the history calls somebody.
func (a Account) Label() string {
	return cmp.Or(a.Name, a.Phone, string(a.Role))
}

// Note is how the history names an account that something was done to.
func (a Account) Note() string {
	return strings.Trim(a.Name+", "+a.Phone, ", ")
}

// With is the account with what another one gives; what that leaves out stays.
func (a Account) With(b Account) Account {
	return Account{Name: cmp.Or(b.Name, a.Name), Phone: cmp.Or(b.Phone, a.Phone), Role: cmp.Or(b.Role, a.Role)}
}

// Role is what somebody may do in a registry (F-06). Roles bind the program; what the
// disk gives away, the keys decide.
type Role string

// The roles. The responsible person registers graduates and creates their accesses; of
// RoleRegistering and RoleAccesses each does the one only (KG-008, KG-009). A graduate sees
// and fills one form only; RolePaper marks the slot of the paper code among the accounts.
const (
	RoleHead        = Role(vault.KindHead)
	RoleResponsible = Role(vault.KindResponsible)
	RoleRegistering = Role(vault.KindRegistering)
	RoleAccesses    = Role(vault.KindAccesses)
	RoleReader      = Role(vault.KindReader)
	RoleGraduate    = Role("graduate")
	RolePaper       = Role(vault.KindPaper)
)

// Roles are those that an operator can have, the mightiest first.
func Roles() []Role {
	return []Role{RoleHead, RoleResponsible, RoleRegistering, RoleAccesses, RoleReader}
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

func (a storedAccount) account(id string) Account {
	return Account{id, a.Name, a.Phone, a.Role, a.MustChange}
}

// Accounts are the operators, the oldest first, and the slot of the paper code if there
// is one. Those that do not open are left out: they are known as ill.
func (l *Ledger) Accounts(ctx context.Context) ([]Account, error) {
	slots, err := l.db.Slots(ctx)
	if err != nil {
		return nil, err
	}
	var all []Account
	for _, slot := range slots {
		if a, err := l.keys.openAccount(slot); err == nil {
			all = append(all, a.account(slot.ID))
		}
	}
	return all, nil
}

func (k *keys) sealAccount(o Options, slot string, a storedAccount) ([]byte, error) {
	plain, err := marshal("account", a)
	if err != nil {
		return nil, err
	}
	return vault.Seal(o.Rand, k.sub[vault.LabelAccounts], accountPlace(slot), plain)
}

func (k *keys) openAccount(stored sqlite.Slot) (storedAccount, error) {
	var a storedAccount
	place := accountPlace(stored.ID)
	plain, err := vault.Open(k.sub[vault.LabelAccounts], place, stored.Account)
	if err != nil {
		return a, tampered(err, place)
	}
	if err := json.Unmarshal(plain, &a); err != nil {
		return a, damaged(err)
	}
	return a, nil
}

func decodeSlot(stored sqlite.Slot) (vault.Slot, error) {
	var slot vault.Slot
	if err := json.Unmarshal(stored.Body, &slot); err != nil {
		return slot, damaged(fmt.Errorf("decode slot: %w", err))
	}
	return slot, nil
}

func decodeTokens(stored sqlite.Slot) ([][]byte, error) {
	var tokens [][]byte
	if err := json.Unmarshal(stored.Tokens, &tokens); err != nil {
		return nil, damaged(fmt.Errorf("decode tokens: %w", err))
	}
	return tokens, nil
}

// noTokens is the beginning of a slot that was made with the present school key.
var noTokens = []byte("[]")

// operatorSlot makes the slot of an account for one password.
func (k *keys) operatorSlot(o Options, a Account, password string) (sqlite.Slot, error) {
	identity, err := vault.NewIdentity(o.Rand)
	if err != nil {
		return sqlite.Slot{}, err
	}
	slot, err := vault.NewOperatorSlot(o.Rand, vault.DefaultParams(), vault.SlotContent{
		School: k.school, Identity: identity, Role: vault.Kind(a.Role), Name: a.Name, Phone: a.Phone, MustChange: a.MustChange,
	}, password)
	if err != nil {
		return sqlite.Slot{}, phrasePassword(err)
	}
	return k.storedSlot(o, slot, storedAccount{a.Name, a.Phone, a.Role, a.MustChange, identity.Recipient()})
}

func (k *keys) storedSlot(o Options, slot vault.Slot, a storedAccount) (sqlite.Slot, error) {
	body, err := marshal("slot", slot)
	if err != nil {
		return sqlite.Slot{}, err
	}
	account, err := k.sealAccount(o, slot.ID, a)
	return sqlite.Slot{ID: slot.ID, Body: body, Account: account, Tokens: noTokens}, err
}

// handOn gives the owner of a way in a token to the next school key; sound is false for one
// that does not open, or is not the one that is vouched for, which gets none.
func (l *Ledger) handOn(slot sqlite.Slot, old, next *keys) (handed sqlite.Slot, sound bool, err error) {
	account, unreadable := old.openAccount(slot)
	tokens, damaged := decodeTokens(slot)
	if unreadable != nil || damaged != nil || l.state.Slots[slot.ID] != slotHashes([]sqlite.Slot{slot})[slot.ID] {
		return slot, false, nil
	}
	token, err := vault.NewToken(l.options.Rand, old.school, slot.ID, account.Recipient, next.school)
	if err != nil {
		return slot, false, err
	}
	if slot.Tokens, err = marshal("tokens", append(tokens, token)); err != nil {
		return slot, false, err
	}
	slot.Account, err = next.sealAccount(l.options, slot.ID, account)
	return slot, true, err
}

// AddAccount lets one more person sign in.
func (c *Change) AddAccount(a Account, password string) (id string, err error) {
	slot, err := c.l.keys.operatorSlot(c.l.options, a, password)
	if err != nil {
		return "", err
	}
	c.ways[slot.ID] = true
	return slot.ID, c.tx.AddSlot(slot)
}

// ReplaceAccount puts an account with a new password in the place of another.
func (c *Change) ReplaceAccount(old string, a Account, password string) (id string, err error) {
	slot, err := c.l.keys.operatorSlot(c.l.options, a, password)
	if err != nil {
		return "", err
	}
	c.ways[old], c.ways[slot.ID], c.forgets = true, true, true
	return slot.ID, c.tx.ReplaceSlot(old, slot)
}

// DropAccount removes an account: its password opens nothing any more.
func (c *Change) DropAccount(id string) error {
	c.ways[id], c.forgets = true, true
	return c.tx.DeleteSlot(id)
}

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

// SamePassword reports that two entries are one password, see [vault.Prepare].
func SamePassword(a, b string) bool { return vault.SamePassword(a, b) }

// CheckPassword says at once what a new password of an account lacks.
func CheckPassword(password string, a Account) error {
	return phrasePassword(vault.CheckPassword(password, a.Phone, a.Name))
}
