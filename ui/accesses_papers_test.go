package ui

import (
	"path/filepath"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
)

// Papers with passwords are for the marked ones, else for the current one, as on the
// other screens.
func TestAccessPapersOfTheCurrentRow(t *testing.T) {
	w, files := withDemo(t, "ort-2021", "ru", 4)
	s := accessesOf(w)
	first, second, without := s.listed[0].graduate, s.listed[1].graduate, s.listed[3].graduate
	if _, err := w.Registrar().CreateAccesses(ctx, []string{first.ID, second.ID, s.listed[2].graduate.ID}, nil); err != nil {
		t.Fatal(err)
	}
	told := func(kind string) []string {
		events, err := w.Registrar().History(ctx, registrar.HistoryFilter{Kind: kind})
		if err != nil || len(events) == 0 {
			t.Fatalf("%v, %v", events, err)
		}
		return events[len(events)-1].Graduates
	}
	at := func(g *data.Graduate) { s.table.MoveTo(g.ID + "/graduand") }
	t.Run("KG-036 KG-038 where nobody is marked the slips are of the current row", func(t *testing.T) {
		at(second)
		files.toSave = filepath.Join(t.TempDir(), "slips.pdf")
		tap(t, w, "Карточки доступа (PDF)")
		mustSee(t, w, second.FullName(), "Только этот выпускник", "Все с доступом: 3")
		confirm(w)
		if got := told(registrar.EventAccessPrinted); !slices.Equal(got, []string{second.ID}) {
			t.Errorf("slips of %v", got)
		}
		esc(w)
	})
	t.Run("KG-035 KG-038 so is the workbook", func(t *testing.T) {
		at(first)
		files.toSave = filepath.Join(t.TempDir(), "one.xlsx")
		tap(t, w, "Доступы выпускников")
		tap(t, w, "Только этот выпускник")
		if got := passwordsOf(t, w, files.toSave); len(got) != 1 || !slices.Equal(told(registrar.EventAccessSaved), []string{first.ID}) {
			t.Errorf("%d passwords, of %v", len(got), told(registrar.EventAccessSaved))
		}
	})
	t.Run("KG-038 the marked ones go before the current one", func(t *testing.T) {
		mark(s, 0, 1)
		at(s.listed[2].graduate)
		files.toSave = filepath.Join(t.TempDir(), "marked.xlsx")
		tap(t, w, "Доступы выпускников")
		mustNotSee(t, w, "Только этот выпускник")
		tap(t, w, "Только отмеченные: 2")
		if got := told(registrar.EventAccessSaved); len(got) != 2 || slices.Contains(got, s.listed[2].graduate.ID) {
			t.Errorf("the workbook is of %v", got)
		}
		mark(s, 0, 1)
	})
	t.Run("KG-038 of a current row without an access there is nothing; all others are asked about", func(t *testing.T) {
		s.table.MoveTo(without.ID + "/")
		tap(t, w, "Доступы выпускников")
		mustSee(t, w, "Все с доступом: 3")
		mustNotSee(t, w, "Только этот выпускник")
		esc(w)
	})
}
