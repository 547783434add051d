package graduates

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func surnames(s *Screen) []string {
	var all []string
	for _, row := range s.table.Rows() {
		all = append(all, strings.Fields(s.rows[row.Key].Graduate.FullName())[0])
	}
	return all
}

func TestGraduatesOfTheDemo(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 0)
	s := graduatesOf(w)
	frametest.MustSee(t, w, "94 випускники", "Прізвище, ім’я, по батькові", "Картка")
	s.table.MoveTo(s.table.Rows()[2].Key)
	frametest.Shot(t, w, "graduates-zno")

	t.Run("F-11 search as you type", func(t *testing.T) {
		test.Type(s.search, "їж")
		for _, name := range surnames(s) {
			if !strings.HasPrefix(name, "Їж") {
				t.Errorf("found %s", name)
			}
		}
		frametest.MustSee(t, w, " з 94")
		s.search.SetText("нікого такого")
		frametest.MustSee(t, w, "Нікого не знайдено")
		s.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		frametest.MustSee(t, w, "94 випускники")
	})
	t.Run("F-12 filters by class and status", func(t *testing.T) {
		s.class.SetSelected("11-Б")
		frametest.MustSee(t, w, "24 з 94")
		s.status.SetSelected(w.Say("status.draft", nil))
		frametest.MustSee(t, w, "0 з 94")
		s.class.SetSelected("11-Г")
		frametest.MustSee(t, w, "3 з 94")
		s.class.SetSelectedIndex(0)
		s.status.SetSelectedIndex(0)
		frametest.MustSee(t, w, "94 випускники")
	})
	t.Run("several rows selected, removed and brought back", func(t *testing.T) {
		w.Canvas().Focus(s.table.Focusable())
		list := s.table.Focusable()
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		frametest.MustSee(t, w, "позначено 2")
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
		mustAsk(t, w, "Номер картки вже є: ")
		frametest.FrontTap(t, w, "Вилучити (2)")
		frametest.MustSee(t, w, "92 випускники", "Вилучено: 2. ")
		frametest.Tap(t, w, "Повернути")
		frametest.MustSee(t, w, "94 випускники")
	})
	t.Run("the card number of the centre is copied", func(t *testing.T) {
		s.table.MoveTo(s.table.Rows()[0].Key)
		s.OnCopyNumber()
		want := s.rows[s.table.Cursor()].Graduate.Current().CardNumber
		if got := w.Clipboard().Content(); got != want || want == "" {
			t.Errorf("clipboard %q, want %q", got, want)
		}
	})
}

func TestPanelSavesItself(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	s := graduatesOf(w)
	id := s.table.Rows()[0].Key
	s.table.MoveTo(id)
	value := func(field string) string {
		row, err := w.Registrar().Table.Find(id)
		if err != nil {
			t.Fatal(err)
		}
		return row.Graduate.Get(field)
	}
	birth := typedIn(s, data.FieldBirthDate)
	t.Run("a date in any usual spelling", func(t *testing.T) {
		birth.SetText("7/8/03")
		s.panel.inputs[data.FieldBirthDate].Keep()
		if got := value(data.FieldBirthDate); got != "2003-08-07" {
			t.Errorf("stored %q", got)
		}
		if birth.Text != "07.08.2003" {
			t.Errorf("shown %q", birth.Text)
		}
		frametest.MustSee(t, w, "Збережено: Дата народження")
	})
	t.Run("a day that is none stays in the field with the reason", func(t *testing.T) {
		birth.SetText("31.02.2003")
		s.panel.inputs[data.FieldBirthDate].Keep()
		frametest.MustSee(t, w, "такого дня немає")
		if birth.Text != "31.02.2003" || value(data.FieldBirthDate) != "2003-08-07" {
			t.Errorf("shown %q, stored %q", birth.Text, value(data.FieldBirthDate))
		}
		birth.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if birth.Text != "07.08.2003" {
			t.Errorf("Esc gives back the stored value, got %q", birth.Text)
		}
	})
	t.Run("going to another row keeps what was typed", func(t *testing.T) {
		typedIn(s, data.FieldPatronymic).SetText("Лук'янович")
		s.table.MoveTo(s.table.Rows()[1].Key)
		if got := value(data.FieldPatronymic); got != "Лук’янович" {
			t.Errorf("stored %q", got)
		}
	})
	t.Run("F-18 a card number of another is refused under the field", func(t *testing.T) {
		other := s.rows[s.table.Rows()[2].Key].Graduate
		s.table.MoveTo(id)
		field := typedIn(s, data.FieldCardNumber)
		field.SetText(other.Current().CardNumber)
		s.panel.inputs[data.FieldCardNumber].Keep()
		frametest.MustSee(t, w, "Такий номер картки вже має "+other.Surname, other.GivenName)
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	})
	t.Run("a choice is kept as a code", func(t *testing.T) {
		s.panel.inputs[data.FieldSex].Focusable().(interface{ SetSelected(string) }).SetSelected("жіноча")
		if got := value(data.FieldSex); got != "f" {
			t.Errorf("stored %q", got)
		}
	})
	t.Run("what is missing is listed and leads to its field", func(t *testing.T) {
		field := typedIn(s, data.FieldBirthDate)
		field.SetText("")
		s.panel.inputs[data.FieldBirthDate].Keep()
		frametest.MustSee(t, w, "Чого бракує", "Дата народження")
		s.panel.focusField(data.FieldBirthDate)
		if w.Canvas().Focused() != s.panel.inputs[data.FieldBirthDate].Focusable() {
			t.Error("the focus is elsewhere")
		}
	})
}

// typedIn is the entry of a field of the panel.
func typedIn(s *Screen, code string) *widgets.Entry {
	if date, is := s.panel.inputs[code].Focusable().(*widgets.DateEntry); is {
		return &date.Entry
	}
	return s.panel.inputs[code].Focusable().(*widgets.Entry)
}

func TestPanelSaysWhereTheEnvelopeIs(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	s := graduatesOf(w)
	id := s.table.Rows()[1].Key
	desktest.Must(desktest.Alter(w.Registrar(), id, func(g *data.Graduate) {
		g.Current().Answer = &data.Answer{State: data.AnswerRegistered, On: "2020-01-20"}
		g.SetFact(data.Fact{Kind: data.FactEnvelopeSent, On: "2020-01-28", By: "Key", Note: "RB123456785UA"})
	}))
	s.Shown()
	s.table.MoveTo(id)
	t.Run("UA-068 sent by the centre, with the day and the number to follow it", func(t *testing.T) {
		frametest.MustSee(t, w, "конверт надіслано 28.01.2020", "(RB123456785UA)", "чекаємо конверта")
	})
}

func TestQuickAdd(t *testing.T) {
	t.Run("KG-011 exactly four fields: phone, surname, name, patronymic", func(t *testing.T) {
		w, _ := frametest.Empty(t, "ort-2021", "ru")
		s := graduatesOf(w)
		frametest.MustSee(t, w, "Здесь пока никого нет")
		s.OnQuickAdd()
		for i, typed := range []string{"0555 00 01 01", "асанова", "Айгүл", "Бакыт кызы"} {
			if w.Canvas().Focused() != fyne.Focusable(s.adding.entries[i]) {
				t.Fatalf("field %d has not the focus", i)
			}
			test.Type(s.adding.entries[i], typed)
			if i < 3 {
				w.Canvas().FocusNext()
			}
		}
		s.adding.entries[3].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		frametest.MustSee(t, w, "Асанова Айгүл Бакыт кызы", "+996 555 000 101", "Добавлено")
		if w.Canvas().Focused() != fyne.Focusable(s.adding.entries[0]) || s.adding.entries[1].Text != "" {
			t.Error("the row is not ready for the next one")
		}
	})
	t.Run("KG-011 a second click on the button says nothing of empty fields, and undo is told", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		q := graduatesOf(w).adding
		for i, typed := range []string{"11-А", "Сорока", "Яна", ""} {
			q.entries[i].SetText(typed)
		}
		q.onAdd()
		q.onAdd()
		if !q.fault.Hidden {
			t.Errorf("it says %q", q.fault.Text)
		}
		frametest.Tap(t, w, "Повернути")
		frametest.MustSee(t, w, "Вилучено: Сорока Яна")
	})
	t.Run("KG-033 the phone of another is refused, what was typed stays", func(t *testing.T) {
		w, _ := frametest.Empty(t, "ort-2021", "ru")
		q := graduatesOf(w).adding
		for range 2 {
			for i, typed := range []string{"0555000101", "Асанов", "Бакыт", ""} {
				q.entries[i].SetText(typed)
			}
			q.onAdd()
		}
		frametest.MustSee(t, w, "Такой же телефон есть у: Асанов Бакыт")
		if q.entries[1].Text != "Асанов" {
			t.Error("the typing was lost")
		}
	})
	t.Run("F-18 the same person is asked about", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		if _, err := w.Registrar().Table.Add(frametest.Ctx, []registrar.Assign{{Field: "surname", Value: "Сорока"}, {Field: "given_name", Value: "Яна"}, {Field: "birth_date", Value: "5.3.03"}}, false); err != nil {
			t.Fatal(err)
		}
		graduatesOf(w).adding.codes[0] = data.FieldBirthDate
		q := graduatesOf(w).adding
		for i, typed := range []string{"05.03.2003", "Сорока", "Яна", ""} {
			q.entries[i].SetText(typed)
		}
		q.onAdd()
		frametest.MustSee(t, w, "Така людина вже є?")
		frametest.Tap(t, w, "Це інша людина: додати")
		frametest.MustSee(t, w, "2 випускники")
	})
}

func TestModes(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 10)
	s := graduatesOf(w)
	s.table.MoveTo(s.table.Rows()[0].Key)
	frametest.Shot(t, w, "graduates-ort")
	w.Fyne().Resize(fyne.NewSize(1024, 600))
	frametest.Shot(t, w, "graduates-ort-small")
	w.Settings.Dark, w.Settings.Language = true, "ky"
	w.Forget()
	w.Go(frame.Route{Screen: frame.Graduates})
	s = graduatesOf(w)
	s.table.MoveTo(s.table.Rows()[3].Key)
	frametest.Shot(t, w, "graduates-ort-dark-ky")
	w.Settings.Dark, w.Settings.Language = false, "ru"
	w.Forget()
	w.Go(frame.Route{Screen: frame.Graduates})
	s = graduatesOf(w)
	s.table.MoveTo(s.table.Rows()[0].Key)
	s.panel.inputs[data.FieldMode].Focusable().(interface{ SetSelected(string) }).SetSelected("сам")
	s.mode.SetSelected("сам")
	if got := len(s.table.Rows()); got != 1 {
		t.Errorf("KG-039 the filter by mode shows %d", got)
	}
}

func TestWhatIsWrongIsReadInTheTable(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 0)
		for _, language := range []string{"uk", "ru", "ky"} {
			w.ChangeLanguage(language)
			for _, size := range frametest.WindowSizes {
				w.Fyne().Resize(size)
				s := graduatesOf(w)
				for i, row := range s.table.Rows() {
					if i%10 != 0 {
						continue
					}
					s.table.MoveTo(row.Key)
					if cut := frametest.CutWords(s.table); len(cut) > 0 {
						t.Fatalf("%s, %s, %v: cut %q", campaign, language, size, cut)
					}
				}
			}
		}
	}
}

// The states that the filter offers are those of the campaign: without cards none has a number.
func TestTheFilterOffersTheStatesOfTheCampaign(t *testing.T) {
	for campaign, want := range map[string]bool{"ort-2021": false, "zno-2020": true} {
		w, _ := frametest.WithDemo(t, campaign, "ru", 1)
		s := graduatesOf(w)
		if got := slices.Contains(s.status.Options, w.Say("status.card_numbered", nil)); got != want {
			t.Errorf("%s: %q", campaign, s.status.Options)
		}
	}
}

// TestTheRowsAskForThePanelOnce: whom new rows make the current one is read and shown once.
func TestTheRowsAskForThePanelOnce(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	s, later := graduatesOf(w), frametest.Delay(t, w)
	s.comeTo(s.table.Keys()[2])
	later.Do(0)
	if len(later.Work) != 1 {
		t.Errorf("%d questions follow the rows", len(later.Work))
	}
}

// Until the registry has answered nobody is said to be missing: what was selected before the lock is given
// back earlier.
func TestNothingIsSaidOfWhoIsNotKnownYet(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 2)
	s := New(w)
	s.Build()
	s.table.OnSelected()
	if s.count.Text != "" || s.empty.Words.Text != "" {
		t.Errorf("it says %q, %q", s.count.Text, s.empty.Words.Text)
	}
}
