package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/graduates"
)

// menu is the main menu. Every command is here with its shortcut: those of the main
// menu work under every keyboard layout and while an entry has the focus. What cannot be done now
// is grey.
func (c *commanded) menu(w *frame.Window) *fyne.MainMenu {
	edit := fyne.NewMenu(w.Say("menu.edit", nil), w.EditCommands()...)
	if w.IsGraduate() {
		file := fyne.NewMenu(w.Say("menu.file", nil), w.MainCommand(), w.LockCommand(), w.QuitCommand())
		view := fyne.NewMenu(w.Say("menu.view", nil), append([]*fyne.MenuItem{w.GuidesCommand(), fyne.NewMenuItemSeparator()}, w.LookCommands()...)...)
		return fyne.NewMainMenu(file, edit, view, w.HelpMenu())
	}
	edit.Items = append(edit.Items, fyne.NewMenuItemSeparator(),
		w.Command("menu.search", "F", c.onSearch(w)),
		w.When(w.Command("menu.remove", "R", c.onRemove(w)), func() bool { return c.canRemove(w) }))
	return fyne.NewMainMenu(c.fileMenu(w), edit, c.graduatesMenu(w), c.printMenu(w),
		fyne.NewMenu(w.Say("menu.screens", nil), c.screenCommands(w)...), viewMenu(w), helpMenu(w))
}

func (c *commanded) fileMenu(w *frame.Window) *fyne.Menu {
	file := fyne.NewMenu(w.Say("menu.file", nil), append([]*fyne.MenuItem{w.Command("menu.new", "N", w.OnNew)}, w.OpenCommands()...)...)
	file.Items = append(file.Items, fyne.NewMenuItemSeparator(),
		w.When(w.Command("menu.import", "I", func() { w.Go(frame.Route{Screen: frame.Roster}) }), may(w, registrar.RightRegister)))
	if w.Registrar().Campaign().HasCards() {
		file.Items = append(file.Items, w.When(w.Command("menu.centre_list", "", func() { w.Go(frame.Route{Screen: frame.CentreList}) }), may(w, registrar.RightRegister)))
	}
	file.Items = append(file.Items, w.MainCommand(), fyne.NewMenuItemSeparator(), w.LockCommand(), w.QuitCommand())
	return file
}

// graduatesMenu is what can be done with graduates, one or many.
func (c *commanded) graduatesMenu(w *frame.Window) *fyne.Menu {
	registers := may(w, registrar.RightRegister)
	menu := fyne.NewMenu(w.Say("menu.graduates", nil),
		w.When(w.Command("menu.add", "E", c.onGraduates(w, (*graduates.Screen).OnQuickAdd)), registers),
		w.When(w.Command("menu.all", "T", w.OnSelectAll), w.CanTickAll),
		fyne.NewMenuItemSeparator(),
		w.When(w.Command("menu.form", "B", onForm(w)), w.CanOpenForm),
		w.When(w.Command("menu.form_previous", string(fyne.KeyPageUp), c.onNeighbourForm(w, -1)), c.hasNeighbour(w, -1)),
		w.When(w.Command("menu.form_next", string(fyne.KeyPageDown), c.onNeighbourForm(w, 1)), c.hasNeighbour(w, 1)))
	if w.Registrar().Campaign().CardNumber.Used {
		menu.Items = append(menu.Items, w.When(w.Command("menu.copy_number", "M", c.onCopyNumber(w)), isAboutSomebody(w)))
	}
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	menu.Items = append(menu.Items, c.bulkCommands(w)...)
	if w.May(registrar.RightErase) {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(), w.When(w.Command("menu.erase", "", c.inList(w, "menu.erase", (*graduates.Screen).OnErase)), inList(w)))
	}
	return menu
}

// printMenu are the documents of the campaign: those of people, in menus of their own the papers of
// the kit and what is for the post, as envelopes and numbers to follow.
func (c *commanded) printMenu(w *frame.Window) *fyne.Menu {
	menu := fyne.NewMenu(w.Say("menu.print", nil), w.Command("menu.print_selected", "P", onPrint(w)), fyne.NewMenuItemSeparator())
	kit, post := fyne.NewMenu(""), fyne.NewMenu("")
	desk := w.Registrar().Printing
	for _, code := range desk.Documents() {
		document, into := desk.Document(code), menu
		switch {
		case document.Impersonal, document.Followed:
			into = post
		case document.Word == "":
			into = kit
		}
		item := w.Command("", "", func() { c.toDocument(w, code) })
		item.Label = w.Word(document.Title)
		into.Items = append(into.Items, item)
	}
	for _, below := range []struct {
		id   string
		menu *fyne.Menu
	}{{"menu.print_kit", kit}, {"menu.print_post", post}} {
		if len(below.menu.Items) > 0 {
			item := fyne.NewMenuItem(w.Say(below.id, nil), nil)
			item.ChildMenu = below.menu
			menu.Items = append(menu.Items, item)
		}
	}
	return menu
}

// toDocument chooses a document to print: for whom was chosen there already, else for the one whom
// the page in front is about, for those who are ticked or whom the list in front shows, or for all.
func (c *commanded) toDocument(w *frame.Window, code string) {
	if w.InFront(frame.Printing) {
		c.printing.OnPaper(code)
		return
	}
	if w.InFront(frame.Graduates) {
		c.graduates.OnPaper(code)
		return
	}
	only := w.Ticked()
	if w.InFront(frame.Form) {
		id, _ := w.Whose()
		only = []string{id}
	}
	w.Go(frame.Route{Screen: frame.Printing, Paper: code, Only: only})
}

// viewMenu is how pictures and the window look. The pages have a menu of their own: both together were
// longer than a window of 600 pixels.
func viewMenu(w *frame.Window) *fyne.Menu {
	return fyne.NewMenu(w.Say("menu.view", nil), append([]*fyne.MenuItem{w.GuidesCommand(), w.CropCommand(), fyne.NewMenuItemSeparator()}, w.LookCommands()...)...)
}

// helpMenu shows an operator around too.
func helpMenu(w *frame.Window) *fyne.Menu {
	menu := w.HelpMenu()
	menu.Items = append(menu.Items, w.Command("menu.tour", "", w.OnTour))
	return menu
}

// may says whether the one who signed in may do something now.
func may(w *frame.Window, right registrar.Right) func() bool {
	return func() bool { return w.May(right) }
}

// screenCommands go to the screens that the navigation shows, the import and the help
// left out: they have letters of their own.
func (c *commanded) screenCommands(w *frame.Window) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, name := range append(w.Listed(false), w.Listed(true)...) {
		if name == frame.Roster || name == frame.Help {
			continue
		}
		key := ""
		if len(items) < 10 {
			key = strconv.Itoa((len(items) + 1) % 10)
		}
		item := w.Command("screen."+name, key, func() { w.Go(frame.Route{Screen: name}) })
		items = append(items, w.Checked(item, func() bool { return w.Marked() == name }))
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

func (c *commanded) hasNeighbour(w *frame.Window, by int) func() bool {
	return func() bool { return w.InFront(frame.Form) && c.form.HasNeighbour(by) }
}

// onRemove removes the one whose form is in front, else what Delete would remove there.
func (c *commanded) onRemove(w *frame.Window) func() {
	list := c.inList(w, "menu.remove", (*graduates.Screen).OnRemove)
	return func() {
		id, _ := w.Whose()
		switch {
		case w.InFront(frame.Form) && id != "":
			w.Go(frame.Route{Screen: frame.Graduates})
			c.graduates.OnRemoveOne(id)
		case w.InFront(frame.Graduates) || !w.OnRemove():
			list()
		}
	}
}

func (c *commanded) canRemove(w *frame.Window) bool {
	if w.InFront(frame.Graduates) || w.InFront(frame.Form) {
		return w.May(registrar.RightRegister)
	}
	return w.CanRemove()
}

// inList says that the list of graduates is in front.
func inList(w *frame.Window) func() bool { return func() bool { return w.InFront(frame.Graduates) } }

// isAboutSomebody says that the page in front is about one graduate.
func isAboutSomebody(w *frame.Window) func() bool {
	return func() bool {
		id, _ := w.Whose()
		return id != ""
	}
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
