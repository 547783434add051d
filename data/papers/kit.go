package papers

import (
	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

func hasKits(c *campaign.Campaign) bool { return len(c.KitDocuments) > 0 }

// KitSheet composes the control sheet of somebody's kit (F-08): the papers that it needs, what
// is looked at on each, and what the check finds.
func (s *Source) KitSheet(g Graduate) (reports.KitSheet, error) {
	c := s.Campaign
	sheet := reports.KitSheet{Campaign: c.Title, School: s.School.Name, Class: s.place(g.Graduate), Name: s.titleName(g.Graduate),
		Number: s.shownNumber(g.Graduate), Made: s.Today.Dotted(), Lacks: s.lacks(g.Findings), Assembly: c.Kits.Assembly}
	p := s.person(g.Graduate)
	kit, err := c.Kit(p)
	if err != nil {
		return sheet, err
	}
	for _, k := range kit {
		of := reports.KitPaper{Title: k.Title, Form: kitForm(k), Checks: c.ChecksOf(k)}
		if len(k.Checks) == 0 { // which say more than the note
			of.Note = k.Note
		}
		sheet.Papers = append(sheet.Papers, of)
	}
	route, err := c.RouteFor(p)
	if route != nil {
		sheet.Route = route.Title
	}
	return sheet, err
}

// kitForm is what a paper of a kit has to be, for data/text to word.
func kitForm(k *campaign.KitDocument) data.Term { return data.Term("help_screen.form_" + k.Form) }

// shownNumber is the number of the card, or the draft number with the word that says so; ""
// where the campaign numbers no cards.
func (s *Source) shownNumber(g *data.Graduate) string {
	switch number := g.Current().CardNumber; {
	case !s.Campaign.CardNumber.Used:
		return ""
	case number != "":
		return number
	}
	return s.Campaign.CardNumber.DraftWord + " " + s.Campaign.DraftNumber(g)
}

// Intake composes the receipt for the papers that somebody brings (UA-158): those of the kit
// that the school does not make out itself.
func (s *Source) Intake(g Graduate) (reports.Intake, error) {
	receipt := reports.Intake{Campaign: s.Campaign.Title, School: s.School.Name, Class: s.place(g.Graduate), Name: s.titleName(g.Graduate),
		Number: s.shownNumber(g.Graduate)}
	p := s.person(g.Graduate)
	kit, err := s.Campaign.Kit(p)
	for _, k := range kit {
		if s.Campaign.HandedIn(k, p) {
			receipt.Papers = append(receipt.Papers, reports.KitPaper{Title: k.Title, Form: kitForm(k)})
		}
	}
	return receipt, err
}
