package ui

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// D01: whoever closes a registry that is no longer there, the person or the clock, what was
// saved in it is kept, and the window says where, and waits until that is read.
func TestARegistryTakenAwayIsKept(t *testing.T) {
	for name, end := range map[string]func(*frame.Window){
		"quitting": (*frame.Window).Quit,
		"locking":  (*frame.Window).Lock,
		"leaving":  (*frame.Window).OnNew,
	} {
		t.Run(name, func(t *testing.T) {
			w, path := frametest.LockedDemo(t, "zno-2020", "uk")
			frametest.SignInAs(t, w, "", registrar.DemoPassword)
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			end(w)
			words := strings.Join(strings.Fields(frametest.Visible(w)), " ")
			kept, _ := os.ReadDir(registrar.BackupFolder(path))
			if w.Registrar() != nil || len(kept) == 0 || !strings.Contains(words, "збережено в копії") || !strings.Contains(words, "Відновити з копії") {
				t.Errorf("KG-037 %d copies, said:\n%s", len(kept), words)
			}
			if len(w.Boxes()) != 1 {
				t.Errorf("%d dialogs over one another", len(w.Boxes()))
			}
			w.Quit()
			if slices.Contains(fyne.CurrentApp().Driver().AllWindows(), w.Fyne()) {
				t.Error("the window does not close afterwards")
			}
		})
	}
}
