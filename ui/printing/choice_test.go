package printing

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestPrintChoosesDocumentAndGraduates(t *testing.T) {
	list.In(t)
	for _, campaign := range registrar.Campaigns() {
		t.Run(campaign, func(t *testing.T) {
			w, _, s, _ := printScreenOf(t, campaign, "uk", 9)
			frametest.MustSee(t, w, map[string]string{"zno-2020": "Реєстраційні картки", "ort-2021": "Реєстраційні форми"}[campaign], "Усі випускники (9)", "У документі 9 випускників", "1 з 9", "Макет склала програма")
			s.audience.SetSelectedIndex(1)
			class := s.chosen
			rows, err := w.Registrar().Table.List(registrar.Filter{Class: class.class})
			if err != nil || class.kind != ofClass || len(rows) != class.size || class.size == 9 {
				t.Fatalf("chosen %+v, the class has %d: %v", class, len(rows), err)
			}
			frametest.MustSee(t, w, s.title(class), w.Say("printing_screen.page", map[string]any{"page": 1, "pages": class.size}))
			w.Go(frame.Route{Screen: frame.Graduates})
			w.Go(frame.Route{Screen: frame.Printing, Only: frametest.IdsOf(t, w)[2:9]})
			frametest.MustSee(t, w, "Позначені: 7", "1 з 7")
			s.audience.SetSelectedIndex(0)
			frametest.MustSee(t, w, "1 з 9")
			if !reflect.DeepEqual(s.documents, w.Registrar().Printing.Documents()) {
				t.Errorf("offered %v", s.documents)
			}
			if s.saveExcel.Visible() || s.listFields.Visible() {
				t.Error("a card is offered as a workbook or with an outgoing number")
			}
		})
	}
}

func TestPrintFollowsTheTicks(t *testing.T) {
	list.In(t)
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 6)
	ids := frametest.IdsOf(t, w)
	t.Run("who is ticked when the screen is opened from the left is printed", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Printing, Only: ids[:1]})
		w.Go(frame.Route{Screen: frame.Graduates})
		list := frametest.ListIn(t, w)
		list.Select(ids[2])
		w.Go(frame.Route{Screen: frame.Printing})
		if got := s.job().Only; !reflect.DeepEqual(got, list.Selected()) || len(got) != 1 || got[0] == ids[0] {
			t.Errorf("printed for %v, ticked %v", got, list.Selected())
		}
	})
	t.Run("and whom a button has sent is printed whoever is ticked", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Printing, Only: ids[:1]})
		if got := s.job().Only; !reflect.DeepEqual(got, ids[:1]) {
			t.Errorf("printed for %v", got)
		}
	})
}

// A selection of long ago is nobody's: who opens the screen with nobody ticked prints all, and
// one who is chosen alone is named.
func TestPrintKeepsNoOldSelection(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 6)
	ids := frametest.IdsOf(t, w)
	row, err := w.Registrar().Table.Find(ids[0])
	if err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Printing, Only: ids[:1]})
	if frametest.MustSee(t, w, row.Graduate.FullName()); len(s.job().Only) != 1 {
		t.Errorf("printed for %v", s.job().Only)
	}
	w.ChangeLanguage("ru")
	w.ChangeLanguage("uk")
	if s = printOf(w); len(s.job().Only) != 1 {
		t.Errorf("after another language printed for %v", s.job().Only)
	}
	w.Go(frame.Route{Screen: frame.History})
	w.Go(frame.Route{Screen: frame.Printing})
	if frametest.MustSee(t, w, "Усі випускники (6)"); len(s.job().Only) != 0 {
		t.Errorf("printed for %v", s.job().Only)
	}
	s.audience.SetSelectedIndex(1)
	class := s.job().Class
	w.Go(frame.Route{Screen: frame.History})
	if w.Go(frame.Route{Screen: frame.Printing}); s.job().Class != class || class == "" {
		t.Errorf("the class %q became %q", class, s.job().Class)
	}
	w.Go(frame.Route{Screen: frame.Printing, Only: ids[:1]})
	s.audience.SetSelectedIndex(len(s.audience.Options) - 1)
	w.Go(frame.Route{Screen: frame.History})
	if w.Go(frame.Route{Screen: frame.Printing}); slices.Contains(s.audience.Options, row.Graduate.FullName()) {
		t.Errorf("an old selection is offered: %v", s.audience.Options)
	}
}

func TestPrintOnlyBuildsTheScreen(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	ids := frametest.IdsOf(t, w)
	if err := w.Registrar().Table.Remove(frametest.Ctx, ids[1:2], ""); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Printing, Only: ids[:3]})
	frametest.MustSee(t, w, "Позначені: 2", "У документі 2 випускники")
}

func TestPrintThoseWithoutAClass(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 6)
	ids := frametest.IdsOf(t, w)
	for _, id := range ids[:2] {
		if _, err := w.Registrar().Table.Change(frametest.Ctx, id, []registrar.Assign{{Field: data.FieldClass, Value: ""}}); err != nil {
			t.Fatal(err)
		}
	}
	s.audience.SetSelectedIndex(1)
	frametest.MustSee(t, w, "Без класу (2)", "1 з 2")
	if got := s.fileName(registrar.FormatPDF); got != "картки-Без класу.pdf" {
		t.Errorf("proposed %q", got)
	}
	if _, err := w.Registrar().Table.Change(frametest.Ctx, ids[2], []registrar.Assign{{Field: data.FieldClass, Value: ""}}); err != nil {
		t.Fatal(err)
	}
	frametest.MustSee(t, w, "Без класу (3)", "1 з 3")
}

func TestPrintFollowsChanges(t *testing.T) {
	w, _, _, _ := printScreenOf(t, "zno-2020", "uk", 6)
	if err := w.Registrar().Table.Remove(frametest.Ctx, frametest.IdsOf(t, w)[:1], ""); err != nil {
		t.Fatal(err)
	}
	frametest.MustSee(t, w, "Усі випускники (5)", "1 з 5")
	w.Go(frame.Route{Screen: frame.History})
	if err := w.Registrar().Table.Remove(frametest.Ctx, frametest.IdsOf(t, w)[:1], ""); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Printing})
	frametest.MustSee(t, w, "Усі випускники (4)", "1 з 4")
}

// Whom a search of the list has shown is called so, and one alone by name.
func TestPrintNamesThoseWhomTheListShows(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 4)
	ids := frametest.IdsOf(t, w)
	w.Go(frame.Route{Screen: frame.Printing, Only: ids[:3], Shown: true})
	frametest.MustSee(t, w, "Показані: 3", "У документі 3 випускники")
	w.ChangeLanguage("ru")
	frametest.MustSee(t, w, "Показанные: 3")
	w.ChangeLanguage("uk")
	w.Go(frame.Route{Screen: frame.Printing, Only: ids[:1], Shown: true})
	frametest.MustSee(t, w, frametest.GraduateOf(t, w, ids[0]).FullName())
	if s = printOf(w); len(s.job().Only) != 1 {
		t.Errorf("printed for %v", s.job().Only)
	}
}

// UA-108: a withdrawal is for persons who were picked: for everybody or a class there is none, and
// several are named before it is saved.
func TestAWithdrawalIsForWhoWasPicked(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 4)
	ids := frametest.IdsOf(t, w)
	w.Go(frame.Route{Screen: frame.Printing, Paper: "withdrawal"})
	frametest.MustSee(t, w, "цього просить сама людина", "Позначте їх на екрані «Випускники»")
	if !s.savePDF.Disabled() || !s.printPDF.Disabled() {
		t.Error("it can be printed for everybody")
	}
	s.audience.SetSelectedIndex(1)
	if frametest.MustSee(t, w, "цього просить сама людина"); !s.savePDF.Disabled() {
		t.Error("it can be printed for a class")
	}
	w.Go(frame.Route{Screen: frame.Printing, Paper: "withdrawal", Only: ids[:2]})
	s.onSave(registrar.FormatPDF)
	words := frametest.DialogWords(w)
	for _, id := range ids[:2] {
		if name := frametest.GraduateOf(t, w, id).FullName(); !strings.Contains(words, name) {
			t.Errorf("%s is not named:\n%s", name, words)
		}
	}
	frametest.Esc(w)
	w.Go(frame.Route{Screen: frame.Printing, Paper: "withdrawal", Only: ids[:1]})
	s.askNamed(func() { ids = nil })
	if ids != nil {
		t.Error("one who was picked is asked about")
	}
}
