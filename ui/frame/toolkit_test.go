package frame_test

import (
	"encoding/json"
	"errors"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"graduand/data/text"
	"graduand/ui/frame/frametest"
)

// theirWords are Fyne's own words in a language, by how it asks for them.
func theirWords(t *testing.T, language string) map[string]string {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "lang", "translations", "base."+language+".json"))
	if err != nil {
		t.Fatal(err)
	}
	raw, words := map[string]any{}, map[string]string{}
	if err := json.Unmarshal(content, &raw); err != nil {
		t.Fatal(err)
	}
	for key, word := range raw {
		if forms, is := word.(map[string]any); is {
			word = forms["other"]
		}
		words[key] = word.(string)
	}
	return words
}

// Every word that Fyne has of its own is said in the window's language, whatever the system's is, and in
// another as soon as the window has that: none of them is left out.
func TestTheToolkitSpeaksTheWindowsLanguage(t *testing.T) {
	english, russian := theirWords(t, "en"), theirWords(t, "ru")
	for _, system := range []string{"uk_UA.UTF-8", "ru_KG.UTF-8", "ky_KG.UTF-8", "en_US.UTF-8", "pl_PL.UTF-8"} {
		t.Setenv("LC_ALL", system)
		w, _ := frametest.New(t, "en")
		for _, language := range slices.Concat(text.Languages(), text.Languages()) {
			w.Settings.Language = language
			w.ApplySettings()
			for key, word := range english {
				said := lang.X(key, key)
				switch {
				case said == key && language != "en":
					t.Errorf("%s, %s: nothing is said for %q", system, language, key)
				case language != "en" && said == word, language == "uk" && said == russian[key] && said != "файл" && len([]rune(said)) > 2:
					t.Errorf("%s, %s: %q is said for %q", system, language, said, key)
				case language == "ky" && said == russian[key] && said != "Файл":
					t.Errorf("%s, %s: Russian %q is said for %q", system, language, said, key)
				}
			}
		}
	}
}

// Fyne's own dialogs and menus have no word of another language.
func TestDialogsOfTheToolkitSpeakKyrgyz(t *testing.T) {
	for language, words := range map[string][]string{"ky": {"Кесип алуу", "Ооба", "Жок", "Ката", "Ырастоо", "Сактоо", "Жокко чыгаруу"}, "uk": {"Вирізати", "Так", "Ні", "Помилка", "Підтвердити", "Зберегти", "Скасувати"}} {
		w, _ := frametest.New(t, language)
		parent := w.Fyne()
		var all []string
		seen := func(show func()) {
			show()
			for _, o := range parent.Canvas().Overlays().List() {
				frametest.Collect(o, &all)
				for _, item := range frametest.FindAll[*widget.Menu](o) {
					for _, i := range item.Items {
						frametest.Collect(i, &all)
					}
				}
				parent.Canvas().Overlays().Remove(o)
			}
		}
		seen(dialog.NewConfirm("?", "?", nil, parent).Show)
		seen(dialog.NewInformation("?", "?", parent).Show)
		seen(dialog.NewError(errors.New("?"), parent).Show)
		seen(func() {
			d := dialog.NewColorPicker("?", "?", func(color.Color) {}, parent)
			d.Advanced = true
			d.Show()
		})
		seen(dialog.NewFileSave(func(fyne.URIWriteCloser, error) {}, parent).Show)
		entry := widget.NewEntry()
		parent.SetContent(entry)
		entry.SetText("?")
		seen(func() { test.TapSecondary(entry) })
		said := strings.Join(all, "\n")
		for _, word := range words {
			if !strings.Contains(said, word) {
				t.Errorf("%s: %q is not said:\n%s", language, word, said)
			}
		}
		for _, other := range []string{"Cancel", "Confirm", "Save", "File", "Copy", "Paste", "Отмена", "Сохранить", "Да", "Ошибка", "Вставить"} {
			if slices.Contains(all, other) {
				t.Errorf("%s: %q is said", language, other)
			}
		}
	}
}
