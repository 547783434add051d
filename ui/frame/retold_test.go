package frame_test

import (
	"fmt"
	"testing"

	"graduand/data"
	"graduand/ui/frame/frametest"
)

// F-07: the names of fields and of what is chosen in them within what was said are of the language of
// the window too, several in a row, and however long ago the page has asked for them.
func TestWordsWithinWhatWasSaidFollowTheLanguage(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	street, sex := w.TitleOfField("street"), w.TitleOfCode(data.FieldSex, "f")
	for i := range 3000 {
		w.Say("ui.copied", map[string]any{"value": fmt.Sprint(i)})
	}
	category := w.TitleOfCode("category", "school_current")
	w.Done(w.Say("ui.saved", map[string]any{"name": street + ", " + sex + ", вул. Шевченка"}), nil)
	frametest.MustSee(t, w, "Збережено: Вулиця, жіноча, вул. Шевченка")
	w.ChangeLanguage("en")
	frametest.MustSee(t, w, "Saved: Street, female, вул. Шевченка")
	w.ChangeLanguage("ru")
	frametest.MustSee(t, w, "Сохранено: Улица, женский, вул. Шевченка")
	w.ChangeLanguage("uk")
	frametest.MustSee(t, w, "Збережено: Вулиця, жіноча, вул. Шевченка")
	w.Done(w.Say("ui.saved", map[string]any{"name": category}), nil)
	w.ChangeLanguage("en")
	frametest.MustSee(t, w, "Saved: "+w.TitleOfCode("category", "school_current"))
}
