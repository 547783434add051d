package registrar

import "graduand/data"

// PaymentState says how far a graduate is with what is owed.
type PaymentState string

// The states of a [PaymentRow]. Unpaid, pending, refused and done also choose rows: see
// [PaymentRow.Is].
const (
	PaymentUnpaid  PaymentState = "unpaid"
	PaymentPart    PaymentState = "part"
	PaymentPending PaymentState = "pending"
	PaymentRefused PaymentState = "refused"
	PaymentDone    PaymentState = "done"
	// PaymentFree is of who owes nothing.
	PaymentFree PaymentState = "free"
)

// PaymentRow is what one graduate owes, has paid, and has still to pay, in whole units of
// the campaign's currency (KG-057, KG-064).
type PaymentRow struct {
	Graduate        *data.Graduate
	Due, Paid, Left int
	// Pending and Refused say that there is a receipt on which the centre has not decided,
	// and one that it has refused.
	Pending, Refused bool
}

// Payments are the rows of the chosen graduates that belong to a state, "" for all, in the
// order of the list.
func (r *Registrar) Payments(f Filter, state PaymentState) ([]PaymentRow, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightLook); err != nil {
		return nil, err
	}
	chosen, err := r.choose(f)
	if err != nil {
		return nil, err
	}
	var rows []PaymentRow
	for _, e := range chosen {
		if row := r.paymentRow(e.graduate); row.Is(state) {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

func (r *Registrar) paymentRow(g *data.Graduate) PaymentRow {
	c := r.Campaign()
	row := PaymentRow{Graduate: g, Due: c.AmountDue(g), Paid: c.AmountPaid(g)}
	row.Left = max(row.Due-row.Paid, 0)
	for _, p := range g.Current().Payments {
		row.Pending = row.Pending || p.Cancelled == nil && p.Verdict == nil
		row.Refused = row.Refused || p.Cancelled == nil && c.Refused(p.Verdict)
	}
	return row
}

// State is the one state that says what there is to do: a refused receipt comes before the
// money that is missing, that before an answer that is awaited.
func (p PaymentRow) State() PaymentState {
	switch {
	case p.Refused && p.Left > 0:
		return PaymentRefused
	case p.Left > 0 && p.Paid > 0:
		return PaymentPart
	case p.Left > 0:
		return PaymentUnpaid
	case p.Pending:
		return PaymentPending
	case p.Due == 0:
		return PaymentFree
	}
	return PaymentDone
}

// Is says that a row is among those who are to be found by a state, "" for all: who has
// still to pay is unpaid, whoever has paid a part.
func (p PaymentRow) Is(state PaymentState) bool {
	switch state {
	case PaymentUnpaid:
		return p.Left > 0
	case PaymentPending:
		return p.Pending
	case PaymentRefused:
		return p.Refused
	case PaymentDone:
		return p.Left == 0 && !p.Pending
	}
	return state == "" || state == p.State()
}
