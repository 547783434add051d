package registrar

import (
	"context"

	"graduand/data"
	"graduand/data/papers"
)

// A filled form, as the papers show it too.
type (
	Form      = papers.Form
	FormStep  = papers.FormStep
	FormField = papers.FormField
)

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
	found, err := r.findings(e, r.Today())
	if err != nil {
		return Form{}, err
	}
	return r.source().Form(papers.Graduate{Graduate: e.graduate, Findings: found})
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
