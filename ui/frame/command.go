package frame

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"graduand/ui/widgets"
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

// MainCommand is what the page is there for; over a dialog it confirms that, as Enter does.
func (w *Window) MainCommand() *fyne.MenuItem {
	item := w.Command("menu.main", "S", nil)
	item.Action = func() {
		if front := w.frontBox(); front != nil {
			front.Confirm()
			return
		}
		w.command(w.OnMain)()
	}
	return item
}

// OnMain does what the screen in front is there for; elsewhere what is being typed is saved.
func (w *Window) OnMain() {
	var front any = w.screens[w.current]
	if w.alone != nil {
		front = w.alone
	}
	if s, acts := front.(MainActor); acts {
		s.MainAction()
		return
	}
	at := w.Canvas().Focused()
	w.Canvas().Unfocus()
	w.Canvas().Focus(at)
}

// OnHelp opens the help at what is said of what is in front: of the field of a form that has the
// keyboard, of the dialog, of the page. Where a dialog is open, before the sign-in, and to a graduate,
// who has one page, it lies over that: nothing typed there goes.
func (w *Window) OnHelp() {
	about, field := w.helpTopic()
	switch {
	case w.holds > 0 || w.covered || about == "" || about == HelpOver || about == Help && len(w.boxes) == 0:
	case len(w.boxes) > 0 || !w.open() || w.IsGraduate():
		w.Go(Route{Screen: HelpOver, About: about, Field: field})
	default:
		from := &asker{page: w.current}
		from.seat, from.seated = seatOn(w.pages[w.pageInFront()], w.Canvas().Focused())
		w.asker = from
		w.Go(Route{Screen: Help, About: about, Field: field})
	}
}

// helpTopic is what the help is asked about: the name of the dialog in front, else of the page, "" for
// nothing; and the code of the field of a form that has the keyboard, "" for none.
func (w *Window) helpTopic() (about, field string) {
	for i := len(w.boxes) - 1; i >= 0; i-- {
		if topic := w.boxes[i].Topic; topic != "" {
			return topic, ""
		}
	}
	if !w.open() {
		if page, tells := w.alone.(Topical); tells {
			about = page.HelpTopic()
		}
		return about, ""
	}
	if f, tells := w.screens[w.current].(FieldTeller); tells && len(w.boxes) == 0 {
		field = f.FieldAt()
	}
	return w.current, field
}

// HelpCommand opens the help as F1 does, over a dialog too.
func (w *Window) HelpCommand() *fyne.MenuItem {
	item := w.Command("screen."+Help, "H", nil)
	item.Action = w.inSitting(w.OnHelp)
	return item
}

// asker is a page from which the help was asked, and where on it the keyboard was.
type asker struct {
	page   string
	seat   seat
	seated bool
}

// Asker is the page from which the help in front was asked, "" for none.
func (w *Window) Asker() string {
	if w.asker == nil {
		return ""
	}
	return w.asker.page
}

// BackFromHelp goes back to where the help was asked, the keyboard too; nowhere where nobody has
// asked.
func (w *Window) BackFromHelp() {
	from := w.asker
	if from == nil || !w.InFront(Help) || len(w.boxes) > 0 {
		return
	}
	w.Go(Route{Screen: from.page})
	if !from.seated {
		return
	}
	// Its fields may come with an answer of the registry.
	w.await(func() {
		if w.InFront(from.page) {
			from.seat.take(w.Canvas(), w.pages[from.page])
		}
	})
}

// onSeek shows what is looked for on the page in front where it stands next, with Shift before.
func (w *Window) onSeek() {
	if s, seeks := w.screens[w.current].(Seeker); seeks && len(w.boxes) == 0 && w.open() && w.holds == 0 {
		s.OnSeek(widgets.Backwards())
	}
}

// andNotNoted adds to what was done that the history does not have it, where that was told.
func (w *Window) andNotNoted(message string) string {
	if !w.notNoted {
		return message
	}
	w.notNoted = false
	return strings.TrimSuffix(message, ".") + ". " + w.Say("looking.not_noted", nil)
}

// Done says in the status line what was done. With undo it can be taken back from then on,
// however much is done and said after it: undo ends with [Window.Undone].
func (w *Window) Done(message string, undo func()) {
	message = w.andNotNoted(message)
	words, at := w.again(message), w.Clock(w.Now()).Format("15:04")+"  "
	w.acts.last = func() string { return at + words() }
	w.line.say(at + message)
	if undo != nil {
		w.acts.done, w.acts.undone = pushed(w.acts.done, act{words: words, way: undo}), nil
	}
	w.showActs()
}

// OnUndo takes back what was typed last in the field in front, else the last act; under a
// dialog nothing but typing.
func (w *Window) OnUndo() {
	if w.typedBack(&fyne.ShortcutUndo{}) || len(w.boxes) > 0 || w.tellFinal() {
		return
	}
	if w.acts.takable() == nil {
		w.Done(w.Say("ui.nothing_undo", nil), nil)
		return
	}
	w.OnUndoAct()
}

// OnRedo does again what was taken back last.
func (w *Window) OnRedo() {
	if w.typedBack(&fyne.ShortcutRedo{}) || len(w.boxes) > 0 {
		return
	}
	if len(w.acts.undone) == 0 {
		w.Done(w.Say("ui.nothing_redo", nil), nil)
		return
	}
	w.wayOf(&w.acts.undone)
}

// typedBack gives a shortcut to the entry in front, and reports whether it had anything to
// go back to.
func (w *Window) typedBack(s fyne.Shortcut) bool {
	entry, types := w.Canvas().Focused().(interface{ Inner() *widgets.Entry })
	if !types {
		return false
	}
	before := entry.Inner().Text
	entry.Inner().TypedShortcut(s)
	return entry.Inner().Text != before
}

// wayOf goes the way of the last of some acts, which is then none of them any more.
func (w *Window) wayOf(of *[]act) {
	all := *of
	if len(all) == 0 {
		return
	}
	if w.Closed() != "" {
		w.Done(w.WhyLooking(), nil)
		return
	}
	last := all[len(all)-1]
	*of, w.acts.taken = all[:len(all)-1], last
	w.showActs()
	last.way()
}

// OnUndoAct takes back the act that the button names, whatever has the focus.
func (w *Window) OnUndoAct() {
	w.acts.skipFinal()
	w.wayOf(&w.acts.done)
}

// showActs lets the button take back the last act, where there is one. It keeps its place:
// nothing jumps when the first thing is done.
func (w *Window) showActs() {
	words, last := w.Say("ui.undo", nil), w.acts.takable()
	if last != nil {
		words = w.undoWords(*last)
	}
	w.line.showUndo(words, last != nil && w.Closed() == "")
	w.followMenu()
}

// undoWords say what is taken back. What the status line says needs no name; what was said
// before it is quoted.
func (w *Window) undoWords(a act) string {
	words := a.words()
	if strings.HasSuffix(w.line.said, words) {
		return w.Say("ui.undo", nil)
	}
	return w.Say("ui.undo_act", map[string]any{"act": shortAct(words, int(mostOfAct/max(1, w.Scale()*w.Scale())))})
}

// tellFinal says of the last act that it cannot be taken back, and names the one before it that
// comes next; false where the last can be taken back. It is said once.
func (w *Window) tellFinal() bool {
	last := len(w.acts.done) - 1
	if last < 0 || w.acts.done[last].way != nil {
		return false
	}
	final := w.acts.done[last]
	id, args := "ui.final", map[string]any{"act": quoted(final)}
	w.acts.skipFinal()
	if before := w.acts.takable(); before != nil {
		id, args["before"] = "ui.final_then", quoted(*before)
	}
	said := []string{w.Say(id, args)}
	if final.elsewhere != nil {
		said = append(said, final.elsewhere())
	}
	w.Done(strings.Join(said, " "), nil)
	return true
}

// quoted are the words of an act within others.
func quoted(a act) string { return strings.TrimRight(shortAct(a.words(), mostOfAct), ".") }

// UndoCommand takes back what was typed or done last, which it names.
func (w *Window) UndoCommand() *fyne.MenuItem {
	item := w.typingCommand("menu.undo", &fyne.ShortcutUndo{}, w.OnUndo)
	w.When(item, func() bool { return w.entryInFront() != nil || w.acts.takable() != nil && w.Closed() == "" })
	return w.worded(item, func() string { return w.namedAct("menu.undo", "ui.undo_act", w.acts.takable()) })
}

// RedoCommand does it again.
func (w *Window) RedoCommand() *fyne.MenuItem {
	item := w.typingCommand("menu.redo", &fyne.ShortcutRedo{}, w.OnRedo)
	w.When(item, func() bool { return w.entryInFront() != nil || len(w.acts.undone) > 0 && w.Closed() == "" })
	return w.worded(item, func() string { return w.namedAct("menu.redo", "ui.redo_act", w.acts.doable()) })
}

// namedAct words a command about an act, without its name where there is none or somebody is typing:
// that is taken back first.
func (w *Window) namedAct(id, named string, a *act) string {
	if e := w.entryInFront(); a == nil || e != nil && e.Begun() {
		return w.Say(id, nil)
	}
	return w.Say(named, map[string]any{"act": shortAct(a.words(), mostOfAct)})
}

// typingCommand works under a dialog too: somebody types there. The window system tells its
// keys by a name of their own, never as a key with Ctrl.
func (w *Window) typingCommand(id string, keys fyne.Shortcut, do func()) *fyne.MenuItem {
	item := w.Command(id, "", nil)
	item.Shortcut, item.Action = keys, w.inSitting(do)
	return item
}
