package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestZNOFormByKeyboardAlone(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	clearBoxes(w) // of a registry that was made on a later day
	id := frametest.AddGraduate(t, w, "surname", "Сорока", "given_name", "Яна", "class", "11-А")
	h := formHands{frametest.Hands{T: t, W: w}, id}
	openByEnter(t, w)
	frametest.MustSee(t, w, "Реєстраційна картка", "Сорока Яна")
	t.Run("UA-028 UA-029 name, patronymic if there is one, birth date", func(t *testing.T) {
		h.fill("card_number", "1234567", data.FieldPatronymic, "Юріївна")
		h.choose(data.FieldSex, 2)
		h.fill(data.FieldBirthDate, "05.03.2003")
		h.Forth()
		h.stored(data.FieldPatronymic, "Юріївна")
		h.stored(data.FieldBirthDate, "2003-03-05")
		h.atStep("document")
	})
	t.Run("UA-030 the kind of document, its series only where it has one, its number", func(t *testing.T) {
		h.choose(data.FieldDocumentKind, 2)
		if h.asks(data.FieldDocumentSeries) {
			t.Error("an ID card has no series")
		}
		h.fill(data.FieldDocumentNumber, "123456789")
		h.Forth()
		h.stored(data.FieldDocumentNumber, "123456789")
		h.atStep("contacts")
	})
	t.Run("UA-031 UA-032 two phones and the postal address", func(t *testing.T) {
		h.fill(data.FieldPhone, "050 000 01 11", "phone2", "0500000112", "postal_index", "61000", "region", "Харківська", "settlement", "Тихоозерськ", "street", "вул. Озерна", "house", "7")
		h.Forth()
		h.stored(data.FieldPhone, "+380500000111")
		h.stored("phone2", "+380500000112")
		h.stored("postal_index", "61000")
		h.atStep("category")
	})
	t.Run("UA-033 UA-034 UA-035 category, institution and class", func(t *testing.T) {
		frametest.MustSee(t, w, "Випускник закладу загальної середньої освіти поточного навчального року", w.Registrar().School().Name, "11-А")
		h.stored(data.FieldCategory, "school_current")
		h.Forth()
		h.atStep("subjects")
	})
	t.Run("UA-038 UA-039 subjects with their level, and which count for ДПА", func(t *testing.T) {
		for _, code := range []string{"ukrainian", "mathematics", "english"} {
			row := frametest.SubjectLines(w, h.field(data.FieldSubjects).Object)[code]
			h.tick(row.Tick)
			if row.Level != nil {
				h.TabTo(row.Level)
				h.Press(fyne.KeySpace, fyne.KeyDown, fyne.KeyReturn)
			}
			h.tick(row.Attest)
		}
		h.Forth()
		h.stored(data.FieldSubjects, "ukrainian,mathematics,english:standard")
		h.stored(data.FieldAttestation, "ukrainian,mathematics,english")
		h.atStep("stay")
	})
	t.Run("UA-041 the language of the tasks may be chosen", func(t *testing.T) {
		h.choose(data.FieldLanguage, 1)
		h.Forth()
		h.stored(data.FieldLanguage, "uk")
		h.atStep("conditions")
	})
	t.Run("UA-042 UA-137 number and date of the medical conclusion come with the first condition", func(t *testing.T) {
		h.fill(data.FieldConditions, "0101")
		h.Press(fyne.KeyReturn)
		h.stored(data.FieldConditions, "0101")
		h.fill("medical_number", "17", "medical_date", "10.01.2020")
		// Shift and Tab lead back to the search.
		for h.Focused() != h.field(data.FieldConditions).Focusable() {
			w.Canvas().FocusPrevious()
		}
		h.Write("0101")
		h.Press(fyne.KeyReturn)
		h.stored(data.FieldConditions, "")
		if h.asks("medical_number") {
			t.Error("they have stayed without a condition")
		}
		for h.step() != theReview {
			h.Forth()
		}
		h.stored("medical_number", "17")
		h.stored("medical_date", "2020-01-10")
	})
	t.Run("the review of a campaign that does not finish says that nothing is missing", func(t *testing.T) {
		form := desktest.MustForm(t, w.Registrar(), id)
		for _, step := range form.Steps {
			form.Rest = append(form.Rest, step.Findings...)
		}
		for _, f := range form.Rest {
			t.Errorf("still %s of %s: %s", f.Severity, f.Field, w.Phrase(f))
		}
		frametest.MustSee(t, w, "помилок немає", "Нічого не бракує", "Англійська мова (рівень", "стандарту)", "вул. Озерна")
		if strings.Contains(frametest.Visible(w), "Натисніть для завершення") {
			t.Error("there is something to press")
		}
		h.Press(fyne.KeyReturn)
		if w.Current() != frame.Graduates {
			t.Error("the button does not leave the form")
		}
	})
}
