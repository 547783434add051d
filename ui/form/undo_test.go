package form

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// writeInto types into an empty field of the form in front, and leaves it.
func writeInto(t *testing.T, w *frame.Window, code, words string) {
	t.Helper()
	s := formOf(w)
	s.goToField(code)
	entry := s.sheet.inputs[code].Focusable()
	w.Canvas().Focus(entry)
	entry.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	frametest.TypeFocused(w, words)
	w.Canvas().Unfocus()
}

// Design §11: what was saved in a field is taken back later, whatever was done after it, and
// done again; it is said of which field and of whom.
func TestASavedFieldCanBeTakenBack(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "uk", 2)
	ids := frametest.IdsOf(t, w)
	openForm(w, ids[0])
	writeInto(t, w, "street", "Лісова")
	writeInto(t, w, "house", "7")
	who := frametest.GraduateOf(t, w, ids[0]).FullName()
	frametest.MustSee(t, w, "Збережено: будинок — "+who)
	writeInto(t, w, "house", "7")
	openForm(w, ids[1])
	wants := func(when, street, house string) {
		t.Helper()
		if g := frametest.GraduateOf(t, w, ids[0]); g.Get("street") != street || g.Get("house") != house {
			t.Errorf("%s: %q, %q, want %q, %q", when, g.Get("street"), g.Get("house"), street, house)
		}
	}
	w.OnUndoAct()
	wants("one taken back", "Лісова", "")
	frametest.MustSee(t, w, "Повернуто, як було: будинок — "+who)
	w.OnUndoAct()
	wants("both taken back", "", "")
	w.Canvas().Unfocus()
	w.OnRedo()
	w.OnRedo()
	wants("done again", "Лісова", "7")
	w.OnUndoAct()
	wants("and back", "Лісова", "")
}
