package graduates

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// TestWhoComesToTheTableHasTheKeyboardThere, in whatever letters, theme and language.
func TestWhoComesToTheTableHasTheKeyboardThere(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	moves := func(when string) {
		t.Helper()
		s := graduatesOf(w)
		s.table.MoveTo(s.table.Keys()[0])
		press(w, fyne.KeyDown)
		if s.table.Cursor() != s.table.Keys()[1] {
			t.Errorf("%s: the arrow moves nothing, the keyboard is at %T", when, w.Canvas().Focused())
		}
	}
	come := func(when string) {
		t.Helper()
		w.Go(frame.Route{Screen: frame.SettingsPage})
		w.Go(frame.Route{Screen: frame.Graduates})
		if w.Canvas().Focused() != graduatesOf(w).table.Focusable() {
			t.Errorf("%s: the keyboard is at %T", when, w.Canvas().Focused())
		}
		moves(when)
	}
	come("by a command")
	w.Settings.Scale = 130
	w.Anew()
	moves("in other letters")
	come("in other letters")
	w.OnDark()
	moves("in another theme")
	w.OnNextLanguage()
	moves("in another language")
	w.Canvas().Unfocus()
	moves("after a click beside the rows")
	w.Go(frame.Route{Screen: frame.Licences})
	frametest.Esc(w)
	moves("after a dialog")
}

// press is a key wherever the keyboard is.
func press(w *frame.Window, name fyne.KeyName) {
	key := &fyne.KeyEvent{Name: name}
	if focused := w.Canvas().Focused(); focused != nil {
		focused.TypedKey(key)
		return
	}
	w.Canvas().OnTypedKey()(key)
}

// TestEnterInTheSearchGoesToWhoWasFound: to the form of the only one, else to the rows.
func TestEnterInTheSearchGoesToWhoWasFound(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	s := graduatesOf(w)
	s.OnSearch()
	frametest.Enter(s.search)
	if w.Canvas().Focused() != s.table.Focusable() || !w.InFront(frame.Graduates) {
		t.Fatalf("the keyboard is at %T of %s", w.Canvas().Focused(), w.Current())
	}
	frametest.AddGraduate(t, w, "surname", "Яяченко")
	s.OnSearch()
	s.search.SetText("Яяченко")
	frametest.Enter(s.search)
	if !w.InFront(frame.Form) {
		t.Errorf("%d rows, and %s is in front", s.table.Count(), w.Current())
	}
}

// TestNoFormOfNobody is opened, and it is said why.
func TestNoFormOfNobody(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	s := graduatesOf(w)
	s.search.SetText("яяя")
	s.OnForm()
	if said := "14:00  " + w.Say("ui.nobody_found", nil); !w.InFront(frame.Graduates) {
		t.Error("a form is in front")
	} else {
		frametest.MustSee(t, w, said)
	}
}
