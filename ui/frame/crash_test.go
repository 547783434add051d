package frame_test

import (
	"path/filepath"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// That the program ended by itself is told once, with where its report lies; a second start says nothing.
func TestACrashIsToldOnce(t *testing.T) {
	report := frametest.WriteFile(t, "crash.txt", "Graduand 1.0\npanic: (the words are left out)\n")
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	opened := ""
	w.OpenFile = func(path string) error {
		opened = path
		return nil
	}
	w.TellCrash(filepath.Join(filepath.Dir(report), "none.txt"))
	if len(w.Boxes()) != 0 {
		t.Fatal("a crash is told that there was not")
	}
	w.TellCrash(report)
	frametest.MustSee(t, w, "Минулого разу програма завершилася сама", "на місці", "crash.txt")
	frametest.Shot(t, w, "crash-told")
	frametest.FrontTap(t, w, "Скопіювати звіт")
	if got := w.Clipboard().Content(); got == "" || len(w.Boxes()) != 1 {
		t.Errorf("on the clipboard is %q", got)
	}
	frametest.FrontTap(t, w, "Показати теку")
	if opened != filepath.Dir(report) {
		t.Errorf("%q was shown", opened)
	}
	again, err := frame.LoadSettings(w.Home, "uk")
	if err != nil {
		t.Fatal(err)
	}
	w.Settings.CrashTold = again.CrashTold
	if w.TellCrash(report); len(w.Boxes()) != 0 {
		t.Error("it is told again")
	}
}
