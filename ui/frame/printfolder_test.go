package frame_test

import (
	"os"
	"path/filepath"
	"testing"

	"graduand/data/registrar"
	"graduand/ui/frame/frametest"
)

func TestWhatIsPrintedFromGoesAtTheLockAndAtTheNextStart(t *testing.T) {
	w, loop := onLoop(t)
	print := func() string {
		path, err := w.PrintFile("картки.pdf")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("personal"), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	path := print()
	for _, folder := range []string{filepath.Dir(path), filepath.Dir(filepath.Dir(path))} {
		if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("others can enter %s: %v, %v", folder, info, err)
		}
	}
	w.Lock()
	loop.Rest()
	if w.Registrar() != nil || frametest.IsThere(path) {
		t.Errorf("locked %v, %s is there: %v", w.Registrar() == nil, path, frametest.IsThere(path))
	}
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	loop.Rest()
	path = print()
	frametest.AnotherWindow(t, w)
	if _, err := os.Stat(path); err == nil {
		t.Error("after a crash it stays")
	}
}
