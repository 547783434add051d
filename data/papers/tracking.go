package papers

import (
	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

func hasTracking(c *campaign.Campaign) bool { return c.Link(c.Tracking.Link) != nil }

// Tracking composes what somebody follows the own papers by (UA-150, UA-157). Where the number of the
// item is not known there is a line for the pen.
func (s *Source) Tracking(g Graduate) reports.Tracking {
	c := s.Campaign
	slip := reports.Tracking{Campaign: c.ShortTitle, School: s.School.Name, Class: s.place(g.Graduate), Name: s.titleName(g.Graduate),
		Number: g.Current().CardNumber, Days: c.AnswerWorkingDays}
	if link := c.Link(c.Tracking.Link); link != nil {
		slip.Service, slip.Address = link.Title, link.URL
	}
	carrier, posted := s.posted(g.Current())
	slip.Posted = posted
	for i := range c.PostalOperators {
		if o := &c.PostalOperators[i]; o.Tracked() && (carrier == "" || o.Code == carrier) {
			slip.Carriers = append(slip.Carriers, reports.Carrier{Title: o.Title, Page: o.Page()})
		}
	}
	return slip
}

// posted is who carries the papers of a registration and under which number, those of a letter of
// their own or of the package; "" for what is not known yet.
func (s *Source) posted(r *data.Registration) (carrier, number string) {
	if sent := r.Fact(data.FactSent, ""); sent != nil {
		return sent.Seen, sent.Note
	}
	if p := s.Sent.packageWith(r.ListID()); p != nil {
		return p.Operator, p.Tracking
	}
	return "", ""
}
