package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// formHands fill in a form by the keyboard alone, as whoever sees the window does.
type formHands struct {
	t  testing.TB
	w  *frame.Window
	id string
}

func (h formHands) focused() fyne.Focusable { return h.w.Canvas().Focused() }

// press gives keys to what has the focus.
func (h formHands) press(keys ...fyne.KeyName) {
	h.t.Helper()
	for _, key := range keys {
		if h.focused() == nil {
			h.t.Fatalf("nothing has the focus for %s in:\n%s", key, frametest.Visible(h.w))
		}
		h.focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// write types into what has the focus.
func (h formHands) write(words string) {
	h.t.Helper()
	if h.focused() == nil {
		h.t.Fatalf("nothing has the focus for %q in:\n%s", words, frametest.Visible(h.w))
	}
	test.Type(h.focused(), words)
}

// onward is the button that goes forwards.
func (h formHands) onward() *widgets.Button {
	h.t.Helper()
	return frametest.OnwardButton(h.t, h.w)
}

// field is a field of the step that is shown.
func (h formHands) field(code string) frametest.FormField {
	h.t.Helper()
	f, is := frametest.FormFieldOf(h.w, code)
	if !is {
		h.t.Fatalf("there is no field %s in:\n%s", code, frametest.Visible(h.w))
	}
	return f
}

// asks tells whether the step that is shown has a field.
func (h formHands) asks(code string) bool {
	_, is := frametest.FormFieldOf(h.w, code)
	return is
}

// at is the field of the step that has the keyboard, "" for none.
func (h formHands) at() string {
	for _, f := range frametest.FormFields(h.w) {
		if o := f.Focusable(); o != nil && o == h.focused() {
			return f.Code
		}
	}
	return ""
}

// tabTo presses Tab until something has the focus; the button that goes forwards comes
// after every field.
func (h formHands) tabTo(o fyne.Focusable) {
	h.t.Helper()
	onward := fyne.Focusable(h.onward())
	for range 80 {
		if h.focused() == o {
			return
		}
		if h.w.Canvas().FocusNext(); h.focused() == onward && o != onward {
			h.t.Fatalf("Tab has reached the button before the field in:\n%s", frametest.Visible(h.w))
		}
	}
	h.t.Fatalf("Tab does not lead there in:\n%s", frametest.Visible(h.w))
}

// tab goes to a field of the step that is shown.
func (h formHands) tab(code string) {
	h.t.Helper()
	h.tabTo(h.field(code).Focusable())
}

// fill types into fields one after the other; the Tab key leads from one to the next.
func (h formHands) fill(codesAndWords ...string) {
	h.t.Helper()
	for i := 0; i < len(codesAndWords); i += 2 {
		h.tab(codesAndWords[i])
		h.write(codesAndWords[i+1])
	}
}

// longestList is more than any list that these tests choose from has.
const longestList = 40

// choose takes the nth choice of a list, which folds away or stands open.
func (h formHands) choose(code string, nth int) {
	h.t.Helper()
	h.tab(code)
	if _, open := h.focused().(*widgets.OneOf); open {
		for range nth {
			h.press(fyne.KeyDown)
		}
		return
	}
	h.press(fyne.KeySpace)
	for range longestList {
		h.press(fyne.KeyUp)
	}
	for range nth {
		h.press(fyne.KeyDown)
	}
	h.press(fyne.KeyReturn)
}

// tick puts a tick into a box, with the arrows where they lead there.
func (h formHands) tick(o fyne.Focusable) {
	h.t.Helper()
	h.tabTo(o)
	h.write(" ")
}

// forth presses the button that goes forwards.
func (h formHands) forth() {
	h.t.Helper()
	h.tabTo(h.onward())
	h.press(fyne.KeyReturn)
}

// step is the code of the step that the form shows, [theReview] for the review.
func (h formHands) step() string {
	h.t.Helper()
	steps, at := desktest.MustForm(h.t, h.w.Registrar(), h.id).Steps, frametest.FormStep(h.w)
	switch {
	case at < 0:
		h.t.Fatalf("there is no form in:\n%s", frametest.Visible(h.w))
	case at == len(steps):
		return theReview
	}
	return steps[at].Code
}

func (h formHands) atStep(code string) {
	h.t.Helper()
	if at := h.step(); at != code {
		h.t.Fatalf("the form shows %s, not %s:\n%s", at, code, frametest.Visible(h.w))
	}
}

// stored fails unless the registry has a value.
func (h formHands) stored(field, want string) {
	h.t.Helper()
	if got := frametest.Stored(h.t, h.w, h.id, field); got != want {
		h.t.Errorf("%s is %q, not %q", field, got, want)
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
