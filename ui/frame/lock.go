package frame

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// Lock takes everything off the screen, saves what was typed, wipes keys and index, and
// asks who is there. What no registry holds yet waits for the same person. No dialog keeps
// it off: what was typed there is lost, as by Esc.
func (w *Window) Lock() {
	if !w.mayLock() {
		return
	}
	w.cover()
	// What a save has to say comes after it, on this goroutine: lock behind it.
	w.Runner.Background(func() {
		w.waitFor(&w.busy, &w.long)
		w.Runner.Deliver(w.lock)
	})
}

// mayLock says no while nobody has signed in, and for the moment in which something is
// made that is then shown this once.
func (w *Window) mayLock() bool {
	return w.registrar != nil && w.Key == nil && !w.covered && w.holds == 0
}

// cover takes menu, shortcuts and everything personal off the screen before anything else
// happens. The pages behind it live on until what was typed is saved.
func (w *Window) cover() {
	w.covered = true
	w.waiting.forgo()
	w.opening.Void()
	w.clearOver()
	w.Canvas().Unfocus()
	w.blank("ui.locked", theme.LoginIcon())
}

// blank shows a word in the place of everything.
func (w *Window) blank(id string, icon fyne.Resource) {
	w.setMenu(nil)
	w.window.SetTitle("Graduand")
	w.window.SetContent(container.NewCenter(container.NewHBox(widget.NewIcon(icon), widget.NewLabel(w.Say(id, nil)))))
}

// clearOver takes away all that lies over the page: dialogs, and open lists of choices.
func (w *Window) clearOver() {
	w.loseOnce()
	for len(w.boxes) > 0 {
		w.frontBox().Close()
	}
	w.CloseLists()
}

// CloseLists takes away calendars, and lists of choices, that stand open over all else.
// Dialogs stay, and what lies under them: Fyne takes all that lies over one away with it.
func (w *Window) CloseLists() {
	for _, o := range slices.Backward(slices.Clone(w.Canvas().Overlays().List())) {
		if slices.ContainsFunc(w.boxes, func(b *Box) bool { return o == fyne.CanvasObject(b.popup) }) {
			return
		}
		if over, waits := o.(*catcher); waits && over == w.waiting.over {
			continue
		}
		o.Hide()
	}
}

func (w *Window) lock() {
	if w.registrar == nil {
		// It was closed meanwhile.
		return
	}
	kept, by, current := w.keepAll(), w.Me().ID, w.current
	path := w.registrar.Path()
	if !w.IsGraduate() {
		w.idle.phone, w.idle.of = w.Me().Phone, path
	}
	w.clearOver()
	closed := w.closeNow()
	w.screens, w.pages = map[string]Screen{}, map[string]fyne.CanvasObject{}
	if !closed {
		// What lies there now is not what was locked: it is not to be signed in to.
		w.house.Welcome(w)
		return
	}
	w.idle.kept, w.idle.keptBy, w.idle.current = kept, by, current
	w.atDoor(path, w.onLocked)
}

func (w *Window) onLocked(e registrar.Entrance, err error) {
	if err != nil {
		w.house.Welcome(w)
		w.Fail(err)
		return
	}
	w.house.SignIn(w, e)
}

// LockedOut is the phone of the operator whom the last lock of a registry has sent out, as it
// is typed: whoever comes back types the password alone. Once somebody has signed in since it is
// "", however they leave, and so it is after a graduate: the next who comes is another.
func (w *Window) LockedOut(path string) string {
	if w.idle.phone == "" || !registrar.SameFile(path, w.idle.of) {
		return ""
	}
	return registrar.FormatPhone(w.idle.phone)
}

// keepAll is what the screens have beyond the registry.
func (w *Window) keepAll() map[string]any {
	kept := map[string]any{}
	for name, k := range w.kept {
		// A screen that was not shown since the last time has not taken it back yet.
		kept[name] = k
	}
	for name, sc := range w.screens {
		if k, keeps := sc.(Keeper); keeps {
			kept[name] = k.Keep()
		}
	}
	return kept
}

// welcomeIn shows the open registry to the one who signed in.
func (w *Window) welcomeIn() {
	var kept map[string]any
	first := w.first()
	if w.idle.kept != nil && w.idle.keptBy == w.Me().ID {
		kept, first = w.idle.kept, w.idle.current
	}
	w.idle.kept, w.idle.keptBy, w.idle.phone = nil, "", ""
	w.rebuildWith(kept)
	w.watch()
	w.idle.entered = true
	if w.Me().MustChange && !w.OnlyLooking() {
		w.current = first
		w.house.FirstPassword(w)
		return
	}
	w.Go(Route{Screen: first})
	w.house.Entered(w)
	w.tellNews()
	w.tellLost()
	w.house.Settled(w)
}

// tellLost tells who signs in what the lock before has taken away.
func (w *Window) tellLost() {
	if words := w.idle.lost; words != "" && !w.IsGraduate() {
		w.idle.lost = ""
		w.Ask(w.Say("ui.locked", nil), widgets.Wrapped(words), 520, Choice{Label: w.Say("ui.close", nil)})
	}
}

// ShowAlone shows a page while nobody is signed in, in the place of all others.
func (w *Window) ShowAlone(page any, title string, menu *fyne.MainMenu, content fyne.CanvasObject) {
	if w.alone != page || w.registrar != nil {
		w.nextSitting()
	}
	w.alone = page
	w.setMenu(menu)
	w.window.SetTitle(title)
	w.window.SetContent(content)
	w.Runner.Deliver(w.freed)
	w.clearMemory()
}

// toolkitKeeps is longer than Fyne keeps what it has drawn of a page that is gone.
const toolkitKeeps = 2 * time.Minute

// clearMemory has what a registry has left in memory cleared once its pages are gone: keys are wiped when it closes,
// but words, and what libraries have copied, lie there until somebody needs the room.
func (w *Window) clearMemory() {
	if !w.idle.used || w.ClearMemory == nil {
		return
	}
	w.idle.used = false
	// Fyne keeps how wide each text was, a password too, until a theme is set.
	w.app.Settings().SetTheme(w.app.Settings().Theme())
	w.Runner.Background(w.ClearMemory)
	w.later(toolkitKeeps, func() { w.Runner.Background(w.ClearMemory) })
}

// Alone is the page that stands alone in the window, nil once a registry is shown.
func (w *Window) Alone() any { return w.alone }

// JustEntered says, once, that somebody has signed in and no screen was shown since.
func (w *Window) JustEntered() bool {
	entered := w.idle.entered
	w.idle.entered = false
	return entered
}

var _ desktop.Hoverable = (*widgets.Watcher)(nil)

// copied is what the program has put on the clipboard, where every program of the PC can
// read it: it must not stay there.
type copied struct {
	value string
	// stop calls off the clearing after a while, nil where it stays until the lock.
	stop func()
}

// CopiedFor is how long a value that one button has copied may lie on the clipboard.
const CopiedFor = 60 * time.Second

// CopyForAWhile puts a personal value on the clipboard. It is taken away again after a
// minute, and when the registry is closed or locked.
func (w *Window) CopyForAWhile(value string) {
	w.app.Clipboard().SetContent(value)
	w.noteCopied(value)
	w.copied.stop = w.later(CopiedFor, w.forgetCopied)
}

// noteCopied remembers what lies on the clipboard by a command of ours, copied out of a
// field too: whoever signs in to another registry, or to none, does not find it there.
func (w *Window) noteCopied(value string) {
	if w.copied.stop != nil {
		w.copied.stop()
	}
	w.copied = copied{value: value}
}

// forgetCopied empties the clipboard where it still holds what was copied; what another
// program has put there stays.
func (w *Window) forgetCopied() {
	c := w.copied
	w.noteCopied("")
	if c.value != "" && w.app.Clipboard().Content() == c.value {
		w.app.Clipboard().SetContent("")
	}
}
