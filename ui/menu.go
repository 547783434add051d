package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/graduates"
	"graduand/ui/photo"
)

// menu is the main menu. Every command is here with its shortcut: those of the main
// menu work under every keyboard layout and while an entry has the focus.
func (c *commanded) menu(w *frame.Window) *fyne.MainMenu {
	file := fyne.NewMenu(w.Say("menu.file", nil), append([]*fyne.MenuItem{w.Command("menu.new", "N", w.OnNew)}, w.OpenCommands()...)...)
	file.Items = append(file.Items,
		fyne.NewMenuItemSeparator(),
		w.Command("menu.import", "I", func() { w.Go(frame.Route{Screen: frame.Roster}) }),
		w.MainCommand(),
		fyne.NewMenuItemSeparator(),
		w.LockCommand(),
		w.QuitCommand())
	help := fyne.NewMenu(w.Say("menu.help", nil),
		w.Command("screen."+frame.Help, "H", w.OnHelp),
		w.Command("menu.licences", "", func() { w.Go(frame.Route{Screen: frame.Licences}) }))
	if w.IsGraduate() {
		return fyne.NewMainMenu(fyne.NewMenu(w.Say("menu.file", nil), w.MainCommand(), w.UndoCommand(), w.RedoCommand(), w.LockCommand(), w.QuitCommand()),
			fyne.NewMenu(w.Say("menu.view", nil), w.GuidesCommand(), w.Command("menu.dark", "D", w.OnDark), w.Command("menu.language", "G", w.OnNextLanguage)), help)
	}
	edit := fyne.NewMenu(w.Say("menu.graduates", nil),
		w.UndoCommand(),
		w.RedoCommand(),
		fyne.NewMenuItemSeparator(),
		w.Command("menu.search", "F", c.onSearch(w)),
		w.Command("menu.add", "E", c.onGraduates(w, (*graduates.Screen).OnQuickAdd)),
		w.Command("menu.all", "T", w.OnSelectAll),
		w.Command("menu.form", "B", onForm(w)),
		w.Command("menu.form_previous", string(fyne.KeyPageUp), c.onNeighbourForm(w, -1)),
		w.Command("menu.form_next", string(fyne.KeyPageDown), c.onNeighbourForm(w, 1)))
	if w.Registrar().Campaign().CardNumber.Used {
		edit.Items = append(edit.Items, w.Command("menu.copy_number", "M", c.onCopyNumber(w)))
	}
	edit.Items = append(edit.Items,
		w.Command("menu.remove", "R", c.inList(w, "menu.remove", (*graduates.Screen).OnRemove)),
		w.Command("menu.print_selected", "P", onPrint(w)))
	edit.Items = append(edit.Items, c.bulkCommands(w)...)
	if w.May(registrar.RightErase) {
		edit.Items = append(edit.Items, fyne.NewMenuItemSeparator(), w.Command("menu.erase", "", c.inList(w, "menu.erase", (*graduates.Screen).OnErase)))
	}
	view := fyne.NewMenu(w.Say("menu.view", nil), c.screenCommands(w)...)
	view.Items = append(view.Items, fyne.NewMenuItemSeparator(), w.GuidesCommand(), w.CropCommand(), fyne.NewMenuItemSeparator(), w.Command("menu.dark", "D", w.OnDark), w.Command("menu.language", "G", w.OnNextLanguage))
	return fyne.NewMainMenu(file, edit, view, help)
}

// screenCommands go to the screens that the navigation shows, the import and the help
// left out: they have letters of their own.
func (c *commanded) screenCommands(w *frame.Window) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, name := range append(w.Listed(false), w.Listed(true)...) {
		if name == frame.Roster || name == frame.Help {
			continue
		}
		items = append(items, w.Command("screen."+name, strconv.Itoa(len(items)+1), func() { w.Go(frame.Route{Screen: name}) }))
	}
	return items
}

// onGraduates goes to the graduates and does something there.
func (c *commanded) onGraduates(w *frame.Window, do func(*graduates.Screen)) func() {
	return func() {
		w.Go(frame.Route{Screen: frame.Graduates})
		do(c.graduates)
	}
}

// inList does something with those whom the list of graduates has chosen. Where that is not in front
// nobody sees who is meant: it is said where the command works.
func (c *commanded) inList(w *frame.Window, id string, do func(*graduates.Screen)) func() {
	return func() {
		if !w.InFront(frame.Graduates) {
			w.NotHere(id)
			return
		}
		do(c.graduates)
	}
}

// onCopyNumber copies the card number of the one whom the page in front is about.
func (c *commanded) onCopyNumber(w *frame.Window) func() {
	list := c.inList(w, "menu.copy_number", (*graduates.Screen).OnCopyNumber)
	return func() {
		id, _ := w.Whose()
		if w.InFront(frame.Graduates) || id == "" {
			list()
			return
		}
		r := w.Registrar()
		frame.Run(w, &frame.Turn{}, func(context.Context) (registrar.Row, error) { return r.Table.Find(id) }, func(row registrar.Row, err error) {
			if err != nil {
				w.Fail(err)
				return
			}
			w.CopyNumber(row.Graduate)
		})
	}
}

// onSearch goes to the search of the page in front, elsewhere to that of the list.
func (c *commanded) onSearch(w *frame.Window) func() {
	list := c.onGraduates(w, (*graduates.Screen).OnSearch)
	return func() {
		if !w.OnSearch() {
			list()
		}
	}
}

// onPrint prints those whom the page in front is about; where it is about nobody it goes to where
// documents are printed.
func onPrint(w *frame.Window) func() {
	return func() {
		if !w.OnPrint() {
			w.Go(frame.Route{Screen: frame.Printing})
		}
	}
}

// onForm opens the form of the one whom the page in front is about.
func onForm(w *frame.Window) func() {
	return func() {
		if !w.InFront(frame.Form) && !w.OnForm() {
			w.NotHere("menu.form")
		}
	}
}

// onNeighbourForm goes from an open form to that of the graduate before or after.
func (c *commanded) onNeighbourForm(w *frame.Window, by int) func() {
	return func() {
		if w.InFront(frame.Form) {
			c.form.OnNeighbour(by)
		}
	}
}

// bulkCommands are the commands of the menu for what is done for many at once.
func (c *commanded) bulkCommands(w *frame.Window) []*fyne.MenuItem {
	on := func(right registrar.Right, do func(*graduates.Screen)) func() {
		return needing(w, right, c.onGraduates(w, do))
	}
	of := func(id string, do func(*graduates.Screen)) func() {
		return needing(w, registrar.RightRegister, c.inList(w, id, do))
	}
	collect := fyne.NewMenuItem(w.Say("menu.collect", nil), nil)
	collect.ChildMenu = fyne.NewMenu("",
		w.Command("menu.collect_out", "", on(registrar.RightPrint, (*graduates.Screen).OnCollect)),
		w.Command("menu.collect_in", "", on(registrar.RightRegister, (*graduates.Screen).OnCollected)))
	return []*fyne.MenuItem{fyne.NewMenuItemSeparator(),
		w.Command("menu.bulk", "K", of("menu.bulk", (*graduates.Screen).OnBulk)),
		w.Command("menu.paste", "", of("menu.paste", (*graduates.Screen).OnPasteClipboard)), collect,
		w.Command("menu.photo_folder", "", c.onPhoto(w, (*photo.Screen).OnFolder)),
		w.Command("menu.photo_judge", "", c.onPhoto(w, (*photo.Screen).OnJudgeAll))}
}

// onPhoto goes to the photos and does something there, for whom has the right to it.
func (c *commanded) onPhoto(w *frame.Window, do func(*photo.Screen)) func() {
	return needing(w, registrar.RightRegister, func() {
		w.Go(frame.Route{Screen: frame.Photo})
		do(c.photo)
	})
}

// needing does something for whom has the right to it, and says to others why it does not: a
// command that is known by its key never does nothing.
func needing(w *frame.Window, right registrar.Right, do func()) func() {
	return func() {
		if !w.Refused(right) {
			do()
		}
	}
}
