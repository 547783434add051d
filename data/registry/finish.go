package registry

import (
	"slices"

	"graduand/data"
	"graduand/data/campaign"
)

// Finish makes a draft a finished form (KG-058), today and in the name of by; one that is
// finished stays as it is. A form with an error is refused, naming the first step that has
// one (form.unfinished), and so is one of a campaign that does not finish forms
// (form.no_finish). It alters g.
func (v *View) Finish(g *data.Graduate, by string) error {
	if !v.Campaign().Form.Finish {
		return data.Fail("form.no_finish", nil)
	}
	found, err := v.judge(g, v.Today())
	if err != nil {
		return err
	}
	if err := v.refuseUnfinished(g, found); err != nil {
		return err
	}
	if g.Current().Fact(data.FactFinished, "") == nil {
		g.SetFact(v.SignedBy(by, data.FactFinished, ""))
	}
	return nil
}

// GiveBack makes a finished form a draft again, with a remark for who fills it in, today and in the name
// of by: form.no_finish, form.no_remark, and form.not_finished for a draft. It alters g.
func (v *View) GiveBack(g *data.Graduate, remark, by string) error {
	remark, err := data.CleanText(data.FieldTitle("note"), remark)
	switch {
	case err != nil:
		return err
	case !v.Campaign().Form.Finish:
		return data.Fail("form.no_finish", nil)
	case remark == "":
		return data.Fail("form.no_remark", nil)
	case g.Current().Fact(data.FactFinished, "") == nil:
		return data.Fail("form.not_finished", data.Args{"name": g.FullName()})
	}
	g.Set(data.FactField(data.FactFinished, ""), "")
	g.SetFact(v.SignedBy(by, data.FactReturned, remark))
	return nil
}

// refuseUnfinished names what keeps a form from being finished: a step that it asks for, or
// something else.
func (v *View) refuseUnfinished(g *data.Graduate, found []data.Finding) error {
	errors := slices.DeleteFunc(slices.Clone(found), func(f data.Finding) bool { return f.Severity != data.SeverityError })
	if len(errors) == 0 {
		return nil
	}
	p := v.Person(g)
	for i := range v.Campaign().Steps {
		step := &v.Campaign().Steps[i]
		at := func(f data.Finding) bool { return v.Campaign().StepOf(f.Field) == step.Code }
		if !slices.ContainsFunc(errors, at) {
			continue
		}
		asks, err := v.asks(step, p)
		if err != nil {
			return err
		}
		if asks {
			return data.Fail("form.unfinished", data.Args{"step": step.Title, "name": g.FullName()})
		}
	}
	return data.Fail("form.unfinished_rest", data.Args{"name": g.FullName()})
}

// asks says that a step of the form is shown to p.
func (v *View) asks(step *campaign.Step, p *campaign.Person) (bool, error) {
	if step.Kind != "" {
		return true, nil
	}
	for i := range step.Fields {
		if shown, err := v.Campaign().Shows(&step.Fields[i], p); shown || err != nil {
			return shown, err
		}
	}
	return false, nil
}
