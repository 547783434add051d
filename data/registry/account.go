package registry

import "graduand/data/registry/ledger"

// Account is one person who may sign in, one for each: nobody shares a password
// (KG-014).
type Account = ledger.Account

// Role is what somebody may do in a registry (F-06).
type Role = ledger.Role

// The roles. A graduate sees and fills one form only.
const (
	RoleHead        = ledger.RoleHead
	RoleResponsible = ledger.RoleResponsible
	RoleReader      = ledger.RoleReader
	RoleGraduate    = ledger.RoleGraduate
)

// Roles are those that an operator can have, the mightiest first.
func Roles() []Role { return ledger.Roles() }

// SamePassword reports that two entries are one password, however each was typed or pasted.
func SamePassword(a, b string) bool { return ledger.SamePassword(a, b) }

// CheckPassword says at once what a new password of an account lacks.
func CheckPassword(password string, a Account) error { return ledger.CheckPassword(password, a) }
