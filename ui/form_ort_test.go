package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestORTFormByKeyboardAlone(t *testing.T) {
	w, files := frametest.Empty(t, "ort-2021", "ru")
	clearBoxes(w) // of a registry that was made on a later day
	id := frametest.AddGraduate(t, w, "phone", "0555000101", "surname", "Өмүрбекова", "given_name", "Айгүл", "patronymic", "Кубанычбековна", "class", "11-Б")
	h := formHands{frametest.Hands{T: t, W: w}, id}
	t.Run("KG-040 Enter on a row opens the window «Бланк регистрации на ОРТ», an empty form at its first step", func(t *testing.T) {
		frametest.MustSee(t, w, "Просмотр бланка")
		openByEnter(t, w)
		h.atStep("personal")
		frametest.MustSee(t, w, "Бланк регистрации на ОРТ", "Өмүрбекова Айгүл Кубанычбековна", "Выйти из формы", "Оплаты")
		if frametest.MarkedPage(w) != w.Say("screen.graduates", nil) {
			t.Error("the navigation does not show the graduates")
		}
	})
	t.Run("KG-040 the review of an empty form offers «Заполнить»", func(t *testing.T) {
		w.Settings.LeaveForm(id, theReview, "")
		w.Forget()
		openForm(t, w, id, "")
		if got := h.onward().Text; got != "Заполнить" {
			t.Errorf("the button says %q", got)
		}
		h.Press(fyne.KeyReturn)
		h.atStep("personal")
		w.Canvas().Focus(frametest.FormFields(w)[0].Focusable())
	})
	t.Run("KG-041 the full name is there already", func(t *testing.T) {
		if entry := h.field(data.FieldSurname).Entry(); entry.Text != "Өмүрбекова" {
			t.Errorf("the surname is %q", entry.Text)
		}
	})
	t.Run("KG-042 sex, birth date and passport number", func(t *testing.T) {
		h.choose(data.FieldSex, 2)
		h.fill(data.FieldBirthDate, "5.3.2003")
		h.choose(data.FieldDocumentKind, 1)
		h.fill(data.FieldDocumentSeries, "ID", data.FieldDocumentNumber, "1234567")
		h.Forth()
		h.atStep("address")
		if got := frametest.Stored(t, w, id, data.FieldBirthDate) + frametest.Stored(t, w, id, data.FieldSex) + frametest.Stored(t, w, id, data.FieldDocumentNumber); got != "2003-03-05f1234567" {
			t.Errorf("stored %s", got)
		}
	})
	t.Run("KG-044 an empty street blocks the step; the message names it and the focus is on it", func(t *testing.T) {
		h.choose("region", 5)
		h.fill("settlement", "с. Шарк")
		h.Forth()
		h.atStep("address")
		frametest.MustSee(t, w, "Перейти дальше пока нельзя", "«Улица»")
		if h.Focused() != h.field("street").Focusable() {
			t.Error("the focus is elsewhere")
		}
	})
	t.Run("KG-045 KG-043 a second phone is optional; the step done leads to the next", func(t *testing.T) {
		h.Write("ул. Достук")
		h.fill("house", "5", "phone2", "0700 12 34 56")
		h.Forth()
		h.atStep("subjects")
		if strings.Contains(frametest.Visible(w), "Перейти дальше пока нельзя") {
			t.Error("the message has stayed")
		}
	})
	t.Run("KG-046 subjects by Space, the language by the arrows", func(t *testing.T) {
		h.tab(data.FieldSubjects)
		h.Write(" ")
		h.Press(fyne.KeyDown)
		h.Write(" ")
		h.choose(data.FieldLanguage, 1)
		h.Forth()
		if got := frametest.Stored(t, w, id, data.FieldSubjects); got != "mathematics,physics" {
			t.Errorf("stored %q", got)
		}
		h.atStep("passport")
	})
	t.Run("KG-052 the switch on and no document: the step is blocked; off again it is free (KG-053)", func(t *testing.T) {
		for i, field := range []string{"passport_front", "passport_back"} {
			files.ToOpen = savedPicture(t, [][]byte{desktest.CardFront(), desktest.CardBack()}[i])
			h.tab(field)
			h.Press(fyne.KeyReturn)
		}
		h.tab("privileged")
		h.Write(" ")
		if !h.asks(data.FieldPrivileges) {
			t.Fatalf("the privileges have not appeared:\n%s", frametest.Visible(w))
		}
		h.Forth()
		h.atStep("passport")
		frametest.MustSee(t, w, "Перейти дальше пока нельзя")
		w.Canvas().Focus(h.field("privileged").Focusable())
		h.Write(" ")
		h.Forth()
		h.atStep("photo")
	})
	t.Run("KG-056 without a face photo there is no way on", func(t *testing.T) {
		if got := h.onward().Text; got != "Продолжить" {
			t.Errorf("the last step's button says %q", got)
		}
		h.Forth()
		h.atStep("photo")
		frametest.MustSee(t, w, "Перейти дальше пока нельзя")
		files.ToOpen = savedPicture(t, desktest.GoodPortrait())
		h.tab("face_photo")
		h.Press(fyne.KeyReturn)
		h.Forth()
		h.atStep(theReview)
	})
	t.Run("KG-057 the review shows the amount with its parts", func(t *testing.T) {
		frametest.MustSee(t, w, "К оплате 1110 сом (сумма не подтверждена", "370 сом (сумма не подтверждена", "Математика", "Физика")
	})
	t.Run("KG-058 a draft until «Нажмите для завершения»", func(t *testing.T) {
		frametest.MustSee(t, w, "черновик")
		if h.Focused() != fyne.Focusable(h.onward()) || h.onward().Text != "Нажмите для завершения" {
			t.Fatalf("the focus is on %v", h.Focused())
		}
		h.Press(fyne.KeyReturn)
		frametest.MustSee(t, w, "Бланк завершён 24.02.2020, ")
		if row, err := w.Registrar().Table.Find(id); err != nil || row.Graduate.Current().Fact(data.FactFinished, "") == nil {
			t.Errorf("not finished: %v", err)
		}
	})
	t.Run("KG-059 all data entered is on the review, in words, and can be printed", func(t *testing.T) {
		frametest.MustSee(t, w, "женский", "05.03.2003", "Ошская область", "ул. Достук", "+996 700 123 456", "кыргызский", "Печать…")
		h.TabTo(frametest.FindButton(frametest.PageIn(w), "Печать…").(fyne.Focusable))
		h.Press(fyne.KeyReturn)
		if w.Current() != frame.Printing || !prints(w, frametest.GraduateOf(t, w, id)) {
			t.Error("the print screen has not this graduate")
		}
	})
	t.Run("KG-060 «Выйти из формы» leads back to the list, at the graduate", func(t *testing.T) {
		openForm(t, w, id, "")
		frametest.Tap(t, w, "Выйти из формы")
		if w.Current() != frame.Graduates || frametest.ListIn(t, w).Cursor() != id {
			t.Errorf("%s at %s", w.Current(), frametest.ListIn(t, w).Cursor())
		}
	})
}

// savedPicture is a file with a photo or scan that the rules find nothing in.
func savedPicture(t *testing.T, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "picture.jpg")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
