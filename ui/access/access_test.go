package access

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// accessesOf shows the accesses and gives their screen.
func accessesOf(w *frame.Window) *Screen {
	w.Go(frame.Route{Screen: frame.Access})
	return accessScreenOf(w)
}

// accessLines are the words of the rows.
func accessLines(s *Screen) []string {
	var lines []string
	for _, row := range s.Table.Rows() {
		var words []string
		for _, c := range row.Cells {
			words = append(words, c.Text)
		}
		lines = append(lines, strings.Join(words, "|"))
	}
	return lines
}

// mark selects rows by the keyboard.
func mark(s *Screen, places ...int) {
	list := s.Table.Focusable()
	for _, at := range places {
		s.Table.MoveTo(s.Table.Rows()[at].Key)
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
}

// passwordsOf are the passwords in a saved workbook of accesses.
func passwordsOf(t testing.TB, w *frame.Window, path string) []string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	read, err := w.Registrar().Access.Read(frametest.Ctx, path, content, nil)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, row := range read.Rows {
		all = append(all, row.Password)
	}
	return all
}

func TestAccesses(t *testing.T) {
	w, files := frametest.WithDemo(t, "ort-2021", "ru", 6)
	s := accessesOf(w)
	t.Run("KG-008 it says what an access is while there is none", func(t *testing.T) {
		frametest.MustSee(t, w, "доступ есть у 0 из 6; доступов 0, выдано 0", "Доступ — это логин", "нет доступа", "Создать доступ выпускнику")
		if !s.handOver.Disabled() || !s.slips.Disabled() || !s.excel.Disabled() || !s.change.Disabled() || !s.home.Disabled() {
			t.Error("there is something to do with accesses that are not there")
		}
	})
	t.Run("KG-067 phone and full name stand in every row", func(t *testing.T) {
		rows, err := w.Registrar().Table.List(registrar.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range accessLines(s) {
			g := rows[i].Graduate
			if !strings.HasPrefix(line, g.FullName()+"|"+g.Class+"|"+registrar.FormatPhone(g.Phone)) {
				t.Errorf("row %d is %q", i, line)
			}
		}
	})
	t.Run("KG-034 the button asks for whom and Esc leaves", func(t *testing.T) {
		frametest.Tap(t, w, "Создать доступ выпускнику")
		frametest.MustSee(t, w, "Только этому", "Всем в таблице: 6")
		frametest.Esc(w)
		frametest.MustSee(t, w, "доступ есть у 0 из 6")
		s.Table.MoveTo(s.Table.Rows()[1].Key)
		w.OnMain()
		frametest.Tap(t, w, "Только этому")
		frametest.MustSee(t, w, "доступ есть у 1 из 6; доступов 1, выдано 0", "Создан 1 доступ.", "не выдан")
		if s.Table.Cursor() != s.Table.Rows()[1].Key {
			t.Errorf("the cursor went to %q", s.Table.Cursor())
		}
	})
	t.Run("KG-034 for the marked ones at once, those who have one left as they are", func(t *testing.T) {
		mark(s, 0, 1)
		frametest.Tap(t, w, "Создать доступ выпускнику")
		frametest.MustSee(t, w, "доступ есть у 2 из 6", "Создан 1 доступ.")
		frametest.Tap(t, w, "Создать доступ выпускнику")
		frametest.MustSee(t, w, "У всех выбранных доступ уже есть.")
	})
	t.Run("KG-034 of one who has an access it is said, and nobody else gets one unasked", func(t *testing.T) {
		s.Table.SelectAll()
		s.Table.SelectAll()
		s.Table.MoveTo(s.Table.Rows()[0].Key)
		has, next := s.listed[0].graduate.FullName(), s.listed[2].graduate.FullName()
		frametest.Tap(t, w, "Создать доступ выпускнику")
		for _, leave := range []func(){func() { frametest.Esc(w) }, func() { w.Boxes()[0].Confirm() }} {
			if len(w.Boxes()) == 0 {
				frametest.Tap(t, w, "Создать доступ выпускнику")
			}
			frametest.MustSee(t, w, has+": доступ уже есть.", "Всем в таблице: 4 — "+next)
			leave()
			frametest.MustSee(t, w, "доступ есть у 2 из 6")
		}
	})
	var passwords []string
	t.Run("KG-038 the workbook warns first and offers the marked ones only", func(t *testing.T) {
		s.Table.SelectAll()
		s.Table.SelectAll()
		mark(s, 1)
		files.ToSave = filepath.Join(t.TempDir(), "one")
		frametest.Tap(t, w, "Доступы выпускников")
		frametest.MustSee(t, w, "в нём пароли сразу многих выпускников", "В таблице паролей: 2", "Все с доступом: 2")
		frametest.Esc(w)
		if _, err := os.Stat(files.ToSave + ".xlsx"); err == nil {
			t.Fatal("it was written without an answer")
		}
		frametest.Tap(t, w, "Доступы выпускников")
		frametest.Tap(t, w, "Только отмеченные: 1")
		frametest.MustSee(t, w, "Раздайте пароли и удалите файл «one.xlsx»")
		if got := passwordsOf(t, w, files.ToSave+".xlsx"); len(got) != 1 {
			t.Errorf("%d passwords", len(got))
		}
		files.ToSave = filepath.Join(t.TempDir(), "all.xlsx")
		frametest.Tap(t, w, "Доступы выпускников")
		frametest.Tap(t, w, "Все с доступом: 2")
		passwords = passwordsOf(t, w, files.ToSave)
		if len(passwords) != 2 || passwords[0] == passwords[1] {
			t.Errorf("%d passwords", len(passwords))
		}
	})
	t.Run("KG-016 KG-036 slips of the marked ones, then they are opened for printing", func(t *testing.T) {
		var opened string
		w.OpenFile = func(path string) error { opened = path; return nil }
		files.ToSave = filepath.Join(t.TempDir(), "slips.pdf")
		frametest.Tap(t, w, "Карточки доступа (PDF)")
		frametest.MustSee(t, w, "На карточках пароли")
		frametest.Tap(t, w, "Только отмеченные: 1")
		frametest.MustSee(t, w, "Записано «slips.pdf»")
		frametest.Tap(t, w, "Открыть для печати")
		if content, err := os.ReadFile(files.ToSave); err != nil || !strings.HasPrefix(string(content), "%PDF") || opened != files.ToSave {
			t.Errorf("%v, opened %q", err, opened)
		}
	})
	t.Run("KG-015 handing over asks for day and remark", func(t *testing.T) {
		frametest.Tap(t, w, "Выдан…")
		frametest.MustSee(t, w, "После этого пароль больше нельзя прочитать", "24.02.2020")
		date, note := w.Canvas().Focused(), "журнал № 12"
		date.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		frametest.MustSee(t, w, "выдано 0")
		s.onHandOver()
		// What has the focus is the date.
		frametest.TypeFocused(w, "31.02.2020")
		frametest.Tap(t, w, "Отметить выданным")
		frametest.MustSee(t, w, "нет такого дня", "Отметить выданным")
		frametest.TypeFocused(w, "25.02.2020")
		frametest.Tap(t, w, "Отметить выданным")
		frametest.MustSee(t, w, "Этот день ещё не наступил")
		frametest.TypeFocused(w, "24.02.2020")
		w.Canvas().FocusNext()
		frametest.TypeFocused(w, note)
		frametest.Hands{T: t, W: w}.Press(fyne.KeyReturn, fyne.KeyReturn)
		frametest.MustSee(t, w, "выдано 1", "выдан 24.02.2020", "Отмечен выданным 1 доступ.", note)
		if !s.handOver.Disabled() {
			t.Error("it may be handed over twice")
		}
	})
	t.Run("D16 after that the workbook has no password of it", func(t *testing.T) {
		files.ToSave = filepath.Join(t.TempDir(), "after.xlsx")
		s.Table.SelectAll()
		frametest.Tap(t, w, "Доступы выпускников")
		frametest.MustSee(t, w, "В таблице паролей: 1. Уже выданных: 1")
		frametest.Tap(t, w, "Все с доступом: 2")
		if got := passwordsOf(t, w, files.ToSave); len(got) != 2 || got[0] != passwords[0] || got[1] == passwords[1] || got[1] == "" {
			t.Error("the password that was handed over is still there, or another is gone")
		}
		s.Table.SelectAll()
	})
	t.Run("KG-037 another password needs a reason and is in the history", func(t *testing.T) {
		s.Table.SelectAll()
		s.Table.SelectAll()
		s.Table.MoveTo(s.Table.Rows()[1].Key)
		frametest.Tap(t, w, "Изменить пароль")
		frametest.MustSee(t, w, "Только в крайнем случае", "Старый пароль сразу перестанет работать")
		w.Boxes()[0].Confirm()
		frametest.MustSee(t, w, "Напишите причину")
		frametest.TypeFocused(w, "потерял телефон с паролем")
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		frametest.MustSee(t, w, "Пароль изменён", "Напечатайте новую карточку", "выдано 0", "потерял телефон с паролем")
		frametest.FrontTap(t, w, "Карточки доступа (PDF)") // the next step is one press away
		frametest.MustSee(t, w, "На карточках пароли", "Только этот выпускник")
		frametest.Esc(w)
		if len(w.Boxes()) != 0 || !slices.Contains(frametest.Kinds(t, w), registrar.EventAccessChanged) {
			t.Errorf("%d dialogs, history %v", len(w.Boxes()), frametest.Kinds(t, w))
		}
	})
	t.Run("KG-015 no password is ever on the screen", func(t *testing.T) {
		for i := range s.Table.Rows() {
			s.Table.MoveTo(s.Table.Rows()[i].Key)
			frametest.MustNotSee(t, w, passwords...)
		}
	})
	t.Run("KG-032 the old login is told of when the phone changes", func(t *testing.T) {
		id := s.listed[0].graduate.ID
		was := registrar.FormatPhone(s.listed[0].graduate.Phone)
		frametest.ChangeField(t, w, id, data.FieldPhone, "0555 99 98 88")
		s.Table.MoveTo(id + "/graduand")
		frametest.MustSee(t, w, was, "теперь телефон +996 555 999 888, но логин прежний")
	})
	t.Run("KG-068 who fills the form alone and has got nothing is counted", func(t *testing.T) {
		again := s.listed[1].graduate.ID
		frametest.MustSee(t, w, "1 выпускник заполняет бланк сам и ещё не получил доступ") // with the changed password
		frametest.ChangeField(t, w, again, data.FieldMode, "school")
		frametest.MustNotSee(t, w, "ещё не получил")
		frametest.ChangeField(t, w, s.listed[0].graduate.ID, data.FieldMode, "self")
		frametest.MustSee(t, w, "1 выпускник заполняет бланк сам и ещё не получил доступ")
		if err := w.Registrar().Access.HandOver(frametest.Ctx, []string{s.listed[0].graduate.ID}, registrar.DoorOwn, "24.02.2020", ""); err != nil {
			t.Fatal(err)
		}
		frametest.MustNotSee(t, w, "ещё не получил")
	})
	t.Run("filters by state, and nothing of them is lost with the language", func(t *testing.T) {
		s.State.SetSelected("нет доступа")
		if len(s.Table.Rows()) != 4 {
			t.Errorf("%d without", len(s.Table.Rows()))
		}
		s.State.SetSelected("выдан")
		s.Search.SetText(s.listed[0].graduate.Surname)
		class := s.listed[0].graduate.Class
		s.Class.SetSelected(class)
		if len(s.Table.Rows()) != 1 {
			t.Fatalf("%d handed over", len(s.Table.Rows()))
		}
		search, cursor := s.Search.Text, s.Table.Rows()[0].Key
		s.Table.MoveTo(cursor)
		w.ChangeLanguage("uk")
		s = accessesOf(w)
		if s.Search.Text != search || s.State.Chosen() != accessHanded || s.Class.Chosen() != class || s.Table.Cursor() != cursor || len(s.Table.Rows()) != 1 {
			t.Errorf("after the change: %q, %q, %q, %q, %d rows", s.Search.Text, s.State.Chosen(), s.Class.Chosen(), s.Table.Cursor(), len(s.Table.Rows()))
		}
		frametest.MustSee(t, w, "видано 24.02.2020")
		s.Search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if s.Search.Text != "" {
			t.Error("Esc leaves the search as it is")
		}
	})
}

func TestAccessScreenIsForThoseWhoMay(t *testing.T) {
	for campaign, shown := range map[string]bool{"ort-2021": true, "zno-2020": false} {
		w, _ := frametest.WithDemo(t, campaign, "ru", 1)
		if got := strings.Contains(frametest.Visible(w), w.Say("screen.access", nil)); got != shown {
			t.Errorf("%s: shown %v", campaign, got)
		}
	}
}

func TestAccessesOfNobody(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	s := accessesOf(w)
	frametest.MustSee(t, w, "Сначала добавьте", "доступ есть у 0 из 0")
	s.onCreate()
	s.onExcel()
	s.onHandOver()
	s.onChange()
	s.onTakeHome()
	if len(w.Boxes()) != 0 {
		t.Errorf("%d dialogs about nobody:\n%s", len(w.Boxes()), frametest.Visible(w))
	}
}

// Large letters need room: at 130 % nothing of the screen and its dialogs is cut.
func TestAccessScreenFitsWithLargeLetters(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 12)
	w.Settings.Scale = 130
	g := frametest.FirstGraduate(t, w).Graduate
	if _, err := w.Registrar().Access.Create(frametest.Ctx, []string{g.ID}, nil); err != nil {
		t.Fatal(err)
	}
	for _, language := range text.Languages() {
		w.Settings.Language = language
		w.Forget()
		s := accessesOf(w)
		mark(s, 0)
		for name, open := range map[string]func(){"screen": func() {}, "create": func() { mark(s, 0); s.Table.MoveTo(s.listed[3].key()); s.onCreate() },
			"hand": s.onHandOver, "change": s.onChange, "excel": s.onExcel, "saved": func() { s.onSlipsSaved("slips.pdf") }} {
			s.Table.SelectAll()
			s.Table.SelectAll()
			mark(s, 0)
			open()
			w.Fyne().Resize(frametest.WindowSizes[0].AddWidthHeight(1, 1))
			w.Fyne().Resize(frametest.WindowSizes[0])
			look := "accesses-" + name + "-" + language + "-130"
			frametest.Shot(t, w, look)
			frametest.Fits(t, look, w.Fyne().Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
			for _, overlay := range w.Canvas().Overlays().List() {
				frametest.Fits(t, look, overlay, w.Canvas().Size(), fyne.NewPos(0, 0), false)
			}
			for len(w.Boxes()) > 0 {
				frametest.Esc(w)
			}
		}
	}
}

// A phone is the login: who has none is left out, and said to be.
func TestAccessWithoutAPhone(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 2)
	s := accessesOf(w)
	frametest.ChangeField(t, w, s.listed[0].graduate.ID, data.FieldPhone, "")
	frametest.MustSee(t, w, "нет телефона. Впишите его")
	frametest.Tap(t, w, "Создать доступ выпускнику")
	frametest.Tap(t, w, "Всем в таблице: 2")
	frametest.MustSee(t, w, "Создан 1 доступ. ", "Без телефона, пропущено: 1.")
	mark(s, 0)
	frametest.Tap(t, w, "Создать доступ выпускнику")
	frametest.MustSee(t, w, "Телефон — это логин; впишите", "Закрыть")
}

// KG-034: one group alone is asked for too, and what was made can be taken back.
func TestAccessesAreTakenBack(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 2)
	s := accessesOf(w)
	frametest.ChangeField(t, w, s.listed[0].graduate.ID, data.FieldClass, "")
	s.Search.SetText(s.listed[1].graduate.Surname)
	name := s.listed[0].graduate.FullName()
	frametest.Tap(t, w, "Создать доступ выпускнику")
	frametest.MustSee(t, w, "Только этому — "+name)
	frametest.Tap(t, w, "Только этому")
	frametest.MustSee(t, w, "Создан 1 доступ. "+name)
	w.OnUndoAct()
	frametest.MustSee(t, w, "Удалён 1 доступ. "+name, "доступ есть у 0 из")
}

// KG-015, KG-016: what was handed over is not among what is removed, and its slip is printed only
// where that is asked for.
func TestHandedAccessesStay(t *testing.T) {
	w, files := frametest.WithDemo(t, "ort-2021", "ru", 2)
	s := accessesOf(w)
	first, second := s.listed[0].graduate, s.listed[1].graduate
	if _, err := w.Registrar().Access.Create(frametest.Ctx, []string{first.ID, second.ID}, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Registrar().Access.HandOver(frametest.Ctx, []string{first.ID}, data.DoorOwn, "24.02.2020", ""); err != nil {
		t.Fatal(err)
	}
	s.Table.SelectAll()
	frametest.Tap(t, w, "Удалить доступ…")
	frametest.MustSee(t, w, "бланк в программе Graduand: 1")
	frametest.Esc(w)
	s.Table.SelectAll()
	s.Table.MoveTo(first.ID + "/graduand")
	files.ToSave = filepath.Join(t.TempDir(), "slips.pdf")
	frametest.Tap(t, w, "Карточки доступа (PDF)")
	frametest.Confirm(w)
	frametest.MustSee(t, w, "Всем выбранным доступ уже выдан")
	w.Boxes()[0].Leave()
	frametest.Tap(t, w, "Карточки доступа (PDF)")
	frametest.FindAll[*widgets.DialogCheck](w.Boxes()[0].Content())[0].SetChecked(true)
	frametest.Confirm(w)
	frametest.MustSee(t, w, "Записано «slips.pdf»")
}

// A second press while accesses are being made gives nobody a second password.
func TestAccessPressedTwice(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 1)
	s := accessesOf(w)
	waiting := 0
	w.Runner.Background = func(func()) { waiting++ }
	mark(s, 0)
	s.onCreate()
	s.onCreate()
	if waiting != 1 {
		t.Errorf("%d jobs make accesses", waiting)
	}
}

// What is made before a cancel stays and is said.
func TestAccessesCancelled(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	s := accessesOf(w)
	w.Runner.After = func(_ time.Duration, show func()) func() { show(); return func() {} }
	w.Runner.Background = func(work func()) {
		frametest.MustSee(t, w, "Создаю доступы: 3")
		frametest.Tap(t, w, "Отменить")
		work()
	}
	s.Table.SelectAll()
	s.onCreate()
	w.Runner = frame.AtOnce()
	if len(w.Boxes()) != 0 {
		t.Errorf("a cancelled job complains:\n%s", frametest.Visible(w))
	}
	var whom []*data.Graduate
	for _, row := range s.listed {
		whom = append(whom, row.graduate)
	}
	s.onCreated(whom, 2, 0, context.Canceled)
	frametest.MustSee(t, w, "Остановлено. Создано 2 доступа. "+whom[0].FullName()+", "+whom[1].FullName()+".")
	s.onCreated(whom, 0, 0, errors.New("disk"))
	frametest.MustSee(t, w, "Не получилось")
}

func TestAccessesOfTheCentre(t *testing.T) {
	w, files := frametest.WithDemo(t, "ort-2021", "ru", 4)
	s := accessesOf(w)
	first, second, third := s.listed[0].graduate, s.listed[1].graduate, s.listed[2].graduate
	file := func(lines ...string) {
		files.ToOpen = filepath.Join(t.TempDir(), "centre.csv")
		if err := os.WriteFile(files.ToOpen, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("KG-035 the file is shown before anything is taken in", func(t *testing.T) {
		file("Логин;ФИО;Пароль", first.Phone+";"+first.FullName()+";sEcret1", ";Никого Такого;sEcret2", second.Phone+";"+second.FullName()+";sEcret3",
			third.Phone+";Другое Имя;sEcret4")
		frametest.Tap(t, w, "Доступы с сайта центра…")
		frametest.MustSee(t, w, "Можно взять доступов: 2", "Не будет взято строк: 2", "строка 3, Никого Такого: Такого выпускника в реестре нет",
			"строка 5, Другое Имя: Телефон совпадает, а имя другое")
		frametest.MustNotSee(t, w, "sEcret", "сайт центра\n")
		frametest.Esc(w)
		frametest.MustSee(t, w, "доступ есть у 0 из 4")
		frametest.Drop(w, files.ToOpen)
		frametest.Tap(t, w, "Взять: 2")
		frametest.MustSee(t, w, "доступ есть у 2 из 4", "сайт центра", "взято 2, не взято 2")
	})
	t.Run("KG-035 one that is there already is told of", func(t *testing.T) {
		frametest.Tap(t, w, "Доступы с сайта центра…")
		frametest.MustSee(t, w, "Такой доступ уже есть у выпускников: 2")
		frametest.Esc(w)
	})
	t.Run("KG-038 a password that the sheet may have changed waits for a person", func(t *testing.T) {
		file("Логин;Пароль", first.Phone+";87654321", second.Phone+";4567")
		frametest.Tap(t, w, "Доступы с сайта центра…")
		frametest.MustSee(t, w, "Можно взять доступов: 1", "без вашей отметки не берутся: 1", "короче других")
		frametest.MustNotSee(t, w, "4567", "Взять все строки")
		frametest.Tap(t, w, "Взять: 1")
		frametest.MustSee(t, w, "взято 1, не взято 1")
		frametest.Tap(t, w, "Доступы с сайта центра…")
		tick := frametest.FindAll[*widgets.Tick](w.Boxes()[0].Content())[0]
		frametest.Shot(t, w, "accesses-doubtful-ru-100")
		tick.Tapped(nil)
		frametest.Tap(t, w, "Взять: 2")
		frametest.MustSee(t, w, "взято 2, не взято 0")
	})
	t.Run("KG-035 of several rows in doubt each is taken for itself, or all", func(t *testing.T) {
		file("Логин;Пароль", first.Phone+";87654321", second.Phone+";4567", third.Phone+";123")
		frametest.Tap(t, w, "Доступы с сайта центра…")
		ticks := frametest.FindAll[*widgets.Tick](w.Boxes()[0].Content())
		if len(ticks) != 3 {
			t.Fatalf("%d ticks for two rows", len(ticks))
		}
		ticks[2].Tapped(nil)
		if frametest.MustSee(t, w, "Взять: 3"); !ticks[0].Checked || !ticks[1].Checked {
			t.Error("one for all ticks not all")
		}
		ticks[0].Tapped(nil)
		if frametest.MustSee(t, w, "Взять: 2"); ticks[2].Checked {
			t.Error("all are ticked still")
		}
		frametest.Tap(t, w, "Взять: 2")
		frametest.MustSee(t, w, "взято 2, не взято 1")
		if row, err := w.Registrar().Table.Find(third.ID); err != nil || row.Graduate.Access(data.DoorPlatform) == nil {
			t.Errorf("the ticked row was not taken: %v", err)
		}
	})
	t.Run("KG-035 of rows in doubt alone nothing is taken unticked", func(t *testing.T) {
		file("Логин;ФИО;Пароль", "0777000001;Новый Человек;sEcret1")
		frametest.Tap(t, w, "Доступы с сайта центра…")
		if !w.Boxes()[0].Primary().Disabled() {
			t.Error("nothing can be taken")
		}
		frametest.FindAll[*widgets.Tick](w.Boxes()[0].Content())[0].Tapped(nil)
		if w.Boxes()[0].Primary().Disabled() {
			t.Error("what is ticked cannot be taken")
		}
		frametest.Esc(w)
	})
	t.Run("KG-035 without a header it asks where the columns are", func(t *testing.T) {
		file("x1;"+third.FullName(), "x2;Никого Такого")
		frametest.Tap(t, w, "Доступы с сайта центра…")
		frametest.MustSee(t, w, "столбцы не подписаны")
		frametest.MustNotSee(t, w, "x1")
		frametest.Tap(t, w, "Прочитать")
		frametest.MustSee(t, w, "Нужны пароль и хотя бы одно из двух")
		f := w.Canvas().Focused().(*widgets.DialogSelect)
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if len(w.Boxes()) != 0 {
			t.Fatal("Esc does not leave")
		}
		frametest.Tap(t, w, "Доступы с сайта центра…")
		w.Canvas().FocusNext()
		w.Canvas().Focused().(*widgets.DialogSelect).SetSelected("B")
		w.Canvas().FocusNext()
		w.Canvas().Focused().(*widgets.DialogSelect).SetSelected("A")
		frametest.Tap(t, w, "Прочитать")
		frametest.MustSee(t, w, "Можно взять доступов: 1")
		frametest.Tap(t, w, "Взять: 1")
		frametest.MustSee(t, w, "доступ есть у 3 из 4; доступов 3, выдано 0")
	})
	t.Run("KG-037 on the row of the centre's site no password of the form is changed, and the row says what it opens", func(t *testing.T) {
		if _, err := w.Registrar().Access.Create(frametest.Ctx, []string{second.ID}, nil); err != nil {
			t.Fatal(err)
		}
		s.Table.MoveTo(second.ID + "/platform")
		if frametest.MustSee(t, w, "сайт центра: не выдан", "бланк: не выдан", "пароль сайта меняют на самом сайте"); !s.change.Disabled() {
			t.Error("the password of the form can be changed on the row of the site")
		}
		s.onChange()
		if len(w.Boxes()) != 0 {
			t.Error("it asks for a reason")
		}
		s.Table.MoveTo(second.ID + "/graduand")
		if s.change.Disabled() {
			t.Error("the password of the form cannot be changed on its own row")
		}
		frametest.Tap(t, w, "Удалить доступ…")
		frametest.MustSee(t, w, second.FullName(), "бланк в программе Graduand: 1")
		frametest.Tap(t, w, "Удалить")
		row, err := w.Registrar().Table.Find(second.ID)
		if frametest.MustSee(t, w, "Удалён 1 доступ. "+second.FullName()); err != nil || row.Graduate.Access(data.DoorOwn) != nil || row.Graduate.Access(data.DoorPlatform) == nil {
			t.Errorf("%v, %+v", err, row.Graduate.Accesses)
		}
	})
	t.Run("KG-015 of two doors it asks which was handed over", func(t *testing.T) {
		if _, err := w.Registrar().Access.Create(frametest.Ctx, []string{first.ID}, nil); err != nil {
			t.Fatal(err)
		}
		s.Table.MoveTo(first.ID + "/platform")
		frametest.Tap(t, w, "Выдан…")
		frametest.MustSee(t, w, "Что выдано?", "кабинет на сайте центра", "бланк в программе Graduand")
		frametest.Tap(t, w, "Отметить выданным")
		row, err := w.Registrar().Table.Find(first.ID)
		if err != nil || row.Graduate.Access(data.DoorPlatform).HandedOver == nil || row.Graduate.Access(data.DoorOwn).HandedOver != nil {
			t.Errorf("%v, %+v", err, row.Graduate.Accesses)
		}
		frametest.MustSee(t, w, "доступ есть у 3 из 4; доступов 4, выдано 1", "сайт центра: выдан", "бланк: не выдан")
	})
}

func TestAccessAtHome(t *testing.T) {
	w, files := frametest.WithDemo(t, "ort-2021", "ru", 2)
	s := accessesOf(w)
	id := s.listed[0].graduate.ID
	if _, err := w.Registrar().Access.Create(frametest.Ctx, []string{id}, nil); err != nil {
		t.Fatal(err)
	}
	s.Table.MoveTo(id + "/graduand")
	excel := filepath.Join(t.TempDir(), "a.xlsx")
	if err := w.Registrar().Access.SaveWorkbook(frametest.Ctx, excel, []string{id}); err != nil {
		t.Fatal(err)
	}
	files.ToSave = filepath.Join(t.TempDir(), "home")
	frametest.Tap(t, w, "Дать домой…")
	frametest.MustSee(t, w, "Бланк для работы дома записан в «home.graduand»")
	files.ToOpen = files.ToSave + ".graduand"
	t.Run("KG-069 a form that nobody touched brings nothing", func(t *testing.T) {
		frametest.Tap(t, w, "Принять из дома…")
		frametest.MustSee(t, w, "нет ничего нового")
		frametest.Tap(t, w, "Закрыть")
	})
	row, err := w.Registrar().Table.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	fillAtHome(t, files.ToOpen, row.Graduate.Phone, passwordsOf(t, w, excel)[0])
	t.Run("KG-069 differences are shown first, what the school changed is asked about", func(t *testing.T) {
		frametest.ChangeField(t, w, id, data.FieldPatronymic, "Школьная")
		frametest.Tap(t, w, "Принять из дома…")
		frametest.MustSee(t, w, "Из дома: ", "Фамилия: ", "→ Домова", "Взять у выпускника: «Отчество»", "в школе: Школьная; у выпускника: Домашняя")
		frametest.Esc(w)
		if now, err := w.Registrar().Table.Find(id); err != nil || now.Graduate.Surname == "Домова" {
			t.Errorf("taken in without an answer: %v", err)
		}
		frametest.Drop(w, files.ToOpen)
		w.Canvas().Focus(nil)
		tickFirst(t, w)
		frametest.Tap(t, w, "Принять")
		frametest.MustSee(t, w, "принято 2 изменения", "Домова")
		if now, err := w.Registrar().Table.Find(id); err != nil || now.Graduate.Surname != "Домова" || now.Graduate.Patronymic != "Домашняя" {
			t.Errorf("taken in %+v, %v", now.Graduate, err)
		}
	})
}

// fillAtHome is what a graduate does at home.
func fillAtHome(t testing.TB, path, phone, password string) {
	t.Helper()
	r, err := registrar.Open(frametest.Ctx, path, registrar.SignIn{Phone: phone, Password: password}, registrar.Options{Now: func() time.Time { return frametest.Noon }})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := r.Table.List(registrar.Filter{})
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	_, err = r.Table.Change(frametest.Ctx, rows[0].Graduate.ID, []registrar.Assign{{Field: data.FieldSurname, Value: "Домова"}, {Field: data.FieldPatronymic, Value: "Домашняя"}})
	if err := errors.Join(err, r.Close()); err != nil {
		t.Fatal(err)
	}
}

// tickFirst ticks the first box of the dialog in front, by the keyboard.
func tickFirst(t testing.TB, w *frame.Window) {
	t.Helper()
	for range 5 {
		w.Canvas().FocusNext()
		if tick, is := w.Canvas().Focused().(*widgets.DialogCheck); is {
			tick.TypedRune(' ')
			return
		}
	}
	t.Fatal("no box has the focus")
}

// A file for home says to the school whose it is, and to nobody else.
func TestNameOfAFileForHome(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 1)
	g := data.Graduate{ID: "7778fce049", Surname: "Асанова", GivenName: "Айгүл", Class: "11-А"}
	if got := homeName(w, &g); got != "бланк-домой-11-А-АА.graduand" {
		t.Errorf("proposed %q", got)
	}
	if got := homeName(w, &data.Graduate{Surname: "Асанова", GivenName: "Айгүл"}); got != "бланк-домой-АА.graduand" {
		t.Errorf("of no class proposed %q", got)
	}
}

// TestWordsOfTheHintAreWhole is about the accesses: what their hint says is seen whole
// at once, without the window being resized.
func TestWordsOfTheHintAreWhole(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 12)
	for _, language := range text.Languages() {
		for _, size := range frametest.WindowSizes {
			w.Settings.Language = language
			w.Fyne().Resize(size)
			w.Forget()
			s := accessesOf(w)
			if lacks := s.hint.MinSize().Height - s.hinted.Size().Height; !s.hinted.Visible() || lacks > 0.5 {
				t.Errorf("%s, %v: %v pixels of the hint are cut", language, size, lacks)
			}
		}
	}
}

// In large letters on a small screen the names stay whole, and the state takes no more than it says.
func TestNamesAreWholeInLargeLetters(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 6)
	w.Settings.Scale = 130
	w.Forget()
	w.Fyne().Resize(fyne.NewSize(1024, 900))
	w.Go(frame.Route{Screen: frame.Access})
	shown := frametest.TextsOf(w.Fyne().Content())
	for _, id := range frametest.IdsOf(t, w) {
		name := frametest.GraduateOf(t, w, id).FullName()
		if !slices.ContainsFunc(shown, func(words *canvas.Text) bool { return words.Text == name }) {
			t.Errorf("%s is cut", name)
		}
	}
}

// KG-015: a landline as a login is named before the access is made, and Enter makes none.
func TestALandlineIsAskedAboutBeforeItBecomesALogin(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 2)
	id := frametest.IdsOf(t, w)[0]
	frametest.ChangeField(t, w, id, "phone", "0312620101")
	w.Go(frame.Route{Screen: frame.Access})
	s := accessScreenOf(w)
	has := func() bool { return frametest.GraduateOf(t, w, id).Access(data.DoorOwn) != nil }
	create := func() {
		t.Helper()
		s.createFor([]*data.Graduate{frametest.GraduateOf(t, w, id)})
		frametest.MustSee(t, w, frametest.GraduateOf(t, w, id).FullName()+": +996 312 620 101 — стационарный телефон")
	}
	create()
	frametest.Shot(t, w, "access-landline")
	if frametest.Confirm(w); has() {
		t.Error("Enter makes it")
	}
	create()
	if frametest.FrontTap(t, w, "Всё равно создать"); !has() {
		t.Error("it is not made")
	}
}

// Enter in the search chooses the only one found; the button says what it does now.
func TestSearchChoosesTheOnlyOne(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 8)
	w.Go(frame.Route{Screen: frame.Access})
	s := accessScreenOf(w)
	g := s.listed[3].graduate
	w.Canvas().Focus(s.Search)
	s.Search.SetText(g.FullName())
	s.Search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.one() == nil || s.one().ID != g.ID || w.Canvas().Focused() != s.Table.Focusable() {
		t.Errorf("Enter chooses %v, the keyboard is in %T", s.one(), w.Canvas().Focused())
	}
	frametest.Tap(t, w, "Отметить всех")
	frametest.MustNotSee(t, w, "Отметить всех")
	frametest.Tap(t, w, "Снять отметки")
	if s.Table.Marked() != 0 || s.all.Text != "Отметить всех" || s.all.Icon != nil {
		t.Errorf("%d are marked, the button says %q", s.Table.Marked(), s.all.Text)
	}
}

// TestThoseWithoutAClassAreFound by the filter of every list with one (F-12).
func TestThoseWithoutAClassAreFound(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 2)
	frametest.AddGraduate(t, w, "surname", "Дуб", "phone", "0555000109")
	s := accessesOf(w)
	s.Class.SetSelected("Без класса")
	if rows := s.Table.Rows(); len(rows) != 1 || rows[0].Cells[0].Text != "Дуб" || slices.Contains(s.Class.Options, "") {
		t.Errorf("%d rows, offered %q", len(rows), s.Class.Options)
	}
	frametest.ChangeField(t, w, s.listed[0].graduate.ID, "class", "11-Я")
	if rows := s.Table.Rows(); len(rows) != 3 || s.Class.Chosen() != "" {
		t.Errorf("nobody is without a class now, %q shows %d", s.Class.Selected, len(rows))
	}
}
