package frame_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// A graduate is never led where the school keeps its files: neither to the registry, nor where an
// operator has chosen files, nor into the home folder, where slips with passwords lie. Where nothing
// else is there a list of places is shown.
func TestAGraduateIsNotLedToTheFilesOfTheSchool(t *testing.T) {
	w, home := pc(t)
	desktop, stick := filepath.Join(home, "Стіл"), t.TempDir()
	if err := os.Mkdir(filepath.Join(home, "Downloads"), 0o700); err != nil {
		t.Fatal(err)
	}
	w.BecomeGraduate()
	if got := w.StartFolder("picture"); got != desktop {
		t.Errorf("it begins in %q", got)
	}
	w.Settings.Folders = map[string]string{"paper": desktop + "/", "copy": stick}
	w.Drives = func() []frame.Drive { return []frame.Drive{{Title: "STICK", Path: stick, Removable: true}} }
	for _, p := range []frame.Purpose{"picture", "reading", "paper", "folder"} {
		if got := w.StartFolder(p); got != "" {
			t.Errorf("%s begins in %q", p, got)
		}
	}
	w.Files.Open("Фото", []string{".jpg"}, func(string) {})
	frametest.MustSee(t, w, "Місця")
	if keys := table(w).Keys(); !slices.Equal(keys, []string{filepath.Join(home, "Downloads")}) {
		t.Errorf("it offers %q", keys)
	}
	w.Boxes()[0].Leave()
	w.Settings.Folders = map[string]string{"paper": desktop}
	if got := w.StartFolder("picture"); got != stick {
		t.Errorf("with a stick of nobody it begins in %q", got)
	}
	w.Settings.Folders, w.Settings.Recent = nil, []string{filepath.Join(stick, "school.graduand")}
	if got := w.StartFolder("picture"); got != desktop {
		t.Errorf("with a registry on the stick it begins in %q", got)
	}
}

// Places are a folder like others: one is gone into, and from the highest folder one comes back to
// them; nothing is chosen or written where none is chosen.
func TestPlacesAreGoneInto(t *testing.T) {
	w, home := pc(t)
	if err := os.Mkdir(filepath.Join(home, "Downloads"), 0o700); err != nil {
		t.Fatal(err)
	}
	w.Settings.Folders = map[string]string{"paper": filepath.Join(home, "Стіл")}
	w.BecomeGraduate()
	got := ""
	w.Files.Save("Куди", "форма.pdf", func(path string) { got = path })
	frametest.FrontTap(t, w, "Зберегти")
	frametest.MustSee(t, w, "Спершу виберіть місце")
	hands := frametest.Hands{T: t, W: w}
	table(w).OnBack()
	w.Canvas().Focus(table(w).Focusable())
	hands.Write("зав")
	hands.Press("Return")
	if entry(w).Text != "форма.pdf" {
		t.Errorf("the name is %q", entry(w).Text)
	}
	frametest.FrontTap(t, w, "Зберегти")
	if want := filepath.Join(home, "Downloads", "форма.pdf"); got != want {
		t.Fatalf("saved as %q", got)
	}
	w.Files.Folder("Тека", func(string) {})
	for range 20 {
		table(w).OnBack()
	}
	frametest.MustSee(t, w, "Місця")
}

// The PC's own dialog cannot show places: ours asks then.
func TestOursAsksWhereNoFolderIsToBeShown(t *testing.T) {
	w, home := pc(t)
	w.PickByPC()
	w.Settings.Folders = map[string]string{"picture": filepath.Join(home, "Стіл")}
	w.BecomeGraduate()
	w.Files.Open("Фото", []string{".jpg"}, func(string) {})
	frametest.MustSee(t, w, "Місця")
}
