package history

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"graduand/assets"
	"graduand/data"
	"graduand/data/cputest"
	"graduand/data/registrar"
	"graduand/data/registrar/payment"
	"graduand/data/registrar/printing"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// historyOf shows the history and gives its screen.
func historyOf(w *frame.Window) *Screen {
	w.Go(frame.Route{Screen: frame.History})
	return historyScreenOf(w)
}

func historyLine(s *Screen, i int) string {
	var words []string
	for _, c := range s.table.Rows()[i].Cells {
		words = append(words, c.Text)
	}
	return strings.Join(words, "|")
}

// F-20: a document that was printed leads to the page that prints it as it was; nothing else does.
func TestHistoryPrintsAgain(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	g := frametest.FirstGraduate(t, w).Graduate
	for _, name := range []string{"list.xlsx", "card.pdf"} {
		document := strings.TrimSuffix(name, filepath.Ext(name))
		if _, err := w.Registrar().Printing.Save(frametest.Ctx, filepath.Join(t.TempDir(), name), printing.Job{Document: document}); err != nil {
			t.Fatal(err)
		}
	}
	frametest.ChangeField(t, w, g.ID, "surname", "Новенко")
	s := historyOf(w)
	offered := map[int]bool{}
	for i := range 3 {
		s.table.MoveTo(s.table.Rows()[i].Key)
		offered[i] = !s.again.Disabled()
	}
	if offered[0] || !offered[1] || offered[2] {
		t.Errorf("a change, a card and a workbook: offered %v", offered)
	}
	s.table.MoveTo(s.table.Rows()[1].Key)
	frametest.Tap(t, w, "Надрукувати ще раз, як було")
	if entry := s.find(s.table.Rows()[1].Key).event.Seq; frametest.Came.Screen != frame.Printing || frametest.Came.Paper != "card" || frametest.Came.Again != entry {
		t.Errorf("it leads to %+v", frametest.Came)
	}
}

func TestHistory(t *testing.T) {
	w, _ := frametest.WithPapers(t, assets.DemoCampaign, "uk", 5)
	g := frametest.FirstGraduate(t, w).Graduate
	before := g.Surname
	frametest.ChangeField(t, w, g.ID, "surname", "Новенко")
	s := historyOf(w)
	t.Run("the newest change comes first, with before and after", func(t *testing.T) {
		for _, word := range []string{"24.02.2020", "Key", "змінено", "Новенко " + g.GivenName, "Прізвище: було «" + before + "», стало «Новенко»"} {
			if !strings.Contains(historyLine(s, 0), word) {
				t.Errorf("%q is not in %q", word, historyLine(s, 0))
			}
		}
		s.table.MoveTo(s.table.Rows()[0].Key)
		if !strings.Contains(s.details.Text, "стало «Новенко»") {
			t.Errorf("details %q", s.details.Text)
		}
	})
	t.Run("a change under the screen is shown at once, elsewhere when it comes to the front", func(t *testing.T) {
		frametest.ChangeField(t, w, g.ID, "document_kind", "passport_book")
		frametest.ChangeField(t, w, g.ID, "document_kind", "id_card")
		if !strings.Contains(historyLine(s, 0), "стало «Паспорт громадянина України (ID-картка)»") {
			t.Errorf("first is %q", historyLine(s, 0))
		}
		shown := len(s.table.Rows())
		w.Go(frame.Route{Screen: frame.SettingsPage})
		frametest.ChangeField(t, w, g.ID, "sex", "ж")
		frametest.ChangeField(t, w, g.ID, "sex", "ч")
		if len(s.table.Rows()) != shown {
			t.Error("the history is read though nobody sees it")
		}
		if w.Go(frame.Route{Screen: frame.History}); len(s.table.Rows()) <= shown || !strings.Contains(historyLine(s, 0), "чоловіча") {
			t.Errorf("first is %q", historyLine(s, 0))
		}
	})
	t.Run("the search finds by name, action and word, a removed graduate too", func(t *testing.T) {
		if err := w.Registrar().Table.Remove(frametest.Ctx, []string{g.ID}, "вибув"); err != nil {
			t.Fatal(err)
		}
		s.search.SetText("новенко вилучено")
		if len(s.table.Rows()) != 1 || !strings.Contains(historyLine(s, 0), "Новенко") {
			t.Errorf("found %d", len(s.table.Rows()))
		}
		frametest.MustSee(t, w, "1 подія")
		s.search.SetText("немає такого")
		if len(s.table.Rows()) != 0 {
			t.Errorf("found %d", len(s.table.Rows()))
		}
	})
}

// One change is taken back and nothing else, or all since a change; both can be undone.
func TestHistoryTakesBack(t *testing.T) {
	w, _ := frametest.WithPapers(t, assets.DemoCampaign, "uk", 2)
	g := frametest.FirstGraduate(t, w).Graduate
	before, class := g.GivenName, g.Class
	frametest.ChangeField(t, w, g.ID, "given_name", "Інакша")
	frametest.ChangeField(t, w, g.ID, "class", "9-Я")
	s := historyOf(w)
	now := func(field string) string {
		row, err := w.Registrar().Table.Find(g.ID)
		if err != nil {
			t.Fatal(err)
		}
		return row.Graduate.Get(field)
	}
	t.Run("F-05 what will be is said, and the field alone goes back", func(t *testing.T) {
		s.table.MoveTo(s.table.Rows()[1].Key)
		frametest.Tap(t, w, "Скасувати цю зміну")
		frametest.MustSee(t, w, "зараз «Інакша», стане «"+before+"»")
		w.Boxes()[0].Confirm()
		if frametest.MustSee(t, w, "Зміну скасовано: "+g.Surname); now("given_name") != before || now("class") != "9-Я" {
			t.Errorf("name %q, class %q", now("given_name"), now("class"))
		}
		if w.OnUndoAct(); now("given_name") != "Інакша" {
			t.Errorf("undone, it is %q", now("given_name"))
		}
		w.OnRedo()
		if frametest.MustSee(t, w, "Зміну скасовано: "+g.Surname); now("given_name") != before {
			t.Errorf("done again, it is %q", now("given_name"))
		}
	})
	t.Run("F-05 what was changed since is not undone in silence", func(t *testing.T) {
		frametest.ChangeField(t, w, g.ID, "class", "9-Ю")
		s.table.MoveTo(s.table.Rows()[len(s.table.Rows())-1].Key)
		for _, row := range s.table.Rows() {
			if e := s.find(row.Key); strings.Contains(e.details, "«9-Я»") && strings.Contains(e.details, "було «"+class) {
				s.table.MoveTo(row.Key)
			}
		}
		frametest.Tap(t, w, "Скасувати цю зміну")
		frametest.MustSee(t, w, "відтоді змінено ще раз")
		w.Boxes()[0].Leave()
		frametest.Tap(t, w, "Повернути стан до цієї зміни")
		frametest.MustSee(t, w, "зараз «9-Ю», стане «"+class+"»")
		w.Boxes()[0].Confirm()
		if now("class") != class {
			t.Errorf("class %q", now("class"))
		}
	})
}

// A long name is whole where the window has room for it.
func TestHistoryCutsNoName(t *testing.T) {
	w, _ := frametest.WithPapers(t, "ort-2021", "ru", 2)
	id := frametest.FirstGraduate(t, w).Graduate.ID
	frametest.ChangeField(t, w, id, "surname", "Токтобекова-Кадырбаева")
	s := historyOf(w)
	name := s.events[0].name
	if room := s.listing[3].Width * w.Scale(); !s.listing[3].TwoLines || fyne.MeasureText(name, 14, fyne.TextStyle{}).Width > 2*room {
		t.Errorf("%q is cut", name)
	}
	frametest.Shot(t, w, "history-names")
}

func TestHistoryOfDates(t *testing.T) {
	w, _ := frametest.WithPapers(t, "ort-2021", "ky", 3)
	g := frametest.FirstGraduate(t, w).Graduate
	frametest.ChangeField(t, w, g.ID, "birth_date", "05.03.2003")
	if s := historyOf(w); !strings.Contains(historyLine(s, 0), "«05.03.2003» болду") {
		t.Errorf("first is %q", historyLine(s, 0))
	}
}

// A search in a long history is work by the number of the events, not by its square.
func TestLongHistory(t *testing.T) {
	w, _ := frametest.WithPapers(t, assets.DemoCampaign, "uk", 3)
	s := historyOf(w)
	few, many := searching(t, s, 625), searching(t, s, 10_000)
	if many > 30*max(few, 50*time.Millisecond) {
		t.Errorf("a search in 625 events takes %v, in 10,000 %v", few, many)
	}
	if got := len(s.table.Rows()); got != 111 {
		t.Errorf("found %d", got)
	}
}

// searching is the processor's time of four letters, ten times, in n events.
func searching(t *testing.T, s *Screen, n int) time.Duration {
	s.events = nil
	for i := range n {
		name := fmt.Sprintf("Прізвище%d", i)
		s.events = append(s.events, pastEvent{key: strings.ToLower(name), name: name, event: registrar.Event{Seq: int64(i)}})
	}
	return cputest.Took(t, func() {
		for range 10 {
			for _, query := range []string{"п", "пр", "прі", "прізвище99"} {
				s.search.SetText(query)
			}
		}
	})
}

// What was recorded reads like words in the history, not like a store.
func TestHistoryOfRecords(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	id := frametest.AddGraduate(t, w, "phone", "0555000101", "surname", "Асанова", "given_name", "Айгүл")
	if err := w.Registrar().Table.Record(frametest.Ctx, []string{id}, data.Fact{Kind: data.FactCalled, Note: "И. Петрова: ждать"}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Registrar().Payment.Add(frametest.Ctx, id, payment.Receipt{Type: "bank", Amount: "370", Number: "123-А"}); err != nil {
		t.Fatal(err)
	}
	frametest.ChangeField(t, w, id, data.FieldSubjects, "mathematics,physics")
	s := historyOf(w)
	for i, words := range [][]string{{"Математика, Физика"}, {"№ 123-А", "370 сом", "В рассмотрении"}, {"Звонок в центр", "24.02.2020", "И. Петрова: ждать"}} {
		line := historyLine(s, i)
		for _, word := range words {
			if !strings.Contains(line, word) || strings.Contains(line, "{") {
				t.Errorf("%q is not in %q", word, line)
			}
		}
	}
}

// What was done is whole in every language, in the table and in the filter that chooses it.
func TestHistoryCutsNoDeed(t *testing.T) {
	w, _ := frametest.WithPapers(t, "ort-2021", "ru", 1)
	for _, language := range text.Languages() {
		w.ChangeLanguage(language)
		for _, size := range frametest.WindowSizes {
			w.Fyne().Resize(size)
			s := historyOf(w)
			for _, kind := range registrar.EventKinds() {
				s.events = []pastEvent{{event: registrar.Event{Kind: kind}, kind: w.Say("event."+kind, nil)}}
				s.kind.Offer([]string{kind}, func(string) string { return s.events[0].kind })
				s.kind.Choose(kind)
				s.choose()
				for _, words := range append(frametest.TextsOf(s.table), frametest.TextsOf(s.kind)...) {
					if strings.HasSuffix(words.Text, "…") {
						t.Errorf("%s, %v: %q is cut to %q", language, size, s.events[0].kind, words.Text)
					}
				}
			}
		}
	}
}

// Of a change of several fields those go back whose ticks are set, and none is no answer.
func TestHistoryTakesBackSomeFields(t *testing.T) {
	w, _ := frametest.WithPapers(t, assets.DemoCampaign, "uk", 1)
	g := frametest.FirstGraduate(t, w).Graduate
	before := g.GivenName
	values := []registrar.Assign{{Field: "given_name", Value: "Інакша"}, {Field: "class", Value: "9-Я"}}
	if _, err := w.Registrar().Table.Change(frametest.Ctx, g.ID, values); err != nil {
		t.Fatal(err)
	}
	s := historyOf(w)
	s.table.MoveTo(s.table.Rows()[0].Key)
	frametest.Tap(t, w, "Скасувати цю зміну")
	ticks := frametest.FindAll[*widgets.DialogCheck](w.Boxes()[0].Content())
	if len(ticks) != 2 {
		t.Fatalf("%d ticks", len(ticks))
	}
	for _, tick := range ticks {
		tick.SetChecked(false)
	}
	if w.Boxes()[0].Confirm(); len(w.Boxes()) != 1 {
		t.Fatal("nothing is ticked, and it goes")
	}
	for _, tick := range ticks {
		tick.SetChecked(strings.Contains(tick.Text, "Інакша"))
	}
	w.Boxes()[0].Confirm()
	if now := frametest.GraduateOf(t, w, g.ID); now.GivenName != before || now.Class != "9-Я" {
		t.Errorf("name %q, class %q", now.GivenName, now.Class)
	}
}

// TestTheSearchOfTheHistoryLeadsToItsRows by the arrow and by Enter.
func TestTheSearchOfTheHistoryLeadsToItsRows(t *testing.T) {
	w, _ := frametest.WithPapers(t, "ort-2021", "ky", 3)
	s := historyOf(w)
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn} {
		w.Canvas().Focus(s.search)
		s.search.TypedKey(&fyne.KeyEvent{Name: key})
		if w.Canvas().Focused() != s.table.Focusable() || s.table.Cursor() == "" {
			t.Errorf("%s leads to %T", key, w.Canvas().Focused())
		}
	}
	rows := s.table.Rows()
	s.table.MoveTo(rows[0].Key)
	frametest.AddGraduate(t, w, "surname", "Жалгызов", "given_name", "Бек")
	w.Canvas().Focus(s.search)
	s.search.SetText("жалгызов")
	s.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if keys := s.table.Keys(); len(keys) != 1 || s.table.Cursor() != keys[0] {
		t.Errorf("of %d found %q is shown", len(keys), s.table.Cursor())
	}
}
