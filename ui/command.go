package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"graduand/data/text"
)

// command is a menu item with Ctrl and a letter or a digit.
func (w *Window) command(id, key string, do func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(w.say(id, nil), func() {
		if len(w.boxes) == 0 {
			do()
		}
	})
	item.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyName(key), Modifier: fyne.KeyModifierControl}
	return item
}

// lockCommand works from everywhere, dialogs too.
func (w *Window) lockCommand() *fyne.MenuItem {
	item := w.command("menu.lock", "L", nil)
	item.Action = w.lock
	return item
}

func (w *Window) quitCommand() *fyne.MenuItem {
	item := w.command("menu.quit", "Q", w.Quit)
	item.IsQuit = true
	return item
}

// onNew leaves the open registry for the first-run screen.
func (w *Window) onNew() {
	w.closeRegistry()
	w.house.Welcome(w)
}

// onOpen asks for a registry and opens it; the one that is open stays until then.
func (w *Window) onOpen() {
	w.Files.Open(w.say("ui.choose_registry", nil), []string{".graduand"}, w.open)
}

// onDark changes between the light and the dark theme.
func (w *Window) onDark() {
	w.Settings.Dark = !w.Settings.Dark
	w.saveSettings()
	w.anew()
}

// onMain does what the screen in front is there for.
func (w *Window) onMain() {
	if s, acts := w.screens[w.current].(mainActor); acts {
		s.MainAction()
	}
}

// onNextLanguage goes round the languages of the window.
func (w *Window) onNextLanguage() {
	all := text.Languages()
	w.ChangeLanguage(all[(slices.Index(all, w.Settings.Language)+1)%len(all)])
}

// ChangeLanguage shows everything in another language, at once.
func (w *Window) ChangeLanguage(language string) {
	w.Settings.Language = language
	w.saveSettings()
	w.anew()
}
