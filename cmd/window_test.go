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

// printAll saves the document that the print screen shows, of all, whether they are ready or not: where
// some are not, that is asked first.
func (d *desk) printAll(key, path string) {
	d.t.Helper()
	d.key(key)
	d.rest("printing")
	d.key("ctrl+s")
	d.until("question about the file, or who is not ready", func(now frame.Told) bool { return now.Over == 1 && rests(now) })
	if d.last().Focus != "Entry" {
		d.key("shift+Tab", "Return")
	}
	d.answer(path)
}

// road is the way of a person through the real window, in one language and campaign.
type road struct {
	campaign, language, signIn, school string
	// search are letters that the keyboard of the language has, found in some names.
	search string
	// roster is a class of one, who is added.
	roster, class, added string
	// printing opens the screen, paper is what the document says.
	printing, paper string
	// turns are how many times the next language is asked for until it is English.
	turns int
}

var roads = map[string]road{
	"in Ukrainian": {campaign: "zno-2020", language: "uk", signIn: "Увійти", school: "Тихоозерський ліцей", search: "їж",
		roster: "Список учнів 11-Д класу\nПрізвище;Ім'я;По батькові;Дата народження;Телефон\nЯсінська;Ївга;Ігорівна;05.03.2003;0671112233\n",
		class:  "11-Д", added: "Ясінська Ївга Ігорівна", printing: "ctrl+7", paper: "РЕЄСТРАЦІЙНА КАРТКА", turns: 3},
	"in Kyrgyz": {campaign: "ort-2021", language: "ky", signIn: "Кирүү", school: "Жаңы-Үмүт", search: "үсөн",
		roster: "11-Д классынын окуучулары\nФамилиясы;Аты;Атасынын аты;Туулган күнү;Телефону\nӨмүрова;Үмүт;Таңатовна;05.03.2003;0555112233\n",
		class:  "11-Д", added: "Өмүрова Үмүт Таңатовна", printing: "ctrl+6", paper: "Абдыраимов", turns: 1},
}

// TestRealWindow is the road of a person in the real window by the keyboard alone: the demonstration, a
// search, an import, a document printed to a file, another language, the end.
func TestRealWindow(t *testing.T) {
	for name, r := range roads {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r.walk(t)
		})
	}
}

func (r road) walk(t *testing.T) {
	d := newDesk(t, r.campaign, r.language)
	d.signIn(r.signIn)
	d.shot("real-signin-" + r.language)
	d.key("Return")
	d.rest("graduates")
	d.titled(r.school)
	d.shot("real-graduates-" + r.language)
	all := d.last().Rows

	d.key("ctrl+f")
	d.write(r.search)
	if found := d.last().Rows; found == 0 || found >= all {
		t.Errorf("the search finds %d of %d", found, all)
	}
	d.shot("real-search-" + r.language)
	d.key("Escape")

	roster := filepath.Join(d.folder, "новий клас.csv")
	if err := os.WriteFile(roster, []byte(r.roster), 0o600); err != nil {
		t.Fatal(err)
	}
	d.importRoster(roster)
	d.shot("real-imported-" + r.language)

	paper := filepath.Join(d.folder, "картка.pdf")
	d.printAll(r.printing, paper)
	d.shot("real-print-" + r.language)
	out, err := exec.Command("pdftotext", "-layout", paper, "-").Output()
	if err != nil || !strings.Contains(string(out), r.paper) {
		t.Errorf("the document: %v\n%s", err, out)
	}

	for range r.turns {
		d.key("ctrl+g")
	}
	d.until("English", func(now frame.Told) bool { return now.Language == "en" && rests(now) })
	d.shot("real-language-" + r.language)
	// A shortcut is of its key: here no key writes a Latin letter, and Ctrl is pressed with the key of L.
	d.layout(t, countries[r.language])
	d.key("ctrl+46")
	d.layout(t, "us,"+countries[r.language])
	d.signIn("Sign in")
	d.shot("real-locked-" + r.language)
	registry, surname := filepath.Join(d.folder, "demo", r.campaign, "school.graduand"), strings.Fields(r.added)[0]
	if content, err := os.ReadFile(registry); err != nil || strings.Contains(string(content), surname) {
		t.Errorf("KG-012 the locked registry: %v, or a name in the clear", err)
	}
	d.key("Return")
	d.rest("printing")
	d.titled(r.school)
	d.quit()
	r.judge(d, registry, surname)
}

// judge looks at what the program has left.
func (r road) judge(d *desk, registry, surname string) {
	d.t.Helper()
	if list := d.control("list", registry, "--class", r.class); !strings.Contains(list, r.added) {
		d.t.Errorf("the imported graduate is not in the registry:\n%s", list)
	}
	if settings, err := os.ReadFile(filepath.Join(d.folder, "settings.json")); err != nil || !strings.Contains(string(settings), `"language": "en"`) {
		d.t.Errorf("the language was not kept: %v\n%s", err, settings)
	}
	if log, err := os.ReadFile(filepath.Join(d.folder, "graduand.log")); err != nil || strings.Contains(string(log), surname) {
		d.t.Errorf("the log: %v\n%s", err, log)
	}
}
