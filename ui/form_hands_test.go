package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// formHands fill in a form by the keyboard alone, as whoever sees the window does.
type formHands struct {
	frametest.Hands
	id string
}

// onward is the button that goes forwards.
func (h formHands) onward() *widgets.Button {
	h.T.Helper()
	return frametest.OnwardButton(h.T, h.W)
}

// field is a field of the step that is shown.
func (h formHands) field(code string) frametest.FormField {
	h.T.Helper()
	f, is := frametest.FormFieldOf(h.W, code)
	if !is {
		h.T.Fatalf("there is no field %s in:\n%s", code, frametest.Visible(h.W))
	}
	return f
}

// asks tells whether the step that is shown has a field.
func (h formHands) asks(code string) bool {
	_, is := frametest.FormFieldOf(h.W, code)
	return is
}

// at is the field of the step that has the keyboard, "" for none.
func (h formHands) at() string {
	for _, f := range frametest.FormFields(h.W) {
		if o := f.Focusable(); o != nil && o == h.Focused() {
			return f.Code
		}
	}
	return ""
}

// tab goes to a field of the step that is shown.
func (h formHands) tab(code string) {
	h.T.Helper()
	h.TabTo(h.field(code).Focusable())
}

// fill types into fields one after the other; the Tab key leads from one to the next.
func (h formHands) fill(codesAndWords ...string) {
	h.T.Helper()
	for i := 0; i < len(codesAndWords); i += 2 {
		h.tab(codesAndWords[i])
		h.Write(codesAndWords[i+1])
	}
}

// choose takes the nth choice of a list, which folds away or stands open.
func (h formHands) choose(code string, nth int) {
	h.T.Helper()
	h.tab(code)
	h.Nth(nth)
}

// tick puts a tick into a box, with the arrows where they lead there.
func (h formHands) tick(o fyne.Focusable) {
	h.T.Helper()
	h.TabTo(o)
	h.Write(" ")
}

// step is the code of the step that the form shows, [theReview] for the review.
func (h formHands) step() string {
	h.T.Helper()
	steps, at := desktest.MustForm(h.T, h.W.Registrar(), h.id).Steps, frametest.FormStep(h.W)
	switch {
	case at < 0:
		h.T.Fatalf("there is no form in:\n%s", frametest.Visible(h.W))
	case at == len(steps):
		return theReview
	}
	return steps[at].Code
}

func (h formHands) atStep(code string) {
	h.T.Helper()
	if at := h.step(); at != code {
		h.T.Fatalf("the form shows %s, not %s:\n%s", at, code, frametest.Visible(h.W))
	}
}

// stored fails unless the registry has a value.
func (h formHands) stored(field, want string) {
	h.T.Helper()
	if got := frametest.Stored(h.T, h.W, h.id, field); got != want {
		h.T.Errorf("%s is %q, not %q", field, got, want)
	}
}

// openForm goes to a form from the list of all, at a field where one is named.
func openForm(t testing.TB, w *frame.Window, id, field string) {
	t.Helper()
	ids := frametest.IdsOf(t, w)
	if !slices.Contains(ids, id) {
		t.Fatalf("%s is not listed", id)
	}
	w.Go(frame.Route{Screen: frame.Form, Graduate: id, Field: field, Only: ids})
}

// openByEnter opens the form of the current row.
func openByEnter(t testing.TB, w *frame.Window) {
	t.Helper()
	list := frametest.ListIn(t, w).Focusable()
	w.Canvas().Focus(list)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}
