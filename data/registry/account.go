package registry

import (
	"cmp"
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
	if a.Name != "" {
		return a.Name
	}
	if a.Phone != "" {
		return a.Phone
	}
	return string(a.Role)
}

// note is how the history names an account that something was done to.
func (a Account) note() string {
	return strings.Trim(a.Name+", "+a.Phone, ", ")
}

// Role is what somebody may do in a registry (F-06). Roles bind the program; what the
// disk gives away, the keys decide.
type Role string

// The roles. A graduate sees and fills one form only.
const (
	RoleHead        = Role(vault.KindHead)
	RoleResponsible = Role(vault.KindResponsible)
	RoleReader      = Role(vault.KindReader)
	RoleGraduate    = Role("graduate")
)

// Roles are those that an operator can have, the mightiest first.
func Roles() []Role { return []Role{RoleHead, RoleResponsible, RoleReader} }

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

// with is the account with what another one gives; what that leaves out stays.
func (a storedAccount) with(b Account) Account {
	return Account{Name: cmp.Or(b.Name, a.Name), Phone: cmp.Or(b.Phone, a.Phone), Role: cmp.Or(b.Role, a.Role)}
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

// CheckPassword says at once what a new password of an account lacks.
func CheckPassword(password string, a Account) error {
	return phrasePassword(vault.CheckPassword(password, a.Phone, a.Name))
}
