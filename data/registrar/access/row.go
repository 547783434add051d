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
	// Doubts ask about the phone of which a login would be made: a landline that nobody has
	// confirmed (KG-015). They are told before the access is made.
	Doubts []data.Finding
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
			of := RowsOf(g)
			if g.Access(data.DoorOwn) == nil {
				of[0].Doubts = slices.DeleteFunc(v.DoubtedLogin(g), g.Settles)
			}
			rows = append(rows, of...)
		}
		return rows, nil
	})
}

// RowsOf are those of one graduate.
func RowsOf(g *data.Graduate) []Row {
	waits := g.AwaitsAccess()
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

// Tally counts the graduates of rows, who has any access, who waits for one; and the
// accesses, of which one graduate may have two: how many rows have one, and how many of
// these say that it was handed over.
type Tally struct{ All, Made, Waiting, Accesses, Handed int }

// TallyOf counts the graduates of rows, each once, and their accesses, each one.
func TallyOf(rows []Row) Tally {
	var t Tally
	for i, row := range rows {
		if i == 0 || rows[i-1].Graduate != row.Graduate {
			t.All++
			count(&t.Waiting, row.Waits)
			count(&t.Made, row.Access != nil)
		}
		count(&t.Accesses, row.Access != nil)
		count(&t.Handed, row.Phase == Handed)
	}
	return t
}

func count(of *int, counts bool) {
	if counts {
		*of++
	}
}

// Args are the counts for the sentence access.count of data/text.
func (t Tally) Args() data.Args {
	return data.Args{"made": t.Made, "all": t.All, "accesses": t.Accesses, "handed": t.Handed}
}
