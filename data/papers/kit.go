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
		Number: s.shownNumber(g.Graduate), Made: s.Today.Dotted(), Lacks: s.lacks(g.Findings), Assembly: c.Kits.Assembly, Taken: takenOf(g.Graduate)}
	p := s.person(g.Graduate)
	kit, err := c.KitOf(g.Graduate, p)
	if err != nil {
		return sheet, err
	}
	for _, k := range kit {
		of := reports.KitPaper{Title: k.Title, Form: kitForm(k.KitDocument), Present: k.InKit()}
		for _, q := range k.Questions {
			if of.Checks = append(of.Checks, q.Says); q.Yes() {
				of.Passed = append(of.Passed, q.Says)
			}
		}
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

// takenOf is who received somebody's kit, and when.
func takenOf(g *data.Graduate) reports.Taken {
	if f := g.Current().Fact(data.FactKitReceived, ""); f != nil {
		return reports.Taken{Day: f.On.Dotted(), By: f.By}
	}
	return reports.Taken{}
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
// that the school does not make out itself, and once it is received those that lie in it, with who
// took them.
func (s *Source) Intake(g Graduate) (reports.Intake, error) {
	receipt := reports.Intake{Campaign: s.Campaign.Title, School: s.School.Name, Class: s.place(g.Graduate), Name: s.titleName(g.Graduate),
		Number: s.shownNumber(g.Graduate), Taken: takenOf(g.Graduate)}
	kit, err := s.Campaign.KitOf(g.Graduate, s.person(g.Graduate))
	for _, k := range kit {
		if k.HandedIn && (receipt.Taken.Day == "" || k.InKit()) {
			receipt.Papers = append(receipt.Papers, reports.KitPaper{Title: k.Title, Form: kitForm(k.KitDocument), Present: k.InKit()})
		}
	}
	return receipt, err
}
