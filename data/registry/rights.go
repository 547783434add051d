package registry

import (
	"slices"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// Right is one kind of action.
type Right string

// The rights.
const (
	RightLook       Right = "look"        // see graduates, findings, previews
	RightFill       Right = "fill"        // fill a form
	RightRegister   Right = "register"    // add, import, remove graduates
	RightHistory    Right = "history"     // see who did what
	RightPrint      Right = "print"       // write working documents
	RightPrintFinal Right = "print_final" // write what is signed and sent
	RightAccess     Right = "access"      // make, print and change graduates' accesses
	RightSchool     Right = "school"      // describe the school
	RightBackup     Right = "backup"      // copy the registry as a whole
	RightExamine    Right = "examine"     // have the registry examined
	RightPassword   Right = "password"    // change the own password
	RightAccounts   Right = "accounts"    // who may sign in, and as what
	RightClose      Right = "close"       // close the campaign, move, reopen
	RightErase      Right = "erase"       // destroy personal data for good
	RightSetAside   Right = "set_aside"   // take what is spoilt out of the registry
)

// Rights are all of them.
func Rights() []Right {
	return []Right{RightLook, RightFill, RightRegister, RightHistory, RightPrint, RightPrintFinal, RightAccess,
		RightSchool, RightBackup, RightExamine, RightPassword, RightAccounts, RightClose, RightErase, RightSetAside}
}

var rights = map[Role][]Right{
	RoleHead: Rights(),
	RoleResponsible: {RightLook, RightFill, RightRegister, RightHistory, RightPrint, RightPrintFinal, RightAccess,
		RightSchool, RightBackup, RightExamine, RightPassword},
	RoleRegistering: {RightLook, RightFill, RightRegister, RightHistory, RightPrint, RightPrintFinal,
		RightSchool, RightBackup, RightExamine, RightPassword},
	RoleAccesses: {RightLook, RightHistory, RightAccess, RightExamine, RightPassword},
	RoleReader:   {RightLook, RightHistory, RightExamine, RightPassword},
	RoleGraduate: {RightLook, RightFill},
}

// writing are the rights that rest when the work in this file is over.
var writing = []Right{RightFill, RightRegister, RightAccess, RightSchool}

// examining are the rights in a registry that was opened for examination.
var examining = []Right{RightExamine, RightLook, RightSetAside}

// lookingRights are those in a registry that cannot be written.
var lookingRights = []Right{RightLook, RightHistory, RightPrint, RightBackup, RightExamine}

// May tells whether whoever is signed in may do it now.
func (v *View) May(right Right) bool { return v.may(right) == nil }

// may says why not: the registry is locked (vault.locked), the first password is still
// to be replaced (account.must_change), the role is too low (account.not_allowed), the registry
// cannot be written (registry.looking), or the work here is over (registry.closed, registry.moved).
func (v *View) may(right Right) error {
	switch {
	case v.closed:
		return data.Fail("vault.locked", nil)
	case v.who.MustChange && right != RightPassword && v.Looking() == nil:
		return data.Fail("account.must_change", nil)
	case !slices.Contains(rights[v.who.Role], right):
		return v.notAllowed(right)
	case v.refuseLooking(right) != nil:
		return v.refuseLooking(right)
	case v.options.Examine && !slices.Contains(examining, right):
		return data.Fail("vault.tampered", nil)
	case v.state.Kind != stateOpen && slices.Contains(writing, right):
		return data.Fail("registry."+v.state.Kind, nil)
	}
	return nil
}

func (v *View) notAllowed(right Right) error {
	return data.Fail("account.not_allowed", data.Args{"role": data.Term("role." + v.who.Role), "action": data.Term("right." + right)})
}

// refuseLooking is why something cannot be done in a registry that cannot be written.
func (v *View) refuseLooking(right Right) error {
	how := v.Looking()
	if how == nil || slices.Contains(lookingRights, right) {
		return nil
	}
	return RefuseLooking(how)
}

// RefuseLooking says why nothing can be changed in a registry that is open for looking, nil for one
// that can be written.
func RefuseLooking(how *Looking) error {
	if how == nil {
		return nil
	}
	return ledger.RefuseLooking(how.Why)
}
