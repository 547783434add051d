package roster

import (
	"os"
	"path/filepath"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestImportSurvivesAnotherLanguage(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	path := filepath.Join(t.TempDir(), "roster.csv")
	if err := os.WriteFile(path, []byte("Прізвище;Ім'я;Дата народження\nСорока;Яна;05.03.2003\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Roster, File: path})
	w.ChangeLanguage("en")
	frametest.MustSee(t, w, "roster.csv", "Сорока Яна")
}

func TestImportSaysWhatItDidNotRead(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	path := filepath.Join(t.TempDir(), "roster.csv")
	if err := os.WriteFile(path, []byte("Прізвище;Ім'я;Дата народження;Гурток\nСорока;Яна;05.03.2003;шахи\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Roster, File: path})
	frametest.Shot(t, w, "import-skipped")
	frametest.MustSee(t, w, "Стовпець D «Гурток» не прочитано")
}
