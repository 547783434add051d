package reports

import (
	"bytes"
	"strings"
	"testing"

	"graduand/data"
)

// hintOf is the usual sheet; that of the worst case has the longest names, an uncertain genitive and
// a kit of everything.
func hintOf(worst bool) Hint {
	h := Hint{Campaign: "Зовнішнє незалежне оцінювання 2020 року", School: "Тихоозерський ліцей", Title: "Як оформити реєстраційну картку", Class: "Клас 11-А",
		Name: "Ґалаґан Мар’ян Олексійович", Made: "10.02.2020", Centre: "Харківський регіональний центр оцінювання якості освіти", Applicant: "Ґалаґана М. О.",
		Caption: "(прізвище в родовому відмінку, ініціали)", Statement: sampleOf(false).Card.Specimen.Statement,
		Steps: []string{"Перевірте всі дані на картці за своїми документами.", "Напишіть заяву власноруч у частині «Заява»: її не друкують.", "Поставте дату заповнення заяви та особистий підпис у відведених місцях.",
			"Наклейте у відведених місцях дві однакові фотокартки для документів розміром 3 х 4 см із зображенням, що відповідає досягнутому віку."},
		Kit: []KitPaper{{Title: "Реєстраційна картка", Form: data.Term("help_screen.form_original"), Note: "Заява власноруч, дата й підпис; дві однакові фотокартки 3 х 4 см."},
			{Title: "Копія паспорта громадянина України", Form: data.Term("help_screen.form_copy")}},
		Contacts: []HintContact{{data.Term("report_form.hint_school"), []any{"Тихоозерський ліцей", "63999, смт Тихоозерськ, вул. Шкільна, 1", "+380 50 000 0002"}}, {data.Term("report_form.hint_point"), []any{"Ліцей № 7, вул. Миру, 3, +380 50 000 0009"}}}}
	if worst {
		h.School, h.Name = longSchool, longName+" Марія-Магдалина-Анастасія-Єлизавета Костянтинопольщенківна-Всеволодівна"
		h.Applicant, h.Unsure = longName+" М. К.", true
		for range 10 {
			h.Kit = append(h.Kit, KitPaper{Title: "Копія свідоцтва про зміну імені, та/або свідоцтва про шлюб, та/або свідоцтва про розірвання шлюбу", Form: data.Term("help_screen.form_copy"), Note: "Одне або кілька: копія кожного."})
		}
	}
	return h
}

func hintBytes(t *testing.T, sheets ...Hint) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return HintSheets(b, sheets, "uk", nil) })
}

// UA-045 UA-047 UA-048 UA-049 UA-052: one page says all that a participant writes, signs, glues and
// brings, and whom to ask.
func TestUA047TheHintSheet(t *testing.T) {
	o := open(t, hintBytes(t, hintOf(false)))
	words := strings.Join(strings.Fields(o.text(0)), " ")
	for _, part := range []string{"Харківський регіональний центр оцінювання якості освіти", "Ґалаґана М. О.", "родовому відмінку", "Прошу зареєструвати мене", "ознайомлений.", "особистий підпис", "дві однакові фотокартки",
		"Копія паспорта громадянина України", "Тихоозерський ліцей", "Ліцей № 7, вул. Миру, 3", "Пункт реєстрації"} {
		if !strings.Contains(words, part) {
			t.Errorf("it lacks %q: %s", part, words)
		}
	}
	if o.pages != 1 || strings.Contains(words, "звірте відмінок") {
		t.Errorf("%d pages: %s", o.pages, words)
	}
}

// What nobody is sure of is not copied blindly: it is said, or there is a line for the pen.
func TestUA045WhatIsNotSureIsSaid(t *testing.T) {
	unknown := hintOf(false)
	unknown.Applicant, unknown.Centre = "", ""
	for want, h := range map[string]Hint{"звірте відмінок": hintOf(true), "як відмінюється прізвище": unknown} {
		o := open(t, hintBytes(t, h))
		words := ""
		for i := range o.pages {
			words += " " + strings.Join(strings.Fields(o.text(i)), " ")
		}
		if !strings.Contains(words, want) {
			t.Errorf("it lacks %q: %s", want, words)
		}
	}
	if err := HintSheets(&bytes.Buffer{}, nil, "uk", nil); data.CodeOf(err) != "report.empty" {
		t.Error(err)
	}
}
