package form

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
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
	w, _ := frametest.WithDemo(t, "ort-2021", "uk", 3)
	ids := frametest.IdsOf(t, w)
	openForm(w, ids[0])
	writeInto(t, w, "street", "Лісова")
	writeInto(t, w, "house", "7")
	who := frametest.GraduateOf(t, w, ids[0]).FullName()
	frametest.MustSee(t, w, "Збережено: Будинок — "+who)
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
	frametest.MustSee(t, w, "Повернуто, як було: Будинок — "+who)
	w.OnUndoAct()
	wants("both taken back", "", "")
	w.Canvas().Unfocus()
	w.OnRedo()
	w.OnRedo()
	wants("done again", "Лісова", "7")
	w.OnUndoAct()
	wants("and back", "Лісова", "")
}

// KG-001, design §2: «entered on the site» is what Ctrl+Z takes back once it was noted last, and
// the panel follows; so are a finished form and what was attached.
func TestWhatIsNotedOfSomebodyCanBeTakenBack(t *testing.T) {
	w, files := frametest.WithDemo(t, "ort-2021", "uk", 2)
	id := frametest.IdsOf(t, w)[0]
	openForm(w, id)
	writeInto(t, w, "street", "Лісова")
	who := frametest.GraduateOf(t, w, id).FullName()
	frametest.Tap(t, w, "Внесено на сайт")
	frametest.Confirm(w)
	frametest.MustSee(t, w, "Позначено: внесено на сайт — "+who)
	entered := func() bool { return frametest.GraduateOf(t, w, id).Current().Fact(data.FactEntered, "") != nil }
	w.Canvas().Unfocus()
	w.OnUndo()
	if street := frametest.GraduateOf(t, w, id).Get("street"); entered() || street != "Лісова" {
		t.Fatalf("entered %v, the street %q", entered(), street)
	}
	frametest.MustSee(t, w, "Повернуто, як було: «Позначено: внесено на сайт — "+who+"»", "На сайт ще не внесено")
	if w.OnRedo(); !entered() {
		t.Error("not noted again")
	}
	t.Run("taking the note off goes back too", func(t *testing.T) {
		frametest.Tap(t, w, "Скасувати позначку")
		if w.OnUndo(); !entered() {
			t.Error("the note is gone")
		}
	})
	t.Run("KG-027 so does a photo", func(t *testing.T) {
		files.ToOpen = frametest.PhotoFile(t, 64, 48, 8)
		formOf(w).goToField("face_photo")
		photo := func() string { return frametest.GraduateOf(t, w, id).Get("face_photo") }
		was := photo()
		frametest.Tap(t, w, "Вибрати файл…")
		now := photo()
		if now == was {
			t.Fatal("nothing was attached")
		}
		if w.OnUndo(); photo() != was || !entered() {
			t.Errorf("%q, want %q; entered %v", photo(), was, entered())
		}
		if w.OnRedo(); photo() != now {
			t.Errorf("%q, want %q", photo(), now)
		}
	})
}
