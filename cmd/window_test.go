package cmd

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"graduand/ui/frame"
)

// importRoster takes in a roster by the keyboard alone.
func (d *desk) importRoster(path string) {
	d.t.Helper()
	d.key("ctrl+i")
	d.rest("roster")
	d.key("ctrl+s")
	d.answer(path)
	d.until("row of the roster", func(now frame.Told) bool { return now.Screen == "roster" && now.Rows == 1 && rests(now) })
	d.shot("real-import")
	d.key("ctrl+s")
}

// printCard saves the document that the print screen shows, of all, whether they are ready or not.
func (d *desk) printCard(path string) {
	d.t.Helper()
	d.key("ctrl+7")
	d.rest("printing")
	d.key("ctrl+s")
	d.until("question about who is not ready", func(now frame.Told) bool { return now.Over == 1 && rests(now) })
	d.key("shift+Tab", "Return")
	d.answer(path)
}

// TestRealWindow is the road of a person in the real window: the demonstration,
// a search, an import, a card printed to a file, another language, the end.
func TestRealWindow(t *testing.T) {
	t.Parallel()
	d := newDesk(t, "zno-2020", "uk")
	d.signIn("Увійти")
	d.shot("real-signin")
	d.key("Return")
	d.rest("graduates")
	d.titled("Тихоозерський ліцей")
	d.shot("real-graduates")
	all := d.last().Rows

	d.key("ctrl+f")
	d.write("їж")
	if found := d.last().Rows; found == 0 || found >= all {
		t.Errorf("the search finds %d of %d", found, all)
	}
	d.shot("real-search")
	d.key("Escape")

	roster := filepath.Join(d.folder, "новий клас.csv")
	content := "Список учнів 11-Д класу\nПрізвище;Ім'я;По батькові;Дата народження;Телефон\nЯсінська;Ївга;Ігорівна;05.03.2003;0671112233\n"
	if err := os.WriteFile(roster, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	d.importRoster(roster)
	d.shot("real-imported")

	card := filepath.Join(d.folder, "картка.pdf")
	d.printCard(card)
	d.shot("real-print")
	out, err := exec.Command("pdftotext", "-layout", card, "-").Output()
	if err != nil || !strings.Contains(string(out), "РЕЄСТРАЦІЙНА КАРТКА") {
		t.Errorf("the card: %v\n%s", err, out)
	}

	d.key("ctrl+g", "ctrl+g", "ctrl+g") // Russian, Kyrgyz, English
	d.until("English", func(now frame.Told) bool { return now.Language == "en" && rests(now) })
	d.shot("real-language")
	d.key("ctrl+l")
	d.signIn("Sign in")
	d.shot("real-locked")
	registry := filepath.Join(d.folder, "demo", "zno-2020", "school.graduand")
	if content, err := os.ReadFile(registry); err != nil || strings.Contains(string(content), "Ясінська") {
		t.Errorf("KG-012 the locked registry: %v, or a name in the clear", err)
	}
	d.key("Return")
	d.rest("printing")
	d.titled("Тихоозерський ліцей")
	d.quit()
	if list := d.control("list", registry, "--class", "11-Д"); !strings.Contains(list, "Ясінська Ївга Ігорівна") {
		t.Errorf("the imported graduate is not in the registry:\n%s", list)
	}
	if settings, err := os.ReadFile(filepath.Join(d.folder, "settings.json")); err != nil || !strings.Contains(string(settings), `"language": "en"`) {
		t.Errorf("the language was not kept: %v\n%s", err, settings)
	}
	if log, err := os.ReadFile(filepath.Join(d.folder, "graduand.log")); err != nil || strings.Contains(string(log), "Ясінська") {
		t.Errorf("the log: %v\n%s", err, log)
	}
}
