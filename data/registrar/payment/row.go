package payment

import (
	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// State says how far a graduate is with what is owed.
type State = campaign.OwedState

// The states of a [Row].
const (
	Unpaid  = campaign.OwedUnpaid
	Part    = campaign.OwedPart
	Pending = campaign.OwedPending
	Refused = campaign.OwedRefused
	Done    = campaign.OwedDone
	Free    = campaign.OwedFree
)

// Row is what one graduate owes, has paid, and has still to pay.
type Row struct {
	Graduate *data.Graduate
	campaign.Owed
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
			if row := (Row{g, v.Campaign().Owed(g)}); row.Is(state) {
				rows = append(rows, row)
			}
		}
		return rows, nil
	})
}

// Total is what all of the rows owe together, confirmed where each of them is.
func Total(rows []Row) Row {
	total := Row{Owed: campaign.Owed{Confirmed: true}}
	for _, row := range rows {
		total.Owed = total.And(row.Owed)
	}
	return total
}
