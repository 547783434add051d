package roster

import (
	"slices"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// F-14, F-12: what a list has added and filled in is taken back as one, the last first, and
// done again.
func TestWhatAListHasDoneIsTakenBack(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	id := frametest.AddGraduate(t, w, "phone", "0555000101", "surname", "Асанов", "given_name", "Бакыт")
	w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "roster.csv",
		"ФИО;Телефон;Дата рождения;Класс\nАсанов Бакыт;0555000101;05.03.2004;11-А\nНовый Человек;0555000103;07.03.2004;11-А\nДругой Человек;0555000104;08.03.2004;11-А\n")})
	theImport(w).onAdd()
	frametest.Tap(t, w, "Заполнить пустое: 2 значения")
	class := func() string { return frametest.GraduateOf(t, w, id).Class }
	for range 2 {
		if w.OnUndo(); class() != "" {
			t.Fatalf("the class is %q still", class())
		}
		frametest.MustSee(t, w, "Снова пустое: Асанов Бакыт.")
		if w.OnUndo(); !slices.Equal(graduateNames(t, w), []string{"Асанов Бакыт"}) {
			t.Fatalf("there are %v", graduateNames(t, w))
		}
		frametest.MustSee(t, w, "Удалено добавленных из списка: 2")
		if w.OnRedo(); len(graduateNames(t, w)) != 3 {
			t.Fatalf("there are %v", graduateNames(t, w))
		}
		if w.OnRedo(); class() != "11-А" {
			t.Fatalf("the class is %q", class())
		}
	}
}
