package campaign

import (
	"slices"

	"graduand/data"
)

// AmountDue is what a graduate owes for the current registration, in whole units of
// [Fee.Currency]: the main fee once, and for every chosen subject its own fee or
// the general one. A privilege of [Fee.FreeWith] frees from all of it (KG-057).
func (c *Campaign) AmountDue(g *data.Graduate) int {
	r := g.Current()
	for _, code := range r.Privileges {
		if slices.Contains(c.Fee.FreeWith, code) {
			return 0
		}
	}
	due := c.Fee.Main
	for _, choice := range r.Subjects {
		s := c.Subject(choice.Subject)
		switch {
		case s == nil || s.Included:
		case s.Fee != nil:
			due += *s.Fee
		default:
			due += c.Fee.PerSubject
		}
	}
	return due
}
