package form

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame/frametest"
)

func TestModeInTheForm(t *testing.T) {
	list.In(t)
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	id := frametest.AddGraduate(t, w, "phone", "0555000101", "surname", "Асанова", "given_name", "Айгүл")
	openByEnter(t, w)
	t.Run("KG-039 the form says who fills it, and the list can be filtered by that", func(t *testing.T) {
		handsOf(t, w).choose(data.FieldMode, 2)
		if got := frametest.Stored(t, w, id, data.FieldMode); got != string(data.BySelf) {
			t.Fatalf("stored %q", got)
		}
		formOf(w).onExit()
		frametest.ChooseOn(t, w, w.Say("mode.school", nil))
		if len(frametest.ListIn(t, w).Rows()) != 0 {
			t.Error("the school still fills it")
		}
	})
}

func TestOwnForm(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	g := frametest.FirstGraduate(t, w).Graduate
	password := frametest.PasswordOf(t, w.Registrar(), g.ID)
	w.Lock()
	frametest.SignInAs(t, w, g.Phone, password)
	t.Run("KG-069 the very same form, without the site of the centre and without the others", func(t *testing.T) {
		frametest.MustSee(t, w, "Бланк регистрации на ОРТ", "6. Проверка и", "Оплаты", "Сохранить и выйти")
		s := formOf(w)
		s.order = []string{s.id, "another"}
		s.OnNeighbour(1)
		if s.site != nil || s.id != g.ID {
			t.Error("there is more than the own form")
		}
	})
	t.Run("KG-069 KG-044 it holds up at the very same errors", func(t *testing.T) {
		formOf(w).goToField("street")
		formText(w, "street").SetText("")
		formOf(w).onForth()
		atStep(t, w, "address")
		frametest.MustSee(t, w, "Перейти дальше пока нельзя", "«Улица»")
	})
	t.Run("KG-069 Ctrl+S goes on, as the button does", func(t *testing.T) {
		formOf(w).goToField(data.FieldSex)
		w.OnMain()
		atStep(t, w, "address")
	})
	t.Run("KG-070 the whole list of requirements for the photo is read at its step, in the language of the window, before there is a file", func(t *testing.T) {
		formOf(w).goToField("face_photo")
		for _, language := range []string{"ky", "ru"} {
			for w.Settings.Language != language {
				w.OnNextLanguage()
			}
			seen := strings.Join(strings.Fields(frametest.Visible(w)), " ")
			hint := w.Registrar().Campaign().Field("face_photo").Hint
			if n := strings.Count(hint, "\n"); n < 5 {
				t.Fatalf("only %d requirements", n)
			}
			for line := range strings.Lines(hint) {
				if want := strings.Join(strings.Fields(line), " "); !strings.Contains(seen, want) {
					t.Errorf("%q is not said", want)
				}
			}
		}
		frametest.MustNotSee(t, w, "Посмотрите и подтвердите")
		formOf(w).goToField(data.FieldSex)
		w.OnMain()
	})
	t.Run("KG-060 it is left at any point and opens at the same step", func(t *testing.T) {
		frametest.Tap(t, w, "Сохранить и выйти")
		frametest.SignInAs(t, w, g.Phone, password)
		atStep(t, w, "address")
	})
}

// KG-069: what a graduate attaches goes back as what is typed does, and the button offers no older
// act in its place; what is for the school alone is not said to a graduate.
func TestAGraduateTakesAPictureBack(t *testing.T) {
	w, _, files := frametest.LockedDemoWith(t, "ort-2021", "ru")
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	g := frametest.FirstGraduate(t, w).Graduate
	password := frametest.PasswordOf(t, w.Registrar(), g.ID)
	w.Lock()
	frametest.SignInAs(t, w, g.Phone, password)
	w.OnUndo()
	frametest.MustSee(t, w, "Возвращать нечего.")
	formOf(w).goToField(data.FieldSubjects)
	frametest.MustNotSee(t, w, "сверьте с центром")
	h := handsOf(t, w)
	h.tab(data.FieldLanguage)
	h.choose(data.FieldLanguage, 1)
	formOf(w).goToField("face_photo")
	photo := func() string { return frametest.GraduateOf(t, w, g.ID).Get("face_photo") }
	was := photo()
	files.ToOpen = frametest.PhotoFile(t, 64, 48, 8)
	frametest.Tap(t, w, "Выбрать файл…")
	now := photo()
	if now == was {
		t.Fatal("nothing was attached")
	}
	frametest.MustNotSee(t, w, "Вернуть «")
	w.Canvas().Unfocus()
	if w.OnUndo(); photo() != was {
		t.Errorf("%q, want %q", photo(), was)
	}
	if w.OnRedo(); photo() != now {
		t.Errorf("%q, want %q", photo(), now)
	}
}
