package payment

import (
	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// State says how far a graduate is with what is owed.
type State string

// The states of a [Row]. Unpaid, pending, refused and done also choose rows: see
// [Row.Is].
const (
	Unpaid  State = "unpaid"
	Part    State = "part"
	Pending State = "pending"
	Refused State = "refused"
	Done    State = "done"
	// Free is of who owes nothing.
	Free State = "free"
)

// Row is what one graduate owes, has paid, and has still to pay, in whole units of
// the campaign's currency (KG-057, KG-064).
type Row struct {
	Graduate        *data.Graduate
	Due, Paid, Left int
	// Confirmed says that Due is, and with it Left: see [campaign.Campaign.DueConfirmed].
	Confirmed bool
	// Pending and Refused say that there is a receipt on which the centre has not decided,
	// and one that it has refused.
	Pending, Refused bool
}

// Rows are the rows of the chosen graduates that belong to a state, "" for all, in the
// order of the list.
func (d *Desk) Rows(f registry.Filter, state State) ([]Row, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]Row, error) {
		chosen, err := v.Choose(f)
		if err != nil {
			return nil, err
		}
		var rows []Row
		for _, g := range chosen {
			if row := rowOf(v.Campaign(), g); row.Is(state) {
				rows = append(rows, row)
			}
		}
		return rows, nil
	})
}

func rowOf(c *campaign.Campaign, g *data.Graduate) Row {
	row := Row{Graduate: g, Due: c.AmountDue(g), Paid: c.AmountPaid(g), Confirmed: c.DueConfirmed(g)}
	row.Left = max(row.Due-row.Paid, 0)
	for _, p := range g.Current().Payments {
		row.Pending = row.Pending || p.Cancelled == nil && p.Verdict == nil
		row.Refused = row.Refused || p.Cancelled == nil && c.Refused(p.Verdict)
	}
	return row
}

// State is the one state that says what there is to do: a refused receipt comes before the
// money that is missing, that before an answer that is awaited.
func (p Row) State() State {
	switch {
	case p.Refused && p.Left > 0:
		return Refused
	case p.Left > 0 && p.Paid > 0:
		return Part
	case p.Left > 0:
		return Unpaid
	case p.Pending:
		return Pending
	case p.Due == 0:
		return Free
	}
	return Done
}

// Is says that a row is among those who are to be found by a state, "" for all: who has
// still to pay is unpaid, whoever has paid a part.
func (p Row) Is(state State) bool {
	switch state {
	case Unpaid:
		return p.Left > 0
	case Pending:
		return p.Pending
	case Refused:
		return p.Refused
	case Done:
		return p.Left == 0 && !p.Pending
	}
	return state == "" || state == p.State()
}
