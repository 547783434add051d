package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/text"
	"graduand/imaging/imagingtest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// Nothing of the slots is cut in the form, in any language, in both sizes of the window.
func TestFilesFit(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 2)
	clearBoxes(w)
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

// KG-022, KG-029: what is wrong with a picture that a graduate sent is known in the next sitting
// too, before the school has taken it in, and keeps the form from being finished. The questions to
// the school are told and not asked.
func TestAGraduatesPicturesAreJudgedInEverySitting(t *testing.T) {
	w, _, _ := frametest.LockedDemoWith(t, "ort-2021", "ru")
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	clearBoxes(w)
	g := frametest.FirstGraduate(t, w).Graduate
	password := frametest.PasswordOf(t, w.Registrar(), g.ID)
	w.Lock()
	frametest.SignInAs(t, w, g.Phone, password)
	grey := imagingtest.Somebody()
	grey.Grey = true
	desktest.Attach(t, w.Registrar(), g.ID, "face_photo", grey.JPEG(t))
	w.Lock()
	frametest.SignInAs(t, w, g.Phone, password)
	ownAt(t, w, g.ID, "face_photo")
	frametest.MustSee(t, w, "Фотография не цветная", "Если вы уверены")
	frametest.MustNotSee(t, w, "ещё не проверено", "прислав причину", "ответьте")
	if said := strings.Count(frametest.Visible(w), "Фотография не цветная"); said != 1 {
		t.Errorf("it is said %d times", said)
	}
	frametest.Tap(t, w, "Посмотреть")
	frametest.MustSee(t, w, "Это подтверждает школа")
	frametest.MustNotSee(t, w, "С клавиатуры", "Всё равно принять…")
}
