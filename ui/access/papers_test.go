package access

import (
	"path/filepath"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// Papers with passwords are for the marked ones, else for the current one, as on the
// other screens.
func TestAccessPapersOfTheCurrentRow(t *testing.T) {
	w, files := frametest.WithDemo(t, "ort-2021", "ru", 4)
	s := accessesOf(w)
	first, second, without := s.listed[0].graduate, s.listed[1].graduate, s.listed[3].graduate
	if _, err := w.Registrar().Access.Create(frametest.Ctx, []string{first.ID, second.ID, s.listed[2].graduate.ID}, nil); err != nil {
		t.Fatal(err)
	}
	told := func(kind string) []string {
		events, err := w.Registrar().History(frametest.Ctx, registrar.HistoryFilter{Kind: kind})
		if err != nil || len(events) == 0 {
			t.Fatalf("%v, %v", events, err)
		}
		return events[len(events)-1].Graduates
	}
	at := func(g *data.Graduate) { s.Table.MoveTo(g.ID + "/graduand") }
	t.Run("KG-036 KG-038 where nobody is marked the slips are of the current row", func(t *testing.T) {
		at(second)
		files.ToSave = filepath.Join(t.TempDir(), "slips.pdf")
		frametest.Tap(t, w, "Карточки доступа (PDF)")
		frametest.MustSee(t, w, second.FullName(), "Только этот выпускник", "Все карточки: 3")
		frametest.Confirm(w)
		if got := frametest.ToWhom(t, w, registrar.EventAccessPrinted); got != "graduate" {
			t.Errorf("KG-013 the slips go to %q", got)
		}
		if got := told(registrar.EventAccessPrinted); !slices.Equal(got, []string{second.ID}) {
			t.Errorf("slips of %v", got)
		}
		frametest.Esc(w)
	})
	t.Run("KG-035 KG-038 so is the workbook", func(t *testing.T) {
		at(first)
		files.ToSave = filepath.Join(t.TempDir(), "one.xlsx")
		frametest.Tap(t, w, "Доступы выпускников")
		frametest.FillIn(t, w, w.Say("recipient.field", nil), "классный руководитель Ким")
		frametest.Tap(t, w, "Только этот выпускник")
		if got := frametest.ToWhom(t, w, registrar.EventAccessSaved); got != "классный руководитель Ким" {
			t.Errorf("KG-013 it goes to %q", got)
		}
		if got := passwordsOf(t, w, files.ToSave); len(got) != 1 || !slices.Equal(told(registrar.EventAccessSaved), []string{first.ID}) {
			t.Errorf("%d passwords, of %v", len(got), told(registrar.EventAccessSaved))
		}
	})
	t.Run("KG-038 the marked ones go before the current one", func(t *testing.T) {
		mark(s, 0, 1)
		at(s.listed[2].graduate)
		files.ToSave = filepath.Join(t.TempDir(), "marked.xlsx")
		frametest.Tap(t, w, "Доступы выпускников")
		frametest.MustNotSee(t, w, "Только этот выпускник")
		frametest.Tap(t, w, "Только отмеченные: 2")
		if got := told(registrar.EventAccessSaved); len(got) != 2 || slices.Contains(got, s.listed[2].graduate.ID) {
			t.Errorf("the workbook is of %v", got)
		}
		mark(s, 0, 1)
	})
	t.Run("KG-038 of a current row without an access there is nothing; all others are asked about", func(t *testing.T) {
		s.Table.MoveTo(without.ID + "/")
		frametest.Tap(t, w, "Доступы выпускников")
		frametest.MustSee(t, w, "Все с доступом: 3")
		frametest.MustNotSee(t, w, "Только этот выпускник")
		frametest.Esc(w)
	})
}

// KG-036: a button says how many slips it writes: those that were handed over are among them
// only where they are asked for.
func TestSlipsAreCountedAsTheyAreWritten(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 4)
	s := accessesOf(w)
	first, second, third := s.listed[0].graduate.ID, s.listed[1].graduate.ID, s.listed[2].graduate.ID
	if _, err := w.Registrar().Access.Create(frametest.Ctx, []string{first, second, third}, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Registrar().Access.HandOver(frametest.Ctx, []string{first}, data.DoorOwn, "24.02.2020", ""); err != nil {
		t.Fatal(err)
	}
	mark(s, 0, 1)
	frametest.Tap(t, w, "Карточки доступа (PDF)")
	frametest.MustSee(t, w, "Только отмеченные: 1", "Все карточки: 2")
	frametest.Shot(t, w, "access-slips-ru")
	issued := frametest.FindAll[*widgets.DialogCheck](w.Boxes()[0].Content())[0]
	issued.SetChecked(true)
	frametest.MustSee(t, w, "Только отмеченные: 2", "Все карточки: 3")
	issued.SetChecked(false)
	frametest.MustSee(t, w, "Только отмеченные: 1", "Все карточки: 2")
}
