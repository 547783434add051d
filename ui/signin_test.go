package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/data/registrar"
)

// theSignIn is the page that asks who is there, nil while none does.
func theSignIn(w *Window) *signInPage {
	p, _ := w.Alone().(*signInPage)
	return p
}

// lockedDemo shows the sign-in of a demonstration school, with real passwords.
func lockedDemo(t testing.TB, campaign, language string) (*Window, string) {
	t.Helper()
	w, _ := newTestWindow(t, language)
	w.Key = nil
	c, err := registrar.Campaign(campaign, nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "demo")
	if _, err := registrar.Demo(ctx, dir, registrar.DemoOptions{Campaign: c, Graduates: 8, Seed: 1}); err != nil {
		t.Fatal(err)
	}
	w.Settings.Noticed = true
	path := filepath.Join(dir, "school.graduand")
	w.Start(path)
	return w, path
}

// signInAs types phone and password and presses the button.
func signInAs(t testing.TB, w *Window, phone, password string) {
	t.Helper()
	if theSignIn(w) == nil {
		t.Fatalf("there is no sign-in:\n%s", visible(w))
	}
	theSignIn(w).phoneIn.SetText(phone)
	theSignIn(w).secret.SetText(password)
	tap(t, w, w.say("signin.enter", nil))
}

// firstName is the surname of somebody in the registry at path.
func firstName(t testing.TB, path string) string {
	t.Helper()
	r, err := registrar.Open(ctx, path, registrar.SignIn{Password: registrar.DemoPassword}, registrar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rows, err := r.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return rows[0].Graduate.Surname
}

func TestSignIn(t *testing.T) {
	w, path := lockedDemo(t, "ort-2021", "ru")
	surname := firstName(t, path)
	t.Run("KG-010 phone above, password below, «Войти»; nobody is seen", func(t *testing.T) {
		mustSee(t, w, "Телефон", "Пароль", "Войти", "Средняя общеобразовательная школа")
		words := visible(w)
		if strings.Index(words, "Телефон") > strings.Index(words, "Пароль") {
			t.Error("the password stands above the phone")
		}
		if strings.Contains(words, surname) {
			t.Error("a name is seen before the sign-in")
		}
	})
	t.Run("the demonstration's sign-in is filled in", func(t *testing.T) {
		if theSignIn(w).phoneIn.Text != "+996 500 000 001" || theSignIn(w).secret.Text != registrar.DemoPassword {
			t.Errorf("filled in: %q", theSignIn(w).phoneIn.Text)
		}
	})
	t.Run("KG-007 who forgot the password is told the ways", func(t *testing.T) {
		tap(t, w, "Пароль забыт")
		mustSee(t, w, "директор", "Бумажный ключ", "+996500000003")
	})
	t.Run("a wrong password and a wrong phone are said at their places", func(t *testing.T) {
		signInAs(t, w, "0500000001", "не тот пароль")
		mustSee(t, w, "Неверный телефон или пароль")
		if w.registrar != nil || theSignIn(w).secret.Text != "" {
			t.Error("the wrong password stays or opens")
		}
		signInAs(t, w, "12", registrar.DemoPassword)
		mustSee(t, w, "Телефон неполный")
	})
	t.Run("KG-011 the right one lands on the graduates, the phone in any spelling", func(t *testing.T) {
		signInAs(t, w, "0 (500) 000-001", registrar.DemoPassword)
		if w.registrar == nil || w.current != screenGraduates || w.registrar.Me().Role != registrar.RoleResponsible {
			t.Fatalf("not signed in:\n%s", visible(w))
		}
		mustSee(t, w, surname)
	})
	t.Run("KG-012 locked, nobody is seen; the same person finds again what was typed", func(t *testing.T) {
		test.Type(w.screens[screenGraduates].(*graduatesScreen).adding.entries[1], "Недописанный")
		w.lock()
		if w.registrar != nil || strings.Contains(visible(w), surname) || strings.Contains(visible(w), "Недописанный") {
			t.Fatalf("still open:\n%s", visible(w))
		}
		signInAs(t, w, "+996500000001", registrar.DemoPassword)
		if got := w.screens[screenGraduates].(*graduatesScreen).adding.entries[1].Text; got != "Недописанный" {
			t.Errorf("typed was %q", got)
		}
	})
	t.Run("another person does not find it", func(t *testing.T) {
		w.lock()
		signInAs(t, w, "+996500000004", registrar.DemoPassword)
		if w.registrar.Me().Role != registrar.RoleHead {
			t.Fatal("another signed in")
		}
		if got := w.screens[screenGraduates].(*graduatesScreen).adding.entries[1].Text; got != "" {
			t.Errorf("typed by the other: %q", got)
		}
	})
}

func TestWrongPasswordsWait(t *testing.T) {
	w, _ := lockedDemo(t, "ort-2021", "ru")
	for range 5 {
		signInAs(t, w, "", "не тот пароль совсем")
	}
	mustSee(t, w, "Подождите 30 секунд")
	if !theSignIn(w).enter.Disabled() {
		t.Error("the button can be pressed while one has to wait")
	}
}

func TestIdleLock(t *testing.T) {
	w, _ := lockedDemo(t, "ort-2021", "ru")
	now := noon
	w.Now = func() time.Time { return now }
	signInAs(t, w, "", registrar.DemoPassword)
	now = now.Add(4*time.Minute + 50*time.Second)
	w.onWatch()
	if w.registrar == nil {
		t.Fatal("locked too early")
	}
	w.Go(Route{Screen: screenHistory})
	now = now.Add(4 * time.Minute)
	w.onWatch()
	if w.registrar == nil {
		t.Fatal("locked though somebody is there")
	}
	now = now.Add(5 * time.Minute)
	w.onWatch()
	if w.registrar != nil || theSignIn(w) == nil {
		t.Error("KG-012 nobody is there and it is open")
	}
}

// passwordOf makes an access and reads its password off the workbook, as a person does.
func passwordOf(t testing.TB, r *registrar.Registrar, id string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "accesses.xlsx")
	if _, err := r.CreateAccesses(ctx, []string{id}, nil); err != nil {
		t.Fatal(err)
	}
	if err := r.SaveAccesses(ctx, path, []string{id}); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := r.PreviewRoster(ctx, "accesses.xlsx", content)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range file.Sheets[0].Lines {
		for _, cell := range line.Cells {
			if len(cell) == 14 && strings.Count(cell, "-") == 2 {
				return cell
			}
		}
	}
	t.Fatal("there is no password in the workbook")
	return ""
}

func TestGraduateMode(t *testing.T) {
	w, _ := lockedDemo(t, "ort-2021", "ru")
	signInAs(t, w, "", registrar.DemoPassword)
	rows, err := w.registrar.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	g, other := rows[0].Graduate, rows[5].Graduate
	password := passwordOf(t, w.registrar, g.ID)
	w.lock()
	signInAs(t, w, g.Phone, strings.ToLower(password))
	t.Run("KG-068 a graduate sees the own form and nothing else", func(t *testing.T) {
		mustSee(t, w, "Бланк регистрации на ОРТ", g.FullName(), "Сохранить и выйти")
		for _, foreign := range []string{other.FullName(), "Импорт", "Учётные записи", "Настройки"} {
			if strings.Contains(visible(w), foreign) {
				t.Errorf("%q is seen", foreign)
			}
		}
		for _, menu := range w.window.MainMenu().Items {
			for _, item := range menu.Items {
				if strings.HasPrefix(item.Label, w.say("menu.import", nil)) {
					t.Error("the menu has the import")
				}
			}
		}
	})
	t.Run("KG-069 what is filled in waits for the school; the login is not the graduate's to change", func(t *testing.T) {
		s := w.screens[screenOwn].(*ownScreen)
		s.turnPage(0)
		if !s.sheet.inputs["phone"].(*textInput).entry.Disabled() || s.sheet.inputs["given_name"].(*textInput).entry.Disabled() {
			t.Error("the wrong fields are open")
		}
		e := s.sheet.inputs["given_name"].(*textInput).entry
		e.SetText("Айжаркын")
		e.OnSubmitted("")
		s.goToField("privileged")
		test.Type(s.sheet.inputs["privileged"].focusable(), " ")
		w.lock()
		signInAs(t, w, "", registrar.DemoPassword)
		mustSee(t, w, "Выпускники заполнили бланки", g.FullName())
		row, err := w.registrar.Find(g.ID)
		if err != nil || row.Graduate.GivenName != "Айжаркын" || row.Graduate.Get("privileged") == "" {
			t.Errorf("got %v, %v", row.Graduate, err)
		}
		events, err := w.registrar.History(ctx, registrar.HistoryFilter{Graduate: g.ID, Kind: registrar.EventFilled})
		if err != nil || len(events) != 1 || events[0].By != g.FullName() {
			t.Errorf("who filled it: %+v, %v", events, err)
		}
	})
}

// typeThrough fills the fields of a dialog from the one with the focus on, by the Tab key,
// and presses Enter in the last.
func typeThrough(w *Window, words ...string) {
	for i, word := range words {
		if i > 0 {
			w.Canvas().FocusNext()
		}
		typeFocused(w, word)
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func TestFirstPassword(t *testing.T) {
	w, _ := lockedDemo(t, "ort-2021", "ru")
	signInAs(t, w, "+996500000004", registrar.DemoPassword)
	const first, own = "семь синих слонов идут домой", "восемь рыжих котов едят рыбу"
	if err := w.registrar.AddAccount(ctx, registrar.Account{Name: "Новый Сотрудник", Phone: "0500000009", Role: registrar.RoleReader}, first); err != nil {
		t.Fatal(err)
	}
	w.lock()
	signInAs(t, w, "0500000009", first)
	t.Run("KG-006 the first password is replaced before anything is shown", func(t *testing.T) {
		mustSee(t, w, "Замените пароль на свой")
		typeThrough(w, first, own, own)
		if w.registrar.Me().MustChange {
			t.Fatalf("still to be changed:\n%s", visible(w))
		}
	})
	t.Run("F-06 a reader looks and adds nobody", func(t *testing.T) {
		mustSee(t, w, "только смотреть")
		if strings.Contains(visible(w), w.say("ui.add_button", nil)) {
			t.Error("a reader can add")
		}
		w.Go(Route{Screen: screenPrint})
		if !w.screens[screenPrint].(*printScreen).savePDF.Disabled() {
			t.Error("a reader is offered to save documents")
		}
	})
}

func TestPaperKeyInTheWindow(t *testing.T) {
	w, path := lockedDemo(t, "ort-2021", "ru")
	r, err := registrar.Open(ctx, path, registrar.SignIn{Phone: "+996500000004", Password: registrar.DemoPassword}, registrar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	code, err := r.NewPaperCode(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	tap(t, w, "Пароль забыт")
	tap(t, w, "Бумажный ключ")
	typeThrough(w, strings.ToLower(code), "Новая Директриса", "0500777777", "девять серых волков поют песни", "девять серых волков поют песни")
	if w.registrar == nil || w.registrar.Me().Name != "Новая Директриса" {
		t.Fatalf("KG-007 the paper key does not open:\n%s", visible(w))
	}
	mustSee(t, w, "Бумажный ключ")
}

func TestSignedInKeyboardIsInTheTable(t *testing.T) {
	w, _ := lockedDemo(t, "ort-2021", "ru")
	signInAs(t, w, "+996 500 000 001", registrar.DemoPassword)
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
	w.lock()
	signInAs(t, w, "+996 500 000 001", registrar.DemoPassword)
	if s = graduatesOf(w); s.adding.entries[1].Text != "Асан" || w.Canvas().Focused() == s.table.Focusable() {
		t.Errorf("given back %q, the focus is in %T", s.adding.entries[1].Text, w.Canvas().Focused())
	}
}
