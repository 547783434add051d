package papers

import (
	"io"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

func hasSample(c *campaign.Campaign) bool { return c.Sample.Title != "" }

func writeSample(s *Source, w io.Writer, _ Job, _ []Graduate) error {
	return reports.SampleSheets(w, s.Sample(), s.Campaign.Language, s.own())
}

// Sample is the filled-in card of nobody, in this school and for its centre (UA-046).
func (s *Source) Sample() reports.Sample {
	c, of := s.Campaign, &s.Campaign.Sample
	nobody := &data.Graduate{}
	for field, value := range of.Values {
		nobody.Set(field, value)
	}
	sample := reports.Sample{Layout: c.Card.Layout, Card: s.Card(nobody), Title: of.Title}
	sample.Card.Statement.Applicant = of.Applicant
	sample.Card.Specimen = &reports.Specimen{Word: of.Word, Statement: of.Statement, Date: of.Date, Signature: of.Signature, Marks: map[string]int{}}
	for i, note := range of.Notes {
		prevents := strings.Join(titles(c.RefusalReasons, []string{note.Refusal}), "")
		sample.Card.Specimen.Marks[s.placeOnCard(note.At)] = i + 1
		sample.Notes = append(sample.Notes, reports.SampleNote{Number: i + 1, Title: note.Title, Says: note.Says, Prevents: prevents})
	}
	return sample
}

// placeOnCard is what stands on the card at a place of the campaign's sample: the title of a field
// or a step, or the place itself.
func (s *Source) placeOnCard(at string) string {
	switch {
	case at == data.FieldSubjects:
		return s.Campaign.Card.SubjectsTitle
	case slices.Contains(campaign.SamplePlaces(), at):
		return at
	}
	if f := s.Campaign.Field(at); f != nil {
		return f.Title
	}
	for i := range s.Campaign.Steps {
		if s.Campaign.Steps[i].Code == at {
			return s.Campaign.Steps[i].Title
		}
	}
	return at
}
