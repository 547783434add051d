package papers

import (
	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

func hasTracking(c *campaign.Campaign) bool { return c.Link(c.Tracking.Link) != nil }

// Tracking composes what somebody follows the own papers by (UA-150, UA-157). The number of the item
// is that of a letter of their own; of those that went with others there is a line for the pen.
func (s *Source) Tracking(g Graduate) reports.Tracking {
	c := s.Campaign
	slip := reports.Tracking{Campaign: c.ShortTitle, School: s.School.Name, Class: s.place(g.Graduate), Name: s.titleName(g.Graduate),
		Number: g.Current().CardNumber, Days: c.AnswerWorkingDays}
	if link := c.Link(c.Tracking.Link); link != nil {
		slip.Service, slip.Address = link.Title, link.URL
	}
	carrier := ""
	if sent := g.Current().Fact(data.FactSent, ""); sent != nil {
		slip.Posted, carrier = sent.Note, sent.Seen
	}
	for i := range c.PostalOperators {
		if o := &c.PostalOperators[i]; o.Tracked() && (slip.Posted == "" || o.Code == carrier) {
			slip.Carriers = append(slip.Carriers, reports.Carrier{Title: o.Title, Page: o.Page()})
		}
	}
	return slip
}
