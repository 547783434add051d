package frame

import (
	"fyne.io/fyne/v2"

	"graduand/data/text"
	"graduand/ui/widgets"
)

// LanguageButtons are the languages by their own names; the present one is marked.
func LanguageButtons(w *Window, chosen func(string)) *fyne.Container {
	var names []string
	present := 0
	for i, code := range text.Languages() {
		names = append(names, w.Say("settings_screen.language."+code, nil))
		if code == w.Settings.Language {
			present = i
		}
	}
	return widgets.ChoiceButtons(names, present, func(i int) { chosen(text.Languages()[i]) })
}
