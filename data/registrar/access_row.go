package registrar

import (
	"slices"

	"graduand/data"
)

// AccessPhase says how far an access is.
type AccessPhase string

// The phases of an [AccessRow].
const (
	AccessMissing AccessPhase = "none"
	AccessOpen    AccessPhase = "open"
	AccessHanded  AccessPhase = "handed"
)

// AccessRow is one access of a graduate, or that there is none.
type AccessRow struct {
	Graduate *data.Graduate
	// Access is nil where the graduate has none.
	Access *data.Access
	Phase  AccessPhase
	// Waits says that the graduate fills the form alone and has got nothing to sign in with
	// (KG-068).
	Waits bool
	// OldLogin says that the phone was changed after the access was made (KG-032).
	OldLogin bool
}

// AccessRows are the accesses of the chosen graduates in the order of the list: a row for
// each door, and one for who has none.
func (r *Registrar) AccessRows(f Filter) ([]AccessRow, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightLook); err != nil {
		return nil, err
	}
	chosen, err := r.choose(f)
	if err != nil {
		return nil, err
	}
	var rows []AccessRow
	for _, e := range chosen {
		rows = append(rows, accessRows(e.graduate)...)
	}
	return rows, nil
}

func accessRows(g *data.Graduate) []AccessRow {
	waits := g.Mode == data.BySelf && !slices.ContainsFunc(g.Accesses, handedOver)
	if len(g.Accesses) == 0 {
		return []AccessRow{{Graduate: g, Phase: AccessMissing, Waits: waits}}
	}
	rows := make([]AccessRow, len(g.Accesses))
	for i := range g.Accesses {
		a := &g.Accesses[i]
		rows[i] = AccessRow{Graduate: g, Access: a, Phase: AccessOpen, Waits: waits, OldLogin: a.Door == data.DoorOwn && a.Login != g.Phone}
		if handedOver(*a) {
			rows[i].Phase = AccessHanded
		}
	}
	return rows
}

func handedOver(a data.Access) bool { return a.HandedOver != nil }

// AccessTally counts graduates by how far their accesses are: who has any, who has got all
// of them, who waits for one.
type AccessTally struct{ All, Made, Handed, Waiting int }

// TallyAccesses counts the graduates of rows, each once.
func TallyAccesses(rows []AccessRow) AccessTally {
	var t AccessTally
	for i, row := range rows {
		if i > 0 && rows[i-1].Graduate == row.Graduate {
			continue
		}
		t.All++
		if row.Waits {
			t.Waiting++
		}
		if row.Access == nil {
			continue
		}
		t.Made++
		if !slices.ContainsFunc(row.Graduate.Accesses, func(a data.Access) bool { return !handedOver(a) }) {
			t.Handed++
		}
	}
	return t
}
