package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
)

// menu is the main menu. Every command is here with its shortcut: those of the main
// menu work under every keyboard layout and while an entry has the focus.
func (c *commanded) menu(w *Window) *fyne.MainMenu {
	file := fyne.NewMenu(w.say("menu.file", nil),
		w.command("menu.new", "N", w.onNew),
		w.command("menu.open", "O", w.onOpen),
		fyne.NewMenuItemSeparator(),
		w.command("menu.import", "I", func() { w.Go(Route{Screen: screenImport}) }),
		w.command("menu.main", "S", w.onMain),
		fyne.NewMenuItemSeparator(),
		w.lockCommand(),
		w.quitCommand())
	if w.isGraduate() {
		return fyne.NewMainMenu(fyne.NewMenu(w.say("menu.file", nil), w.lockCommand(), w.quitCommand()),
			fyne.NewMenu(w.say("menu.view", nil), w.command("menu.dark", "D", w.onDark), w.command("menu.language", "G", w.onNextLanguage)))
	}
	edit := fyne.NewMenu(w.say("menu.graduates", nil),
		w.command("menu.search", "F", c.onGraduates(w, (*graduatesScreen).onSearch)),
		w.command("menu.add", "E", c.onGraduates(w, (*graduatesScreen).onQuickAdd)),
		w.command("menu.all", "T", c.onGraduates(w, (*graduatesScreen).onSelectAll)),
		w.command("menu.form", "B", c.onForm(w)),
		w.command("menu.form_previous", string(fyne.KeyPageUp), c.onNeighbourForm(w, -1)),
		w.command("menu.form_next", string(fyne.KeyPageDown), c.onNeighbourForm(w, 1)))
	if w.Registrar().Campaign().CardNumber.Used {
		edit.Items = append(edit.Items, w.command("menu.copy_number", "M", c.onGraduates(w, (*graduatesScreen).onCopyNumber)))
	}
	edit.Items = append(edit.Items,
		w.command("menu.remove", "R", c.onGraduates(w, (*graduatesScreen).onRemove)),
		w.command("menu.print_selected", "P", c.onGraduates(w, (*graduatesScreen).onPrint)))
	edit.Items = append(edit.Items, c.bulkCommands(w)...)
	if w.May(registrar.RightErase) {
		edit.Items = append(edit.Items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(w.say("menu.erase", nil), c.onGraduates(w, (*graduatesScreen).onErase)))
	}
	view := fyne.NewMenu(w.say("menu.view", nil), c.screenCommands(w)...)
	view.Items = append(view.Items, fyne.NewMenuItemSeparator(), w.command("menu.dark", "D", w.onDark), w.command("menu.language", "G", w.onNextLanguage))
	help := fyne.NewMenu(w.say("menu.help", nil),
		w.command("screen."+screenHelp, "H", func() { w.Go(Route{Screen: screenHelp}) }))
	return fyne.NewMainMenu(file, edit, view, help)
}

// screenCommands go to the screens that the navigation shows, the import and the help
// left out: they have letters of their own.
func (c *commanded) screenCommands(w *Window) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, name := range append(w.Listed(false), w.Listed(true)...) {
		if name == screenImport || name == screenHelp {
			continue
		}
		items = append(items, w.command("screen."+name, strconv.Itoa(len(items)+1), func() { w.Go(Route{Screen: name}) }))
	}
	return items
}

// onGraduates goes to the graduates and does something there.
func (c *commanded) onGraduates(w *Window, do func(*graduatesScreen)) func() {
	return func() {
		w.Go(Route{Screen: screenGraduates})
		do(c.graduates)
	}
}

// onForm opens the form of the current graduate of the list.
func (c *commanded) onForm(w *Window) func() {
	open := c.onGraduates(w, (*graduatesScreen).onForm)
	return func() {
		if !w.InFront(screenForm) {
			open()
		}
	}
}

// onNeighbourForm goes from an open form to that of the graduate before or after.
func (c *commanded) onNeighbourForm(w *Window, by int) func() {
	return func() {
		if w.InFront(screenForm) {
			c.form.onNeighbour(by)
		}
	}
}

// bulkCommands are the commands of the menu for what is done for many at once.
func (c *commanded) bulkCommands(w *Window) []*fyne.MenuItem {
	items := []*fyne.MenuItem{fyne.NewMenuItemSeparator()}
	if w.May(registrar.RightRegister) {
		items = append(items, w.command("menu.bulk", "K", c.onGraduates(w, (*graduatesScreen).onBulk)),
			fyne.NewMenuItem(w.say("menu.paste", nil), c.onGraduates(w, (*graduatesScreen).onPasteClipboard)))
	}
	collect := fyne.NewMenuItem(w.say("menu.collect", nil), nil)
	collect.ChildMenu = fyne.NewMenu("")
	if w.May(registrar.RightPrint) {
		collect.ChildMenu.Items = append(collect.ChildMenu.Items, fyne.NewMenuItem(w.say("menu.collect_out", nil), c.onGraduates(w, (*graduatesScreen).onCollect)))
	}
	if w.May(registrar.RightRegister) {
		collect.ChildMenu.Items = append(collect.ChildMenu.Items, fyne.NewMenuItem(w.say("menu.collect_in", nil), c.onGraduates(w, (*graduatesScreen).onCollected)))
	}
	if len(collect.ChildMenu.Items) == 0 {
		return nil
	}
	return append(items, collect)
}
