package registrar

import (
	"fmt"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/roster"
	"graduand/reports"
)

// cards composes the printed cards of the chosen graduates from the steps of the
// campaign's form, so that a campaign that nobody here wrote prints its card too.
func (r *Registrar) cards(chosen []*entry) []reports.Card {
	cards := make([]reports.Card, len(chosen))
	for i, e := range chosen {
		cards[i] = r.card(e.graduate)
	}
	return cards
}

func (r *Registrar) card(g *data.Graduate) reports.Card {
	c := r.Campaign()
	number, official := g.Current().CardNumber, true
	if number == "" {
		number, official = r.draftNumber(g), false
	}
	card := reports.Card{
		Campaign: c.Title, Title: c.Card.Title, Subtitle: c.Card.Subtitle, LegalBasis: c.LegalBasis,
		Number: number, Official: official,
		SubjectsTitle: c.Card.SubjectsTitle, LevelCaption: c.Card.LevelCaption, AttestationCaption: c.Card.AttestationCaption,
		Subjects: r.cardSubjects(g),
		Photo:    reports.PhotoBox{Width: c.Photo.WidthMM, Height: c.Photo.HeightMM, Caption: c.Card.PhotoCaption},
	}
	if c.CardNumber.Used {
		card.DraftWord = c.CardNumber.DraftWord
	}
	p := c.Person(g, &r.school, r.Today())
	card.Statement = r.statement(p.Centre)
	if route := c.Route(p.Route); route != nil && route.Photos == "file" {
		card.Photo = reports.PhotoBox{}
	}
	if f := c.Field(data.FieldAttestation); f != nil && !r.shown(f, p) {
		for i := range card.Subjects {
			card.Subjects[i].Attestation = false
		}
	}
	for i := range c.Steps {
		r.cardStep(&card, &c.Steps[i], g, p)
	}
	if !slices.ContainsFunc(c.AllFields(), onCardInstitution) {
		card.School = r.school.Name
	}
	if c.Has("payments") {
		card.Enclosures.Payment = fmt.Sprintf("%d %s", c.AmountDue(g), c.Fee.Words())
	}
	return card
}

// onCardInstitution says that a row of the card names the school.
func onCardInstitution(f *campaign.Field) bool {
	return f.Kind == "institution" && (f.OnCard == nil || *f.OnCard)
}

// cardStep adds the fields of one step: files and privileges among the
// enclosures, subjects in their own table, the rest as a group. An empty field is
// a line for the pen where it is required; else it is left out.
func (r *Registrar) cardStep(card *reports.Card, step *campaign.Step, g *data.Graduate, p *campaign.Person) {
	group := reports.Group{Title: step.Title}
	for i := range step.Fields {
		f := &step.Fields[i]
		if f.OnCard != nil && !*f.OnCard || !r.shown(f, p) {
			continue
		}
		switch {
		case f.Code == data.FieldSubjects, f.Code == data.FieldAttestation, f.Code == data.FieldCardNumber:
		case f.Kind == campaign.KindFile, f.Kind == campaign.KindFiles:
			card.Enclosures.Files = append(card.Enclosures.Files, reports.Mark{Title: f.Title, Done: g.Get(f.Code) != ""})
		case f.Kind == "privileges":
			card.Enclosures.Privileges = titles(r.Campaign().Privileges, g.Current().Privileges)
		default:
			if value := r.printed(f, g); value != "" || r.holds(f.Required, p) {
				group.Rows = append(group.Rows, reports.Row{Label: f.Title, Value: value})
			}
		}
	}
	if len(group.Rows) > 0 {
		card.Groups = append(card.Groups, group)
	}
}

func (r *Registrar) shown(f *campaign.Field, p *campaign.Person) bool {
	return f.Shown == "" || r.holds(f.Shown, p)
}

// holds is Holds where a doubt must hide nothing: the expression was compiled and
// tried when the campaign was loaded, and one that fails on a person counts as true.
func (r *Registrar) holds(expression string, p *campaign.Person) bool {
	yes, err := r.Campaign().Holds(expression, p)
	return yes || err != nil
}

// printed is the value of a field in the words of the campaign.
func (r *Registrar) printed(f *campaign.Field, g *data.Graduate) string {
	switch f.Kind {
	case "phone":
		return roster.FormatPhone(g.Get(f.Code))
	case "institution":
		return r.school.Name
	case "checkbox":
		return inWords(r.words(), r.Words(f.Code, g.Get(f.Code)))
	}
	return r.Campaign().ValueTitle(f.Code, g.Get(f.Code))
}

func titleOf[T any](item *T, title func(*T) string) string {
	if item == nil {
		return ""
	}
	return title(item)
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

func (r *Registrar) cardSubjects(g *data.Graduate) []reports.Subject {
	var subjects []reports.Subject
	for i := range r.Campaign().Subjects {
		if s := &r.Campaign().Subjects[i]; s.Included {
			subjects = append(subjects, reports.Subject{Name: s.Title})
		}
	}
	for _, choice := range g.Current().Subjects {
		s := r.Campaign().Subject(choice.Subject)
		if s == nil || s.Included {
			continue
		}
		row := reports.Subject{Name: s.Title, Attestation: choice.Attestation, Level: r.levelTitle(choice)}
		if r.Campaign().Card.LevelCaption == "" && row.Level != "" {
			row.Name += " (" + row.Level + ")"
		}
		subjects = append(subjects, row)
	}
	return subjects
}

func (r *Registrar) levelTitle(choice data.SubjectChoice) string {
	return titleOf(r.Campaign().Level(choice.Subject, choice.Level), func(l *campaign.Level) string { return l.Title })
}

// statement is addressed to the graduate's own centre where the form names one (UA-043).
func (r *Registrar) statement(code string) reports.Statement {
	c := r.Campaign()
	statement := reports.Statement{Title: c.Card.StatementTitle, Caption: c.Card.AddresseeCaption,
		Lines: c.Card.StatementLines, Hint: c.Card.StatementHint}
	if centre := c.Centre(code); centre != nil {
		statement.Centre, statement.Addressee = centre.Title, centre.Addressee
	}
	return statement
}
