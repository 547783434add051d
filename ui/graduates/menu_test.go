package graduates

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// TestWhoIsOnTheSite: a column and a filter, where the site is the place of record.
func TestWhoIsOnTheSite(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "uk", 10)
	s, r := graduatesOf(w), w.Registrar()
	ids := frametest.IdsOf(t, w)
	if err := r.Table.Record(frametest.Ctx, ids[:2], data.Fact{Kind: data.FactEntered}); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Table.Change(frametest.Ctx, ids[1], []registrar.Assign{{Field: data.FieldGivenName, Value: "Інше"}}); err != nil {
		t.Fatal(err)
	}
	for state, want := range map[string][]string{"": ids, "на сайті": ids[:1], "змінено після сайту": ids[1:2], "ще не на сайті": ids[2:]} {
		if s.site.SetSelected(state); state == "" {
			s.site.SetSelectedIndex(0)
		}
		got := slices.Sorted(slices.Values(s.table.Keys()))
		if !slices.Equal(got, slices.Sorted(slices.Values(want))) {
			t.Errorf("%q shows %d, want %d", state, len(got), len(want))
		}
	}
	s.site.Choose(string(registrar.SiteEntered))
	s.load()
	frametest.MustSee(t, w, "Сайт", "24.02")
	paper, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	frametest.MustNotSee(t, paper, "Сайт", "На сайті")
}

// TestDaysAtTheSiteAreSorted by the time, of which the narrow column shows day and month.
func TestDaysAtTheSiteAreSorted(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 4)
	s, r := graduatesOf(w), w.Registrar()
	ids := frametest.IdsOf(t, w)
	for i, day := range []data.Date{"2020-02-05", "2020-01-20", "2019-12-31"} {
		if err := r.Table.Record(frametest.Ctx, ids[i:i+1], data.Fact{Kind: data.FactEntered, On: day}); err != nil {
			t.Fatal(err)
		}
	}
	s.load()
	s.table.SetLook(&widgets.TableLook{Sort: "site"}, nil)
	if got := s.table.Keys(); !slices.Equal(got, []string{ids[2], ids[1], ids[0], ids[3]}) {
		t.Errorf("%v of %v", got, ids)
	}
}

func itemOf(t *testing.T, items []*fyne.MenuItem, label string) *fyne.MenuItem {
	t.Helper()
	at := slices.IndexFunc(items, func(i *fyne.MenuItem) bool { return i.Label == label })
	if at < 0 {
		t.Fatalf("no %q", label)
	}
	return items[at]
}

// TestMenuOfARowNamesWhoIsMeant: all who are ticked with one of them, another one alone.
func TestMenuOfARowNamesWhoIsMeant(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	s := graduatesOf(w)
	// Those with a number are asked about.
	ids := slices.DeleteFunc(slices.Clone(s.table.Keys()), func(id string) bool { return s.rows[id].Graduate.Current().CardNumber == "" })
	s.table.Select(ids[0], ids[1])
	for key, meant := range map[string][]string{ids[1]: {ids[0], ids[1]}, ids[2]: {ids[2]}} {
		s.table.MoveTo(key)
		items := s.onMenu(key)
		if want := w.Named(namesOf(t, w, meant)); items[0].Label != want {
			t.Errorf("it names %q, want %q", items[0].Label, want)
		}
		itemOf(t, items, "Вилучити").Action()
		if said, want := strings.Join(strings.Fields(frametest.DialogWords(w)), " "), w.Named(namesOf(t, w, meant)); !strings.Contains(said, want) {
			t.Errorf("%q is not asked in %q", want, said)
		}
		frametest.Esc(w)
	}
	itemOf(t, s.onMenu(ids[0]), "Копіювати рядки").Action()
	if lines := strings.Split(strings.TrimSpace(w.Clipboard().Content()), "\n"); len(lines) != 3 || strings.Count(lines[0], "\t") != len(s.listing)-1 {
		t.Errorf("copied %q", lines)
	}
	frametest.MustSee(t, w, "Скопійовано рядків: 2")
	itemOf(t, s.onMenu(ids[2]), "Копіювати рядки").Action()
	if words := w.Clipboard().Content(); strings.Count(words, "\n") != 2 || !strings.Contains(words, s.rows[ids[2]].Graduate.FullName()) {
		t.Errorf("of one who is not ticked there lies on the clipboard %q", words)
	}
}

// TestTableIsArrangedAsItWasLeft in the next window too.
func TestTableIsArrangedAsItWasLeft(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	w.Settings.Tables[frame.Graduates].Sort, w.Settings.Tables[frame.Graduates].Down = "name", true
	w.SaveSettings()
	s := graduatesOf(frametest.Reopened(t, w))
	if got := s.table.Keys(); s.rows[got[0]].Graduate.FullName() < s.rows[got[len(got)-1]].Graduate.FullName() {
		t.Errorf("the first is %s", s.rows[got[0]].Graduate.FullName())
	}
}

// KG-058: the menu of rows gives finished forms back, and offers it for nobody else.
func TestTheMenuGivesFinishedFormsBack(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	r := w.Registrar()
	done, draft := desktest.CompleteORT(t, r), frametest.AddGraduate(t, w, "phone", "0555000101", "surname", "Бекова", "given_name", "Айгүл")
	if err := r.Form.Finish(frametest.Ctx, done); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Graduates})
	s := graduatesOf(w)
	offered := func(id string) *fyne.MenuItem {
		items := s.onMenu(id)
		at := slices.IndexFunc(items, func(i *fyne.MenuItem) bool { return i.Label == "Вернуть на доработку…" })
		if at < 0 {
			return nil
		}
		return items[at]
	}
	if offered(draft) != nil || offered(done) == nil {
		t.Fatalf("offered to a draft %v, to a finished one %v", offered(draft) != nil, offered(done) != nil)
	}
	offered(done).Action()
	frametest.FillIn(t, w, "Что исправить (останется в истории)", "паспорт снят нечётко")
	frametest.FrontTap(t, w, "Вернуть")
	if now := frametest.GraduateOf(t, w, done).Current(); now.ReturnedWith() == nil {
		t.Errorf("got %+v", now.Facts)
	}
}
