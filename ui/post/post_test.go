package post

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/intake"
	"graduand/data/registry"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// withKits opens a school where the kits of all who have a number are received.
func withKits(t testing.TB, language string) (*frame.Window, *frametest.Files, *Screen) {
	t.Helper()
	w, files := frametest.WithPrepared(t, "zno-2020", language, 12, "kits", func(r *registrar.Registrar) {
		rows, err := r.Table.List(registrar.Filter{})
		if err != nil {
			panic(err)
		}
		var ids []string
		for _, row := range rows {
			if row.Graduate.Current().CardNumber != "" && row.Status == data.StatusNumbered {
				ids = append(ids, row.Graduate.ID)
			}
		}
		if err := r.Intake.Receive(frametest.Ctx, ids, intake.Receipt{Papers: []string{"card"}}); err != nil {
			panic(err)
		}
	})
	w.Go(frame.Route{Screen: frame.Post})
	return w, files, screens.Of(w)
}

func TestListsAndPackages(t *testing.T) {
	w, files, s := withKits(t, "uk")
	folder := t.TempDir()
	var people int
	t.Run("UA-057 UA-134 a new list offers whose kit is received, and says why the others are out", func(t *testing.T) {
		frametest.MustSee(t, w, "Списків ще немає")
		frametest.MustNotSee(t, w, "Виберіть рядок")
		frametest.Tap(t, w, "Новий список…")
		frametest.MustSee(t, w, "Поза списком", "— комплект не прийнято")
		if people = frametest.TableIn(t, w).Count(); people < 3 {
			t.Fatalf("%d are offered", people)
		}
		frametest.FillIn(t, w, "Назва списку", "11 класи")
		frametest.Confirm(w)
		if got := s.known.lists; len(got) != 1 || len(got[0].Members) != people || got[0].Title != "11 класи" {
			t.Fatalf("made %+v", got)
		}
		frametest.MustSee(t, w, "Список № 1  11 класи", "Список ще можна змінювати")
		w.OnUndo()
		frametest.MustSee(t, w, "Ctrl+Z не повертає цього", "Список повертають кнопки «Знову відкрити» і «Відкликати»")
	})
	t.Run("UA-135 a package says what it waits for before anybody counts, and leads there", func(t *testing.T) {
		frametest.Tap(t, w, "Покласти в пакет")
		frametest.MustSee(t, w, "Список № 1 ще не остаточний")
		if s.MainAction(); s.kind != lists || s.table.Cursor() != s.known.lists[0].ID {
			t.Errorf("it leads to %d, %s", s.kind, s.table.Cursor())
		}
		if err := w.Registrar().Post.TakeOut(frametest.Ctx, s.known.packages[0].ID, s.known.lists[0].ID); err != nil {
			t.Fatal(err)
		}
		if err := w.Registrar().Post.Drop(frametest.Ctx, s.known.packages[0].ID); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("UA-118 it becomes final under a date and a number, as a PDF", func(t *testing.T) {
		files.ToSave = filepath.Join(folder, "list.pdf")
		frametest.Enter(s.table.Focusable())
		frametest.FrontTap(t, w, "Зробити остаточним")
		frametest.MustSee(t, w, "Виберіть, куди записати список")
		frametest.FillIn(t, w, "Вихідний номер", "01-12/7")
		frametest.FrontTap(t, w, "Вибрати…")
		if w.Canvas().Focused() == nil {
			t.Fatal("the keyboard is nowhere once a file is chosen")
		}
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if l := s.known.lists[0]; !l.Outgoing() || l.Final.Rows != people || !frametest.IsThere(files.ToSave) {
			t.Fatalf("final %+v", l.Final)
		}
		frametest.MustSee(t, w, "№ 01-12/7")
	})
	t.Run("UA-129 a package closes when rows, people and kits are as many", func(t *testing.T) {
		frametest.Tap(t, w, "Покласти в пакет")
		frametest.MustSee(t, w, "Пакет № 1", "рядків на папері", "комплектів має бути", "степлером у верхньому лівому куті")
		frametest.Tap(t, w, "Закрити пакет…")
		frametest.FillIn(t, w, "Рядків у паперових списках", strconv.Itoa(people))
		frametest.FillIn(t, w, "Комплектів", strconv.Itoa(people-1))
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Пакет № 1 не закрито")
		frametest.FillIn(t, w, "Комплектів", strconv.Itoa(people))
		frametest.Confirm(w)
		if p := s.known.packages[0]; p.Closed == nil || p.Kits != people {
			t.Fatalf("%+v", p.Package)
		}
	})
	t.Run("UA-154 the number is checked as it is typed, and the operator's page opens", func(t *testing.T) {
		s.MainAction()
		frametest.FillIn(t, w, "Номер відправлення (якщо є)", "RB123456784UA")
		frametest.MustSee(t, w, "контрольна цифра")
		frametest.FillIn(t, w, "Номер відправлення (якщо є)", "RB123456785UA")
		frametest.Confirm(w)
		if p := s.known.packages[0]; p.Tracking != "RB123456785UA" || p.Operator != "ukrposhta" {
			t.Fatalf("%+v", p.Package)
		}
		opened := ""
		w.OpenFile = func(path string) error { opened = path; return nil }
		frametest.Tap(t, w, "Відстежити")
		if !strings.Contains(opened, "RB123456785UA") {
			t.Errorf("opened %q", opened)
		}
	})
	t.Run("F-09 the post's own list is saved, and what is to be written by hand is said with it", func(t *testing.T) {
		files.ToSave = filepath.Join(folder, "f103.pdf")
		frametest.Tap(t, w, "Список для пошти (ф. 103)…")
		if !frametest.IsThere(files.ToSave) || files.Proposed != "пакет-1-ф103.pdf" {
			t.Errorf("proposed %q", files.Proposed)
		}
		frametest.MustSee(t, w, "Адреси центру в кампанії немає", "звірте його зі зразком")
	})
	t.Run("UA-152 the day of receipt", func(t *testing.T) {
		s.MainAction()
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Центр отримав:", "Відповідь центру — до", "До відповідей")
	})
	t.Run("a scanned card number shows in which list and package its owner is", func(t *testing.T) {
		frametest.ChooseAt(s.kinds, packages)
		number := s.known.lists[0].Members[0].Graduate.Current().CardNumber
		if !s.Scanned(number) || s.kind != lists {
			t.Error("a scanned number leads nowhere")
		}
		frametest.MustSee(t, w, "список № 1, пакет № 1")
	})
	t.Run("UA-103 another attempt has another number, and the list keeps that under which it was sent", func(t *testing.T) {
		m := s.known.lists[0].Members[0].Graduate
		sent := m.Current().CardNumber
		err := w.Registrar().Write(frametest.Ctx, registry.RightRegister, registry.Signals{registry.GraduatesChanged}, func(e *registry.Edit) error {
			return e.ChangeAll([]string{m.ID}, "", func(g *data.Graduate) error {
				g.StartAttempt(data.RetryRegistration, 50)
				g.Current().CardNumber = "1399999"
				return nil
			})
		})
		if err != nil {
			t.Fatal(err)
		}
		frametest.MustSee(t, w, sent)
		frametest.MustNotSee(t, w, "1399999")
	})
	t.Run("what is chosen stays in another language", func(t *testing.T) {
		frametest.ChooseAt(s.kinds, packages)
		w.ChangeLanguage("ru")
		if now := screens.Of(w); now == s || now.kind != packages || now.table.Cursor() == "" {
			t.Error("the screen has forgotten what it showed")
		}
		frametest.MustSee(t, w, "Списки и пакеты", "получен центром")
	})
}

// A page that was built anew while its button was hidden shows it whole, with its icon.
func TestTheButtonComesBackWhole(t *testing.T) {
	w, _, s := withKits(t, "uk")
	frametest.ChooseAt(s.kinds, letters)
	w.ChangeLanguage("ru")
	s = screens.Of(w)
	frametest.ChooseAt(s.kinds, packages)
	for _, o := range test.WidgetRenderer(s.add).Objects() {
		if i, is := o.(*canvas.Image); is && (i.Resource == nil || i.Size().IsZero() || !i.Visible()) {
			t.Errorf("its icon is %v, %v", i.Size(), i.Visible())
		}
	}
	if !s.add.Visible() {
		t.Error("it is not there")
	}
}

func TestOwnLetters(t *testing.T) {
	w, _, s := withKits(t, "uk")
	id := frametest.AddGraduate(t, w, "surname", "Дуб", "given_name", "Яна", "class", "11-А", "marks", "exempt")
	w.Go(frame.Route{Screen: frame.Post, Graduate: id, State: frame.NextStep + string(data.NextSend), Chooses: true})
	t.Run("UA-064 a registered letter of one's own is noted with number and stamp", func(t *testing.T) {
		frametest.MustSee(t, w, "Дуб Яна", "Рекомендованим листом з повідомленням про вручення", "не надіслано")
		s.MainAction()
		frametest.FillIn(t, w, "Номер відправлення (якщо є)", "0500012345678")
		frametest.Confirm(w)
		s.MainAction()
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Укрпошта", "0500012345678", "Центр отримав:")
	})
	t.Run("it is taken back only when somebody agrees", func(t *testing.T) {
		frametest.Tap(t, w, "Не надіслано…")
		frametest.Esc(w)
		frametest.MustSee(t, w, "0500012345678")
		frametest.Tap(t, w, "Не надіслано…")
		frametest.FrontTap(t, w, "Не надіслано")
		frametest.MustSee(t, w, "документи центр отримав", "спершу зніміть день отримання")
		frametest.Esc(w)
		frametest.Tap(t, w, "Виправити отримання…")
		frametest.FillIn(t, w, "День отримання центром", "")
		frametest.Confirm(w)
		frametest.Tap(t, w, "Не надіслано…")
		frametest.FrontTap(t, w, "Не надіслано")
		if f := frametest.GraduateOf(t, w, id).Current().Fact(data.FactSent, ""); f != nil {
			t.Errorf("still %+v", f)
		}
	})
}

func TestAVisitToTheCentre(t *testing.T) {
	w, _, s := withKits(t, "uk")
	id := frametest.AddGraduate(t, w, "surname", "Дуб", "given_name", "Яна", "class", "11-А", "marks", "must_come_in_person")
	t.Run("UA-067 who goes to the centre is noted with the day alone", func(t *testing.T) {
		w.Go(w.NextRoute(data.NextSend, id))
		frametest.MustSee(t, w, "Дуб Яна", "ще не здано", "Записати відвідання центру…")
		s.MainAction()
		frametest.MustSee(t, w, "Особисто в центрі: Дуб Яна")
		frametest.MustNotSee(t, w, "Хто доставляє")
		frametest.Confirm(w)
		if r := frametest.GraduateOf(t, w, id).Current(); r.Fact(data.FactReceivedByCentre, "") == nil {
			t.Errorf("%+v", r.Facts)
		}
		frametest.MustSee(t, w, "Центр отримав:")
	})
	t.Run("UA-067 and the day is corrected so", func(t *testing.T) {
		frametest.Tap(t, w, "Виправити надсилання…")
		frametest.MustSee(t, w, "Особисто в центрі: Дуб Яна")
		frametest.Esc(w)
	})
}

func TestListActs(t *testing.T) {
	w, _, s := withKits(t, "uk")
	frametest.Tap(t, w, "Новий список…")
	frametest.Confirm(w)
	people := len(s.known.lists[0].Members)
	t.Run("UA-132 ticked people are taken off, and put on again", func(t *testing.T) {
		frametest.Tap(t, w, "Прибрати осіб…")
		table := frametest.TableIn(t, w)
		table.Select(table.Keys()[0])
		frametest.Confirm(w)
		if got := len(s.known.lists[0].Members); got != people-1 {
			t.Fatalf("%d of %d", got, people)
		}
		frametest.Tap(t, w, "Додати осіб…")
		frametest.Confirm(w)
		if got := len(s.known.lists[0].Members); got != people {
			t.Fatalf("%d of %d", got, people)
		}
	})
	t.Run("a list is renamed and withdrawn, with the reason", func(t *testing.T) {
		frametest.Tap(t, w, "Перейменувати…")
		frametest.FillIn(t, w, "Назва списку", "11-А, частина 1")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "11-А, частина 1")
		frametest.Tap(t, w, "Відкликати…")
		frametest.FillIn(t, w, "Причина (залишиться в історії)", "помилка")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "відкликано", "помилка")
	})
	t.Run("Esc leads from the search to the rows", func(t *testing.T) {
		s.OnSearch()
		s.search.SetText("нікого такого")
		s.search.OnSubmitted("")
		frametest.MustSee(t, w, "Нікого не знайдено")
		s.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if s.search.Text != "" || w.Canvas().Focused() != s.table.Focusable() {
			t.Error("Esc does not clear the search")
		}
	})
	t.Run("F-06 who only reads sees no button that changes anything", func(t *testing.T) {
		w, _, _ := withKits(t, "uk")
		frametest.MustNotSee(t, w, "лише дивитися")
		frametest.LetIn(t, w, registrar.RoleReader)
		w.Go(frame.Route{Screen: frame.Post})
		if s := screens.Of(w); !s.add.Hidden || s.main != nil {
			t.Error("a reader can make a list")
		}
		frametest.MustSee(t, w, "лише дивитися")
	})
}
