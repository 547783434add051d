package frame

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"graduand/data/text"
)

// Command is a menu item with Ctrl and a letter or a digit, or with no key.
func (w *Window) Command(id, key string, do func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(w.Say(id, nil), w.command(do))
	if key != "" {
		item.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyName(key), Modifier: fyne.KeyModifierControl}
	}
	return item
}

// command is what a menu does: nothing under a dialog, and nothing once the registry whose
// menu it is, or the door that needs none, is no longer there. No command asks again.
func (w *Window) command(do func()) func() {
	r := w.registrar
	return func() {
		if len(w.boxes) == 0 && !w.covered && w.holds == 0 && r == w.registrar {
			do()
		}
	}
}

// LockCommand works from everywhere, dialogs too.
func (w *Window) LockCommand() *fyne.MenuItem {
	item := w.Command("menu.lock", "L", nil)
	item.Action = w.Lock
	return item
}

// QuitCommand asks about what is not saved, and closes.
func (w *Window) QuitCommand() *fyne.MenuItem {
	item := w.Command("menu.quit", "Q", w.Quit)
	item.IsQuit = true
	return item
}

// OnNew leaves the open registry for the first-run screen.
func (w *Window) OnNew() {
	w.CloseRegistry()
	w.house.Welcome(w)
}

// OnOpen asks for a registry and opens it; the one that is open stays until then.
func (w *Window) OnOpen() {
	w.Files.Open(w.Say("ui.choose_registry", nil), []string{".graduand"}, w.Open)
}

// OnDark changes between the light and the dark theme.
func (w *Window) OnDark() {
	w.Settings.Dark = !w.Settings.Dark
	w.SaveSettings()
	w.Anew()
}

// OnMain does what the screen in front is there for.
func (w *Window) OnMain() {
	if s, acts := w.screens[w.current].(MainActor); acts {
		s.MainAction()
	}
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
