package papers

import (
	"graduand/data/campaign"
	"graduand/reports"
)

func hasTracking(c *campaign.Campaign) bool { return c.Link(c.Tracking.Link) != nil }

// Tracking composes what somebody follows the own papers by (UA-150, UA-157).
func (s *Source) Tracking(g Graduate) reports.Tracking {
	c := s.Campaign
	slip := reports.Tracking{Campaign: c.ShortTitle, School: s.School.Name, Class: s.place(g.Graduate), Name: s.titleName(g.Graduate),
		Number: g.Current().CardNumber, Days: c.AnswerWorkingDays}
	if link := c.Link(c.Tracking.Link); link != nil {
		slip.Service, slip.Address = link.Title, link.URL
	}
	for i := range c.PostalOperators {
		if o := &c.PostalOperators[i]; o.Tracked() {
			slip.Carriers = append(slip.Carriers, reports.Carrier{Title: o.Title, Page: o.Page()})
		}
	}
	return slip
}
