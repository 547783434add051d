package papers

import (
	"io"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

func hasHint(c *campaign.Campaign) bool { return c.Hint.Title != "" }

func writeHints(s *Source, w io.Writer, _ Job, on []Graduate) error {
	sheets, err := each(on, s.Hint)
	if err != nil {
		return err
	}
	s.tellUnsure(sheets)
	return reports.HintSheets(w, sheets, s.Campaign.Language, s.own())
}

// tellUnsure notes whose surname in the genitive somebody has to look at before it is copied.
func (s *Source) tellUnsure(sheets []reports.Hint) {
	var names []string
	for _, h := range sheets {
		if h.Unsure || h.Applicant == "" {
			names = append(names, h.Name)
		}
	}
	if len(names) > 0 && s.told != nil {
		s.told.Notes = append(s.told.Notes, data.Phrase{ID: "print.genitive_unsure", Args: data.Args{"names": strings.Join(names, ", ")}})
	}
}

// Hint composes how somebody makes out the own card (UA-045, UA-047).
func (s *Source) Hint(g Graduate) (reports.Hint, error) {
	c, p := s.Campaign, s.person(g.Graduate)
	sheet := reports.Hint{Campaign: c.Title, School: s.School.Name, Title: c.Hint.Title, Class: s.place(g.Graduate), Name: s.titleName(g.Graduate),
		Made: s.Today.Dotted(), Caption: c.Card.AddresseeCaption, Statement: s.statementOf(g.Graduate), Contacts: s.hintContacts()}
	line, certain := s.Applicant(g.Graduate)
	sheet.Applicant, sheet.Unsure = line, line != "" && !certain
	if centre := c.Centre(p.Centre); centre != nil {
		sheet.Centre = centre.Title
	}
	for _, step := range c.Hint.Steps {
		if step.When == "" || s.Holds(step.When, p) {
			sheet.Steps = append(sheet.Steps, step.Says)
		}
	}
	kit, err := c.Kit(p)
	for _, k := range kit {
		sheet.Kit = append(sheet.Kit, reports.KitPaper{Title: k.Title, Form: kitForm(k), Note: k.Note})
	}
	return sheet, err
}

// statementOf is the model of the statement as somebody writes it.
func (s *Source) statementOf(g *data.Graduate) string {
	h := &s.Campaign.Hint
	switch {
	case g.Sex == data.Male && h.Masculine != "":
		return h.Masculine
	case g.Sex == data.Female && h.Feminine != "":
		return h.Feminine
	}
	return s.Campaign.Card.StatementModel
}

// hintContacts are the school and the registration point, as far as the school has said (UA-052).
func (s *Source) hintContacts() (all []reports.HintContact) {
	school := reports.HintContact{Title: data.Term("report_form.hint_school"), Lines: lineOf(s.School.Name)}
	for _, words := range []string{s.School.Address, shownLogin(s.School.Phone), s.School.Email} {
		school.Lines = append(school.Lines, lineOf(words)...)
	}
	all = append(all, school)
	if point := s.School.RegistrationPoint; point != "" {
		all = append(all, reports.HintContact{Title: data.Term("report_form.hint_point"), Lines: lineOf(point)})
	}
	return all
}
