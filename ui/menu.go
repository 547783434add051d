package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"graduand/data/registrar"
)

// menu is the main menu. Every command is here with its shortcut: those of the main
// menu work under every keyboard layout and while an entry has the focus.
func (w *Window) menu() *fyne.MainMenu {
	file := fyne.NewMenu(w.say("menu.file", nil),
		w.command("menu.new", "N", w.onNew),
		w.command("menu.open", "O", w.onOpen),
		fyne.NewMenuItemSeparator(),
		w.command("menu.import", "I", func() { w.show(screenImport) }),
		w.command("menu.main", "S", w.onMain),
		fyne.NewMenuItemSeparator(),
		w.lockCommand(),
		w.quitCommand())
	if w.isGraduate() {
		return fyne.NewMainMenu(fyne.NewMenu(w.say("menu.file", nil), w.lockCommand(), w.quitCommand()),
			fyne.NewMenu(w.say("menu.view", nil), w.command("menu.dark", "D", w.onDark), w.command("menu.language", "G", w.onNextLanguage)))
	}
	edit := fyne.NewMenu(w.say("menu.graduates", nil),
		w.command("menu.search", "F", w.onGraduates((*graduatesScreen).onSearch)),
		w.command("menu.add", "E", w.onGraduates((*graduatesScreen).onQuickAdd)),
		w.command("menu.all", "T", w.onGraduates((*graduatesScreen).onSelectAll)),
		w.command("menu.form", "B", w.onForm),
		w.command("menu.form_previous", string(fyne.KeyPageUp), w.onNeighbourForm(-1)),
		w.command("menu.form_next", string(fyne.KeyPageDown), w.onNeighbourForm(1)))
	if w.registrar.Campaign().CardNumber.Used {
		edit.Items = append(edit.Items, w.command("menu.copy_number", "M", w.onGraduates((*graduatesScreen).onCopyNumber)))
	}
	edit.Items = append(edit.Items,
		w.command("menu.remove", "R", w.onGraduates((*graduatesScreen).onRemove)),
		w.command("menu.print_selected", "P", w.onGraduates((*graduatesScreen).onPrint)))
	edit.Items = append(edit.Items, w.bulkCommands()...)
	if w.registrar.May(registrar.RightErase) {
		edit.Items = append(edit.Items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(w.say("menu.erase", nil), w.onGraduates((*graduatesScreen).onErase)))
	}
	view := fyne.NewMenu(w.say("menu.view", nil), w.screenCommands()...)
	view.Items = append(view.Items, fyne.NewMenuItemSeparator(), w.command("menu.dark", "D", w.onDark), w.command("menu.language", "G", w.onNextLanguage))
	help := fyne.NewMenu(w.say("menu.help", nil),
		w.command("screen."+screenHelp, "H", func() { w.show(screenHelp) }))
	return fyne.NewMainMenu(file, edit, view, help)
}

// screenCommands go to the screens that the navigation shows, the import and the help
// left out: they have letters of their own.
func (w *Window) screenCommands() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, name := range append(w.workScreens(), w.houseScreens()...) {
		if name == screenImport || name == screenHelp {
			continue
		}
		items = append(items, w.command("screen."+name, strconv.Itoa(len(items)+1), func() { w.show(name) }))
	}
	return items
}

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
	item := w.command("menu.quit", "Q", w.onClose)
	item.IsQuit = true
	return item
}

// onGraduates goes to the graduates and does something there.
func (w *Window) onGraduates(do func(*graduatesScreen)) func() {
	return func() {
		w.show(screenGraduates)
		do(w.screens[screenGraduates].(*graduatesScreen))
	}
}

// onForm opens the form of the current graduate of the list.
func (w *Window) onForm() {
	if w.current == screenForm {
		return
	}
	w.onGraduates((*graduatesScreen).onForm)()
}

// onNeighbourForm goes from an open form to that of the graduate before or after.
func (w *Window) onNeighbourForm(by int) func() {
	return func() {
		if w.current == screenForm {
			w.formOf(screenForm).onNeighbour(by)
		}
	}
}

// onNew leaves the open registry for the first-run screen.
func (w *Window) onNew() {
	w.closeRegistry()
	w.showWelcome()
}

// onOpen asks for a registry and opens it; the one that is open stays until then.
func (w *Window) onOpen() {
	w.files.Open(w.say("ui.choose_registry", nil), []string{".graduand"}, w.open)
}

// onDark changes between the light and the dark theme.
func (w *Window) onDark() {
	w.settings.Dark = !w.settings.Dark
	w.saveSettings()
	w.anew()
}
