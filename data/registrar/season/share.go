package season

import (
	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Share is how far some graduates are: each of them is one of the five.
type Share struct {
	// Sent are those whose papers have left, or whose data stands at the centre's site: what the school
	// has to do is done. Ready have all for that; Numberless lack the centre's card number and nothing
	// else; Hindered have something that must be mended, or were refused; Untouched are those of whose
	// form nothing was filled in yet.
	Sent, Ready, Numberless, Hindered, Untouched int
}

// Through are those of whom the school has all that it needs: sent or ready to be.
func (s Share) Through() int { return s.Sent + s.Ready }

// ClassShare is how far a class is.
type ClassShare struct {
	Class string
	All   int
	Share
}

// share counts how far everybody and each class is.
func (o *overview) share() visit {
	at, last := map[string]int{}, -1
	return visit{func(p *standing) {
		class := classOf(p.Row)
		if last < 0 || o.Classes[last].Class != class {
			n, known := at[class]
			if !known {
				n = len(o.Classes)
				at[class], o.Classes = n, append(o.Classes, ClassShare{Class: class})
			}
			last = n
		}
		o.Classes[last].All++
		*p.shareOf(&o.Share)++
		*p.shareOf(&o.Classes[last].Share)++
	}, func() {}}
}

// shareOf is the one of the five that a graduate counts to.
func (p *standing) shareOf(s *Share) *int {
	switch {
	case p.Status == data.StatusRefused:
		return &s.Hindered
	case p.left, p.Site == data.SiteEntered:
		return &s.Sent
	case p.numberless:
		return &s.Numberless
	case !p.unready:
		return &s.Ready
	case p.Untouched():
		return &s.Untouched
	}
	return &s.Hindered
}

// unready says that a graduate is not ready: something is wrong or lacking, or the centre's
// card number where the campaign has one; or the photos and scans that go to its site are not all
// there, or ask what nobody has answered. A kit that was received stands for the form.
func unready(c *campaign.Campaign, row *registry.Row) bool {
	return !row.Status.Reached(data.StatusDispatched) && (row.Form == data.StatusDraft || numberlessOnly(c, row) || c.RecordedOnSite() && row.ImagesHold)
}

// numberlessOnly says that a graduate lacks the centre's card number and nothing else.
func numberlessOnly(c *campaign.Campaign, row *registry.Row) bool {
	return row.Form == data.StatusComplete && c.CardNumber.Used && !row.Status.Reached(data.StatusDispatched)
}
