package graduates

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// TestRemovalNamesAsksAndIsTakenBack (design §2: removal is a fact and can be undone).
func TestRemovalNamesAsksAndIsTakenBack(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	s := graduatesOf(w)
	ids := s.table.Keys()
	id, below := ids[4], ids[5]
	name := s.rows[id].Graduate.FullName()
	s.table.MoveTo(id)
	t.Run("who has a card number is asked about by name", func(t *testing.T) {
		s.OnRemove()
		frametest.MustSee(t, w, "Вилучити: "+name+"?", "Номер картки вже є: "+name)
		frametest.Esc(w)
		if s.table.Count() != 12 {
			t.Fatal("Esc has removed somebody")
		}
	})
	t.Run("the row below is the current one, and the name is told", func(t *testing.T) {
		s.OnRemove()
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Вилучено: "+name)
		if s.table.Cursor() != below {
			t.Errorf("the cursor is at %q, want the one below", s.table.Cursor())
		}
	})
	t.Run("it is taken back after the next save, and done again", func(t *testing.T) {
		w.Done("Збережено: клас", nil)
		w.OnUndo()
		frametest.MustSee(t, w, "Повернуто: "+name)
		if s.table.Cursor() != id {
			t.Error("who came back is not the current one")
		}
		w.OnRedo()
		frametest.MustSee(t, w, "Вилучено: "+name)
		w.OnUndo()
		w.OnRedo()
		w.OnUndo()
		if s.table.Count() != 12 {
			t.Errorf("%d are there", s.table.Count())
		}
	})
	t.Run("without number and finished form nobody is asked about", func(t *testing.T) {
		frametest.AddGraduate(t, w, data.FieldSurname, "Яяченко")
		s.table.MoveTo(s.table.Keys()[0])
		before := s.table.Count()
		s.OnRemove()
		if len(w.Boxes()) != 0 || s.table.Count() != before-1 {
			t.Errorf("%d dialogs, %d rows", len(w.Boxes()), s.table.Count())
		}
	})
	t.Run("the last row leaves the one above", func(t *testing.T) {
		keys := s.table.Keys()
		s.table.MoveTo(keys[len(keys)-1])
		s.OnRemove()
		frametest.Confirm(w)
		if s.table.Cursor() != keys[len(keys)-2] {
			t.Error("the cursor is elsewhere")
		}
	})
}

func TestRemovalOfManyNamesThem(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 10)
	s := graduatesOf(w)
	s.OnSelectAll()
	ids := slices.Clone(s.table.Selected())
	s.OnRemove()
	if len(w.Boxes()) > 0 {
		frametest.Confirm(w)
	}
	frametest.MustSee(t, w, "Удалено: "+s.window.Named(namesOf(t, w, ids)))
}

func namesOf(t *testing.T, w *frame.Window, ids []string) (names []string) {
	t.Helper()
	for _, id := range ids {
		names = append(names, frametest.GraduateOf(t, w, id).FullName())
	}
	return names
}
