package photo

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// KG-055: all that is in doubt about a file stands in its row and beside it, also where there is
// little room; what a file replaces is said in the row too, and whom a folder names otherwise is
// taken by nobody together with others.
func TestARowTellsAllDoubtsAndWhatItReplaces(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	boy := desktest.MustAdd(t, w.Registrar(), "surname=Мельник", "given_name=Олег", "class=11-А", "phone=0671234501")
	other := desktest.MustAdd(t, w.Registrar(), "surname=Бойко", "given_name=Ірина", "class=11-А", "phone=0671234502")
	for id, seed := range map[string]byte{boy: 3, other: 2} {
		desktest.Attach(t, w.Registrar(), id, "face_photo", desktest.Picture(t, seed))
	}
	folder := filepath.Join(t.TempDir(), "11-Б")
	desktest.Must(os.Mkdir(folder, 0o700))
	desktest.MustAdd(t, w.Registrar(), "surname=Шевчук", "given_name=Ігор", "class=11-Б", "phone=0671234503")
	desktest.Must(os.WriteFile(filepath.Join(folder, "Мельник Олег.jpg"), desktest.Picture(t, 2), 0o600))
	w.Fyne().Resize(fyne.NewSize(1366, 768))
	w.Go(frame.Route{Screen: frame.PhotoFolder, Files: []string{folder}})
	enter(w)
	s := folders.Of(w)
	p := s.at("Мельник Олег.jpg")
	cell := s.noteCell(*p)
	for _, said := range []string{"Теку названо іншим класом", "Те саме або майже те саме зображення", "Там уже є інше зображення"} {
		if !strings.Contains(cell.Text, said) || !strings.Contains(s.form.why.Text, said) {
			t.Errorf("%q is missing in %q", said, cell.Text)
		}
	}
	if want := "Те саме зображення в: Бойко Ірина; тека іншого класу; замінить те, що є"; cell.Short != want {
		t.Errorf("%q", cell.Short)
	}
	if len(s.takable()) != 0 {
		t.Error("it is taken with others")
	}
	frametest.Shot(t, w, "folder-doubts")
	s.settled[p.Name] = photo.Settled{Graduate: boy}
	s.settle(func() {})
	if cell = s.noteCell(*s.at(p.Name)); !strings.HasPrefix(cell.Short, "Замінить те, що є.") {
		t.Errorf("%q", cell.Short)
	}
}

// KG-017: of two files for one place the one that is taken by Enter settles the other, which is told
// and comes no more by itself, but can be taken instead; Delete leaves a file out also where the
// keyboard stands in the search for whose it is.
func TestTwoFilesForOnePlaceGoRoundInNoCircle(t *testing.T) {
	w, _, folder, _ := school(t, "uk")
	frametest.Drop(w, folder)
	enter(w)
	s := folders.Of(w)
	one, other := "Бекова Анара 2.jpg", "Бекова Анара.jpg"
	s.rows.table.MoveTo(one)
	enter(w)
	enter(w)
	if s.at(one).Outcome != photo.Sure || s.at(other).Outcome != photo.LeftOut || s.rows.table.Cursor() != "Омуров Болот.jpg" {
		t.Fatalf("%s, %s, at %s", s.at(one).Outcome, s.at(other).Outcome, s.rows.table.Cursor())
	}
	frametest.MustSee(t, w, "«Бекова Анара.jpg»: Не взято: місце зайняте файлом «Бекова Анара 2.jpg».")
	t.Run("KG-017 it can be taken instead", func(t *testing.T) {
		s.showOutcome(photo.LeftOut)
		frametest.MustSee(t, w, "Узяти замість нього")
		enter(w)
		enter(w)
		if s.at(one).Outcome != photo.LeftOut || s.at(other).Outcome != photo.Sure {
			t.Errorf("%s, %s", s.at(one).Outcome, s.at(other).Outcome)
		}
	})
	t.Run("KG-017 Delete in the empty search leaves out, in words it deletes", func(t *testing.T) {
		s.showOutcome(photo.Unmatched)
		enter(w)
		typed(w, "ом")
		s.form.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		s.form.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
		if s.form.search.Text != "м" || s.at("scan 7.jpg").Outcome != photo.Unmatched {
			t.Errorf("%q, %s", s.form.search.Text, s.at("scan 7.jpg").Outcome)
		}
		s.form.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
		if s.at("scan 7.jpg").Outcome != photo.LeftOut {
			t.Error(s.at("scan 7.jpg").Outcome)
		}
	})
}
