package form

import (
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// In the real window what a save has to say comes after the lock that waited for it.
func TestLockWhileAFieldIsSaved(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "zno-2020", "uk")
	for _, c := range []struct{ name, field, typed, then string }{
		{"F-07 a value on its way to the disk is saved and nothing is said behind the lock", "settlement", "с. Липове", "с. Липове"},
		{"F-07 a refused value waits for the same person", data.FieldBirthDate, "31.02.2003", "31.02.2003"},
	} {
		t.Run(c.name, func(t *testing.T) {
			frametest.SignInAs(t, w, "", registrar.DemoPassword)
			openForm(w, frametest.IdsOf(t, w)[0])
			formOf(w).goToField(c.field)
			formText(w, c.field).SetText("")
			handsOf(t, w).Write(c.typed)
			var late []func()
			w.Runner.Deliver = func(f func()) { late = append(late, f) }
			w.Lock()
			w.Runner = frame.AtOnce()
			for _, f := range late {
				f()
			}
			if w.Registrar() != nil || len(w.Boxes()) > 0 {
				t.Fatalf("behind the lock stands:\n%s", frametest.Visible(w))
			}
			frametest.SignInAs(t, w, "", registrar.DemoPassword)
			formOf(w).goToField(c.field)
			if got := formText(w, c.field).Text; got != c.then {
				t.Errorf("the field holds %q", got)
			}
			w.Lock()
		})
	}
}
