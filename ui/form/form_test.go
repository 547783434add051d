package form

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// hands work a window by keyboard alone.
type hands struct {
	t testing.TB
	w *frame.Window
}

func (h hands) focused() fyne.Focusable { return h.w.Canvas().Focused() }

// press gives keys to what has the focus.
func (h hands) press(keys ...fyne.KeyName) {
	h.t.Helper()
	for _, key := range keys {
		if h.focused() == nil {
			h.t.Fatalf("nothing has the focus for %s in:\n%s", key, frametest.Visible(h.w))
		}
		h.focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// write types into what has the focus.
func (h hands) write(words string) {
	h.t.Helper()
	if h.focused() == nil {
		h.t.Fatalf("nothing has the focus for %q in:\n%s", words, frametest.Visible(h.w))
	}
	test.Type(h.focused(), words)
}

// tabTo presses Tab until something has the focus; the button that goes forwards comes
// after every field.
func (h hands) tabTo(o fyne.Focusable) {
	h.t.Helper()
	for range 80 {
		if h.focused() == o {
			return
		}
		if h.w.Canvas().FocusNext(); h.focused() == fyne.Focusable(formOf(h.w).forth) && o != fyne.Focusable(formOf(h.w).forth) {
			h.t.Fatalf("Tab has reached the button before the field in:\n%s", frametest.Visible(h.w))
		}
	}
	h.t.Fatalf("Tab does not lead there in:\n%s", frametest.Visible(h.w))
}

// tab goes to a field of the step that is shown.
func (h hands) tab(code string) {
	h.t.Helper()
	in := formOf(h.w).sheet.inputs[code]
	if in == nil || !asks(h.w, code) {
		h.t.Fatalf("there is no field %s in:\n%s", code, frametest.Visible(h.w))
	}
	h.tabTo(in.Focusable())
}

// choose takes the nth choice of a list, which folds away or stands open.
func (h hands) choose(code string, nth int) {
	h.t.Helper()
	h.tab(code)
	if _, open := formOf(h.w).sheet.inputs[code].Focusable().(*widgets.OneOf); open {
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

// longestList is more than any list that these tests choose from has.
const longestList = 40

// forth presses the button that goes forwards.
func (h hands) forth() {
	h.t.Helper()
	h.tabTo(formOf(h.w).forth)
	h.press(fyne.KeyReturn)
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
