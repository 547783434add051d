package form

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar/desktest"
	"graduand/ui/frame/frametest"
)

// Enter in a line goes on to the next field, as in dialogs, what was typed is stored, and from the last
// field it comes to the button that leads on.
func TestEnterGoesOnThroughAForm(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	id := frametest.IdsOf(t, w)[1]
	openForm(w, id)
	s, h := formOf(w), handsOf(t, w)
	s.goToField("settlement")
	for _, code := range []string{"settlement", "street", "house", "flat", "phone2"} {
		formText(w, code).SetText("")
	}
	w.Canvas().Focus(s.sheet.inputs["settlement"].Focusable())
	enter := func() { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	for _, words := range []string{"Гебзе", "Лесная", "5", "12"} {
		h.Write(words)
		enter()
	}
	for field, want := range map[string]string{"settlement": "Гебзе", "street": "Лесная", "house": "5", "flat": "12"} {
		if got := frametest.Stored(t, w, id, field); got != want {
			t.Errorf("%s is %q", field, got)
		}
	}
	if enter(); w.Canvas().Focused() != s.forth {
		t.Errorf("from the last field Enter comes to %T", w.Canvas().Focused())
	}
}

// Ctrl+S on the last page saves and says so; a form is finished by its button alone.
func TestSavingFinishesNoForm(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	id := desktest.CompleteORT(t, w.Registrar())
	openForm(w, id)
	s := formOf(w)
	s.turnPage(len(s.form.Steps))
	w.OnMain()
	if f := desktest.MustForm(t, w.Registrar(), id); f.Finished != nil {
		t.Error("it is finished")
	}
	frametest.MustSee(t, w, "Всё сохранено. Бланк ещё не завершён")
}
