package frame

import (
	"encoding/json"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"graduand/data/text"
)

// toolkitWords are the ids of ours for Fyne's own words, by how Fyne asks for them.
var toolkitWords = map[string]string{
	"Cut": "menu.cut", "Copy": "menu.copy", "Paste": "menu.insert", "Select all": "menu.every", "Undo": "menu.undo", "Redo": "menu.redo",
	"Quit": "menu.quit", "Cancel": "ui.cancel", "Advanced": "toolkit.advanced", "Confirm": "toolkit.confirm", "Create Folder": "toolkit.create_folder",
	"Enter filename": "toolkit.enter_filename", "Error": "toolkit.error", "Favourites": "toolkit.favourites", "File": "toolkit.file", "Folder": "toolkit.folder",
	"New Folder": "toolkit.new_folder", "No": "toolkit.no", "OK": "toolkit.ok", "Open": "toolkit.open", "Save": "toolkit.save",
	"Show Hidden Files": "toolkit.hidden", "Yes": "toolkit.yes", "file.name": "toolkit.name", "file.parent": "toolkit.parent",
	"monday": "toolkit.monday", "tuesday": "toolkit.tuesday", "wednesday": "toolkit.wednesday", "thursday": "toolkit.thursday", "friday": "toolkit.friday",
	"saturday": "toolkit.saturday", "sunday": "toolkit.sunday", "monday.short": "toolkit.mon", "tuesday.short": "toolkit.tue", "wednesday.short": "toolkit.wed",
	"thursday.short": "toolkit.thu", "friday.short": "toolkit.fri", "saturday.short": "toolkit.sat", "sunday.short": "toolkit.sun",
}

// spoken is the language that Fyne's own words have now; it has one for the whole program.
var spoken string

// speakToolkit has Fyne say its own words in the window's language. Fyne takes the language of the
// system and has no other way to say which: ours take the place of those of that language.
func speakToolkit(t *text.Text) error {
	if spoken == t.Language() {
		return nil
	}
	words := map[string]string{}
	for of, id := range toolkitWords {
		words[of] = t.Say(id, nil)
	}
	content, err := json.Marshal(words)
	if err == nil {
		err = lang.AddTranslationsForLocale(content, fyne.Locale(lang.SystemLocale().LanguageString()))
	}
	if err != nil {
		return fmt.Errorf("translate words of toolkit: %w", err)
	}
	spoken = t.Language()
	return nil
}
