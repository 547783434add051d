package door

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// All that is wrong with a new school is said at once, each under its field, and the first of it has
// the keyboard.
func TestAllFaultsOfANewSchoolAreSaidAtOnce(t *testing.T) {
	w, files := begun(t, "uk")
	w.Key = nil
	frametest.Tap(t, w, "Новий заклад")
	taken := filepath.Join(t.TempDir(), "taken.graduand")
	if err := os.WriteFile(taken, []byte("other"), 0o600); err != nil {
		t.Fatal(err)
	}
	files.ToSave = taken
	frametest.Tap(t, w, "Змінити…")
	fill := func(id, words string) {
		frametest.FieldBelow(w.Fyne().Content(), w.Say(id, nil)).(*widgets.FollowedEntry).SetText(words)
	}
	test.Type(frametest.EntryOf(t, w, "name"), "  ")
	test.Type(frametest.EntryOf(t, w, "head_name"), "Верболоз\u202e")
	fill("account.name", " ")
	fill("account.phone", "12")
	fill("account.new_password", "коротко")
	fill("account.again", "інше")
	frametest.Tap(t, w, "Створити")
	faults := []string{"Введіть повну назву закладу", "є знаки", "Впишіть прізвище та ім’я", "Телефон неповний", "Пароль закороткий", "Паролі різні", "уже є"}
	for _, words := range faults {
		if !strings.Contains(frametest.Visible(w), words) {
			t.Errorf("«%s» is not said in:\n%s", words, frametest.Visible(w))
		}
	}
	if w.Canvas().Focused() != frametest.EntryOf(t, w, "name") {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
}

// A password that is the phone is weak in whatever groups the phone is typed: it was refused only
// when everything else was good, and in a dialog.
func TestThePasswordOfAFounderIsNotThePhone(t *testing.T) {
	w, _ := begun(t, "uk")
	w.Key = nil
	frametest.Tap(t, w, "Новий заклад")
	test.Type(frametest.EntryOf(t, w, "name"), "Ліцей")
	asFounder(t, w)
	for id, words := range map[string]string{"account.phone": "050 123 45 67", "account.new_password": "0501234567ab", "account.again": "0501234567ab"} {
		frametest.FieldBelow(w.Fyne().Content(), w.Say(id, nil)).(*widgets.FollowedEntry).SetText(words)
	}
	frametest.Tap(t, w, "Створити")
	frametest.MustSee(t, w, "легко вгадати")
	if len(w.Boxes()) > 0 || w.Registrar() != nil {
		t.Error("it is said in a dialog, or not at all")
	}
}

// The sign-in says both at once: that the phone is none, and that there is no password.
func TestBothFaultsOfTheSignInAreSaidAtOnce(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "zno-2020", "uk")
	frametest.SignInAs(t, w, "12", "")
	frametest.MustSee(t, w, "Телефон неповний", "Введіть пароль")
	if e := w.Canvas().Focused(); e != frametest.FieldBelow(w.Fyne().Content(), w.Say("signin.phone", nil)).(fyne.Focusable) {
		t.Errorf("the keyboard is at %T", e)
	}
}

// Whoever opens by the paper key is told at once what is wrong with the code and with the person.
func TestAllFaultsOfThePaperKeyAreSaidAtOnce(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "zno-2020", "uk")
	frametest.Tap(t, w, "Пароль забуто")
	frametest.Tap(t, w, w.Say("signin.paper", nil))
	frametest.FillIn(t, w, w.Say("signin.paper_code", nil)+" *", "QQQQQQ")
	frametest.FillIn(t, w, w.Say("account.phone", nil)+" *", "12")
	frametest.Confirm(w)
	frametest.MustSee(t, w, "Телефон неповний", "Впишіть прізвище та ім’я", "Групу 1 коду")
	if e := w.Canvas().Focused(); e != frametest.FieldBelow(w.Boxes()[0].Content(), w.Say("signin.paper_code", nil)).(fyne.Focusable) {
		t.Errorf("the keyboard is at %T", e)
	}
}
