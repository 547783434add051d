package campaign

import "graduand/data"

// Owed is what one graduate owes, has paid, and has still to pay, in whole units of
// [Fee.Currency] (KG-057, KG-064).
type Owed struct {
	Due, Paid, Left int
	// Over is what was paid beyond what is due.
	Over int
	// Confirmed says that Due is, and with it Left: see [Campaign.DueConfirmed].
	Confirmed bool
	// Pending and Refused say that there is a receipt on which the centre has not decided,
	// and one that it has refused.
	Pending, Refused bool
}

// OwedState says how far a graduate is with what is owed.
type OwedState string

// The states of [Owed]. Unpaid, pending, refused and done also choose graduates: see
// [Owed.Is].
const (
	OwedUnpaid  OwedState = "unpaid"
	OwedPart    OwedState = "part"
	OwedPending OwedState = "pending"
	OwedRefused OwedState = "refused"
	OwedDone    OwedState = "done"
	// OwedFree is of who owes nothing.
	OwedFree OwedState = "free"
)

// Owed is how a graduate stands with the fee of the current registration: the list of
// payments and its paper say the same.
func (c *Campaign) Owed(g *data.Graduate) Owed {
	o := Owed{Due: c.AmountDue(g), Paid: c.AmountPaid(g), Confirmed: c.DueConfirmed(g)}
	o.Left, o.Over = max(o.Due-o.Paid, 0), max(o.Paid-o.Due, 0)
	for _, p := range g.Current().Payments {
		o.Pending = o.Pending || p.Cancelled == nil && p.Verdict == nil
		o.Refused = o.Refused || p.Cancelled == nil && c.Refused(p.Verdict)
	}
	return o
}

// Overpaid warns that more was paid than is due, whether or not the form is finished: the sum may be a
// slip. It is empty where it was not.
func (c *Campaign) Overpaid(g *data.Graduate) []data.Finding {
	if !c.Has("payments") || c.Owed(g).Over == 0 {
		return nil
	}
	return []data.Finding{{Graduate: g.ID, Rule: "payment_over", Severity: data.SeverityWarning, Args: c.owedArgs(g)}}
}

// owedArgs fill the sentences about what somebody owes.
func (c *Campaign) owedArgs(g *data.Graduate) data.Args {
	o := c.Owed(g)
	return data.Args{"due": o.Due, "paid": o.Paid, "left": o.Left, "over": o.Over, "currency": c.Fee.Words(), "doubt": Doubt(o.Confirmed)}
}

// State is the one state that says what there is to do: a refused receipt comes before the
// money that is missing, that before an answer that is awaited.
func (o Owed) State() OwedState {
	switch {
	case o.Refused && o.Left > 0:
		return OwedRefused
	case o.Left > 0 && o.Paid > 0:
		return OwedPart
	case o.Left > 0:
		return OwedUnpaid
	case o.Pending:
		return OwedPending
	case o.Due == 0:
		return OwedFree
	}
	return OwedDone
}

// Is says that somebody is among those who are to be found by a state, "" for all: who has
// still to pay is unpaid, whoever has paid a part.
func (o Owed) Is(state OwedState) bool {
	switch state {
	case OwedUnpaid:
		return o.Left > 0
	case OwedPending:
		return o.Pending
	case OwedRefused:
		return o.Refused
	case OwedDone:
		return o.Left == 0 && !o.Pending
	}
	return state == "" || state == o.State()
}

// And is what several owe together: as sure as the least sure of it.
func (o Owed) And(other Owed) Owed {
	return Owed{Due: o.Due + other.Due, Paid: o.Paid + other.Paid, Left: o.Left + other.Left, Over: o.Over + other.Over, Confirmed: o.Confirmed && other.Confirmed,
		Pending: o.Pending || other.Pending, Refused: o.Refused || other.Refused}
}
