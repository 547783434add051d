package field

import (
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// findingOf is what is found about a graduate under a rule, nil for nothing.
func findingOf(t testing.TB, w *frame.Window, id, rule string) *registrar.Finding {
	t.Helper()
	found, err := w.Registrar().Table.Check(registrar.Filter{Only: []string{id}})
	if err != nil {
		t.Fatal(err)
	}
	for i := range found {
		if found[i].Rule == rule {
			return &found[i]
		}
	}
	return nil
}

func TestCall(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	g := frametest.FirstGraduate(t, w).Graduate
	frametest.ChangeField(t, w, g.ID, data.FieldMarks, "deep_visual_impairment")
	finding := findingOf(t, w, g.ID, "separate_route")
	if finding == nil || !finding.Call {
		t.Fatalf("nothing asks for a call: %+v", finding)
	}
	t.Run("UA-142 the centre's phone is shown, and whom one spoke to is demanded", func(t *testing.T) {
		school := w.Registrar().School()
		school.DistrictCentre, school.DistrictCentreContact = "Відділ освіти", "+380577051234"
		if err := w.Registrar().Season.ChangeSchool(frametest.Ctx, school); err != nil {
			t.Fatal(err)
		}
		AskCall(w, []string{g.ID}, w.Phrase(*finding))
		frametest.MustSee(t, w, g.FullName(), "Зателефонуйте до регіонального центру", "Харківський регіональний центр", "testportal.gov.ua",
			"Відділ освіти", "+380 57 705 1234")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Впишіть, з ким говорили", "Впишіть, що відповіли")
		frametest.FillIn(t, w, "З ким говорили", "Іваненко О. П., методист")
		frametest.FillIn(t, w, "День розмови", "31.02.2020")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "такого дня немає", "Іваненко О. П., методист")
		frametest.FillIn(t, w, "День розмови", "25.02.2020")
		frametest.FillIn(t, w, "Що відповіли", "чекають медичний висновок")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "ще не настав", "Записати дзвінок")
	})
	t.Run("UA-142 the call is recorded with day and person, and settles the finding", func(t *testing.T) {
		frametest.FillIn(t, w, "День розмови", "21.02.2020")
		frametest.Confirm(w)
		fact := frametest.GraduateOf(t, w, g.ID).Current().Fact(data.FactCalled, "1")
		if fact == nil || fact.On != "2020-02-21" || fact.Note != "Іваненко О. П., методист: чекають медичний висновок" || len(w.Boxes()) != 0 {
			t.Fatalf("%+v, %d dialogs", fact, len(w.Boxes()))
		}
		if findingOf(t, w, g.ID, "separate_route") != nil {
			t.Error("it is still found")
		}
	})
	t.Run("UA-142 one call about several, by the keyboard alone", func(t *testing.T) {
		rows, err := w.Registrar().Table.List(registrar.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		AskCall(w, []string{rows[1].Graduate.ID, rows[2].Graduate.ID}, "")
		frametest.MustSee(t, w, "2 випускники")
		frametest.TypeFocused(w, "черговий")
		w.Canvas().FocusNext()
		frametest.TypeFocused(w, "зареєструють")
		frametest.Enter(w.Canvas().Focused()) // goes on to the day
		if len(w.Boxes()) != 1 {
			t.Fatal("Enter confirms before the last field")
		}
		frametest.Enter(w.Canvas().Focused())
		for _, row := range rows[1:] {
			if frametest.GraduateOf(t, w, row.Graduate.ID).Current().Fact(data.FactCalled, "1") == nil {
				t.Errorf("%s was not noted", row.Graduate.ID)
			}
		}
		w.Canvas().Unfocus()
		w.OnUndo()
		frametest.MustSee(t, w, "Повернуто, як було: «Дзвінок записано — 2 випускники»")
		for _, row := range rows[1:] {
			if frametest.GraduateOf(t, w, row.Graduate.ID).Current().Fact(data.FactCalled, "1") != nil {
				t.Errorf("the call about %s is noted still", row.Graduate.ID)
			}
		}
	})
}

func TestConfirm(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 2)
	id := frametest.FirstGraduate(t, w).Graduate.ID
	frametest.ChangeField(t, w, id, data.FieldMarks, "must_come_in_person")
	finding := findingOf(t, w, id, "in_person")
	if finding == nil {
		t.Fatal("nothing asks to be confirmed")
	}
	t.Run("UA-142 what no program can judge is signed with a note, and can be taken back", func(t *testing.T) {
		askConfirm(w, id, *finding)
		frametest.MustSee(t, w, "Переконайтеся, що вона про це знає", "Порядок, розділ IV, п. 13", "Я перевірив(ла)")
		frametest.Esc(w)
		if findingOf(t, w, id, "in_person") == nil {
			t.Fatal("Esc confirms")
		}
		askConfirm(w, id, *finding)
		frametest.FillIn(t, w, "Примітка (залишиться в історії)", "мати знає")
		frametest.Confirm(w)
		if fact := frametest.GraduateOf(t, w, id).Current().Fact(data.FactConfirmed, "in_person.marks"); fact == nil || fact.Note != "мати знає" {
			t.Fatalf("%+v", fact)
		}
		if findingOf(t, w, id, "in_person") != nil {
			t.Error("it is still found")
		}
		frametest.Tap(t, w, "Повернути")
		if findingOf(t, w, id, "in_person") == nil {
			t.Error("it was not taken back")
		}
	})
}
