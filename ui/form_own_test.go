package ui

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
)

func TestModeInTheForm(t *testing.T) {
	w, _ := empty(t, "ort-2021", "ru")
	id := addGraduate(t, w, "phone", "0555000101", "surname", "Асанова", "given_name", "Айгүл")
	openByEnter(w)
	t.Run("KG-039 the form says who fills it, and the list can be filtered by that", func(t *testing.T) {
		hands{t, w}.choose(data.FieldMode, 2)
		if got := stored(t, w, id, data.FieldMode); got != string(data.BySelf) {
			t.Fatalf("stored %q", got)
		}
		formOf(w).onExit()
		graduatesOf(w).mode.SetSelected(w.say("mode.school", nil))
		if len(graduatesOf(w).table.Rows()) != 0 {
			t.Error("the school still fills it")
		}
	})
}

func TestOwnForm(t *testing.T) {
	w, _ := lockedDemo(t, "ort-2021", "ru")
	signInAs(t, w, "", registrar.DemoPassword)
	g := firstGraduate(t, w).Graduate
	password := passwordOf(t, w.registrar, g.ID)
	w.lock()
	signInAs(t, w, g.Phone, password)
	t.Run("KG-069 the very same form, without the site of the centre and without the others", func(t *testing.T) {
		mustSee(t, w, "Бланк регистрации на ОРТ", "6. Проверка и", "Оплаты", "Сохранить и выйти")
		s := formOf(w)
		s.order = []string{s.id, "another"}
		s.onNeighbour(1)
		if s.site != nil || s.id != g.ID {
			t.Error("there is more than the own form")
		}
	})
	t.Run("KG-069 KG-044 it holds up at the very same errors", func(t *testing.T) {
		formOf(w).goToField("street")
		formText(w, "street").entry.SetText("")
		formOf(w).onForth()
		atStep(t, w, "address")
		mustSee(t, w, "Перейти дальше пока нельзя", "«Улица»")
	})
	t.Run("KG-060 it is left at any point and opens at the same step", func(t *testing.T) {
		tap(t, w, "Сохранить и выйти")
		signInAs(t, w, g.Phone, password)
		atStep(t, w, "address")
	})
}

// What was recorded reads like words in the history, not like a store.
func TestHistoryOfRecords(t *testing.T) {
	w, _ := empty(t, "ort-2021", "ru")
	id := addGraduate(t, w, "phone", "0555000101", "surname", "Асанова", "given_name", "Айгүл")
	if err := w.registrar.Record(ctx, []string{id}, data.Fact{Kind: data.FactCalled, Note: "И. Петрова: ждать"}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.registrar.AddPayment(ctx, id, registrar.Receipt{Type: "bank", Amount: "370", Number: "123-А"}); err != nil {
		t.Fatal(err)
	}
	changeField(t, w, id, data.FieldSubjects, "mathematics,physics")
	s := historyOf(w)
	for i, words := range [][]string{{"Математика, Физика"}, {"№ 123-А", "370 сом", "В рассмотрении"}, {"Звонок в центр", "24.02.2020", "И. Петрова: ждать"}} {
		line := historyLine(s, i)
		for _, word := range words {
			if !strings.Contains(line, word) || strings.Contains(line, "{") {
				t.Errorf("%q is not in %q", word, line)
			}
		}
	}
}

func TestHelpOfTheForm(t *testing.T) {
	for campaign, words := range map[string]string{"ort-2021": "Шаг с ошибкой нельзя пройти вперёд", "zno-2020": "Шаги можно заполнять в любом порядке"} {
		w, _ := withDemo(t, campaign, "ru", 3)
		w.Go(Route{Screen: screenHelp})
		w.screens[screenHelp].(*helpScreen).search.SetText("бланк")
		all := strings.ReplaceAll(visible(w), "\n", " ")
		for _, word := range []string{words, "Ctrl+B", "Ctrl+PgDn"} {
			if !strings.Contains(all, word) {
				t.Errorf("%s: the help does not say %q:\n%s", campaign, word, all)
			}
		}
	}
}
