package graduates

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// TestThoseWhoLackAFieldAreFiltered by what is missing, among the states (F-12).
func TestThoseWhoLackAFieldAreFiltered(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	s := graduatesOf(w)
	id, all := s.table.Keys()[2], s.status.Options
	if slices.Contains(all, "Бракує: вулиця") {
		t.Fatalf("offered is %q", all)
	}
	frametest.ChangeField(t, w, id, "house", "")
	house := s.statusWords(frame.LacksField + "house")
	s.status.SetSelected(house)
	if got := s.table.Keys(); !slices.Equal(got, []string{id}) {
		t.Errorf("%q shows %d", house, len(got))
	}
	frametest.ChangeField(t, w, id, "house", "7")
	if frametest.MustSee(t, w, "Нікого не знайдено"); s.status.Selected != house {
		t.Errorf("the last one is mended, and the choice is %q", s.status.Selected)
	}
	s.status.SetSelectedIndex(0)
	if s.table.Count() != 6 || slices.Contains(s.status.Options, house) {
		t.Errorf("%d are shown, offered is %q", s.table.Count(), s.status.Options)
	}
}

// TestThoseWithoutAClassAreFiltered by these words, in the list and for the workbook of a class
// teacher (F-12).
func TestThoseWithoutAClassAreFiltered(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	id := frametest.AddGraduate(t, w, "surname", "Дуб", "phone", "0555000109")
	s := graduatesOf(w)
	s.class.SetSelected("Без класса")
	if got := s.table.Keys(); !slices.Equal(got, []string{id}) || slices.Contains(s.class.Options, "") {
		t.Errorf("%d are shown; offered: %q", len(got), s.class.Options)
	}
	frametest.ChangeField(t, w, id, "class", "11-Я")
	if s.class.Chosen() != "" || s.table.Count() != 4 {
		t.Errorf("nobody is without a class now, %q shows %d", s.class.Selected, s.table.Count())
	}
	frametest.ChangeField(t, w, id, "class", "")
	s.class.SetSelected("Без класса")
	s.OnCollect()
	if whom := frametest.FindAll[*widgets.DialogSelect](w.Boxes()[0].Content())[0]; whom.Selected != "Без класса" {
		t.Errorf("the workbook is proposed for %q", whom.Selected)
	}
}

// TestThoseWhoseCardIsSoFarAreFiltered among the states: who is still to be printed, checked or signed
// (UA-160).
func TestThoseWhoseCardIsSoFarAreFiltered(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	s := graduatesOf(w)
	id := frametest.AddGraduate(t, w, "surname", "Дуб", "class", "11-А", "card_number", "0412352")
	s.status.SetSelected("ще не надруковано")
	if got := s.table.Count(); got != 7 {
		t.Errorf("%d are not printed", got)
	}
	_, err := w.Registrar().Printing.Save(frametest.Ctx, filepath.Join(t.TempDir(), "card.pdf"), printing.Job{Document: printing.Card, Only: []string{id}})
	if err != nil {
		t.Fatal(err)
	}
	if got := s.table.Keys(); len(got) != 6 || slices.Contains(got, id) {
		t.Errorf("printed, %d are shown", len(got))
	}
	frametest.ChangeField(t, w, id, "class", "11-Б")
	s.status.SetSelected("змінено після друку")
	if got := s.table.Keys(); !slices.Equal(got, []string{id}) {
		t.Errorf("%d have changed", len(got))
	}
}

// TestARouteEmptiesTheSearchInSight: the box says what is searched for, whoever has chosen it.
func TestARouteEmptiesTheSearchInSight(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	s := graduatesOf(w)
	test.Type(s.search, "шевчук")
	w.Go(frame.Route{Screen: frame.Overview})
	w.Go(frame.Route{Screen: frame.Graduates, Chooses: true})
	if shown := frametest.TextsOf(s.search); s.search.Text != "" || slices.ContainsFunc(shown, func(t *canvas.Text) bool { return t.Text == "шевчук" }) {
		t.Errorf("the search is %q and its box still shows what was typed", s.search.Text)
	}
	if got := s.table.Count(); got != 6 {
		t.Errorf("%d are shown", got)
	}
}
