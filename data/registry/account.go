package registry

import (
	"slices"

	"graduand/data/campaign"
	"graduand/data/registry/ledger"
	"graduand/data/vault"
)

// Account is one person who may sign in, one for each: nobody shares a password
// (KG-014).
type Account = ledger.Account

// Role is what somebody may do in a registry (F-06).
type Role = ledger.Role

// CapabilityAccesses is the switch of campaigns whose graduates get accesses.
const CapabilityAccesses = "accesses"

// The roles. A graduate sees and fills one form only.
const (
	RoleHead        = ledger.RoleHead
	RoleResponsible = ledger.RoleResponsible
	RoleRegistering = ledger.RoleRegistering
	RoleAccesses    = ledger.RoleAccesses
	RoleReader      = ledger.RoleReader
	RoleGraduate    = ledger.RoleGraduate
)

// Roles are those that an operator can have in a campaign, the mightiest first. Where there
// are no accesses nothing parts those who create them from those who register (KG-009).
func Roles(c *campaign.Campaign) []Role {
	return slices.DeleteFunc(ledger.Roles(), func(role Role) bool {
		return !c.Has(CapabilityAccesses) && (role == RoleRegistering || role == RoleAccesses)
	})
}

// SamePassword reports that two entries are one password, however each was typed or pasted.
func SamePassword(a, b string) bool { return ledger.SamePassword(a, b) }

// PreparePassword is a password in the one form in which it is set and tried: see [vault.Prepare].
func PreparePassword(typed string) string { return vault.Prepare(typed) }

// FileWork is what a password costs that opens a file of age: see [vault.FileWork].
func FileWork() int { return vault.FileWork() }

// SpokenCode are the spellings in which a code that was told by voice can have been set: see
// [vault.SpokenCode].
func SpokenCode(typed string) []string { return vault.SpokenCode(typed) }

// CheckPaperCode refuses what is no code of a paper key, whichever it opens; a refusal names the group
// that is mistyped.
func CheckPaperCode(typed string) error {
	_, err := ledger.ParsePaper(typed)
	return err
}

// CheckPlace says at once why no registry can be made at path: see [ledger.CheckPlace].
func CheckPlace(path string) error { return ledger.CheckPlace(path) }

// CheckPassword says at once what a new password of an account lacks.
func CheckPassword(password string, a Account) error { return ledger.CheckPassword(password, a) }
