package frame

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"graduand/data/text"
)

// OnDark changes between the light and the dark theme: what is seen is the other one then.
func (w *Window) OnDark() {
	if w.dark() {
		w.ChangeTheme(LightTheme)
		return
	}
	w.ChangeTheme(DarkTheme)
}

// ChangeTheme shows everything in another theme, at once.
func (w *Window) ChangeTheme(t Theme) {
	w.Settings.SetTheme(t)
	w.SaveSettings()
	w.Anew()
}

// SystemIs tells whether the windows of the system are dark. Whoever has chosen to look like the system
// sees the other theme at once, or behind the dialog that stands there.
func (w *Window) SystemIs(dark bool) {
	w.systemDark = dark
	w.WhenFree(w.followSystem)
}

// followSystem takes the look of the system where that is another by now.
func (w *Window) followSystem() {
	switch {
	case w.looksAsChosen():
	case w.open():
		w.Anew()
	default:
		w.ApplySettings()
		if page, is := w.alone.(interface{ Anew() }); is {
			page.Anew()
		}
	}
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
	themes := fyne.NewMenu("")
	for i, name := range ThemeNames(w) {
		item := fyne.NewMenuItem(name, w.command(func() { w.ChangeTheme(Theme(i)) }))
		themes.Items = append(themes.Items, w.Checked(item, func() bool { return w.Settings.Theme() == Theme(i) }))
	}
	theme := fyne.NewMenuItem(w.Say("settings_screen.theme", nil), nil)
	theme.ChildMenu = themes
	language, letter := fyne.NewMenuItem(w.Say("menu.languages", nil), nil), fyne.NewMenuItem(w.Say("settings_screen.scale", nil), nil)
	language.ChildMenu, letter.ChildMenu = languages, letters
	return []*fyne.MenuItem{w.Command("menu.dark", "D", w.OnDark), w.Command("menu.language", "G", w.OnNextLanguage), theme, language, letter}
}

// ThemeNames are the themes to choose from, in the order of [Theme].
func ThemeNames(w *Window) []string {
	return []string{w.Say("settings_screen.system", nil), w.Say("settings_screen.light", nil), w.Say("settings_screen.dark", nil)}
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
