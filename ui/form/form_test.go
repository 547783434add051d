package form

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// hands work a window by keyboard alone.
type hands struct{ frametest.Hands }

func handsOf(t testing.TB, w *frame.Window) hands { return hands{frametest.Hands{T: t, W: w}} }

// tab goes to a field of the step that is shown.
func (h hands) tab(code string) {
	h.T.Helper()
	in := formOf(h.W).sheet.inputs[code]
	if in == nil || !asks(h.W, code) {
		h.T.Fatalf("there is no field %s in:\n%s", code, frametest.Visible(h.W))
	}
	h.TabTo(in.Focusable())
}

// choose takes the nth choice of a list, which folds away or stands open.
func (h hands) choose(code string, nth int) {
	h.T.Helper()
	h.tab(code)
	h.Nth(nth)
}

// openForm goes to a form from the list of all.
func openForm(w *frame.Window, id string) {
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		panic(err)
	}
	var ids []string
	for _, row := range rows {
		ids = append(ids, row.Graduate.ID)
	}
	w.Go(frame.Route{Screen: frame.Form, Graduate: id, Only: ids})
}

// asks tells whether the step that is shown has a field.
func asks(w *frame.Window, code string) bool { return slices.Contains(formOf(w).page.codes, code) }

// stepOf is the code of the step that a form shows, "-" for the review.
func stepOf(s *Screen) string {
	if s.at == len(s.form.Steps) {
		return reviewPlace
	}
	return s.form.Steps[s.at].Code
}

func atStep(t testing.TB, w *frame.Window, code string) {
	t.Helper()
	if s := formOf(w); stepOf(s) != code {
		t.Fatalf("the form shows %s, not %s:\n%s", stepOf(s), code, frametest.Visible(w))
	}
}

// openByEnter opens the form of the current row.
func openByEnter(t testing.TB, w *frame.Window) {
	t.Helper()
	list := frametest.ListIn(t, w).Focusable()
	w.Canvas().Focus(list)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}
