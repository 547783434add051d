package papers

import (
	"cmp"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
)

// Form is one graduate's registration in the campaign's steps (KG-040). A step that asks
// this graduate for nothing is left out.
type Form struct {
	Graduate *data.Graduate
	Steps    []FormStep
	// Rest are the findings that belong to no field.
	Rest []data.Finding
	// Finished is when the form was finished, nil while it is a draft (KG-058).
	Finished *data.Fact
	// Returned is the remark with which it was given back, nil where there is none to be read.
	Returned *data.Fact
	// Route is the way of submission in the campaign's words, "" where there is none.
	Route string
	// Due, Paid and Parts are in whole units of Currency; see [campaign.Campaign.AmountDue].
	Due, Paid int
	Parts     []campaign.DuePart
	Currency  string
	// Confirmed says that what is due is: see [campaign.Campaign.DueConfirmed].
	Confirmed bool
}

// FormStep is one step with its shown fields and what is wrong in it.
type FormStep struct {
	Code     string
	Title    string
	Fields   []FormField
	Findings []data.Finding
	// Errors counts the findings that must be mended; a step without any is complete.
	Errors int
	// Kit are the documents that this graduate's kit needs, in the step that shows them.
	Kit []*campaign.KitDocument
	// Days are those of the chosen subjects, the earliest first, in the step that shows them.
	Days []ExamDay
}

// ExamDay is when a subject is; Additional in the additional session, "" where that is not
// known.
type ExamDay struct {
	Subject        string
	On, Additional data.Date
}

// FormField is a field of the form as it is asked of this graduate now.
type FormField struct {
	*campaign.Field
	Value string
	// Required says that the form is not complete without it. A card of the centre's that
	// stands for it changes nothing in that: the stars of a form stay where they are.
	Required bool
	// Proposed is what stands for an empty genitive, "" for nothing.
	Proposed string
	// Usual says that the value is what every new graduate has: nobody need have seen it.
	Usual bool
	// Locked says that its time is over (KG-054); it is shown and cannot be changed.
	Locked bool
	// Attested says of the subjects that the form asks which of them count as final marks
	// of the school (UA-039).
	Attested bool
}

// Form is the form of one graduate as it stands.
func (s *Source) Form(g Graduate) (Form, error) {
	c := s.Campaign
	f := Form{Graduate: g.Graduate, Finished: g.Current().Fact(data.FactFinished, ""), Returned: g.Current().ReturnedWith(),
		Due: c.AmountDue(g.Graduate), Paid: c.AmountPaid(g.Graduate), Parts: c.DueParts(g.Graduate), Currency: c.Fee.Words(),
		Confirmed: c.DueConfirmed(g.Graduate)}
	p := s.person(g.Graduate)
	for i := range c.Steps {
		step, err := s.formStep(&c.Steps[i], g.Graduate, p)
		if err != nil {
			return Form{}, err
		}
		if len(step.Fields) > 0 || c.Steps[i].Kind != "" {
			f.Steps = append(f.Steps, step)
		}
	}
	f.place(g.Findings, c)
	route, err := c.RouteFor(p)
	if route != nil {
		f.Route = route.Title
	}
	return f, err
}

func (s *Source) formStep(of *campaign.Step, g *data.Graduate, p *campaign.Person) (FormStep, error) {
	step := FormStep{Code: of.Code, Title: of.Title}
	for i := range of.Fields {
		f := &of.Fields[i]
		shown, err := s.Campaign.Shows(f, p)
		if err != nil {
			return step, err
		}
		if !shown || s.hasNoSeries(f, g) {
			continue
		}
		field, err := s.formField(f, g, p)
		if err != nil {
			return step, err
		}
		step.Fields = append(step.Fields, field)
	}
	var err error
	switch of.Kind {
	case campaign.KindKit:
		step.Kit, err = s.Campaign.Kit(p)
	case campaign.KindDays:
		step.Days = s.examDays(g)
	}
	return step, err
}

// examDays are the days of the subjects that g has chosen (UA-029).
func (s *Source) examDays(g *data.Graduate) []ExamDay {
	var days []ExamDay
	for _, choice := range g.Current().Subjects {
		if x := s.Campaign.Subject(choice.Subject); x != nil && (x.On != "" || x.Additional != "") {
			days = append(days, ExamDay{x.Title, x.On, x.Additional})
		}
	}
	slices.SortStableFunc(days, func(a, b ExamDay) int {
		return strings.Compare(string(cmp.Or(a.On, a.Additional)), string(cmp.Or(b.On, b.Additional)))
	})
	return days
}

// hasNoSeries says of the field of a series that the document of g has none, as long as
// nothing stands in it.
func (s *Source) hasNoSeries(f *campaign.Field, g *data.Graduate) bool {
	if f.Code != data.FieldDocumentSeries || g.Document.Series != "" {
		return false
	}
	kind := s.Campaign.DocumentKind(g.Document.Kind)
	return kind != nil && kind.SeriesPattern == ""
}

func (s *Source) formField(f *campaign.Field, g *data.Graduate, p *campaign.Person) (FormField, error) {
	field := FormField{Field: f, Value: g.Get(f.Code)}
	field.Usual = field.Value != "" && field.Value == s.Campaign.Blank(g.ID).Get(f.Code)
	switch f.Kind {
	case campaign.KindInstitution:
		field.Value = s.School.Name
	case campaign.KindGenitive:
		field.Proposed = s.Campaign.Genitive(g).Proposed
	}
	required, err := s.Campaign.Holds(f.Required, p)
	if err != nil {
		return field, err
	}
	field.Required = required && (f.Severity == "" || data.Severity(f.Severity) == data.SeverityError)
	if field.Locked, err = s.Campaign.Holds(f.Locked, p); err != nil || f.Code != data.FieldSubjects {
		return field, err
	}
	field.Attested, err = s.attested(p)
	return field, err
}

// attested says whether the form asks p which subjects count as final marks.
func (s *Source) attested(p *campaign.Person) (bool, error) {
	f := s.Campaign.Field(data.FieldAttestation)
	if f == nil {
		return false, nil
	}
	return s.Campaign.Shows(f, p)
}

// place puts each finding into the step of its field.
func (f *Form) place(findings []data.Finding, c *campaign.Campaign) {
	for _, finding := range findings {
		code := c.StepOf(finding.Field)
		i := slices.IndexFunc(f.Steps, func(s FormStep) bool { return s.Code == code })
		if i < 0 {
			f.Rest = append(f.Rest, finding)
			continue
		}
		f.Steps[i].Findings = append(f.Steps[i].Findings, finding)
		if finding.Severity == data.SeverityError {
			f.Steps[i].Errors++
		}
	}
}

// Findings are those of all steps and of no step.
func (f *Form) Findings() []data.Finding {
	var all []data.Finding
	for i := range f.Steps {
		all = append(all, f.Steps[i].Findings...)
	}
	return append(all, f.Rest...)
}

// FirstIncomplete is the first step with an error, or the number of steps when there is
// none.
func (f *Form) FirstIncomplete() int {
	for i := range f.Steps {
		if f.Steps[i].Errors > 0 {
			return i
		}
	}
	return len(f.Steps)
}
