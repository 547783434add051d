package form

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/ui/field"
	"graduand/ui/frame/frametest"
)

func TestFieldsOfOtherCategories(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	id := frametest.AddGraduate(t, w, "surname", "Сорока", "given_name", "Яна")
	openForm(w, id)
	s := formOf(w)
	shows := func(step, title string) {
		t.Helper()
		s.goToField(step)
		frametest.MustSee(t, w, title)
	}
	t.Run("UA-036 the level of qualification is asked of who learns a trade", func(t *testing.T) {
		frametest.ChangeField(t, w, id, data.FieldCategory, "vocational_current")
		shows("qualification_level", "Освітньо-кваліфікаційний рівень")
	})
	t.Run("UA-037 UA-040 who left school earlier gives the document of education and the place of stay", func(t *testing.T) {
		frametest.ChangeField(t, w, id, data.FieldCategory, "past_years")
		shows("education_document", "Документ про повну загальну середню освіту")
		shows("exam_settlement", "Населений пункт перебування")
	})
	t.Run("UA-043 without an address in Ukraine e-mail and centre must be filled, the index not", func(t *testing.T) {
		frametest.ChangeField(t, w, id, data.FieldMarks, "no_ukrainian_address")
		shows("email", "Електронна пошта *")
		frametest.MustSee(t, w, "Регіональний центр *")
		if strings.Contains(frametest.Visible(w), "Поштовий індекс *") {
			t.Error("the index is asked for")
		}
	})
}

func TestNotedByHand(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	id := frametest.AddGraduate(t, w, "surname", "Верболоз", "given_name", "Марія", "marks", "deep_visual_impairment")
	if err := w.Registrar().Table.Record(frametest.Ctx, []string{id}, data.Fact{Kind: data.FactCalled, Note: "Петренко: окремий порядок"}); err != nil {
		t.Fatal(err)
	}
	openForm(w, id)
	formOf(w).turnPage(len(formOf(w).form.Steps))
	t.Run("UA-142 a call is on the review, with whom and what was answered", func(t *testing.T) {
		frametest.MustSee(t, w, "Записано вручну", "Дзвінок до центру", "Петренко: окремий порядок")
	})
	t.Run("F-05 it can be taken back", func(t *testing.T) {
		field.TakeBack(w, id, data.FactCalled, "1")
		if strings.Contains(frametest.Visible(w), "Петренко") || !strings.Contains(frametest.Visible(w), "окремим порядком") {
			t.Errorf("the review shows\n%s", frametest.Visible(w))
		}
	})
}
