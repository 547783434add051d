package graduates

import (
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/text"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// The name of each field of the row for a new graduate is whole, in every language.
func TestTheRowForANewOneCutsNoName(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	for _, language := range text.Languages() {
		w.ChangeLanguage(language)
		for _, size := range frametest.WindowSizes {
			w.Fyne().Resize(size)
			for _, e := range graduatesOf(w).adding.entries {
				if need := fyne.MeasureText(e.PlaceHolder, theme.Size(theme.SizeNameText), fyne.TextStyle{}).Width + 2*theme.InnerPadding(); e.Size().Width < need {
					t.Errorf("%s, %v: %q has %.0f of %.0f", language, size, e.PlaceHolder, e.Size().Width, need)
				}
			}
		}
	}
}

func typeRow(q *quickAdd, words ...string) { q.fill(words) }

// TestQuickAddWhileTheRegistryWorks: the next name is typed while the one before is added
// (KG-011).
func TestQuickAddWhileTheRegistryWorks(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	s := graduatesOf(w)
	q, later := s.adding, frametest.Delay(t, w)
	typeRow(q, "0555000101", "Асанова", "Айгүл", "")
	q.onAdd()
	if !q.empty() {
		t.Fatal("the row is not free for the next one")
	}
	typeRow(q, "0555000102", "Бейшенов", "", "")
	w.Canvas().Focus(q.entries[2])
	later.DoAll()
	frametest.MustSee(t, w, "Добавлено: Асанова Айгүл")
	if q.entries[1].Text != "Бейшенов" || w.Canvas().Focused() != fyne.Focusable(q.entries[2]) {
		t.Errorf("the next one was lost: %q", q.words())
	}
	q.entries[2].SetText("Болот")
	q.onAdd()
	typeRow(q, "0555000103", "Жумабаев", "Жаныбек", "")
	q.onAdd()
	later.DoAll()
	if got := surnames(s); len(got) != 3 {
		t.Errorf("there are %v", got)
	}
	w.OnUndo()
	w.OnUndo()
	later.DoAll()
	if got := surnames(s); len(got) != 1 || got[0] != "Асанова" {
		t.Errorf("after two were taken back: %v", got)
	}
}

// TestQuickAddGivesBackWhoIsRefused: what was typed stays (KG-033).
func TestQuickAddGivesBackWhoIsRefused(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	frametest.AddGraduate(t, w, data.FieldPhone, "0555000101", data.FieldSurname, "Асанова")
	q, later := graduatesOf(w).adding, frametest.Delay(t, w)
	typeRow(q, "0555000101", "Асанов", "Бакыт", "")
	q.onAdd()
	typeRow(q, "0555000102", "Бейшенов", "Болот", "")
	later.DoAll()
	frametest.MustSee(t, w, "Не добавлено: Асанов Бакыт. Такой же телефон")
	if !graduatesOf(w).Unsaved() || q.entries[1].Text != "Бейшенов" {
		t.Errorf("the row holds %q", q.words())
	}
	q.onAdd()
	later.DoAll()
	frametest.MustSee(t, w, "Такой же телефон")
	if q.entries[1].Text != "Асанов" {
		t.Errorf("who was refused did not come back: %q", q.words())
	}
}

func TestWhoWasAddedIsShown(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	s := graduatesOf(w)
	s.search.SetText("їж")
	s.status.SetSelected(w.Say("status.draft", nil))
	found := s.table.Count()
	typeRow(s.adding, "11-А", "швець", "Ілля", "Петрович")
	s.adding.onAdd()
	frametest.MustSee(t, w, "Додано: Швець Ілля Петрович. Стать за по батькові: чоловіча. Рядок показано попри фільтр", "Швець Ілля")
	id := s.table.Cursor()
	if s.table.Count() != found+1 || s.rows[id].Graduate.Surname != "Швець" {
		t.Fatalf("%d rows, the current one is %v", s.table.Count(), s.rows[id])
	}
	if s.rows[id].Graduate.Sex != data.Male {
		t.Errorf("sex %q", s.rows[id].Graduate.Sex)
	}
	s.search.SetText("їжа")
	if s.table.Count() > found {
		t.Error("another filter shows him still")
	}
	s.search.SetText("")
	s.status.SetSelectedIndex(0)
	test.Type(s.search, "швець")
	if s.table.Count() != 1 {
		t.Error("he is not found")
	}
}

// TestTheSameNameAgainIsAskedAbout: without a birth date too (F-18).
func TestTheSameNameAgainIsAskedAbout(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	s := graduatesOf(w)
	typeRow(s.adding, "0555000101", "Асанова", "Айгүл", "")
	s.adding.onAdd()
	typeRow(s.adding, "0555000102", "асанова", "айгүл", "")
	s.adding.onAdd()
	frametest.MustSee(t, w, "Асанова Айгүл уже есть в реестре")
	typed := []string{"0555000102", "асанова", "айгүл", ""}
	if !slices.Equal(s.adding.words(), typed) {
		t.Errorf("while it is asked the row holds %q", s.adding.words())
	}
	frametest.Esc(w)
	if !slices.Equal(s.adding.words(), typed) || s.table.Count() != 1 {
		t.Fatalf("the row holds %q, %d rows", s.adding.words(), s.table.Count())
	}
	s.adding.onAdd()
	frametest.Tap(t, w, w.Say("ui.add_anyway", nil))
	if s.table.Count() != 2 || !s.adding.empty() {
		t.Errorf("%d rows, the row holds %q", s.table.Count(), s.adding.words())
	}
}

// TestAClassInThePlaceOfANameIsAskedAbout: who typed one field too far is asked, and finds the
// row as it was typed.
func TestAClassInThePlaceOfANameIsAskedAbout(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	s := graduatesOf(w)
	typeRow(s.adding, "11-А", "11-Б", "Аббасов", "Тімур")
	s.adding.onAdd()
	frametest.MustSee(t, w, "Це справді ім’я?", "«11-Б»")
	frametest.Tap(t, w, w.Say("ui.do_not_add", nil))
	if s.adding.entries[1].Text != "11-Б" || s.table.Count() != 0 {
		t.Fatalf("the row holds %q, %d rows", s.adding.words(), s.table.Count())
	}
	s.adding.onAdd()
	frametest.Tap(t, w, w.Say("ui.add_anyway", nil))
	if s.table.Count() != 1 {
		t.Errorf("%d rows", s.table.Count())
	}
}

// TestPanelIsEmptyUntilItIsRight: nobody's fields are taken for another's.
func TestPanelIsEmptyUntilItIsRight(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	s := graduatesOf(w)
	ids := s.table.Keys()
	s.table.MoveTo(ids[0])
	first := s.rows[ids[0]].Graduate
	later := frametest.Delay(t, w)
	patronymic := typedIn(s, data.FieldPatronymic)
	w.Canvas().Focus(patronymic)
	s.table.MoveTo(ids[1])
	if s.panel.body.Visible() || w.Canvas().Focused() == fyne.Focusable(patronymic) {
		t.Errorf("the fields of %s are open while those of another are asked for", first.FullName())
	}
	later.DoAll()
	if !s.panel.body.Visible() || typedIn(s, data.FieldSurname).Text != s.rows[ids[1]].Graduate.Surname {
		t.Error("the fields did not come")
	}
	if err := w.Registrar().Table.Remove(frametest.Ctx, ids[2:3], ""); err != nil {
		t.Fatal(err)
	}
	if !s.panel.body.Visible() {
		t.Error("the fields go away while the same ones are asked for again")
	}
}

// UA-027 a card number shorter than the others is doubted by the name of whose it is, and that
// stays in sight while the next numbers are typed, until it is looked at or mended.
func TestADoubtedCardNumberStaysInSight(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	for i, name := range []string{"Авраменко", "Бойко", "Вовк", "Гук", "Дуб", "Єрмак", "Жук"} {
		id := frametest.AddGraduate(t, w, data.FieldSurname, name)
		if i < 3 {
			frametest.ChangeField(t, w, id, data.FieldCardNumber, "100000"+strconv.Itoa(i))
		}
	}
	s := graduatesOf(w)
	ids := s.table.Keys()
	enter := func(number string) {
		card := typedIn(s, data.FieldCardNumber)
		w.Canvas().Focus(card)
		test.Type(card, number)
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	s.table.MoveTo(ids[3])
	enter("10003")
	if s.table.Cursor() != ids[4] {
		t.Fatal("Enter does not go on")
	}
	frametest.MustSee(t, w, "Гук: Номер картки «10003» коротший за інші", "Звірте з карткою: Гук — «10003»")
	frametest.Shot(t, w, "card-doubt")
	enter("1000004")
	frametest.MustSee(t, w, "Номер реєстраційної картки — Дуб", "Звірте з карткою: Гук — «10003»")
	enter("10005")
	frametest.MustSee(t, w, "Звірте з карткою: Гук — «10003»; Єрмак —", "«10005»")
	frametest.Shot(t, w, "card-doubts")
	t.Run("until it is mended", func(t *testing.T) {
		frametest.ChangeField(t, w, ids[5], data.FieldCardNumber, "1000005")
		s.table.MoveTo(ids[0])
		frametest.MustNotSee(t, w, "«10003»; Єрмак")
		frametest.MustSee(t, w, "Звірте з карткою: Гук — «10003»")
	})
	t.Run("or looked at", func(t *testing.T) {
		s.table.MoveTo(ids[3])
		frametest.MustNotSee(t, w, "Звірте з карткою: Гук")
		frametest.MustSee(t, w, "коротший за інші")
		s.table.MoveTo(ids[0])
		frametest.MustNotSee(t, w, "Звірте з карткою: Гук")
	})
	t.Run("and Ctrl+Z takes the number back that was typed last", func(t *testing.T) {
		w.Canvas().Unfocus()
		w.OnUndo()
		if got := frametest.GraduateOf(t, w, ids[4]).Current().CardNumber; got != "1000004" {
			t.Errorf("the number before it is %q", got)
		}
	})
}

// TestCardNumbersOneAfterTheOther: Enter saves a number and goes to that of the next one, and
// nothing is lost that is typed before the registry has answered.
func TestCardNumbersOneAfterTheOther(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	for _, name := range []string{"Авраменко", "Бойко", "Вовк"} {
		frametest.AddGraduate(t, w, data.FieldSurname, name)
	}
	s := graduatesOf(w)
	ids := s.table.Keys()
	number := func(i int) string { return frametest.GraduateOf(t, w, ids[i]).Current().CardNumber }
	card := func() *widgets.Entry { return typedIn(s, data.FieldCardNumber) }
	enter := func() { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	t.Run("at once", func(t *testing.T) {
		s.table.MoveTo(ids[0])
		w.Canvas().Focus(card())
		test.Type(card(), "1000001")
		enter()
		if number(0) != "1000001" || s.table.Cursor() != ids[1] || w.Canvas().Focused() != fyne.Focusable(card()) {
			t.Fatalf("stored %q, the focus is on %T", number(0), w.Canvas().Focused())
		}
	})
	t.Run("a number of another is to be mended first", func(t *testing.T) {
		test.Type(card(), "1000001")
		enter()
		frametest.MustSee(t, w, "Такий номер картки вже має Авраменко")
		if s.table.Cursor() != ids[1] || w.Canvas().Focused() != fyne.Focusable(card()) || card().Text != "1000001" {
			t.Fatalf("it went on, or lost %q", card().Text)
		}
		card().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	})
	t.Run("two of a scanner before the registry has answered", func(t *testing.T) {
		later := frametest.Delay(t, w)
		card().SetText("")
		for _, letter := range "1000002\n1000003" {
			if letter == '\n' {
				enter()
				continue
			}
			w.Canvas().Focused().TypedRune(letter)
		}
		later.DoAll()
		enter()
		later.DoAll()
		if number(1) != "1000002" || number(2) != "1000003" {
			t.Errorf("stored %q and %q", number(1), number(2))
		}
		if s.table.Cursor() != ids[2] || w.Canvas().Focused() != fyne.Focusable(card()) || s.panel.ahead.waits() {
			t.Errorf("behind the last one the focus is on %T", w.Canvas().Focused())
		}
	})
}

// KG-011: Enter goes through all fields, and adds behind the last; Ctrl+Enter adds at once.
func TestQuickAddByTheKeyboard(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	s := graduatesOf(w)
	q := s.adding
	q.focus()
	line := func(words ...string) {
		for _, word := range words {
			frametest.TypeFocused(w, word)
			frametest.Enter(w.Canvas().Focused())
		}
	}
	t.Run("KG-011 the patronymic is not passed over", func(t *testing.T) {
		line("11-А", "Данилюк", "Ганна", "Петрівна")
		frametest.MustSee(t, w, "Додано: Данилюк Ганна Петрівна")
		if w.Canvas().Focused() != fyne.Focusable(q.entries[1]) {
			t.Errorf("the keyboard is in %T", w.Canvas().Focused())
		}
	})
	t.Run("KG-011 one more Enter leaves it empty", func(t *testing.T) {
		line("Гнатюк", "Яна", "")
		frametest.MustSee(t, w, "Додано: Гнатюк Яна")
	})
	t.Run("KG-011 Ctrl+Enter adds at once", func(t *testing.T) {
		line("Іваненко")
		frametest.TypeFocused(w, "Олег")
		q.entries[2].TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
		frametest.MustSee(t, w, "Додано: Іваненко Олег")
	})
	t.Run("KG-011 a surname in the field of the class is asked about", func(t *testing.T) {
		typeRow(q, "Данилюк", "Ганна", "Петрівна", "")
		q.onAdd()
		frametest.MustSee(t, w, "Це справді клас?", "«Данилюк» – без цифри")
		if frametest.Confirm(w); len(surnames(s)) != 3 || q.entries[0].Text != "Данилюк" {
			t.Errorf("there are %v, in the row stands %q", surnames(s), q.words())
		}
	})
}

// A name that was typed with the keyboard set to Latin letters is asked about, and one press adds
// whom it means; what was meant so is added as it is, and a foreigner is not asked about.
func TestQuickAddOffersTheOtherLayout(t *testing.T) {
	for _, c := range []struct{ press, want string }{
		{"Добавить: Иванова Анна", "Иванова Анна"},
		{"", ""},
	} {
		w, _ := frametest.Empty(t, "ort-2021", "ru")
		q := graduatesOf(w).adding
		typeRow(q, "0555000101", "Bdfyjdf", "Fyyf", "")
		q.onAdd()
		frametest.MustSee(t, w, "Другая раскладка клавиатуры?", "Добавить: Иванова Анна")
		if c.press == "" {
			frametest.Esc(w)
			if got := q.words(); got[1] != "Bdfyjdf" || graduatesOf(w).table.Count() != 0 {
				t.Errorf("left alone: %q", got)
			}
			frametest.Tap(t, w, w.Say("ui.add_button", nil))
			frametest.Tap(t, w, w.Say("ui.add_anyway", nil))
			c.want = "Bdfyjdf Fyyf"
		} else {
			frametest.Tap(t, w, c.press)
		}
		rows := graduatesOf(w).table.Rows()
		if len(rows) != 1 || !slices.ContainsFunc(rows[0].Cells, func(cell widgets.Cell) bool { return cell.Text == c.want }) {
			t.Errorf("%q: %+v", c.want, rows)
		}
		typeRow(q, "0555000102", "Smith", "John", "")
		q.onAdd()
		if len(w.Boxes()) > 0 || graduatesOf(w).table.Count() != 2 {
			t.Error("a foreigner is asked about")
		}
	}
}

// Ctrl+E goes to where a surname is begun, whatever stands in the row, and nobody is added without
// one: what lacks is said, and the cursor stands there.
func TestTheRowForANewOneBeginsWithTheSurname(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	s := graduatesOf(w)
	at := func(what, code string) {
		t.Helper()
		if w.Canvas().Focused() != fyne.Focusable(s.adding.entries[slices.Index(s.adding.codes, code)]) {
			t.Errorf("%s: the keyboard is elsewhere", what)
		}
	}
	s.OnQuickAdd()
	at("an empty row", data.FieldClass)
	s.adding.fill([]string{"11-А", "", "", ""})
	s.OnQuickAdd()
	at("the class of the one before", data.FieldSurname)
	s.adding.fill([]string{"", "Литвин", "Оксана", ""})
	s.OnQuickAdd()
	at("no patronymic", data.FieldPatronymic)
	s.adding.fill([]string{"11-А", "Литвин", "Оксана", "Романівна"})
	s.OnQuickAdd()
	at("a full row", data.FieldSurname)
	if s.adding.entries[1].SelectedText() != "Литвин" {
		t.Errorf("selected is %q", s.adding.entries[1].SelectedText())
	}
	s.adding.fill([]string{"11-А", "", "Литвин", "Оксана"})
	s.OnQuickAdd()
	at("no surname", data.FieldSurname)
	s.adding.onAdd()
	frametest.MustSee(t, w, "Немає прізвища. Впишіть прізвище.")
	at("refused", data.FieldSurname)
	if s.adding.entries[2].Text != "Литвин" || s.table.Count() != 3 {
		t.Errorf("the row has %q, %d are there", s.adding.words(), s.table.Count())
	}
}

// What was said of a phone goes once another is typed in its place.
func TestWhatWasSaidOfAnotherPhoneGoes(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	frametest.AddGraduate(t, w, "phone", "0555000101", "surname", "Асанова", "given_name", "Айгүл")
	q := graduatesOf(w).adding
	typeRow(q, "0555000101", "Бекова", "Жаркын", "")
	q.onAdd()
	frametest.MustSee(t, w, "Такой же телефон есть у: Асанова Айгүл")
	q.entries[0].SetText("0555000102")
	frametest.MustNotSee(t, w, "Такой же телефон есть у")
}
