package form

import (
	"context"
	"slices"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
)

// known is a form as it stands, with how far its registration is.
type known struct {
	form.Form
	row registrar.Row
}

// knownOf asks for a form.
func knownOf(r *registrar.Registrar, id string) func(context.Context) (known, error) {
	return func(context.Context) (k known, err error) {
		if k.Form, err = r.Form.Of(id); err == nil {
			k.row, err = r.Table.Find(id)
		}
		return k, err
	}
}

// read asks for the form as it stands; focus says that its first field gets the focus.
func (s *Screen) read(focus bool) {
	id, r := s.id, s.window.Registrar()
	frame.Run(s.window, &s.reading, knownOf(r, id), func(k known, err error) { s.onRead(id, k, focus, err) })
}

func (s *Screen) onRead(id string, k known, focus bool, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	if id != s.id {
		return
	}
	s.take(k)
	first := s.at < 0
	if first {
		s.at = s.firstPlace()
	}
	s.showAll()
	s.lookAtPictures(k.Form)
	field := s.field
	s.field = ""
	switch left := s.window.Settings.FormPlace(id); {
	case field != "":
		s.goToField(field)
	case first && s.inFront() && s.at < len(s.form.Steps) && left.Step == s.form.Steps[s.at].Code && s.page.focusField(left.Field):
	case focus || first:
		s.focus()
	}
	if first {
		s.remember()
	}
	if files := s.files; len(files) > 0 {
		s.files = nil
		s.putInSomewhere(files)
	}
}

// take keeps the form as it was read. By an answer a step may have come or gone: the one
// that is shown stays.
func (s *Screen) take(k known) {
	was, f := s.form.Steps, k.Form
	s.form, s.status, s.step = f, k.row.Status, k.row.Next
	switch {
	case s.at < 0:
	case s.at < len(was):
		at := slices.IndexFunc(f.Steps, func(x form.Step) bool { return x.Code == was[s.at].Code })
		if at < 0 {
			at = min(s.at, len(f.Steps))
		}
		s.at = at
	case len(was) > 0:
		s.at = len(f.Steps)
	default:
		s.at = min(s.at, len(f.Steps))
	}
}

// firstPlace is where the form was left; else its first step with an error, and the
// review of one that is complete.
func (s *Screen) firstPlace() int {
	left := s.window.Settings.FormStep(s.id)
	if left == reviewPlace {
		return len(s.form.Steps)
	}
	if at := slices.IndexFunc(s.form.Steps, func(x form.Step) bool { return x.Code == left }); at >= 0 {
		return at
	}
	if s.untouched() {
		return 0
	}
	return s.form.FirstIncomplete()
}
