package ui

import (
	"testing"

	"graduand/data"
	"graduand/data/registrar"
)

func TestModeInTheForm(t *testing.T) {
	w, _ := empty(t, "ort-2021", "ru")
	id := addGraduate(t, w, "phone", "0555000101", "surname", "Асанова", "given_name", "Айгүл")
	openByEnter(t, w)
	t.Run("KG-039 the form says who fills it, and the list can be filtered by that", func(t *testing.T) {
		hands{t, w}.choose(data.FieldMode, 2)
		if got := stored(t, w, id, data.FieldMode); got != string(data.BySelf) {
			t.Fatalf("stored %q", got)
		}
		formOf(w).onExit()
		chooseOn(t, w, w.say("mode.school", nil))
		if len(listIn(t, w).Rows()) != 0 {
			t.Error("the school still fills it")
		}
	})
}

func TestOwnForm(t *testing.T) {
	w, _ := lockedDemo(t, "ort-2021", "ru")
	signInAs(t, w, "", registrar.DemoPassword)
	g := firstGraduate(t, w).Graduate
	password := passwordOf(t, w.Registrar(), g.ID)
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
		formText(w, "street").SetText("")
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
