package papers

import (
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// cards composes the printed cards of the chosen graduates from the steps of the
// campaign's form, so that a campaign that nobody here wrote prints its card too.
func (s *Source) cards(chosen []Graduate) ([]reports.Card, error) {
	return each(chosen, func(g Graduate) (card reports.Card, err error) {
		card = s.Card(g.Graduate)
		if s.printsPortrait(g.Graduate) {
			card.Photo = s.photoBox()
			card.Photo.Picture, err = s.portraitOf(g)
		}
		return card, err
	})
}

// printsPortrait says that the photo of somebody is printed on the card: it is there, and the
// campaign has none that are glued, since it takes them as files.
func (s *Source) printsPortrait(g *data.Graduate) bool {
	return !s.Campaign.GluesPhotos() && s.hasFace(g)
}

// photoBox is the place for a photo on the card.
func (s *Source) photoBox() reports.PhotoBox {
	p := s.Campaign.Photo
	return reports.PhotoBox{Width: p.WidthMM, Height: p.HeightMM, Caption: s.Campaign.Card.PhotoCaption}
}

// Card is the printed card of one graduate, with the draft number where there is no other.
func (s *Source) Card(g *data.Graduate) reports.Card {
	c := s.Campaign
	number, official := g.Current().CardNumber, true
	if number == "" {
		number, official = s.Campaign.DraftNumber(g), false
	}
	card := reports.Card{
		Campaign: c.Title, Title: c.Card.Title, Subtitle: c.Card.Subtitle, LegalBasis: c.LegalBasis,
		Number: number, Official: official,
		SubjectsTitle: c.Card.SubjectsTitle, LevelCaption: c.Card.LevelCaption, AttestationCaption: c.Card.AttestationCaption,
		Subjects: s.cardSubjects(g),
		Photo:    s.photoBox(),
	}
	if c.CardNumber.Used {
		card.DraftWord = c.CardNumber.DraftWord
	}
	p := s.person(g)
	card.Statement = s.statement(p.Centre)
	if route := c.Route(p.Route); route != nil && route.Photos == campaign.PhotosAsFile {
		card.Photo = reports.PhotoBox{}
	}
	if f := c.Field(data.FieldAttestation); f != nil && !s.Shows(f, p) {
		for i := range card.Subjects {
			card.Subjects[i].Attestation = false
		}
	}
	for i := range c.Steps {
		s.cardStep(&card, &c.Steps[i], g, p)
	}
	if !slices.ContainsFunc(c.AllFields(), onCardInstitution) {
		card.School = s.School.Name
	}
	if c.Has(payments) {
		card.Enclosures.Payment = s.due(c.AmountDue(g), c.DueConfirmed(g))
	}
	return card
}

// onCardInstitution says that a row of the card names the school.
func onCardInstitution(f *campaign.Field) bool {
	return f.Kind == campaign.KindInstitution && (f.OnCard == nil || *f.OnCard)
}

// cardStep adds the fields of one step: files and privileges among the
// enclosures, subjects in their own table, the rest as a group. An empty field is
// a line for the pen where it is required; else it is left out.
func (s *Source) cardStep(card *reports.Card, step *campaign.Step, g *data.Graduate, p *campaign.Person) {
	group := reports.Group{Title: step.Title}
	for i := range step.Fields {
		f := &step.Fields[i]
		if f.OnCard != nil && !*f.OnCard || !s.Shows(f, p) {
			continue
		}
		switch {
		case f.Code == data.FieldSubjects, f.Code == data.FieldAttestation, f.Code == data.FieldCardNumber:
		case f.Kind == campaign.KindFile, f.Kind == campaign.KindFiles:
			card.Enclosures.Files = append(card.Enclosures.Files, reports.Mark{Title: f.Title, Done: g.Get(f.Code) != ""})
		case f.Kind == "privileges":
			card.Enclosures.Privileges = titles(s.Campaign.Privileges, g.Current().Privileges)
		default:
			if value := s.printed(f, g); value != "" || s.Holds(f.Required, p) {
				group.Rows = append(group.Rows, reports.Row{Label: f.Title, Value: value})
			}
		}
	}
	if len(group.Rows) > 0 {
		card.Groups = append(card.Groups, group)
	}
}

func titles(items []campaign.Item, codes []string) []string {
	var found []string
	for _, code := range codes {
		for _, item := range items {
			if item.Code == code {
				found = append(found, item.Title)
			}
		}
	}
	return found
}

func (s *Source) cardSubjects(g *data.Graduate) []reports.Subject {
	var subjects []reports.Subject
	for i := range s.Campaign.Subjects {
		if x := &s.Campaign.Subjects[i]; x.Included {
			subjects = append(subjects, reports.Subject{Name: x.Title})
		}
	}
	for _, choice := range g.Current().Subjects {
		x := s.Campaign.Subject(choice.Subject)
		if x == nil || x.Included {
			continue
		}
		row := reports.Subject{Name: x.Title, Attestation: choice.Attestation, Level: s.levelTitle(choice)}
		if s.Campaign.Card.LevelCaption == "" && row.Level != "" {
			row.Name += " (" + row.Level + ")"
		}
		subjects = append(subjects, row)
	}
	return subjects
}

func (s *Source) levelTitle(choice data.SubjectChoice) string {
	if l := s.Campaign.Level(choice.Subject, choice.Level); l != nil {
		return l.Title
	}
	return ""
}

// statement is addressed to the graduate's own centre where the form names one (UA-043).
func (s *Source) statement(code string) reports.Statement {
	c := s.Campaign
	statement := reports.Statement{Title: c.Card.StatementTitle, Caption: c.Card.AddresseeCaption,
		Lines: c.Card.StatementLines, Hint: c.Card.StatementHint}
	if centre := c.Centre(code); centre != nil {
		statement.Centre, statement.Addressee = centre.Title, centre.Addressee
	}
	return statement
}
