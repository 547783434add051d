// Package form is the desk for one graduate's registration: the form in its steps, its
// photos and scans, finishing it, its pages for the centre's site, and bringing an earlier
// state back.
package form

import (
	"context"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registry"
)

// Desk answers for the forms of one registry.
type Desk struct {
	registry *registry.Registry
	pictures Judges
}

// Judges is the desk that judges pictures which were not judged yet, or as they were turned before:
// LookAll those of a form for who only looks, JudgeAll those of several, and keeps what is said.
type Judges interface {
	LookAll(ctx context.Context, id string) (judged int, err error)
	JudgeAll(ctx context.Context, ids []string, progress func(done, total int)) (judged int, err error)
}

// New is the desk of an open registry.
func New(r *registry.Registry, pictures Judges) *Desk { return &Desk{r, pictures} }

// changed is what listeners are told of.
var changed = registry.Signals{registry.GraduatesChanged}

type (
	// Form is one graduate's form as it stands, in its steps; the papers show the same.
	Form = papers.Form
	// Step is one step of a form with its shown fields and what is wrong in it.
	Step = papers.FormStep
	// ExamDay is when a chosen subject is.
	ExamDay = papers.ExamDay
	// Field is one field of a form as it is asked of this graduate now.
	Field = papers.FormField
)

// Of is the form of one graduate as it stands.
func (d *Desk) Of(id string) (Form, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (Form, error) {
		g, err := v.Find(id)
		if err != nil {
			return Form{}, err
		}
		return form(v, g)
	})
}

func form(v *registry.View, g *data.Graduate) (Form, error) {
	found, err := v.Findings(g)
	if err != nil {
		return Form{}, err
	}
	s := source(v)
	s.Campaign = v.Spoken()
	return s.Form(papers.Graduate{Graduate: g, Findings: found})
}

// source is what papers are made from, as it is now.
func source(v *registry.View) *papers.Source {
	return &papers.Source{Campaign: v.Campaign(), School: v.School(), Today: v.Today()}
}

// Finish makes a draft a finished form (KG-058). A form with an error is refused, naming
// the first step that has one; its pictures are judged before.
func (d *Desk) Finish(ctx context.Context, id string) error {
	if _, err := d.pictures.LookAll(ctx, id); err != nil {
		return err
	}
	return d.registry.Write(ctx, registry.RightFill, changed, func(w *registry.Edit) error {
		before, err := w.Active(id)
		if err != nil {
			return err
		}
		g := before.Clone()
		if err := w.Finish(g, w.Me().Label()); err != nil {
			return err
		}
		return w.Fill(before, g)
	})
}

// GiveBack gives finished forms back to who fills them in, with a remark that stays in the history:
// they are drafts again, and the remark stands on top of each until it is finished anew. All or none.
func (d *Desk) GiveBack(ctx context.Context, ids []string, remark string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		return w.ChangeAll(ids, "", func(g *data.Graduate) error { return w.GiveBack(g, remark, w.Me().Label()) })
	})
}

type (
	// SitePage is a page of the centre's site, filled for one graduate.
	SitePage = papers.SitePage
	// SiteRow is one field of such a page: what has to be typed or uploaded there.
	SiteRow = papers.SiteRow
)

// SitePages are the fields of one graduate in the order of the centre's own site, for who
// types them there; none where the campaign has no such site.
func (d *Desk) SitePages(id string) ([]SitePage, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]SitePage, error) {
		g, err := v.Find(id)
		if err != nil {
			return nil, err
		}
		return source(v).SitePages(g)
	})
}
