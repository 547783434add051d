package ui

import (
	"os"
	"path/filepath"
	"testing"
)

func TestImportSurvivesAnotherLanguage(t *testing.T) {
	w, _ := empty(t, "zno-2020", "uk")
	path := filepath.Join(t.TempDir(), "roster.csv")
	if err := os.WriteFile(path, []byte("Прізвище;Ім'я;Дата народження\nСорока;Яна;05.03.2003\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Go(Route{Screen: screenImport, File: path})
	w.ChangeLanguage("en")
	mustSee(t, w, "roster.csv", "Сорока Яна")
}

func TestImportSaysWhatItDidNotRead(t *testing.T) {
	w, _ := empty(t, "zno-2020", "uk")
	path := filepath.Join(t.TempDir(), "roster.csv")
	if err := os.WriteFile(path, []byte("Прізвище;Ім'я;Дата народження;Гурток\nСорока;Яна;05.03.2003;шахи\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Go(Route{Screen: screenImport, File: path})
	shot(t, w, "import-skipped")
	mustSee(t, w, "Стовпець D «Гурток» не прочитано")
}
