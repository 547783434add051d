package registry

import "graduand/data"

// JudgeReceipt notes by hand what the centre says of a receipt, on a day, today where it is "": one of
// the campaign's external statuses (KG-065). One that was cancelled is refused. It alters g.
func (v *View) JudgeReceipt(g *data.Graduate, payment, status string, on data.Date, note string) error {
	if on == "" {
		on = v.Today()
	}
	switch p := g.Current().Payment(payment); {
	case p != nil && p.Cancelled != nil:
		return data.Fail("payment.cancelled_already", data.Args{"number": p.Number})
	case on > v.Today():
		return data.Fail("fact.future_day", data.Args{"value": on.Dotted()})
	}
	return v.Verdict(g, payment, status, v.Signed(data.FactKind(status), note), on)
}

// Verdict notes what the centre has decided of a receipt, signed, on a day. It alters g.
func (v *View) Verdict(g *data.Graduate, payment, status string, signed data.Fact, on data.Date) (err error) {
	p := g.Current().Payment(payment)
	switch {
	case p == nil:
		return data.Fail("payment.unknown", data.Args{"value": payment})
	case v.Campaign().ExternalStatus(status) == nil:
		return data.Fail("payment.unknown_status", data.Args{"value": status})
	}
	if signed.Note, err = data.CleanText(data.FieldTitle("note"), signed.Note); err != nil {
		return err
	}
	next := *p
	signed.On, next.Verdict = on, &signed
	if status == v.Campaign().Fee.Pending {
		next.Verdict = nil
	}
	g.SetPayment(next)
	return nil
}
