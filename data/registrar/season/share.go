package season

import (
	"slices"

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

// Shares are the codes of the five, in the order in which a bar shows them: overview.share_CODE in
// data/text.
func Shares() []string { return shares[:] }

var shares = [5]string{"sent", "ready", "numberless", "hindered", "untouched"}

// Of is how many of a share there are, by its code.
func (s Share) Of(code string) int {
	return map[string]int{"sent": s.Sent, "ready": s.Ready, "numberless": s.Numberless, "hindered": s.Hindered, "untouched": s.Untouched}[code]
}

// share counts how far everybody and each class is.
func (o *overview) share() visit {
	at, last := map[string]int{}, -1
	people := [5][]string{}
	for i := range people {
		people[i] = make([]string, 0, len(o.people)/len(people))
	}
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
		code := p.share()
		n := slices.Index(shares[:], code)
		people[n] = append(people[n], p.Graduate.ID)
		o.Classes[last].All++
		o.Classes[last].add(code)
		o.Share.add(code)
	}, func() {
		o.People = map[string][]string{}
		for n, code := range shares {
			o.People[code] = people[n]
		}
	}}
}

func (s *Share) add(code string) {
	switch code {
	case "sent":
		s.Sent++
	case "ready":
		s.Ready++
	case "numberless":
		s.Numberless++
	case "hindered":
		s.Hindered++
	case "untouched":
		s.Untouched++
	}
}

// share is the code of the one of the five that a graduate counts to.
func (p *standing) share() string {
	switch {
	case p.Status == data.StatusRefused:
		return "hindered"
	case p.left, p.Site == data.SiteEntered:
		return "sent"
	case p.numberless:
		return "numberless"
	case !p.unready:
		return "ready"
	case p.Untouched():
		return "untouched"
	}
	return "hindered"
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
