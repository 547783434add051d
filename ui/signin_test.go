package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"graduand/data/registrar"
)

// theSignIn is the page that asks who is there, nil while none does.
func theSignIn(w *Window) *signInPage {
	p, _ := w.Alone().(*signInPage)
	return p
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
		if w.Registrar() != nil || theSignIn(w).secret.Text != "" {
			t.Error("the wrong password stays or opens")
		}
		signInAs(t, w, "12", registrar.DemoPassword)
		mustSee(t, w, "Телефон неполный")
	})
	t.Run("KG-011 the right one lands on the graduates, the phone in any spelling", func(t *testing.T) {
		signInAs(t, w, "0 (500) 000-001", registrar.DemoPassword)
		if w.Registrar() == nil || w.Current() != screenGraduates || w.Registrar().Me().Role != registrar.RoleResponsible {
			t.Fatalf("not signed in:\n%s", visible(w))
		}
		mustSee(t, w, surname)
	})
	t.Run("KG-012 locked, nobody is seen; the same person finds again what was typed", func(t *testing.T) {
		test.Type(entryHint(t, w, "surname"), "Недописанный")
		w.lock()
		if w.Registrar() != nil || strings.Contains(visible(w), surname) || strings.Contains(visible(w), "Недописанный") {
			t.Fatalf("still open:\n%s", visible(w))
		}
		signInAs(t, w, "+996500000001", registrar.DemoPassword)
		if got := entryHint(t, w, "surname").Text; got != "Недописанный" {
			t.Errorf("typed was %q", got)
		}
	})
	t.Run("another person does not find it", func(t *testing.T) {
		w.lock()
		signInAs(t, w, "+996500000004", registrar.DemoPassword)
		if w.Registrar().Me().Role != registrar.RoleHead {
			t.Fatal("another signed in")
		}
		if got := entryHint(t, w, "surname").Text; got != "" {
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
	if w.Registrar() == nil || w.Registrar().Me().Name != "Новая Директриса" {
		t.Fatalf("KG-007 the paper key does not open:\n%s", visible(w))
	}
	mustSee(t, w, "Бумажный ключ")
}
