package frame

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"graduand/data/text"
)

// OnDark changes between the light and the dark theme.
func (w *Window) OnDark() {
	w.Settings.Dark = !w.Settings.Dark
	w.SaveSettings()
	w.Anew()
}

// LookCommands are light and dark, the language and the size of letters.
func (w *Window) LookCommands() []*fyne.MenuItem {
	languages, letters := fyne.NewMenu(""), fyne.NewMenu("")
	for i, name := range LanguageNames(w) {
		code := text.Languages()[i]
		item := fyne.NewMenuItem(name, w.command(func() { w.ChangeLanguage(code) }))
		languages.Items = append(languages.Items, w.Checked(item, func() bool { return w.Settings.Language == code }))
	}
	for _, percent := range Scales() {
		item := fyne.NewMenuItem(strconv.Itoa(percent)+" %", w.command(func() { w.ChangeScale(percent) }))
		letters.Items = append(letters.Items, w.Checked(item, func() bool { return w.Settings.Scale == percent }))
	}
	language, letter := fyne.NewMenuItem(w.Say("menu.languages", nil), nil), fyne.NewMenuItem(w.Say("settings_screen.scale", nil), nil)
	language.ChildMenu, letter.ChildMenu = languages, letters
	return []*fyne.MenuItem{w.Command("menu.dark", "D", w.OnDark), w.Command("menu.language", "G", w.OnNextLanguage), language, letter}
}

// ChangeScale shows everything in letters of another size, at once.
func (w *Window) ChangeScale(percent int) {
	w.Settings.Scale = percent
	w.SaveSettings()
	w.Anew()
}

// OnNextLanguage goes round the languages of the window.
func (w *Window) OnNextLanguage() {
	all := text.Languages()
	w.ChangeLanguage(all[(slices.Index(all, w.Settings.Language)+1)%len(all)])
}

// ChangeLanguage shows everything in another language, at once.
func (w *Window) ChangeLanguage(language string) {
	w.Settings.Language = language
	w.SaveSettings()
	w.Anew()
}
