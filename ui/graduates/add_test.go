package graduates

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/data"
	"graduand/ui/frame/frametest"
)

func typeRow(q *quickAdd, words ...string) { q.fill(words) }

// TestQuickAddWhileTheRegistryWorks: the next name is typed while the one before is added
// (KG-011).
func TestQuickAddWhileTheRegistryWorks(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	s := graduatesOf(w)
	q, later := s.adding, &frametest.Later{}
	w.Runner = later.Runner()
	typeRow(q, "0555000101", "Асанова", "Айгүл", "")
	q.onAdd()
	if !q.empty() {
		t.Fatal("the row is not free for the next one")
	}
	typeRow(q, "0555000102", "Бейшенов", "", "")
	w.Canvas().Focus(q.entries[2])
	later.DoAll()
	frametest.MustSee(t, w, "Добавлено: Асанова Айгүл")
	if q.entries[1].Text != "Бейшенов" || w.Canvas().Focused() != fyne.Focusable(q.entries[2]) {
		t.Errorf("the next one was lost: %q", q.words())
	}
	q.entries[2].SetText("Болот")
	q.onAdd()
	typeRow(q, "0555000103", "Жумабаев", "Жаныбек", "")
	q.onAdd()
	later.DoAll()
	if got := surnames(s); len(got) != 3 {
		t.Errorf("there are %v", got)
	}
	w.OnUndo()
	w.OnUndo()
	later.DoAll()
	if got := surnames(s); len(got) != 1 || got[0] != "Асанова" {
		t.Errorf("after two were taken back: %v", got)
	}
}

// TestQuickAddGivesBackWhoIsRefused: what was typed stays (KG-033).
func TestQuickAddGivesBackWhoIsRefused(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	frametest.AddGraduate(t, w, data.FieldPhone, "0555000101", data.FieldSurname, "Асанова")
	q, later := graduatesOf(w).adding, &frametest.Later{}
	w.Runner = later.Runner()
	typeRow(q, "0555000101", "Асанов", "Бакыт", "")
	q.onAdd()
	typeRow(q, "0555000102", "Бейшенов", "Болот", "")
	later.DoAll()
	frametest.MustSee(t, w, "Не добавлено: Асанов Бакыт. Такой же телефон")
	if !graduatesOf(w).Unsaved() || q.entries[1].Text != "Бейшенов" {
		t.Errorf("the row holds %q", q.words())
	}
	q.onAdd()
	later.DoAll()
	frametest.MustSee(t, w, "Такой же телефон")
	if q.entries[1].Text != "Асанов" {
		t.Errorf("who was refused did not come back: %q", q.words())
	}
}

func TestWhoWasAddedIsShown(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	s := graduatesOf(w)
	s.search.SetText("їж")
	s.status.SetSelected(w.Say("status.draft", nil))
	found := s.table.Count()
	typeRow(s.adding, "11-А", "швець", "Ілля", "Петрович")
	s.adding.onAdd()
	frametest.MustSee(t, w, "Додано: Швець Ілля Петрович. Стать за по батькові: чоловіча. Рядок показано попри фільтр", "Швець Ілля")
	id := s.table.Cursor()
	if s.table.Count() != found+1 || s.rows[id].Graduate.Surname != "Швець" {
		t.Fatalf("%d rows, the current one is %v", s.table.Count(), s.rows[id])
	}
	if s.rows[id].Graduate.Sex != data.Male {
		t.Errorf("sex %q", s.rows[id].Graduate.Sex)
	}
	s.search.SetText("їжа")
	if s.table.Count() > found {
		t.Error("another filter shows him still")
	}
	s.search.SetText("")
	s.status.SetSelectedIndex(0)
	test.Type(s.search, "швець")
	if s.table.Count() != 1 {
		t.Error("he is not found")
	}
}

// TestTheSameNameAgainIsAskedAbout: without a birth date too (F-18).
func TestTheSameNameAgainIsAskedAbout(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	s := graduatesOf(w)
	typeRow(s.adding, "0555000101", "Асанова", "Айгүл", "")
	s.adding.onAdd()
	typeRow(s.adding, "0555000102", "асанова", "айгүл", "")
	s.adding.onAdd()
	frametest.MustSee(t, w, "Асанова Айгүл уже есть в реестре")
	frametest.Esc(w)
	if s.adding.entries[1].Text != "асанова" || s.table.Count() != 1 {
		t.Fatalf("the row holds %q, %d rows", s.adding.words(), s.table.Count())
	}
	s.adding.onAdd()
	frametest.Tap(t, w, w.Say("ui.add_anyway", nil))
	if s.table.Count() != 2 {
		t.Errorf("%d rows", s.table.Count())
	}
}

// TestPanelIsEmptyUntilItIsRight: nobody's fields are taken for another's.
func TestPanelIsEmptyUntilItIsRight(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	s := graduatesOf(w)
	ids := s.table.Keys()
	s.table.MoveTo(ids[0])
	first := s.rows[ids[0]].Graduate
	later := &frametest.Later{}
	w.Runner = later.Runner()
	patronymic := typedIn(s, data.FieldPatronymic)
	w.Canvas().Focus(patronymic)
	s.table.MoveTo(ids[1])
	if s.panel.body.Visible() || w.Canvas().Focused() == fyne.Focusable(patronymic) {
		t.Errorf("the fields of %s are open while those of another are asked for", first.FullName())
	}
	later.DoAll()
	if !s.panel.body.Visible() || typedIn(s, data.FieldSurname).Text != s.rows[ids[1]].Graduate.Surname {
		t.Error("the fields did not come")
	}
	if err := w.Registrar().Table.Remove(frametest.Ctx, ids[2:3], ""); err != nil {
		t.Fatal(err)
	}
	if !s.panel.body.Visible() {
		t.Error("the fields go away while the same ones are asked for again")
	}
}
