package frame_test

import (
	"os"
	"path/filepath"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// A graduate is never led where the school keeps its files: neither to the registry, nor where an
// operator has chosen files, nor into the home folder, where slips with passwords lie. Where nothing
// else is there a list of places is shown.
func TestAGraduateIsNotLedToTheFilesOfTheSchool(t *testing.T) {
	w, home, _ := frametest.PC(t)
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
	if offered := w.Locations(); len(offered) != 1 || offered[0].Path != filepath.Join(home, "Downloads") {
		t.Errorf("it offers %v", offered)
	}
	w.Settings.Folders = map[string]string{"paper": desktop}
	if got := w.StartFolder("picture"); got != stick {
		t.Errorf("with a stick of nobody it begins in %q", got)
	}
	w.Settings.Folders, w.Settings.Recent = nil, []string{filepath.Join(stick, "school.graduand")}
	if got := w.StartFolder("picture"); got != desktop {
		t.Errorf("with a registry on the stick it begins in %q", got)
	}
}

func TestFoldersAreRememberedByPurposeAndPerson(t *testing.T) {
	w, home, files := frametest.PC(t)
	choose := func(folder string) {
		files.ToSave = filepath.Join(folder, "a.pdf")
		w.Files.Save("", "a.pdf", func(string) {})
	}
	choose(home)
	again, err := frame.LoadSettings(filepath.Dir(w.DemoFolder), "uk")
	if err != nil || again.Folders["paper"] != home || again.Folders["reading"] != "" {
		t.Errorf("after a restart %v, %v", again.Folders, err)
	}
	pupil := filepath.Join(home, "Documents", "Класи")
	w.BecomeGraduate()
	if got := w.StartFolder("paper"); got == home {
		t.Error("the dialog of a graduate opens in an operator's folder")
	}
	choose(pupil)
	if w.Settings.Folders["paper"] != home {
		t.Errorf("the operator's dialog would open in %q", w.Settings.Folders["paper"])
	}
	if got := w.StartFolder("paper"); got != pupil {
		t.Errorf("in the sitting of the graduate it begins in %q", got)
	}
	w.NextSitting()
	if got := w.StartFolder("paper"); got == pupil {
		t.Error("the next graduate's dialog opens in the folder of the one before")
	}
}

func TestCopiesAndThePaperKeyAreProposedApart(t *testing.T) {
	w, home, _ := frametest.PC(t)
	registry, stick := filepath.Dir(w.Registrar().Path()), t.TempDir()
	purposes := []frame.Purpose{frame.PaperKey, "copy"}
	for _, p := range purposes {
		w.Settings.Folders = map[string]string{string(p): registry}
		if got := w.StartFolder(p); got != filepath.Join(home, "Стіл") {
			t.Errorf("%s: without a stick it begins in %q", p, got)
		}
		w.Settings.Folders = map[string]string{string(p): home}
		w.Drives = func() []frame.Drive { return []frame.Drive{{Title: "STICK", Path: stick, Removable: true}} }
		if got := w.StartFolder(p); got != stick {
			t.Errorf("%s: with a stick it begins in %q", p, got)
		}
		w.Drives = func() []frame.Drive {
			return []frame.Drive{{Title: "STICK", Path: filepath.Dir(registry), Removable: true}}
		}
		if got := w.StartFolder(p); got != home {
			t.Errorf("%s: with the registry on the stick it begins in %q", p, got)
		}
		w.Drives = func() []frame.Drive { return nil }
	}
	if got := w.StartFolder("reading"); got != w.Home {
		t.Errorf("lists begin in %q", got)
	}
}

// Who has not chosen a file yet begins where files of that kind lie, and a graduate never where
// the school keeps its own.
func TestWhereTheFirstQuestionBegins(t *testing.T) {
	w, home, _ := frametest.PC(t)
	pictures := filepath.Join(home, "Pictures")
	if err := os.Mkdir(pictures, 0o700); err != nil {
		t.Fatal(err)
	}
	disk, stick := t.TempDir(), t.TempDir()
	w.Drives = func() []frame.Drive { return []frame.Drive{{Title: "D", Path: disk}} }
	for p, want := range map[frame.Purpose]string{"picture": pictures, "reading": w.Home, "copy": filepath.Join(home, "Стіл")} {
		if got := w.StartFolder(p); got != want {
			t.Errorf("%s begins in %q", p, got)
		}
	}
	w.BecomeGraduate()
	for _, p := range []frame.Purpose{"picture", "reading", "paper"} {
		if got := w.StartFolder(p); got != pictures {
			t.Errorf("that of a graduate, %s, begins in %q", p, got)
		}
	}
	w.Drives = func() []frame.Drive { return []frame.Drive{{Path: disk}, {Path: stick, Removable: true}} }
	if got := w.StartFolder("reading"); got != stick {
		t.Errorf("with a stick it begins in %q", got)
	}
}
