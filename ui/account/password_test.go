package account

import (
	"testing"

	"graduand/ui/frame/frametest"
)

func TestOwnPasswordsAreComparedAnew(t *testing.T) {
	w, _ := frametest.WithHead(t, "uk")
	f := newPasswordForm(w)
	f.content("")
	f.firstIn.SetText(frametest.OwnPassword)
	f.more.SetText(frametest.FirstPassword)
	if f.onChange(); !f.again.Faulty() {
		t.Fatal("different passwords are taken")
	}
	if f.firstIn.SetText(frametest.FirstPassword); f.again.Faulty() {
		t.Error("passwords that match now are still called different")
	}
}
