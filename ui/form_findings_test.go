package ui

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
)

func TestActionsOfFindings(t *testing.T) {
	w, _ := empty(t, "ort-2021", "ru")
	id := addGraduate(t, w, "phone", "0555000101", "surname", "Асанова", "given_name", "Айгүл")
	lines := newFindingLines(w, id, nil)
	w.Fyne().SetContent(lines.object())
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
		if len(w.Boxes()) == 0 {
			t.Fatal("nothing is asked")
		}
		w.Boxes()[0].leave()
		tap(t, w, "Подтвердить…")
		if len(w.Boxes()) == 0 {
			t.Error("nothing is asked")
		}
	})
}
