package field

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestActionsOfFindings(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	id := frametest.AddGraduate(t, w, "phone", "0555000101", "surname", "Асанова", "given_name", "Айгүл")
	lines := NewFindingLines(w, id, nil)
	w.Fyne().SetContent(lines.Object())
	lines.Show(id, []registrar.Finding{
		{Rule: "no_passport", Severity: data.SeverityError, Field: data.FieldMarks, Text: "Спросите центр.", Source: "Инструкция ЦООМО: шаг 1", Call: true},
		{Rule: "own", Severity: data.SeverityConfirm, Text: "Сверьте снимок.", Source: "KG-051"},
		{Rule: "own2", Severity: data.SeverityWarning, Text: "Класс?", Proposal: &data.Proposal{Field: data.FieldClass, Value: "11-В", Title: "11-В"}},
	})
	t.Run("the sentence, the source that is a law, and the actions", func(t *testing.T) {
		frametest.MustSee(t, w, "Сверьте снимок.", "Инструкция ЦООМО: шаг 1", "Записать звонок…", "Подтвердить…", "Поставить: 11-В")
		if strings.Contains(frametest.Visible(w), "KG-051") || strings.Contains(frametest.Visible(w), "Перейти") {
			t.Error("a requirement is no source, and there is no way to go")
		}
	})
	t.Run("a proposal is taken by one press", func(t *testing.T) {
		frametest.Tap(t, w, "Поставить: 11-В")
		if got := frametest.Stored(t, w, id, data.FieldClass); got != "11-В" {
			t.Errorf("the class is %q", got)
		}
	})
	t.Run("UA-142 a call and a confirmation are asked for", func(t *testing.T) {
		frametest.Tap(t, w, "Записать звонок…")
		if len(w.Boxes()) == 0 {
			t.Fatal("nothing is asked")
		}
		w.Boxes()[0].Leave()
		frametest.Tap(t, w, "Подтвердить…")
		if len(w.Boxes()) == 0 {
			t.Error("nothing is asked")
		}
	})
}

// A finding that is settled takes its button away; the keyboard goes on behind the list.
func TestTheKeyboardLeavesFindingsThatGo(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	id := frametest.FirstGraduate(t, w).Graduate.ID
	lines, behind := NewFindingLines(w, id, nil), widgets.NewEntry("")
	w.Fyne().SetContent(container.NewVBox(lines.Object(), behind))
	lines.Show(id, []registrar.Finding{{Rule: "no_house", Field: "house", Severity: data.SeverityConfirm}})
	w.Canvas().FocusNext()
	if w.Canvas().Focused() == nil || w.Canvas().Focused() == fyne.Focusable(behind) {
		t.Fatalf("the keyboard is at %T", w.Canvas().Focused())
	}
	lines.Show(id, nil)
	if w.Canvas().Focused() != fyne.Focusable(behind) {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
}
