package account

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestOwnPasswordsAreComparedAnew(t *testing.T) {
	w, _ := frametest.WithHead(t, "uk")
	f := newPasswordForm(w)
	f.box = w.Ask("", f.content(""), 480, frame.Choice{})
	f.firstIn.SetText(frametest.OwnPassword)
	f.more.SetText(frametest.FirstPassword)
	if f.onChange(); !f.again.Faulty() {
		t.Fatal("different passwords are taken")
	}
	if f.firstIn.SetText(frametest.FirstPassword); f.again.Faulty() {
		t.Error("passwords that match now are still called different")
	}
}

// All that is wrong with three passwords is said at once, and the first has the keyboard.
func TestAllFaultsOfPasswordsAreSaidAtOnce(t *testing.T) {
	w, _ := frametest.WithHead(t, "uk")
	askPassword(w)
	frametest.TypeThrough(w, "не той", "коротко", "інше")
	frametest.MustSee(t, w, "Теперішній пароль неправильний", "Пароль закороткий", "Паролі різні")
	if len(w.Boxes()) != 1 || w.Canvas().Focused() != frametest.FieldBelow(w.Boxes()[0].Content(), w.Say("account.old_password", nil)).(fyne.Focusable) {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
	frametest.TypeThrough(w, frametest.HeadPassword, frametest.HeadPassword, frametest.HeadPassword)
	frametest.MustSee(t, w, "такий самий, як старий")
	frametest.MustNotSee(t, w, "Теперішній пароль неправильний")
}
