package access

import (
	"slices"

	"graduand/data"
	"graduand/data/registry"
)

// Phase says how far an access is.
type Phase string

// The phases of the access in a [Row]: none was made, one waits to be handed over, it was
// handed over.
const (
	Missing Phase = "none"
	Open    Phase = "open"
	Handed  Phase = "handed"
)

// Row is one access of a graduate, or that there is none.
type Row struct {
	Graduate *data.Graduate
	// Access is nil where the graduate has none.
	Access *data.Access
	Phase  Phase
	// Waits says that the graduate fills the form alone and has got nothing to sign in with
	// (KG-068).
	Waits bool
	// OldLogin says that the phone was changed after the access was made (KG-032).
	OldLogin bool
}

// Rows are the accesses of the chosen graduates in the order of the list: a row for
// each door, and one for who has none.
func (d *Desk) Rows(f registry.Filter) ([]Row, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]Row, error) {
		chosen, err := v.Choose(f)
		if err != nil {
			return nil, err
		}
		var rows []Row
		for _, g := range chosen {
			rows = append(rows, RowsOf(g)...)
		}
		return rows, nil
	})
}

// RowsOf are those of one graduate.
func RowsOf(g *data.Graduate) []Row {
	waits := g.Mode == data.BySelf && !slices.ContainsFunc(g.Accesses, handedOver)
	if len(g.Accesses) == 0 {
		return []Row{{Graduate: g, Phase: Missing, Waits: waits}}
	}
	rows := make([]Row, len(g.Accesses))
	for i := range g.Accesses {
		a := &g.Accesses[i]
		rows[i] = Row{Graduate: g, Access: a, Phase: Open, Waits: waits, OldLogin: a.Door == data.DoorOwn && a.Login != g.Phone}
		if handedOver(*a) {
			rows[i].Phase = Handed
		}
	}
	return rows
}

func handedOver(a data.Access) bool { return a.HandedOver != nil }

// Tally counts graduates by how far their accesses are: who has any, who has got all
// of them, who waits for one.
type Tally struct{ All, Made, Handed, Waiting int }

// TallyOf counts the graduates of rows, each once.
func TallyOf(rows []Row) Tally {
	var t Tally
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
