package door

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// theSignIn is the page that asks who is there, nil while none does.
func theSignIn(w *frame.Window) *signInPage {
	p, _ := w.Alone().(*signInPage)
	return p
}

// firstName is the surname of somebody in the registry at path.
func firstName(t testing.TB, path string) string {
	t.Helper()
	r, err := registrar.Open(frametest.Ctx, path, registrar.SignIn{Password: registrar.DemoPassword}, registrar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rows, err := r.Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return rows[0].Graduate.Surname
}

func TestSignInTellsTheFolder(t *testing.T) {
	list.In(t)
	w, path := frametest.LockedDemo(t, "zno-2020", "uk")
	w.Open(path)
	frametest.MustSee(t, w, " · "+filepath.Base(filepath.Dir(path)))
}

func TestSignIn(t *testing.T) {
	list.In(t)
	w, path := frametest.LockedDemo(t, "ort-2021", "ru")
	surname := firstName(t, path)
	t.Run("KG-010 phone above, password below, «Войти»; nobody is seen", func(t *testing.T) {
		frametest.MustSee(t, w, "Телефон", "Пароль", "Войти", "Средняя общеобразовательная школа")
		words := frametest.Visible(w)
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
		frametest.Tap(t, w, "Пароль забыт")
		frametest.MustSee(t, w, "директор", "Бумажный ключ", "+996500000003")
	})
	t.Run("a wrong password and a wrong phone are said at their places", func(t *testing.T) {
		frametest.SignInAs(t, w, "0500000001", "не тот пароль")
		frametest.MustSee(t, w, "Неверный телефон или пароль")
		if said := frame.OneLine(frametest.Visible(w)); !strings.Contains(said, "нажмите «Пароль забыт».") || strings.Contains(said, "экране входа") {
			t.Errorf("the way is told as if from elsewhere: %s", said)
		}
		if w.Registrar() != nil || theSignIn(w).secret.Text != "" {
			t.Error("the wrong password stays or opens")
		}
		test.Type(theSignIn(w).secret, "т")
		frametest.MustNotSee(t, w, "Неверный телефон или пароль")
		frametest.SignInAs(t, w, "12", registrar.DemoPassword)
		frametest.MustSee(t, w, "Телефон неполный")
		test.Type(theSignIn(w).phoneIn, "3")
		frametest.MustSee(t, w, "Телефон неполный")
		theSignIn(w).phoneIn.SetText("0500000001")
		frametest.MustNotSee(t, w, "Телефон неполный")
	})
	t.Run("KG-011 the right one lands on the graduates, the phone in any spelling", func(t *testing.T) {
		frametest.SignInAs(t, w, "0 (500) 000-001", registrar.DemoPassword)
		if w.Registrar() == nil || w.Current() != frame.Graduates || w.Registrar().Me().Role != registrar.RoleResponsible {
			t.Fatalf("not signed in:\n%s", frametest.Visible(w))
		}
		frametest.MustSee(t, w, surname)
	})
	t.Run("KG-012 locked, nobody is seen; the same person finds again what was typed", func(t *testing.T) {
		test.Type(frametest.EntryHint(t, w, "surname"), "Недописанный")
		w.Lock()
		if w.Registrar() != nil || strings.Contains(frametest.Visible(w), surname) || strings.Contains(frametest.Visible(w), "Недописанный") {
			t.Fatalf("still open:\n%s", frametest.Visible(w))
		}
		frametest.SignInAs(t, w, "+996500000001", registrar.DemoPassword)
		if got := frametest.EntryHint(t, w, "surname").Text; got != "Недописанный" {
			t.Errorf("typed was %q", got)
		}
	})
	t.Run("KG-010 phone and password pasted from a cell, with its line end, open too", func(t *testing.T) {
		w.Lock()
		frametest.SignInAs(t, w, "\u200e+996500000001\r\n", "\ufeff"+registrar.DemoPassword+"\r\n")
		if w.Registrar() == nil {
			t.Fatalf("not signed in:\n%s", frametest.Visible(w))
		}
	})
	t.Run("another person does not find it", func(t *testing.T) {
		w.Lock()
		frametest.SignInAs(t, w, "+996500000004", registrar.DemoPassword)
		if w.Registrar().Me().Role != registrar.RoleHead {
			t.Fatal("another signed in")
		}
		if got := frametest.EntryHint(t, w, "surname").Text; got != "" {
			t.Errorf("typed by the other: %q", got)
		}
	})
}

func TestTheSignInNamesTheCampaignInTheWindowsLanguage(t *testing.T) {
	for language, want := range map[string]string{"ky": "ЖРТ-2021", "en": "ORT-2021", "ru": "ОРТ-2021"} {
		w, _ := frametest.LockedDemo(t, "ort-2021", language)
		frametest.MustSee(t, w, want+" · ")
	}
}

func TestWrongPasswordsWait(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	for range 5 {
		frametest.SignInAs(t, w, "", "не тот пароль совсем")
	}
	frametest.MustSee(t, w, "Подождите 30 секунд")
	if !theSignIn(w).enter.Disabled() {
		t.Error("the button can be pressed while one has to wait")
	}
}

// withPupil is the sign-in of a demonstration in which a pupil has an access.
func withPupil(t *testing.T) (w *frame.Window, phone, password string) {
	t.Helper()
	w, path := frametest.LockedDemo(t, "ort-2021", "ru")
	r, err := registrar.Open(frametest.Ctx, path, registrar.SignIn{Phone: "+996500000004", Password: registrar.DemoPassword}, registrar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rows, err := r.Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return w, rows[0].Graduate.Phone, frametest.PasswordOf(t, r, rows[0].Graduate.ID)
}

func TestWrongPasswordsOfAPupilKeepNobodyElseOut(t *testing.T) {
	w, phone, _ := withPupil(t)
	for range 5 {
		frametest.SignInAs(t, w, phone, "не тот пароль")
	}
	frametest.MustSee(t, w, "Подождите 30 секунд")
	frametest.SignInAs(t, w, "+996500000001", registrar.DemoPassword)
	if w.Registrar() == nil {
		t.Fatalf("the teacher has to wait:\n%s", frametest.Visible(w))
	}
}

func TestTheLookThatAPupilChoseEndsWithTheSitting(t *testing.T) {
	w, phone, password := withPupil(t)
	kept := func() string { return string(frametest.ReadFile(t, filepath.Join(w.Home, "settings.json"))) }
	w.SaveSettings()
	frametest.Tap(t, w, "Кыргызча")
	frametest.SignInAs(t, w, phone, password)
	if !w.IsGraduate() || w.Settings.Language != "ky" {
		t.Fatalf("signed in: %v, in %q", w.IsGraduate(), w.Settings.Language)
	}
	w.OnNextLanguage()
	w.OnDark()
	if s := kept(); !strings.Contains(s, `"language": "ru"`) || !strings.Contains(s, `"dark": false`) {
		t.Errorf("on the disk is %s", s)
	}
	w.Lock()
	frametest.MustSee(t, w, "Войти")
	if w.Settings.Dark {
		t.Error("it stays dark")
	}
	frametest.Tap(t, w, "English")
	frametest.SignInAs(t, w, "+996500000001", registrar.DemoPassword)
	if s := kept(); !strings.Contains(s, `"language": "en"`) {
		t.Errorf("the language of an operator is not kept: %s", s)
	}
}

func TestPaperKeyInTheWindow(t *testing.T) {
	w, path := frametest.LockedDemo(t, "ort-2021", "ru")
	r, err := registrar.Open(frametest.Ctx, path, registrar.SignIn{Phone: "+996500000004", Password: registrar.DemoPassword}, registrar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	code, err := r.NewPaperCode(frametest.Ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	frametest.Tap(t, w, "Пароль забыт")
	frametest.Tap(t, w, "Бумажный ключ")
	frametest.TypeThrough(w, "\ufeff"+strings.ToLower(code)+"\r\n", "Новая Директриса", "0500777777", "девять серых волков поют песни", "девять серых волков поют песни\r\n")
	if w.Registrar() == nil || w.Registrar().Me().Name != "Новая Директриса" {
		t.Fatalf("KG-007 the paper key does not open:\n%s", frametest.Visible(w))
	}
	frametest.MustSee(t, w, "Бумажный ключ")
}

// Who was locked out types the password alone; nobody finds any phone after a graduate, nor in
// another registry.
func TestWhoWasLockedOutFindsThePhone(t *testing.T) {
	list.In(t)
	w, _ := frametest.WithHead(t, "uk")
	phone, path := w.Me().Phone, w.Registrar().Path()
	w.Lock()
	if p := theSignIn(w); p.phoneIn.Text != registrar.FormatPhone(phone) || w.Canvas().Focused() != p.secret {
		t.Fatalf("the phone is %q", p.phoneIn.Text)
	}
	t.Run("another who comes by Tab types over it, or empties it", func(t *testing.T) {
		w.Canvas().FocusPrevious()
		for range 3 {
			if w.Canvas().Focused() == theSignIn(w).phoneIn {
				break
			}
			w.Canvas().FocusPrevious()
		}
		frametest.Strike(w, "0777")
		if got := theSignIn(w).phoneIn.Text; got != "0777" {
			t.Errorf("the phone is %q", got)
		}
		theSignIn(w).phoneIn.SetText(registrar.FormatPhone(phone))
		frametest.Tap(t, w, "Інша людина")
		if p := theSignIn(w); p.phoneIn.Text != "" || w.Canvas().Focused() != p.phoneIn {
			t.Errorf("the phone is %q", p.phoneIn.Text)
		}
		theSignIn(w).phoneIn.SetText(registrar.FormatPhone(phone))
	})
	test.Type(theSignIn(w).secret, frametest.HeadPassword)
	if frametest.Enter(theSignIn(w).secret); w.Registrar() == nil {
		t.Fatalf("not signed in:\n%s", frametest.Visible(w))
	}
	w.Lock()
	frametest.Tap(t, w, "Русский")
	if w.Canvas().Focused() != theSignIn(w).secret {
		t.Error("another language takes the keyboard from the password")
	}
	test.Type(theSignIn(w).secret, frametest.HeadPassword)
	frametest.Enter(theSignIn(w).secret)
	w.OnNew()
	if got := w.LockedOut(path); got != "" {
		t.Errorf("whoever has signed in since and left otherwise leaves %q", got)
	}
	other, _ := frametest.WithHead(t, "uk")
	apart := other.Registrar().Path()
	other.CloseRegistry()
	w.Open(apart)
	if got := theSignIn(w).phoneIn.Text; got != "" {
		t.Errorf("another registry shows %q", got)
	}
	t.Run("nor anything after a graduate", func(t *testing.T) {
		w, phone, password := withPupil(t)
		path := theSignIn(w).entrance.Path
		for of, shown := range map[string]string{"+996500000001": "+996 500 000 001", phone: ""} {
			secret := registrar.DemoPassword
			if of == phone {
				secret = password
			}
			frametest.SignInAs(t, w, of, secret)
			if w.Lock(); w.LockedOut(path) != shown {
				t.Errorf("after %s it is %q", of, w.LockedOut(path))
			}
		}
	})
}

// KG-069: a graduate is told that this is the door for graduates too, where they have one.
func TestTheDoorIsForGraduatesToo(t *testing.T) {
	for campaign, want := range map[string]bool{"ort-2021": true, "zno-2020": false} {
		w, _ := frametest.WithHead(t, "ru")
		c, err := registrar.Campaign(campaign, nil)
		if err != nil {
			t.Fatal(err)
		}
		ShowSignIn(w, registrar.Entrance{Path: "school.graduand", School: "СОШ", Campaign: c})
		frametest.Shot(t, w, "signin-"+campaign)
		if seen := strings.Contains(strings.ReplaceAll(frametest.Visible(w), "\n", " "), "сотрудники школы, и выпускники"); seen != want {
			t.Errorf("%s: said %v:\n%s", campaign, seen, frametest.Visible(w))
		}
	}
}

// Where graduates have no access of their own none of them is told what to do without a password, and
// the centre's site is nobody's business but of who has given that password.
func TestAForgottenPasswordIsNoMatterOfGraduatesWithoutAccess(t *testing.T) {
	for campaign, told := range map[string]bool{"zno-2020": false, "ort-2021": true} {
		w, _ := frametest.LockedDemo(t, campaign, "uk")
		frametest.Tap(t, w, w.Say("signin.forgotten", nil))
		frametest.MustSee(t, w, "Працівник закладу")
		if said := strings.Contains(frametest.Visible(w), "Випускник: попросіть"); said != told || strings.Contains(frametest.Visible(w), "відновлює центр") {
			t.Errorf("%s: %s", campaign, frametest.Visible(w))
		}
	}
}

// KG-007: what is done about a lost password is seen on a small window with large letters too.
func TestForgottenIsSeen(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	w.Settings.Scale = 150
	w.ApplySettings()
	w.Fyne().Resize(fyne.NewSize(1024, 560))
	page := w.Alone().(*signInPage)
	frametest.Tap(t, w, w.Say("signin.forgotten", nil))
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(page.forgot.Objects[0]).Y
	if top < 0 || top > 300 {
		t.Errorf("it begins at %.0f of 560", top)
	}
}
