package form

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// Nothing of the slots is cut in the form, in any language, in both sizes of the window.
func TestFilesFit(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 2)
	id := frametest.FirstGraduate(t, w).Graduate.ID
	frametest.ChangeField(t, w, id, "privileged", "yes")
	frametest.ChangeField(t, w, id, data.FieldPrivileges, "orphan,disabled_child")
	for _, place := range []string{"passport_front", "passport_back", "privilege_documents:orphan"} {
		if err := w.Registrar().Form.Attach(frametest.Ctx, id, place, "", frametest.ReadFile(t, frametest.PhotoFile(t, 800, 600, uint8(len(place))))); err != nil {
			t.Fatal(err)
		}
	}
	for _, language := range text.Languages() {
		w.Settings.Language = language
		w.Forget()
		for _, size := range frametest.WindowSizes {
			for _, field := range []string{"passport_front", "privilege_documents"} {
				w.Go(frame.Route{Screen: frame.Form, Graduate: id, Field: field})
				w.Fyne().Resize(size.AddWidthHeight(1, 1))
				w.Fyne().Resize(size)
				look := fmt.Sprintf("files-%s-%s-%.0f", field, language, size.Width)
				frametest.Shot(t, w, look)
				frametest.MustSee(t, w, w.TitleOfField(field))
				frametest.Fits(t, look, w.Fyne().Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
			}
		}
	}
}
