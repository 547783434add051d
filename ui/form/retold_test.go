package form

import (
	"testing"

	"graduand/ui/frame/frametest"
)

// F-07: the field that was saved is named in the language of the window.
func TestWhatWasSavedIsToldInTheLanguageOfTheWindow(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "uk", 3)
	openForm(w, frametest.IdsOf(t, w)[0])
	writeInto(t, w, "house", "7")
	frametest.MustSee(t, w, "Збережено: Будинок — ")
	w.ChangeLanguage("en")
	frametest.MustSee(t, w, "Saved: House — ")
	w.ChangeLanguage("ru")
	w.OnUndoAct()
	frametest.MustSee(t, w, "Возвращено, как было: Дом — ")
}
