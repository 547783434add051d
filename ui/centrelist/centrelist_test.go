package centrelist

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar/centrelist"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// list is what the centre's service gives about [school], somebody new among them.
const list = "№;Прізвище;Ім’я;По батькові;Номер картки;Навчальні предмети\n" +
	"1;Бондар;Петро;Олегович;1000002;Українська мова і література (ДПА)\n" +
	"2;Гриценко;Мар'яна;Юріївна;1000003;Українська мова і література (ДПА), Математика\n" +
	"3;Єрьоменко;Яна;Сергіївна;1000004;Біологія\n"

// school is a window with people whom the list is about, and the list opened.
func school(t testing.TB, language, content string) (w *frame.Window, ids map[string]string) {
	t.Helper()
	w, _ = frametest.Empty(t, "zno-2020", language)
	ids = map[string]string{}
	for name, values := range map[string][]string{
		"number":  {"surname", "Бондар", "given_name", "Петро", "patronymic", "Олегович", "class", "11-А", "subjects", "ukrainian", "attestation", "ukrainian"},
		"differs": {"surname", "Гриценко", "given_name", "Мар’яна", "patronymic", "Юріївна", "class", "11-Б", "card_number", "1000033", "subjects", "ukrainian", "attestation", "ukrainian"},
		"left":    {"surname", "Дзюба", "given_name", "Тарас", "patronymic", "Ігорович", "class", "11-Б"},
	} {
		ids[name] = frametest.AddGraduate(t, w, values...)
	}
	w.Go(frame.Route{Screen: frame.CentreList, File: frametest.WriteFile(t, "centre.csv", content)})
	return w, ids
}

// show shows the rows of a kind and stands at one of a person.
func show(t testing.TB, w *frame.Window, k centrelist.Kind, surname string) *Screen {
	t.Helper()
	s := pages.Of(w)
	s.rows.onFilter(k)
	at := slices.IndexFunc(s.list.Rows, func(r centrelist.Row) bool { return strings.HasPrefix(r.Name, surname) })
	if at < 0 || s.list.Rows[at].Kind != k {
		t.Fatalf("%s is not among the rows of %s:\n%s", surname, k, frametest.Visible(w))
	}
	s.rows.table.MoveTo(strconv.Itoa(at))
	return s
}

func TestTheCentresServiceIsALinkAlone(t *testing.T) {
	t.Run("UA-146 the head's closed service is opened, and nothing is asked about its login", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		opened := ""
		w.OpenFile = func(path string) error { opened = path; return nil }
		w.Go(frame.Route{Screen: frame.CentreList})
		frametest.MustSee(t, w, "Сервіс «Керівникам закладів освіти»", "Graduand пароля не зберігає")
		links := frametest.FindAll[fyne.Focusable](pages.Of(w).service())
		if len(links) != 1 {
			t.Fatalf("%d links", len(links))
		}
		links[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if opened != "https://testportal.gov.ua" {
			t.Errorf("opened %q", opened)
		}
		if asked := frametest.FindAll[interface{ SetPlaceHolder(string) }](pages.Of(w).page); len(asked) > 0 {
			t.Errorf("something is to be typed: %T", asked)
		}
	})
	t.Run("UA-147 a campaign that names no such service has no link", func(t *testing.T) {
		w, _ := frametest.Empty(t, "ort-2021", "ru")
		w.Go(frame.Route{Screen: frame.CentreList})
		if w.Registrar().Campaign().CentreList.Link != "" || pages.Of(w).service() != nil {
			t.Error("a link that leads nowhere")
		}
	})
}

func TestTheCentresListInTheWindow(t *testing.T) {
	t.Run("UA-147 what differs is seen before anything is written, UA-079 the number is taken by itself", func(t *testing.T) {
		w, ids := school(t, "uk", list)
		show(t, w, centrelist.Number, "Бондар")
		frametest.MustSee(t, w, "centre.csv", "Взяти номер: 1", "Немає в реєстрі: 1", "Немає в центрі: 1", "Записати: 2", "1000002")
		show(t, w, centrelist.Different, "Гриценко")
		frametest.MustSee(t, w, "Тут: 1000033", "У центрі: 1000003", "У центрі: Українська мова і література,")
		if got := frametest.Stored(t, w, ids["number"], data.FieldCardNumber); got != "" {
			t.Errorf("written before it was asked for: %s", got)
		}
		pages.Of(w).MainAction()
		frametest.MustSee(t, w, "Узято номерів: 2, інших значень: 0. Додано людей: 0", w.Say("centre_list_screen.again", nil))
		for id, wanted := range map[string]string{"number": "1000002", "differs": "1000003"} {
			if got := frametest.Stored(t, w, ids[id], data.FieldCardNumber); got != wanted {
				t.Errorf("%s has the number %q", id, got)
			}
		}
		if got := frametest.Stored(t, w, ids["differs"], data.FieldSubjects); got != "ukrainian" {
			t.Errorf("the subjects are %s", got)
		}
		w.OnUndo()
		if got := frametest.Stored(t, w, ids["differs"], data.FieldCardNumber) + frametest.Stored(t, w, ids["number"], data.FieldCardNumber); got != "1000033" {
			t.Errorf("taken back the numbers are %s", got)
		}
	})
	t.Run("UA-169 all of one row, and a new person in a class", func(t *testing.T) {
		w, ids := school(t, "uk", list)
		s := show(t, w, centrelist.Different, "Гриценко")
		frametest.ChooseAt(s.panel.decision, slices.Index(s.panel.decisions, centrelist.TakeAll))
		s = show(t, w, centrelist.MissingHere, "Єрьоменко")
		frametest.MustSee(t, w, "Біологія")
		frametest.Tap(t, w, w.Say("centre_list_screen.bulk_add", nil))
		s.class.SetText("11-В")
		s.MainAction()
		frametest.MustSee(t, w, "Узято номерів: 2, інших значень: 1. Додано людей: 1")
		if got := frametest.Stored(t, w, ids["differs"], data.FieldSubjects); got != "ukrainian,mathematics" {
			t.Errorf("the subjects are %s", got)
		}
		if classes := frametest.ValuesOf(t, w, data.FieldClass); !slices.Contains(classes, "11-В") {
			t.Errorf("the classes are %v", classes)
		}
		frametest.Tap(t, w, w.Say("centre_list_screen.again", nil))
		if l := pages.Of(w).list; l.Count(centrelist.Same) != 3 || l.Count(centrelist.MissingThere) != 1 {
			t.Errorf("compared once more: %+v", l.Rows)
		}
	})
	t.Run("UA-147 ticked rows alone are decided", func(t *testing.T) {
		w, _ := school(t, "uk", list)
		s := show(t, w, centrelist.Different, "Гриценко")
		s.rows.table.Select(s.rows.table.Cursor())
		frametest.Tap(t, w, w.Say("centre_list_screen.bulk_leave", nil))
		frametest.MustSee(t, w, "Записати: 1")
	})
	t.Run("UA-147 whom a row is about is answered by a button", func(t *testing.T) {
		w, ids := school(t, "uk", strings.Replace(list, "Олегович", "Олексійович", 1))
		show(t, w, centrelist.Doubtful, "Бондар")
		frametest.Tap(t, w, w.Say("centre_list_screen.this_person", nil))
		s := show(t, w, centrelist.Different, "Бондар")
		frametest.MustSee(t, w, "У центрі: Олексійович")
		frametest.Tap(t, w, w.Say("centre_list_screen.say_again", nil))
		show(t, w, centrelist.Doubtful, "Бондар")
		frametest.Tap(t, w, w.Say("centre_list_screen.nobody_said", nil))
		show(t, w, centrelist.MissingHere, "Бондар")
		if got := s.list.Count(centrelist.MissingThere); got != 2 {
			t.Errorf("%d are missing there, %v", got, ids)
		}
	})
}

func TestTheKeyboardIsAtTheRows(t *testing.T) {
	w, ids := school(t, "uk", list)
	s := show(t, w, centrelist.Different, "Гриценко")
	hands := frametest.Hands{T: t, W: w}
	if hands.Focused() != s.rows.table.Focusable() {
		t.Fatalf("the keyboard is at %T", hands.Focused())
	}
	hands.Press(fyne.KeyReturn, fyne.KeyDown, fyne.KeyEscape)
	if row := s.list.Rows[1]; row.Decision != centrelist.TakeAll || hands.Focused() != s.rows.table.Focusable() {
		t.Errorf("Enter, arrow and Esc decide %s and lead to %T, %v", row.Decision, hands.Focused(), ids)
	}
}

func TestColumnsAreSaidInTheWindow(t *testing.T) {
	w, _ := school(t, "uk", "a;Бондар Петро Олегович;1000002\nb;Дзюба Тарас Ігорович;1000005\n")
	frametest.MustSee(t, w, w.Say("centre_list_screen.columns_title", nil), "Бондар Петро Олегович · Дзюба Тарас Ігорович", "1000002 · 1000005")
	for _, x := range []struct{ at, field int }{{1, 1}, {2, 6}} {
		selects := frametest.FindAll[interface{ SetSelectedIndex(int) }](w.Canvas().Overlays().Top())
		selects[x.at].SetSelectedIndex(x.field)
	}
	frametest.FrontTap(t, w, w.Say("centre_list_screen.columns_read", nil))
	frametest.MustSee(t, w, "Взяти номер: 2", "1000005")
}

func TestAColumnOfLevelsSaysSo(t *testing.T) {
	w, _ := school(t, "uk", "ПІБ;№ РК;Англійська мова;Англ. рівень;ДПА Англійська мова\nБондар Петро Олегович;1000002;+;профільний;так\n")
	s := pages.Of(w)
	s.askColumns(s.file, s.list.Columns, "")
	frametest.MustSee(t, w, "Лише предмет: Англійська мова", "Рівень предмета: Англійська мова", "ДПА з предмета: Англійська мова")
	frametest.FrontTap(t, w, w.Say("centre_list_screen.columns_read", nil))
	if v := pages.Of(w).list.Rows[0].Value(data.FieldSubjects); v == nil || v.There != "ukrainian,english" && v.There != "english" {
		t.Errorf("read anew by the same columns: %+v", pages.Of(w).list.Rows[0].Values)
	}
}

func TestWhatWasDecidedStaysWhenColumnsAreSaid(t *testing.T) {
	w, _ := school(t, "uk", list)
	s := show(t, w, centrelist.Different, "Гриценко")
	frametest.ChooseAt(s.panel.decision, slices.Index(s.panel.decisions, centrelist.TakeAll))
	s.askColumns(s.file, s.list.Columns, "")
	frametest.FrontTap(t, w, w.Say("centre_list_screen.columns_read", nil))
	frametest.MustSee(t, w, "Записати: 3")
}

func TestAListUnderWayIsKept(t *testing.T) {
	w, _ := school(t, "uk", list)
	s := show(t, w, centrelist.Different, "Гриценко")
	frametest.ChooseAt(s.panel.decision, slices.Index(s.panel.decisions, centrelist.TakeAll))
	w.ChangeLanguage("en")
	frametest.MustSee(t, w, "centre.csv", "Write: 3", "Different: 1")
	if !pages.Of(w).Unsaved() {
		t.Error("what was decided is not told as unsaved")
	}
}

func TestAFileThatIsNoListSaysWhy(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	w.Go(frame.Route{Screen: frame.CentreList, File: frametest.WriteFile(t, "x.pdf", "%PDF-1.4 nothing")})
	frametest.MustSee(t, w, w.Say("centre_list_screen.start_title", nil), "x.pdf: Це документ PDF")
}

func TestThePageFitsASmallWindow(t *testing.T) {
	for _, language := range text.Languages() {
		w, _ := school(t, language, list)
		w.Fyne().Resize(fyne.NewSize(1024, 600))
		for _, k := range centrelist.Kinds() {
			pages.Of(w).rows.onFilter(k)
			if size := frametest.PageIn(w).MinSize(); size.Width > 1024-190 || size.Height > 520 {
				t.Errorf("%s, %s: the page needs %v", language, k, size)
			}
			if over := frametest.Overlaps(frametest.PageIn(w)); len(over) > 0 {
				t.Errorf("%s, %s: words lie over each other: %v", language, k, over)
			}
		}
	}
}
