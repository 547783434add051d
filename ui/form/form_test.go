package form

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// hands work a window by keyboard alone.
type hands struct {
	t testing.TB
	w *frame.Window
}

func (h hands) focused() fyne.Focusable { return h.w.Canvas().Focused() }

// press gives keys to what has the focus.
func (h hands) press(keys ...fyne.KeyName) {
	h.t.Helper()
	for _, key := range keys {
		if h.focused() == nil {
			h.t.Fatalf("nothing has the focus for %s in:\n%s", key, frametest.Visible(h.w))
		}
		h.focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// write types into what has the focus.
func (h hands) write(words string) {
	h.t.Helper()
	if h.focused() == nil {
		h.t.Fatalf("nothing has the focus for %q in:\n%s", words, frametest.Visible(h.w))
	}
	test.Type(h.focused(), words)
}

// tabTo presses Tab until something has the focus; the button that goes forwards comes
// after every field.
func (h hands) tabTo(o fyne.Focusable) {
	h.t.Helper()
	for range 80 {
		if h.focused() == o {
			return
		}
		if h.w.Canvas().FocusNext(); h.focused() == fyne.Focusable(formOf(h.w).forth) && o != fyne.Focusable(formOf(h.w).forth) {
			h.t.Fatalf("Tab has reached the button before the field in:\n%s", frametest.Visible(h.w))
		}
	}
	h.t.Fatalf("Tab does not lead there in:\n%s", frametest.Visible(h.w))
}

// tab goes to a field of the step that is shown.
func (h hands) tab(code string) {
	h.t.Helper()
	in := formOf(h.w).sheet.inputs[code]
	if in == nil || !asks(h.w, code) {
		h.t.Fatalf("there is no field %s in:\n%s", code, frametest.Visible(h.w))
	}
	h.tabTo(in.Focusable())
}

// fill types into fields one after the other; the Tab key leads from one to the next.
func (h hands) fill(codesAndWords ...string) {
	h.t.Helper()
	for i := 0; i < len(codesAndWords); i += 2 {
		h.tab(codesAndWords[i])
		h.write(codesAndWords[i+1])
	}
}

// choose takes the nth choice of a list, which folds away or stands open.
func (h hands) choose(code string, nth int) {
	h.t.Helper()
	h.tab(code)
	if _, open := formOf(h.w).sheet.inputs[code].Focusable().(*widgets.OneOf); open {
		for range nth {
			h.press(fyne.KeyDown)
		}
		return
	}
	h.press(fyne.KeySpace)
	for range longestList {
		h.press(fyne.KeyUp)
	}
	for range nth {
		h.press(fyne.KeyDown)
	}
	h.press(fyne.KeyReturn)
}

// longestList is more than any list that these tests choose from has.
const longestList = 40

// forth presses the button that goes forwards.
func (h hands) forth() {
	h.t.Helper()
	h.tabTo(formOf(h.w).forth)
	h.press(fyne.KeyReturn)
}

// openForm goes to a form from the list of all.
func openForm(w *frame.Window, id string) {
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		panic(err)
	}
	var ids []string
	for _, row := range rows {
		ids = append(ids, row.Graduate.ID)
	}
	w.Go(frame.Route{Screen: frame.Form, Graduate: id, Only: ids})
}

// asks tells whether the step that is shown has a field.
func asks(w *frame.Window, code string) bool { return slices.Contains(formOf(w).page.codes, code) }

// stepOf is the code of the step that a form shows, "-" for the review.
func stepOf(s *Screen) string {
	if s.at == len(s.form.Steps) {
		return reviewPlace
	}
	return s.form.Steps[s.at].Code
}

func atStep(t testing.TB, w *frame.Window, code string) {
	t.Helper()
	if s := formOf(w); stepOf(s) != code {
		t.Fatalf("the form shows %s, not %s:\n%s", stepOf(s), code, frametest.Visible(w))
	}
}

// openByEnter opens the form of the current row.
func openByEnter(t testing.TB, w *frame.Window) {
	t.Helper()
	list := frametest.ListIn(t, w).Focusable()
	w.Canvas().Focus(list)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func TestORTFormByKeyboardAlone(t *testing.T) {
	list.In(t)
	w, files := frametest.Empty(t, "ort-2021", "ru")
	id := frametest.AddGraduate(t, w, "phone", "0555000101", "surname", "Өмүрбекова", "given_name", "Айгүл", "patronymic", "Кубанычбековна", "class", "11-Б")
	h := hands{t, w}
	t.Run("KG-040 Enter on a row opens the window «Бланк регистрации на ОРТ», an empty form at its first step", func(t *testing.T) {
		frametest.MustSee(t, w, "Просмотр бланка")
		openByEnter(t, w)
		atStep(t, w, "personal")
		frametest.MustSee(t, w, "Бланк регистрации на ОРТ", "Өмүрбекова Айгүл Кубанычбековна", "Выйти из формы", "Оплаты")
		if frametest.MarkedPage(w) != w.Say("screen.graduates", nil) {
			t.Error("the navigation does not show the graduates")
		}
	})
	t.Run("KG-040 the review of an empty form offers «Заполнить»", func(t *testing.T) {
		formOf(w).turnPage(len(formOf(w).form.Steps))
		if got := formOf(w).forth.Text; got != "Заполнить" {
			t.Errorf("the button says %q", got)
		}
		h.press(fyne.KeyReturn)
		atStep(t, w, "personal")
		formOf(w).focus()
	})
	t.Run("KG-041 the full name is there already", func(t *testing.T) {
		if entry := formText(w, data.FieldSurname); entry.Text != "Өмүрбекова" {
			t.Errorf("the surname is %q", entry.Text)
		}
	})
	t.Run("KG-042 sex, birth date and passport number", func(t *testing.T) {
		h.choose(data.FieldSex, 2)
		h.fill(data.FieldBirthDate, "5.3.2003")
		h.choose(data.FieldDocumentKind, 1)
		h.fill(data.FieldDocumentSeries, "ID", data.FieldDocumentNumber, "1234567")
		h.forth()
		atStep(t, w, "address")
		if got := frametest.Stored(t, w, id, data.FieldBirthDate) + frametest.Stored(t, w, id, data.FieldSex) + frametest.Stored(t, w, id, data.FieldDocumentNumber); got != "2003-03-05f1234567" {
			t.Errorf("stored %s", got)
		}
	})
	t.Run("KG-044 an empty street blocks the step; the message names it and the focus is on it", func(t *testing.T) {
		h.choose("region", 5)
		h.fill("settlement", "с. Шарк")
		h.forth()
		atStep(t, w, "address")
		frametest.MustSee(t, w, "Перейти дальше пока нельзя", "«Улица»")
		if h.focused() != formOf(w).sheet.inputs["street"].Focusable() {
			t.Error("the focus is elsewhere")
		}
	})
	t.Run("KG-045 KG-043 a second phone is optional; the step done leads to the next", func(t *testing.T) {
		h.write("ул. Достук")
		h.fill("house", "5", "phone2", "0700 12 34 56")
		h.forth()
		atStep(t, w, "subjects")
		if strings.Contains(frametest.Visible(w), "Перейти дальше пока нельзя") {
			t.Error("the message has stayed")
		}
	})
	t.Run("KG-046 subjects by Space, the language by the arrows", func(t *testing.T) {
		h.tab(data.FieldSubjects)
		h.write(" ")
		h.press(fyne.KeyDown)
		h.write(" ")
		h.choose(data.FieldLanguage, 1)
		h.forth()
		if got := frametest.Stored(t, w, id, data.FieldSubjects); got != "mathematics,physics" {
			t.Errorf("stored %q", got)
		}
		atStep(t, w, "passport")
	})
	t.Run("KG-052 the switch on and no document: the step is blocked; off again it is free (KG-053)", func(t *testing.T) {
		for i, field := range []string{"passport_front", "passport_back"} {
			files.ToOpen = savedPicture(t, [][]byte{desktest.CardFront(), desktest.CardBack()}[i])
			h.tab(field)
			h.press(fyne.KeyReturn)
		}
		h.tab("privileged")
		h.write(" ")
		if !asks(w, data.FieldPrivileges) {
			t.Fatalf("the privileges have not appeared: %v", formOf(w).page.codes)
		}
		h.forth()
		atStep(t, w, "passport")
		frametest.MustSee(t, w, "Перейти дальше пока нельзя")
		w.Canvas().Focus(formOf(w).sheet.inputs["privileged"].Focusable())
		h.write(" ")
		h.forth()
		atStep(t, w, "photo")
	})
	t.Run("KG-056 without a face photo there is no way on", func(t *testing.T) {
		if got := formOf(w).forth.Text; got != "Продолжить" {
			t.Errorf("the last step's button says %q", got)
		}
		h.forth()
		atStep(t, w, "photo")
		frametest.MustSee(t, w, "Перейти дальше пока нельзя")
		files.ToOpen = savedPicture(t, desktest.GoodPortrait())
		h.tab("face_photo")
		h.press(fyne.KeyReturn)
		h.forth()
		atStep(t, w, reviewPlace)
	})
	t.Run("KG-057 the review shows the amount with its parts", func(t *testing.T) {
		frametest.MustSee(t, w, "К оплате 1110 сом (сумма не подтверждена", "370 сом (сумма не подтверждена", "Математика", "Физика")
	})
	t.Run("KG-058 a draft until «Нажмите для завершения»", func(t *testing.T) {
		frametest.MustSee(t, w, "черновик")
		if h.focused() != fyne.Focusable(formOf(w).forth) || formOf(w).forth.Text != "Нажмите для завершения" {
			t.Fatalf("the focus is on %v", h.focused())
		}
		h.press(fyne.KeyReturn)
		frametest.MustSee(t, w, "Бланк завершён 24.02.2020, ")
		if row, err := w.Registrar().Table.Find(id); err != nil || row.Graduate.Current().Fact(data.FactFinished, "") == nil {
			t.Errorf("not finished: %v", err)
		}
	})
	t.Run("KG-059 all data entered is on the review, in words, and can be printed", func(t *testing.T) {
		frametest.MustSee(t, w, "женский", "05.03.2003", "Ошская область", "ул. Достук", "+996 700 123 456", "кыргызский", "Печать…")
		h.tabTo(formOf(w).print)
		h.press(fyne.KeyReturn)
		if w.Current() != frame.Printing || !slices.Equal(frametest.Came.Only, []string{id}) {
			t.Error("the print screen has not this graduate")
		}
	})
	t.Run("KG-060 «Выйти из формы» leads back to the list, at the graduate", func(t *testing.T) {
		openForm(w, id)
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
