package frame

import (
	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// live is what follows the window in a command of the main menu.
type live struct {
	// can says that it can be done now, checked that it holds, words are its words; each may be
	// nil.
	can, checked func() bool
	words        func() string
}

// liveMenu are the commands of the main menu that follow the window.
type liveMenu map[*fyne.MenuItem]live

// When greys a command while it cannot be done. Whoever presses its key all the same is told why:
// the command itself refuses.
func (w *Window) When(item *fyne.MenuItem, can func() bool) *fyne.MenuItem {
	l := w.live[item]
	l.can = can
	w.live[item] = l
	return item
}

// Checked ticks a command while what it chooses holds.
func (w *Window) Checked(item *fyne.MenuItem, is func() bool) *fyne.MenuItem {
	l := w.live[item]
	l.checked = is
	w.live[item] = l
	return item
}

// worded lets the words of a command follow.
func (w *Window) worded(item *fyne.MenuItem, words func() string) *fyne.MenuItem {
	l := w.live[item]
	l.words = words
	w.live[item] = l
	return item
}

// setMenu shows another main menu, of which nothing follows that is in it no more.
func (w *Window) setMenu(menu *fyne.MainMenu) {
	kept := liveMenu{}
	if menu != nil {
		eachItem(menu, func(item *fyne.MenuItem) {
			if l, follows := w.live[item]; follows {
				kept[item] = l
			}
		})
	}
	w.live = kept
	w.live.follow()
	w.window.SetMainMenu(menu)
}

// followMenu brings the main menu up to date with what is in front: what can be done, and what
// would be taken back. Fyne shows another grey by itself when a menu opens, other words it does not.
func (w *Window) followMenu() {
	if !w.open() {
		return
	}
	if menu := w.window.MainMenu(); menu != nil && w.live.follow() {
		w.window.SetMainMenu(menu)
	}
}

// follow reports whether the menu is to be set anew: for other words, and for a tick, which lies over
// the words where none was in its menu when that was set.
func (m liveMenu) follow() (anew bool) {
	for item, l := range m {
		if l.can != nil {
			item.Disabled = !l.can()
		}
		if l.checked != nil {
			was := item.Checked
			item.Checked = l.checked()
			anew = anew || item.Checked && !was
		}
		if l.words != nil {
			words := l.words()
			anew = anew || words != item.Label
			item.Label = words
		}
	}
	return anew
}

// eachItem does something with every item of a main menu, those below others too.
func eachItem(menu *fyne.MainMenu, do func(*fyne.MenuItem)) {
	var all func(items []*fyne.MenuItem)
	all = func(items []*fyne.MenuItem) {
		for _, item := range items {
			do(item)
			if item.ChildMenu != nil {
				all(item.ChildMenu.Items)
			}
		}
	}
	for _, m := range menu.Items {
		all(m.Items)
	}
}

// HelpMenu is what tells of the program. Before the sign-in it opens the guides of these campaigns, then
// that of the open one.
func (w *Window) HelpMenu(before ...*registrar.CampaignFile) *fyne.Menu {
	menu := fyne.NewMenu(w.Say("menu.help", nil), w.HelpCommand(), w.Command("menu.licences", "", func() { w.Go(Route{Screen: Licences}) }))
	if w.open() && !w.IsGraduate() {
		menu.Items = append(menu.Items, w.Command("menu.guide", "", func() { w.Go(Route{Screen: Guide, Campaign: w.registrar.Campaign()}) }))
	}
	for _, c := range before {
		item := w.Command("menu.guide", "", func() { w.Go(Route{Screen: Guide, Campaign: c}) })
		item.Label = w.GuideOf(c)
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// GuideOf names the guide of a campaign beside those of others.
func (w *Window) GuideOf(c *registrar.CampaignFile) string {
	return w.Say("menu.guide_of", map[string]any{"campaign": c.In(w.Settings.Language).ShortTitle})
}

// EditCommands are those of every program: taking back, cutting, copying, pasting, selecting all,
// where the keyboard is, under a dialog too.
func (w *Window) EditCommands() []*fyne.MenuItem {
	c := w.Clipboard()
	return []*fyne.MenuItem{w.UndoCommand(), w.RedoCommand(), w.wholeCommand(), fyne.NewMenuItemSeparator(),
		w.atKeyboard("menu.cut", &fyne.ShortcutCut{Clipboard: c}, w.canCut),
		w.atKeyboard("menu.copy", &fyne.ShortcutCopy{Clipboard: c}, w.canCopy),
		w.atKeyboard("menu.insert", &fyne.ShortcutPaste{Clipboard: c}, w.canPaste),
		w.atKeyboard("menu.every", &fyne.ShortcutSelectAll{}, w.canSelectAll)}
}

// wholeCommand shows all that the status line says, as a click on it does.
func (w *Window) wholeCommand() *fyne.MenuItem {
	item := w.Command("ui.whole", "W", func() {
		if w.line.said != "" {
			w.onWhole(w.line.said)
		}
	})
	return w.When(item, func() bool { return w.line.said != "" })
}

// atKeyboard is a command that is about what has the keyboard.
func (w *Window) atKeyboard(id string, keys fyne.Shortcut, can func() bool) *fyne.MenuItem {
	return w.When(w.typingCommand(id, keys, func() { w.toKeyboard(keys) }), can)
}

// toKeyboard gives keys to what has the keyboard, and where that takes none to the rows of the page.
// Of what cannot be typed into only something can be copied, as the system has it.
func (w *Window) toKeyboard(keys fyne.Shortcut) {
	at, takes := w.Canvas().Focused().(fyne.Shortcutable)
	if !takes {
		if table := w.rowsInFront(); table != nil {
			table.Focusable().(fyne.Shortcutable).TypedShortcut(keys)
		}
		return
	}
	if d, may := at.(fyne.Disableable); !may || !d.Disabled() || keys.ShortcutName() == (&fyne.ShortcutCopy{}).ShortcutName() {
		at.TypedShortcut(keys)
	}
}

// rowsInFront is the table that commands are about: the one with the keyboard, else that of the page
// unless words are typed; nil for none.
func (w *Window) rowsInFront() *widgets.Table {
	if w.entryInFront() != nil {
		return nil
	}
	front := w.pages[w.pageInFront()]
	if b := w.frontBox(); b != nil {
		front = b.content
	}
	return tableIn(front)
}

// entryInFront is the entry that has the keyboard, nil for none.
func (w *Window) entryInFront() *widgets.Entry {
	if e, types := w.Canvas().Focused().(interface{ Inner() *widgets.Entry }); types {
		return e.Inner()
	}
	return nil
}

func (w *Window) canCut() bool {
	e := w.entryInFront()
	return e != nil && e.SelectedText() != "" && !e.Password && !e.Disabled()
}

func (w *Window) canCopy() bool {
	if e := w.entryInFront(); e != nil {
		return e.SelectedText() != "" && !e.Password
	}
	rows := w.rowsInFront()
	return rows != nil && len(rows.Selected()) > 0
}

func (w *Window) canPaste() bool {
	if e := w.entryInFront(); e != nil {
		return !e.Disabled()
	}
	rows := w.rowsInFront()
	return rows != nil && rows.OnPaste != nil
}

func (w *Window) canSelectAll() bool {
	if e := w.entryInFront(); e != nil {
		return e.Text != ""
	}
	rows := w.rowsInFront()
	return rows != nil && !rows.Plain && rows.Count() > 0
}

// CanRemove says that something of the page in front can be removed, see [Window.OnRemove].
func (w *Window) CanRemove() bool {
	rows := tableIn(w.pages[w.pageInFront()])
	return rows != nil && rows.OnRemove != nil && rows.Cursor() != ""
}

// OnRemove does what Delete does in the rows of the page in front; false where it does nothing.
func (w *Window) OnRemove() bool {
	can := w.CanRemove()
	if can {
		tableIn(w.pages[w.pageInFront()]).OnRemove()
	}
	return can
}
