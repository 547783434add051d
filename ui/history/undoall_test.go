package history

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"graduand/assets"
	"graduand/data/registrar"
	"graduand/data/registrar/centrelist"
	"graduand/data/registrar/roster"
	"graduand/data/registrar/table"
	"graduand/ui/frame/frametest"
)

var bareNumber = regexp.MustCompile(`^ ?\d+$`)

// A change of several is taken back as one from the history, told before, and undone in turn.
func TestHistoryTakesBackAllOfAnAct(t *testing.T) {
	w, _ := frametest.WithPapers(t, assets.DemoCampaign, "uk", 5)
	ids := frametest.IdsOf(t, w)
	classes := func() (found []string) {
		for _, id := range ids {
			found = append(found, frametest.GraduateOf(t, w, id).Class)
		}
		return found
	}
	before := classes()
	if _, err := w.Registrar().Table.ChangeMany(frametest.Ctx, ids, []table.Many{{Field: "class", Value: "9-Я", How: table.Put}}); err != nil {
		t.Fatal(err)
	}
	act := w.Registrar()
	frametest.ChangeField(t, w, ids[1], "class", "9-Ю")
	changed := classes()
	s := historyOf(w)
	t.Run("F-05 an event that stands alone offers nothing for all, and the button stays", func(t *testing.T) {
		s.table.MoveTo(s.table.Rows()[0].Key)
		if !s.all.Disabled() || s.all.Text != "Скасувати для всіх" || !s.all.Visible() {
			t.Errorf("%q", s.all.Text)
		}
		wide := s.all.Size()
		s.table.MoveTo(s.table.Rows()[2].Key)
		if s.all.Disabled() || s.all.Text != "Скасувати для всіх 5" || s.all.Size() != wide {
			t.Errorf("%q, %v", s.all.Text, s.all.Size())
		}
		frametest.Shot(t, w, "history-act")
	})
	t.Run("F-05 who goes back and who stays is said before", func(t *testing.T) {
		frametest.Tap(t, w, "Скасувати для всіх 5")
		said := strings.Join(strings.Fields(frametest.DialogWords(w)), " ")
		other := frametest.GraduateOf(t, w, ids[1]).FullName()
		for _, words := range []string{"4 із 5", "Залишається як є, бо відтоді змінилося: " + other, "зараз «9-Я», стане «" + before[0] + "»", other + ": залишається як є. Клас", "Скасувати для 4"} {
			if !strings.Contains(said, words) {
				t.Errorf("%q is not said in %q", words, said)
			}
		}
		frametest.Shot(t, w, "history-act-asked")
		w.Boxes()[0].Leave()
		if got := classes(); !slices.Equal(got, changed) {
			t.Errorf("nothing was agreed to, and it is %v", got)
		}
	})
	t.Run("F-05 it goes back for all at once, is undone and done again", func(t *testing.T) {
		want := slices.Clone(before)
		want[1] = "9-Ю"
		s.onUndoAll()
		w.Boxes()[0].Confirm()
		if got := classes(); !slices.Equal(got, want) {
			t.Errorf("%v, want %v", got, want)
		}
		frametest.MustSee(t, w, "Зміну скасовано: ")
		if w.OnUndoAct(); !slices.Equal(classes(), changed) {
			t.Errorf("undone, it is %v", classes())
		}
		if w.OnRedo(); !slices.Equal(classes(), want) {
			t.Errorf("done again, it is %v", classes())
		}
	})
	t.Run("a row of what was taken back has no bare number of another entry", func(t *testing.T) {
		for _, row := range s.table.Rows() {
			for _, cell := range row.Cells {
				if part := cell.Text[strings.LastIndex(cell.Text, "; ")+1:]; bareNumber.MatchString(part) {
					t.Errorf("it says %q", cell.Text)
				}
			}
		}
	})
	t.Run("F-05 a removal of several comes back as one", func(t *testing.T) {
		if err := act.Table.Remove(frametest.Ctx, ids[:3], "вибули"); err != nil {
			t.Fatal(err)
		}
		s.table.MoveTo(s.table.Rows()[0].Key)
		frametest.Tap(t, w, "Скасувати для всіх 3")
		frametest.MustSee(t, w, "повертається до списку")
		w.Boxes()[0].Confirm()
		if got := frametest.IdsOf(t, w); len(got) != 5 {
			t.Errorf("%d are there", len(got))
		}
	})
}

// A class list goes back from its row of the history, and from the row of each whom it has added;
// who was changed since is named and stays.
func TestHistoryTakesBackAClassList(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "uk")
	list := "Фамилия;Имя;Класс;Телефон\nАсанов;Эрмек;11-А;0555000101\nБекова;Анара;11-Б;0555000102\nОмуров;Болот;11-В;0555000103\n"
	read, err := w.Registrar().Roster.Read(frametest.Ctx, "11.csv", []byte(list), roster.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ids, err := w.Registrar().Roster.Import(frametest.Ctx, read)
	if err != nil {
		t.Fatal(err)
	}
	alone := frametest.AddGraduate(t, w, "surname", "Явір", "given_name", "Іван", "phone", "0555000109")
	frametest.ChangeField(t, w, ids[1], "class", "11-Г")
	s := historyOf(w)
	row := func(kind, id string) string {
		at := slices.IndexFunc(s.events, func(e pastEvent) bool { return e.event.Kind == kind && e.event.Graduate == id })
		return s.events[at].row()
	}
	for _, one := range []struct {
		key  string
		want bool
	}{{row("roster.imported", ""), true}, {row("graduate.added", ids[0]), true}, {row("graduate.added", alone), false}} {
		if s.table.MoveTo(one.key); s.all.Disabled() == one.want {
			t.Errorf("%s: %q", one.key, s.all.Text)
		}
	}
	s.table.MoveTo(row("roster.imported", ""))
	frametest.Tap(t, w, "Скасувати для всіх 3")
	said := strings.Join(strings.Fields(frametest.DialogWords(w)), " ")
	for _, words := range []string{"Із 3 доданих", "буде вилучено зі списку: 2", "Залишається як є, бо відтоді змінилося: Бекова Анара", "Асанов Эрмек: вилучається зі списку"} {
		if !strings.Contains(said, words) {
			t.Errorf("%q is not said in %q", words, said)
		}
	}
	frametest.Shot(t, w, "history-list-asked")
	w.Boxes()[0].Confirm()
	if got := frametest.IdsOf(t, w); len(got) != 2 || !slices.Contains(got, ids[1]) || !slices.Contains(got, alone) {
		t.Errorf("there are %v", got)
	}
	if w.OnUndo(); len(frametest.IdsOf(t, w)) != 4 {
		t.Errorf("undone, there are %v", frametest.IdsOf(t, w))
	}
}

// The centre's list goes back as one act from any of its rows: whom it has changed and whom it has
// added (UA-147).
func TestHistoryTakesBackTheCentresList(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	changed := frametest.AddGraduate(t, w, "surname", "Бондар", "given_name", "Петро", "patronymic", "Олегович", "class", "11-А")
	content := "Прізвище;Ім’я;По батькові;Номер картки\nБондар;Петро;Олегович;1000002\nЄрьоменко;Яна;Сергіївна;1000004\n"
	list, err := w.Registrar().CentreList.Read(frametest.Ctx, "centre.csv", []byte(content), centrelist.Options{Class: "11-Б"})
	if err != nil {
		t.Fatal(err)
	}
	list.DecideAll(centrelist.Add, nil)
	written, err := w.Registrar().CentreList.Write(frametest.Ctx, list)
	if err != nil {
		t.Fatal(err)
	}
	s := historyOf(w)
	for kind, id := range map[string]string{"roster.centre_list": "", "graduate.changed": changed, "graduate.added": written.Added[0]} {
		at := slices.IndexFunc(s.events, func(e pastEvent) bool { return e.event.Kind == kind && e.event.Graduate == id })
		if s.table.MoveTo(s.events[at].row()); s.all.Text != "Скасувати для всіх 2" {
			t.Errorf("%s: %q", kind, s.all.Text)
		}
	}
	frametest.Tap(t, w, "Скасувати для всіх 2")
	w.Boxes()[0].Confirm()
	if got := frametest.Stored(t, w, changed, "card_number"); got != "" || len(frametest.IdsOf(t, w)) != 1 {
		t.Errorf("the number is %q, there are %v", got, frametest.IdsOf(t, w))
	}
}

// Who was added or removed alone goes back by the button of one change.
func TestHistoryTakesBackWhoCameOrWentAlone(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "uk")
	id := frametest.AddGraduate(t, w, "surname", "Явір", "given_name", "Іван", "phone", "0555000109")
	s := historyOf(w)
	gone := func() bool { return frametest.GraduateOf(t, w, id).Removed != nil }
	takeBack := func(said string) {
		t.Helper()
		s.table.MoveTo(s.table.Rows()[0].Key)
		if s.undo.Disabled() || !s.back.Disabled() || !s.all.Disabled() {
			t.Fatal("it is not offered, or more is")
		}
		frametest.Tap(t, w, "Скасувати цю зміну")
		frametest.MustSee(t, w, "Явір Іван: "+said)
		w.Boxes()[0].Confirm()
	}
	if takeBack("вилучається зі списку"); !gone() {
		t.Error("still there")
	}
	if takeBack("повертається до списку"); gone() {
		t.Error("still gone")
	}
	if w.OnUndo(); !gone() {
		t.Error("the last act is not taken back")
	}
}

// Who may only read is offered nothing for all.
func TestWhoMayOnlyReadTakesNothingBack(t *testing.T) {
	for role, offered := range map[registrar.Role]bool{registrar.RoleReader: false, registrar.RoleResponsible: true} {
		s := historyOf(frametest.WithRole(t, "uk", role))
		s.acts = map[int64]int{7: 3}
		if s.offerAll(&pastEvent{event: registrar.Event{Batch: 7}}); s.all.Disabled() == offered {
			t.Errorf("%s: %q", role, s.all.Text)
		}
	}
}
