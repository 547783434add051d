package data

import "slices"

// Payment is one receipt that stands for a registration. It is never edited: a wrong one
// is cancelled and stays (KG-066).
type Payment struct {
	ID string `json:"id"`
	// Type is a code of the campaign's payment types (KG-063).
	Type string `json:"type"`
	// Amount is in whole units of the campaign's currency.
	Amount int    `json:"amount"`
	Number string `json:"number"`
	// File is the id of the attached picture of the receipt; "" for none.
	File string `json:"file,omitempty"`
	// Added is when and by whom it was entered.
	Added     Fact  `json:"added"`
	Cancelled *Fact `json:"cancelled,omitempty"`
	// Verdict is what the centre says of it: its kind is a code of the campaign's
	// external statuses. Nil until the centre has answered (KG-065).
	Verdict *Fact `json:"verdict,omitempty"`
}

func (p Payment) clone() Payment {
	p.Cancelled, p.Verdict = p.Cancelled.clone(), p.Verdict.clone()
	return p
}

// Payment is the receipt with an id, nil when there is none.
func (r *Registration) Payment(id string) *Payment {
	i := slices.IndexFunc(r.Payments, func(p Payment) bool { return p.ID == id })
	if i < 0 {
		return nil
	}
	return &r.Payments[i]
}
