package registrar

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
)

// Form is one graduate's registration in the campaign's steps (KG-040). A step that asks
// this graduate for nothing is left out.
type Form struct {
	Graduate *data.Graduate
	Status   data.Status
	Steps    []FormStep
	// Rest are the findings that belong to no field.
	Rest []data.Finding
	// Finished is when the form was finished, nil while it is a draft (KG-058).
	Finished *data.Fact
	// Route is the way of submission in the campaign's words, "" where there is none.
	Route string
	// Due, Paid and Parts are in whole units of Currency; see [campaign.Campaign.AmountDue].
	Due, Paid int
	Parts     []campaign.DuePart
	Currency  string
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
}

// FormField is a field of the form as it is asked of this graduate now.
type FormField struct {
	*campaign.Field
	Value string
	// Required says that the form is not complete without it.
	Required bool
	// Locked says that its time is over (KG-054); it is shown and cannot be changed.
	Locked bool
	// Attested says of the subjects that the form asks which of them count as final marks
	// of the school (UA-039).
	Attested bool
}

// Form is the form of one graduate as it stands.
func (r *Registrar) Form(id string) (Form, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	e, err := r.visible(id)
	if err != nil {
		return Form{}, err
	}
	return r.form(e)
}

func (r *Registrar) form(e *entry) (Form, error) {
	c, g := r.Campaign(), e.graduate
	row, err := r.row(e, r.Today())
	if err != nil {
		return Form{}, err
	}
	f := Form{Graduate: g, Status: row.Status, Finished: g.Current().Fact(data.FactFinished, ""),
		Due: c.AmountDue(g), Paid: c.AmountPaid(g), Parts: c.DueParts(g), Currency: c.Fee.Words()}
	p := c.Person(g, &r.school, r.Today())
	for i := range c.Steps {
		step, err := r.formStep(&c.Steps[i], g, p)
		if err != nil {
			return Form{}, err
		}
		if len(step.Fields) > 0 || c.Steps[i].Kind != "" {
			f.Steps = append(f.Steps, step)
		}
	}
	f.place(e.findings, c)
	route, err := c.RouteFor(p)
	if route != nil {
		f.Route = route.Title
	}
	return f, err
}

func (r *Registrar) formStep(s *campaign.Step, g *data.Graduate, p *campaign.Person) (FormStep, error) {
	step := FormStep{Code: s.Code, Title: s.Title}
	for i := range s.Fields {
		f := &s.Fields[i]
		shown, err := r.Campaign().Shows(f, p)
		if err != nil {
			return step, err
		}
		if !shown {
			continue
		}
		required, err := r.Campaign().Holds(f.Required, p)
		if err != nil {
			return step, err
		}
		locked, err := r.Campaign().Holds(f.Locked, p)
		if err != nil {
			return step, err
		}
		value := g.Get(f.Code)
		if f.Kind == "institution" {
			value = r.school.Name
		}
		required = required && r.Campaign().Missing(f, g) == data.SeverityError
		asked := FormField{Field: f, Value: value, Required: required, Locked: locked}
		if f.Code == data.FieldSubjects {
			if asked.Attested, err = r.attested(p); err != nil {
				return step, err
			}
		}
		step.Fields = append(step.Fields, asked)
	}
	if s.Kind != campaign.KindKit {
		return step, nil
	}
	var err error
	step.Kit, err = r.Campaign().Kit(p)
	return step, err
}

// attested says whether the form asks p which subjects count as final marks.
func (r *Registrar) attested(p *campaign.Person) (bool, error) {
	f := r.Campaign().Field(data.FieldAttestation)
	if f == nil {
		return false, nil
	}
	return r.Campaign().Shows(f, p)
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

// locked says that the time of a field is over for g (KG-054).
func (r *Registrar) locked(g *data.Graduate, field string) (bool, error) {
	f := r.Campaign().Field(field)
	if f == nil || f.Locked == "" {
		return false, nil
	}
	return r.Campaign().Holds(f.Locked, r.Campaign().Person(g, &r.school, r.Today()))
}

// refuseLocked refuses a change of a field whose time is over for g.
func (r *Registrar) refuseLocked(g *data.Graduate, field string) error {
	locked, err := r.locked(g, field)
	if locked {
		return data.Fail("value.locked", data.Args{"field": r.FieldTitle(field)})
	}
	return err
}

// refuseLockedAmong refuses changes of g when the time of any of the fields is over.
func (r *Registrar) refuseLockedAmong(g *data.Graduate, changes []FieldChange) error {
	for _, c := range changes {
		if err := r.refuseLocked(g, c.Field); err != nil {
			return err
		}
	}
	return nil
}

// follows sets what a change brings with it: a condition that is met only in the
// additional session names its reason (UA-113), as long as nobody has given another.
func (r *Registrar) follows(before, g *data.Graduate) {
	if before.Get(data.FieldConditions) == g.Get(data.FieldConditions) || g.Current().AdditionalReason != "" {
		return
	}
	for _, code := range g.Current().Conditions {
		if x := r.Campaign().Condition(code); x != nil && x.AdditionalReason != "" {
			g.Current().AdditionalReason = x.AdditionalReason
			return
		}
	}
}

// Finish makes a draft a finished form (KG-058). A form with an error is refused, naming
// the first step that has one.
func (r *Registrar) Finish(ctx context.Context, id string) (err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	e, err := r.fillable(id)
	if err != nil {
		return err
	}
	if !r.Campaign().Form.Finish {
		return data.Fail("form.no_finish", nil)
	}
	f, err := r.form(e)
	if err != nil {
		return err
	}
	if at := f.FirstIncomplete(); at < len(f.Steps) {
		return data.Fail("form.unfinished", data.Args{"step": f.Steps[at].Title, "name": e.graduate.FullName()})
	}
	if row, err := r.row(e, r.Today()); err != nil || row.Errors > 0 {
		return refusal(err, data.Fail("form.unfinished_rest", data.Args{"name": e.graduate.FullName()}))
	}
	if f.Finished != nil {
		return nil
	}
	g := e.graduate.Clone()
	g.SetFact(data.Fact{Kind: data.FactFinished, On: r.Today(), By: r.who.label()})
	return r.keepFilled(ctx, e.graduate, g)
}

// refusal is the failure, or the refusal where nothing failed.
func refusal(failure, refused error) error {
	if failure != nil {
		return failure
	}
	return refused
}
