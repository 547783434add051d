package graduates

import (
	"slices"
	"strings"
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

// TestRemovalOfManyAsks though nobody of them has a number: Enter and Esc keep them.
// Where those who were taken out are shown one button brings them back and another takes back what
// was done last: no two say the same.
func TestBringingBackIsNotCalledTakingBack(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		w, _ := frametest.WithDemo(t, "zno-2020", language, 3)
		s := graduatesOf(w)
		s.status.SetSelected(w.Say("status.removed", nil))
		if words := s.takeOut.Text; words == w.Say("ui.undo", nil) || words != w.Say("ui.restore_button", nil) {
			t.Errorf("%s: %q", language, words)
		}
	}
}

func TestRemovalOfManyAsks(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 10)
	s := graduatesOf(w)
	w.OnSelectAll()
	ids := slices.Clone(s.table.Selected())
	names := s.window.Named(namesOf(t, w, ids))
	for _, keep := range []func(*frame.Window){frametest.Confirm, frametest.Esc} {
		s.OnRemove()
		mustAsk(t, w, "Удалить выпускников: 10?", names)
		keep(w)
		if len(w.Boxes()) != 0 || s.table.Count() != len(ids) {
			t.Fatalf("%d dialogs, %d rows", len(w.Boxes()), s.table.Count())
		}
	}
	s.OnRemove()
	frametest.FrontTap(t, w, "Удалить (10)")
	frametest.MustSee(t, w, "Удалено: 10. "+names)
}

// TestRemovalAsksWhoIsMeant where the current row is none of the ticked ones.
func TestRemovalAsksWhoIsMeant(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "uk", 10)
	s := graduatesOf(w)
	ids := s.table.Keys()
	at, ticked := ids[1], ids[4:9]
	name, names := s.rows[at].Graduate.FullName(), s.named(ticked)
	begin := func() {
		s.table.Select(ticked...)
		s.table.MoveTo(at)
		s.OnRemove()
		mustAsk(t, w, "Кого вилучити?", name, names)
	}
	begin()
	frametest.Confirm(w)
	if s.table.Count() != len(ids) {
		t.Fatal("Enter has removed somebody")
	}
	begin()
	frametest.FrontTap(t, w, "Лише "+name)
	for len(w.Boxes()) > 0 { // much is done for that one
		frametest.Confirm(w)
	}
	if keys := s.table.Keys(); len(keys) != len(ids)-1 || slices.Contains(keys, at) {
		t.Errorf("%d rows are left of %d", len(keys), len(ids))
	}
	at = s.table.Keys()[0]
	name = s.rows[at].Graduate.FullName()
	begin()
	frametest.FrontTap(t, w, "Усіх позначених (5)")
	if keys := s.table.Keys(); len(keys) != 4 || !slices.Contains(keys, at) {
		t.Errorf("%d rows are left", len(keys))
	}
}

// mustAsk is MustSee for the dialog in front, however its words are broken into lines.
func mustAsk(t *testing.T, w *frame.Window, words ...string) {
	t.Helper()
	said := strings.Join(strings.Fields(frametest.DialogWords(w)), " ")
	for _, word := range words {
		if !strings.Contains(said, word) {
			t.Errorf("%q is not asked in %q", word, said)
		}
	}
}

func namesOf(t *testing.T, w *frame.Window, ids []string) (names []string) {
	t.Helper()
	for _, id := range ids {
		names = append(names, frametest.GraduateOf(t, w, id).FullName())
	}
	return names
}

// After everybody has been removed the empty list tells where they are.
func TestAListOfWhichAllAreRemovedSaysSo(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	s := graduatesOf(w)
	if err := w.Registrar().Table.Remove(frametest.Ctx, frametest.IdsOf(t, w), ""); err != nil {
		t.Fatal(err)
	}
	if said := s.empty.Words.Text; !strings.Contains(said, "вилучено (3)") || strings.Contains(said, "ще нікого немає") {
		t.Errorf("the list says %q", said)
	}
	s.status.SetSelected(w.Say("status.removed", nil))
	if s.empty.Words.Text != "" || s.table.Count() != 3 {
		t.Errorf("over %d rows stands %q", s.table.Count(), s.empty.Words.Text)
	}
}
