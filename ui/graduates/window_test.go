package graduates

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestTicksOutliveASearch(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 10)
	s := graduatesOf(w)
	ids := frametest.IdsOf(t, w)
	s.table.Select(ids[0], ids[1])
	t.Run("KG-041 who is ticked is ticked after a search for another", func(t *testing.T) {
		s.search.SetText(frametest.GraduateOf(t, w, ids[3]).Surname)
		if s.table.Marked() != 0 || s.table.Hidden() != 2 {
			t.Errorf("%d are ticked, %d of them hidden", s.table.Marked(), s.table.Hidden())
		}
		frametest.MustSee(t, w, "ещё отмечено, но не показано: 2")
		s.search.SetText("")
		if got := s.table.Selected(); len(got) != 2 || s.table.Hidden() != 0 {
			t.Errorf("selected %v", got)
		}
	})
	t.Run("KG-041 who was taken out is not ticked any more", func(t *testing.T) {
		if err := w.Registrar().Table.Remove(frametest.Ctx, ids[:1], ""); err != nil {
			t.Fatal(err)
		}
		if s.table.Marked() != 1 || s.table.Hidden() != 0 {
			t.Errorf("%d are ticked, %d of them hidden", s.table.Marked(), s.table.Hidden())
		}
	})
}

func TestSignedInKeyboardIsInTheTable(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	frametest.SignInAs(t, w, "+996 500 000 001", registrar.DemoPassword)
	s := graduatesOf(w)
	first := s.table.Cursor()
	if w.Canvas().Focused() != s.table.Focusable() {
		t.Fatalf("the focus is in %T", w.Canvas().Focused())
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if s.table.Cursor() == first {
		t.Error("the arrow does nothing")
	}
	s.adding.entries[1].SetText("Асан")
	w.Lock()
	frametest.SignInAs(t, w, "+996 500 000 001", registrar.DemoPassword)
	if s = graduatesOf(w); s.adding.entries[1].Text != "Асан" || w.Canvas().Focused() == s.table.Focusable() {
		t.Errorf("given back %q, the focus is in %T", s.adding.entries[1].Text, w.Canvas().Focused())
	}
}

func TestLanguageChangesWhileItRuns(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	s := graduatesOf(w)
	test.Type(s.search, "а")
	s.adding.entries[1].SetText("Сорока")
	cursor := s.table.Rows()[1].Key
	s.table.MoveTo(cursor)
	for language, word := range map[string]string{"ru": "Выпускники", "ky": "Бүтүрүүчүлөр", "en": "Graduates", "uk": "Випускники"} {
		w.ChangeLanguage(language)
		frametest.MustSee(t, w, word, "Сорока")
	}
	s = graduatesOf(w)
	if s.search.Text != "а" || s.table.Cursor() != cursor {
		t.Errorf("search %q, current %q: what was typed and chosen must stay", s.search.Text, s.table.Cursor())
	}
}

func TestLateAnswersAreDropped(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	later := frametest.Delay(t, w)
	s := graduatesOf(w)
	s.search.SetText("нікого")
	s.search.SetText("")
	for len(later.Work) > 0 {
		later.Do(len(later.Work) - 1)
	}
	if got := len(s.table.Rows()); got != 12 {
		t.Errorf("the answer to an earlier question is shown: %d rows", got)
	}
}

func TestClosingSavesTheFieldInHand(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	path := w.Registrar().Path()
	s := graduatesOf(w)
	id := s.table.Rows()[0].Key
	s.table.MoveTo(id)
	patronymic := typedIn(s, "patronymic")
	w.Canvas().Focus(patronymic)
	patronymic.SetText("Лук’янович")
	w.Quit()
	again, err := registrar.Open(frametest.Ctx, path, registrar.SignIn{}, registrar.Options{Key: frametest.TestKey})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if row, err := again.Table.Find(id); err != nil || row.Graduate.Patronymic != "Лук’янович" {
		t.Errorf("stored %q, %v", row.Graduate.Patronymic, err)
	}
}

func TestLeavingARegistrySavesTheFieldInHand(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	path := w.Registrar().Path()
	s := graduatesOf(w)
	id := s.table.Rows()[0].Key
	s.table.MoveTo(id)
	name := typedIn(s, "patronymic")
	w.Canvas().Focus(name)
	name.SetText("Лук’янович")
	w.OnNew()
	w.Start(path)
	if row, err := w.Registrar().Table.Find(id); err != nil || row.Graduate.Patronymic != "Лук’янович" {
		t.Errorf("stored %q, %v", row.Graduate.Patronymic, err)
	}
}

func TestClosingAsksAboutWhatCannotBeSaved(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	graduatesOf(w).adding.entries[1].SetText("Сорока")
	w.Quit()
	frametest.MustSee(t, w, "Вийти без збереження?", "«Сорока» ще не додано")
	var labels []string
	for _, button := range w.Boxes()[0].Buttons() {
		labels = append(labels, button.Text)
	}
	if !slices.Equal(labels, []string{"Вийти", "Залишитися"}) {
		t.Errorf("offered: %q", labels)
	}
	frametest.Esc(w)
	w.Quit()
	frametest.Tap(t, w, "Залишитися")
	if len(w.Boxes()) != 0 || w.Registrar() == nil || graduatesOf(w).adding.entries[1].Text != "Сорока" {
		t.Error("to stay must lose nothing")
	}
	graduatesOf(w).adding.entries[1].SetText("")
}

func TestWhatIsKeptOutlivesSeveralLanguages(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 5)
	graduatesOf(w).adding.entries[1].SetText("Асанова")
	w.Go(frame.Route{Screen: frame.History})
	for _, language := range []string{"ky", "en", "uk"} {
		w.ChangeLanguage(language)
	}
	w.Go(frame.Route{Screen: frame.Graduates})
	if got := graduatesOf(w).adding.entries[1].Text; got != "Асанова" {
		t.Errorf("after three languages %q", got)
	}
}

func TestRemovedAreShownAndBroughtBack(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	s := graduatesOf(w)
	s.table.MoveTo(s.table.Rows()[0].Key)
	s.OnRemove()
	frametest.Confirm(w)
	s.status.SetSelected(w.Say("status.removed", nil))
	if got := len(s.table.Rows()); got != 1 {
		t.Fatalf("%d removed are shown", got)
	}
	s.table.MoveTo(s.table.Rows()[0].Key)
	s.OnRemove()
	s.status.SetSelectedIndex(0)
	frametest.MustSee(t, w, "12 випускників")
}

func TestColumnsOfTheCampaign(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 5)
	if columns := graduatesOf(w).listing.Columns(); columns[0].Title != "Телефон" || columns[1].Title != "Фамилия, имя, отчество" || columns[0].Drop+columns[1].Drop > 0 {
		t.Errorf("KG-067 phone and full name come first and stay: %+v", columns)
	}
}

// Who is ticked stays so when the window is made anew: by other letters, another language, another
// theme (design §2).
func TestTicksStayWhenTheWindowIsMadeAnew(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 5)
	want := frametest.IdsOf(t, w)[1:3]
	graduatesOf(w).table.Select(want...)
	for name, change := range map[string]func(){
		"letters":  func() { w.Settings.Scale = 125; w.Anew() },
		"language": func() { w.ChangeLanguage("ky") },
		"theme":    w.OnDark,
	} {
		before := graduatesOf(w)
		if change(); graduatesOf(w) == before {
			t.Fatalf("%s: the window is the same", name)
		}
		if got := graduatesOf(w).Ticked(); !slices.Equal(got, want) || graduatesOf(w).table.Marked() != 2 {
			t.Errorf("%s: ticked are %v", name, got)
		}
	}
}
