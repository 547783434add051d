package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
)

// reopened is a new window on the same registry with the settings of the old one, as
// after a restart.
func reopened(t testing.TB, w *Window) *Window {
	t.Helper()
	path := w.registrar.Path()
	w.closeRegistry()
	settings, err := LoadSettings(filepath.Dir(w.Settings.path), "ru")
	if err != nil {
		t.Fatal(err)
	}
	again := New(w.app, Options{Settings: settings, Runner: AtOnce(), Now: func() time.Time { return noon }, Files: &fakeFiles{},
		OpenFile: func(string) error { return nil }, Home: t.TempDir(), Key: testKey})
	again.window.Resize(fyne.NewSize(1366, 768))
	again.Settings.Noticed = true
	again.Start(path)
	t.Cleanup(again.closeRegistry)
	return again
}

func formText(w *Window, code string) *textInput { return formOf(w).sheet.inputs[code].(*textInput) }

func TestFormIsKept(t *testing.T) {
	w, _ := withDemo(t, "ort-2021", "ru", 6)
	ids := idsOf(t, w)
	openForm(w, ids[1])
	h := hands{t, w}
	formOf(w).goToField("settlement")
	formText(w, "house").entry.SetText("")
	h.tab("house")
	h.write("17а")
	t.Run("KG-060 F-07 leaving keeps what was typed and not left yet, and opens at the same step", func(t *testing.T) {
		tap(t, w, "Выйти из формы")
		if got := stored(t, w, ids[1], "house"); got != "17а" {
			t.Errorf("stored %q", got)
		}
		if w.Canvas().Focused() != graduatesOf(w).table.Focusable() || graduatesOf(w).table.Cursor() != ids[1] {
			t.Errorf("the keyboard is at %T, the list at another", w.Canvas().Focused())
		}
		openForm(w, ids[0])
		openForm(w, ids[1])
		atStep(t, w, "address")
	})
	t.Run("KG-060 after a restart too; the settings hold ids and codes only", func(t *testing.T) {
		content, err := os.ReadFile(w.Settings.path)
		if err != nil || !strings.Contains(string(content), `"step": "address"`) {
			t.Fatalf("%s, %v", content, err)
		}
		row, err := w.registrar.Find(ids[1])
		if err != nil {
			t.Fatal(err)
		}
		for _, personal := range []string{row.Graduate.Surname, row.Graduate.GivenName, "17а", row.Graduate.Phone} {
			if strings.Contains(string(content), personal) {
				t.Errorf("the settings hold %q", personal)
			}
		}
		again := reopened(t, w)
		openForm(again, ids[1])
		atStep(t, again, "address")
	})
}

func TestFormPlacesAreFew(t *testing.T) {
	s := &Settings{}
	for i := range maximumPlaces + 3 {
		s.LeaveForm(fmt.Sprint(i), "address")
	}
	s.LeaveForm("3", "photo")
	if len(s.FormPlaces) != maximumPlaces || s.FormStep("2") != "" || s.FormStep("3") != "photo" || s.FormStep("4") != "address" {
		t.Errorf("KG-060 %d places, %q, %q", len(s.FormPlaces), s.FormStep("2"), s.FormStep("3"))
	}
}

func TestNothingTypedIsLost(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 6)
	ids := idsOf(t, w)
	openForm(w, ids[0])
	h := hands{t, w}
	formOf(w).goToField(data.FieldBirthDate)
	birth := formText(w, data.FieldBirthDate)
	birth.entry.SetText("")
	h.tab(data.FieldBirthDate)
	h.write("31.02.2003")
	typed := func(t *testing.T) {
		t.Helper()
		formOf(w).goToField(data.FieldBirthDate)
		if got := formText(w, data.FieldBirthDate).entry.Text; got != "31.02.2003" {
			t.Errorf("the field holds %q", got)
		}
		mustSee(t, w, "немає такого дня")
	}
	t.Run("F-07 a refused value waits in its step, which says so; free steps are left nevertheless", func(t *testing.T) {
		h.forth()
		atStep(t, w, "document")
		mustSee(t, w, "є незбережене")
		typed(t)
	})
	t.Run("F-07 it waits while another graduate is shown", func(t *testing.T) {
		formOf(w).onNeighbour(1)
		formOf(w).goToField(data.FieldBirthDate)
		if got := formText(w, data.FieldBirthDate).entry.Text; formOf(w).id != ids[1] || got == "31.02.2003" {
			t.Fatalf("the next graduate is %s, born %q", formOf(w).id, got)
		}
		formOf(w).onNeighbour(-1)
		typed(t)
	})
	t.Run("F-07 it outlives another language", func(t *testing.T) {
		w.changeLanguage("en")
		w.changeLanguage("uk")
		typed(t)
	})
	t.Run("closing the window asks about it", func(t *testing.T) {
		w.onClose()
		mustSee(t, w, "Вийти без збереження?", "Форма випускника")
		tap(t, w, "Залишитися")
		formText(w, data.FieldBirthDate).onEscape()
	})
}

func TestFieldsComeAndGo(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 3)
	openForm(w, idsOf(t, w)[0])
	s := formOf(w)
	s.goToField("names_differ")
	h := hands{t, w}
	number := formText(w, data.FieldDocumentNumber)
	number.entry.SetText("12345")
	h.write(" ")
	if !asks(w, "other_surname") {
		t.Fatalf("the fields have not come: %v", s.page.codes)
	}
	if h.focused() != s.sheet.inputs["names_differ"].focusable() {
		t.Error("the focus has gone")
	}
	if number != s.sheet.inputs[data.FieldDocumentNumber] || number.entry.Text != "12345" {
		t.Errorf("the number is %q: what is typed must stay", number.entry.Text)
	}
	h.write(" ")
	if asks(w, "other_surname") || h.focused() != s.sheet.inputs["names_differ"].focusable() {
		t.Error("the fields have stayed, or the focus has gone with them")
	}
	number.onEscape()
}

func TestJumps(t *testing.T) {
	t.Run("KG-043 KG-044 a blocking form is jumped no further than to its first error", func(t *testing.T) {
		w, _ := empty(t, "ort-2021", "ru")
		openForm(w, addGraduate(t, w, "phone", "0555000101", "surname", "Асанова", "given_name", "Айгүл"))
		h := hands{t, w}
		h.w.Canvas().Focus(formOf(w).steps.items[0])
		h.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
		atStep(t, w, "personal")
		mustSee(t, w, "Перейти дальше пока нельзя", "«Пол»")
		for _, field := range []string{data.FieldSex, data.FieldBirthDate, data.FieldDocumentNumber} {
			changeField(t, w, formOf(w).id, field, map[string]string{data.FieldSex: "ж", data.FieldBirthDate: "5.3.2003", data.FieldDocumentNumber: "1234567"}[field])
		}
		formOf(w).onJump(4)
		atStep(t, w, "address")
		mustSee(t, w, "Перейти дальше пока нельзя", "Город или село")
		formOf(w).onJump(0)
		atStep(t, w, "personal")
	})
	t.Run("a free form is jumped anywhere", func(t *testing.T) {
		w, _ := empty(t, "zno-2020", "uk")
		openForm(w, addGraduate(t, w, "surname", "Сорока", "given_name", "Яна"))
		formOf(w).onJump(4)
		atStep(t, w, "subjects")
		formOf(w).onJump(len(formOf(w).form.Steps))
		mustSee(t, w, "помилок")
	})
	t.Run("who only looks is not held up", func(t *testing.T) {
		w, _ := empty(t, "ort-2021", "ru")
		id := addGraduate(t, w, "phone", "0555000101", "surname", "Асанова", "given_name", "Айгүл")
		openForm(w, id)
		if err := w.registrar.Remove(ctx, []string{id}, ""); err != nil {
			t.Fatal(err)
		}
		formOf(w).onForth()
		atStep(t, w, "address")
	})
}

func TestNeighbours(t *testing.T) {
	w, _ := withDemo(t, "ort-2021", "ru", 8)
	s := graduatesOf(w)
	s.table.MoveTo(s.table.Rows()[3].Key)
	s.onForm()
	want := []string{s.table.Rows()[3].Key, s.table.Rows()[4].Key, s.table.Rows()[3].Key}
	got := []string{formOf(w).id}
	for _, by := range []int{1, -1} {
		formOf(w).onNeighbour(by)
		got = append(got, formOf(w).id)
	}
	if !slices.Equal(got, want) {
		t.Errorf("went to %v, want %v", got, want)
	}
	openForm(w, s.table.Rows()[0].Key)
	if !formOf(w).previous.Disabled() || formOf(w).next.Disabled() {
		t.Error("before the first there is nobody")
	}
}

// Every finding of the review leads to its place, and what it proposes is taken.
func TestFindingsOfTheForm(t *testing.T) {
	for campaign, language := range map[string]string{"ort-2021": "ru", "zno-2020": "uk"} {
		w, _ := withDemo(t, campaign, language, 30)
		for _, id := range idsOf(t, w) {
			openForm(w, id)
			s := formOf(w)
			for _, f := range s.findings() {
				if w.registrar.Campaign().StepOf(f.Field) == "" {
					continue
				}
				s.onGo(f)
				if in := s.sheet.inputs[inputOf(f.Field)]; in == nil || in.focusable() != nil && w.Canvas().Focused() != in.focusable() {
					t.Errorf("%s: %s of %s leads elsewhere", campaign, f.Rule, f.Field)
				}
			}
		}
	}
}

func TestActionsOfFindings(t *testing.T) {
	w, _ := empty(t, "ort-2021", "ru")
	id := addGraduate(t, w, "phone", "0555000101", "surname", "Асанова", "given_name", "Айгүл")
	lines := newFindingLines(w, id, nil)
	w.window.SetContent(lines.object())
	lines.show(id, []registrar.Finding{
		{Rule: "no_passport", Severity: data.SeverityError, Field: data.FieldMarks, Text: "Спросите центр.", Source: "Инструкция ЦООМО: шаг 1", Call: true},
		{Rule: "own", Severity: data.SeverityConfirm, Text: "Сверьте снимок.", Source: "KG-051"},
		{Rule: "own2", Severity: data.SeverityWarning, Text: "Класс?", Proposal: &data.Proposal{Field: data.FieldClass, Value: "11-В", Title: "11-В"}},
	})
	t.Run("the sentence, the source that is a law, and the actions", func(t *testing.T) {
		mustSee(t, w, "Сверьте снимок.", "Инструкция ЦООМО: шаг 1", "Записать звонок…", "Подтвердить…", "Поставить: 11-В")
		if strings.Contains(visible(w), "KG-051") || strings.Contains(visible(w), "Перейти") {
			t.Error("a requirement is no source, and there is no way to go")
		}
	})
	t.Run("a proposal is taken by one press", func(t *testing.T) {
		tap(t, w, "Поставить: 11-В")
		if got := stored(t, w, id, data.FieldClass); got != "11-В" {
			t.Errorf("the class is %q", got)
		}
	})
	t.Run("UA-142 a call and a confirmation are asked for", func(t *testing.T) {
		tap(t, w, "Записать звонок…")
		if len(w.boxes) == 0 {
			t.Fatal("nothing is asked")
		}
		w.boxes[0].leave()
		tap(t, w, "Подтвердить…")
		if len(w.boxes) == 0 {
			t.Error("nothing is asked")
		}
	})
}
