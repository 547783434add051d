package ui

import (
	"fyne.io/fyne/v2"

	"graduand/data/text"
)

// languageButtons are the languages by their own names; the present one is marked.
func languageButtons(w *Window, chosen func(string)) *fyne.Container {
	var names []string
	present := 0
	for i, code := range text.Languages() {
		names = append(names, w.say("settings_screen.language."+code, nil))
		if code == w.Settings.Language {
			present = i
		}
	}
	return choiceButtons(names, present, func(i int) { chosen(text.Languages()[i]) })
}
