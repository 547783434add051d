package campaign

import (
	"slices"

	"graduand/data"
)

// Words is the currency as it is printed.
func (f *Fee) Words() string {
	if f.CurrencyTitle != "" {
		return f.CurrencyTitle
	}
	return f.Currency
}

// AmountPaid is the sum of the receipts of the current registration that count: neither
// cancelled nor refused by the centre.
func (c *Campaign) AmountPaid(g *data.Graduate) int {
	paid := 0
	for _, p := range g.Current().Payments {
		if p.Cancelled == nil && !c.Refused(p.Verdict) {
			paid += p.Amount
		}
	}
	return paid
}

// Refused says that the centre does not accept a receipt; nil is no verdict.
func (c *Campaign) Refused(verdict *data.Fact) bool {
	return verdict != nil && slices.Contains(c.Fee.Refused, string(verdict.Kind))
}

// DuePart is one line of what is owed.
type DuePart struct {
	// Title is empty for the main fee.
	Title  string
	Amount int
	// Confirmed is false where the file marks the amount as unconfirmed.
	Confirmed bool
}

// FeeDoubt is a sentence that follows a sum which no source confirms.
const FeeDoubt = data.Term("payment.doubt")

// Doubt is [FeeDoubt] for a sum that is not confirmed, else no words.
func Doubt(confirmed bool) any {
	if confirmed {
		return ""
	}
	return FeeDoubt
}

// DueConfirmed says that everything that the amount due is made of is confirmed: the fees,
// and for who is freed from them that a privilege frees (KG-057). What rests on it, such as
// what is left to be paid, is as sure as it is.
func (c *Campaign) DueConfirmed(g *data.Graduate) bool {
	if c.freed(g) {
		return c.Confirmed("fee.free_with")
	}
	return !slices.ContainsFunc(c.DueParts(g), func(part DuePart) bool { return !part.Confirmed })
}

// AmountDue is what a graduate owes for the current registration, in whole units of
// [Fee.Currency]: the main fee once, and for every chosen subject its own fee or
// the general one. A privilege of [Fee.FreeWith] frees from all of it (KG-057).
func (c *Campaign) AmountDue(g *data.Graduate) int {
	due := 0
	for _, part := range c.DueParts(g) {
		due += part.Amount
	}
	return due
}

// DueParts are the parts of the amount due; none for who is freed from it. A privilege
// counts while its switch is on (KG-053).
func (c *Campaign) DueParts(g *data.Graduate) []DuePart {
	if c.freed(g) {
		return nil
	}
	var parts []DuePart
	if c.Fee.Main > 0 {
		parts = append(parts, DuePart{Amount: c.Fee.Main, Confirmed: c.Confirmed("fee.main")})
	}
	for _, choice := range g.Current().Subjects {
		s := c.Subject(choice.Subject)
		switch {
		case s == nil || s.Included:
		case s.Fee != nil:
			parts = append(parts, DuePart{s.Title, *s.Fee, c.Confirmed("subject.fee")})
		case c.Fee.PerSubject > 0:
			parts = append(parts, DuePart{s.Title, c.Fee.PerSubject, c.Confirmed("fee.per_subject")})
		}
	}
	return parts
}

// freed says that a privilege frees from all that is to be paid.
func (c *Campaign) freed(g *data.Graduate) bool {
	return c.privileged(g) && slices.ContainsFunc(g.Current().Privileges, func(code string) bool { return slices.Contains(c.Fee.FreeWith, code) })
}

// privileged tells whether privileges count: their field is shown.
func (c *Campaign) privileged(g *data.Graduate) bool {
	f := c.Field(data.FieldPrivileges)
	if f == nil {
		return true
	}
	shown, err := c.Shows(f, c.Person(g, nil, ""))
	return err == nil && shown
}
