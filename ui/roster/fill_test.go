package roster

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
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

// F-12: who was changed since stays, is not counted among those removed, and all that is said of
// it can be read.
func TestWhoStaysIsNotCountedAsRemoved(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	list := "ФИО;Телефон;Класс\n"
	for i, name := range []string{"Асанов Бакыт", "Токтоев Эмил", "Усупова Айгүл", "Садыкова Нуриза"} {
		list += fmt.Sprintf("%s;055500010%d;11-А\n", name, i)
	}
	w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "roster.csv", list)})
	theImport(w).onAdd()
	stays := graduateNames(t, w)[1]
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	frametest.ChangeField(t, w, rows[1].Graduate.ID, "class", "11-Б")
	w.OnUndo()
	want := "Удалено добавленных из списка: 3. Остаётся как есть, потому что с тех пор изменилось: " + stays
	w.Fyne().Resize(fyne.NewSize(2000, 600))
	frametest.MustSee(t, w, want)
	w.OnRedo()
	frametest.MustSee(t, w, theImport(w).say("added", withCount(3)))
}
