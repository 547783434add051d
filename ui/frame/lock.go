package frame

import (
	"context"
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

// idle knows when somebody was last at the computer, and what waits behind the lock.
type idle struct {
	last time.Time
	stop func()
	// kept is what the screens had beyond the registry when it was locked; it is given
	// back to the same person only.
	kept    map[string]any
	keptBy  string
	current string
	// entered says that somebody has just signed in and no screen was shown since.
	entered bool
}

// touched notes that somebody is at the computer.
func (w *Window) touched() { w.idle.last = w.Now() }

// watch locks the window when nobody has touched it for as long as the settings say.
func (w *Window) watch() {
	widgets.Touched = w.touched
	w.touched()
	if w.idle.stop != nil {
		w.idle.stop()
	}
	w.idle.stop = w.Runner.After(watching, w.onWatch)
}

// watching is how often the window looks whether anybody is there.
const watching = 10 * time.Second

func (w *Window) onWatch() {
	w.idle.stop = w.Runner.After(watching, w.onWatch)
	limit := time.Duration(w.Settings.LockMinutes) * time.Minute
	if w.registrar != nil && limit > 0 && w.Now().Sub(w.idle.last) >= limit {
		w.Lock()
	}
}

// Lock saves what was typed, wipes keys and index, and asks who is there. What no
// registry holds yet waits for the same person.
func (w *Window) Lock() {
	if !w.mayLock() {
		return
	}
	w.settle()
	// What a save has to say comes after it, on this goroutine: lock behind it.
	w.Runner.Background(func() { w.Runner.Deliver(w.lock) })
}

// mayLock says no while a paper key that nobody has put away yet would be lost, and with
// it the last way in.
func (w *Window) mayLock() bool {
	return w.registrar != nil && w.Key == nil && (w.waits == nil || !w.waits())
}

func (w *Window) lock() {
	if !w.mayLock() {
		return
	}
	w.waits = nil
	kept, by, current := w.keepAll(), w.Me().ID, w.current
	path := w.registrar.Path()
	for _, b := range append([]*Box(nil), w.boxes...) {
		b.Close()
	}
	w.CloseRegistry()
	w.idle.kept, w.idle.keptBy, w.idle.current = kept, by, current
	RunLong(w, w.Say("ui.opening", nil), func(ctx context.Context, _ Progress) (registrar.Entrance, error) {
		return registrar.LookAt(ctx, path)
	}, w.onLocked)
	w.showBlank()
}

func (w *Window) onLocked(e registrar.Entrance, err error) {
	if err != nil {
		w.house.Welcome(w)
		w.Fail(err)
		return
	}
	w.house.SignIn(w, e)
}

// showBlank takes everything personal off the screen before anything else happens.
func (w *Window) showBlank() {
	if w.alone != nil {
		return
	}
	w.screens, w.pages = map[string]Screen{}, map[string]fyne.CanvasObject{}
	w.window.SetTitle("Graduand")
	w.window.SetContent(container.NewCenter(container.NewHBox(widget.NewIcon(theme.LoginIcon()), widget.NewLabel(w.Say("ui.locked", nil)))))
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
	w.idle.kept, w.idle.keptBy = nil, ""
	w.rebuildWith(kept)
	w.watch()
	w.idle.entered = true
	if w.Me().MustChange {
		w.current = first
		w.house.FirstPassword(w)
		return
	}
	w.Go(Route{Screen: first})
	w.tellNews()
}

// News is what the person who has just signed in must know.
type News struct {
	// Filled is what graduates have filled in since the school was here last.
	Filled []registrar.Filled
	// Ills are what is spoilt in the registry, beyond what graduates have left.
	Ills []registrar.Ill
	// Behind is the time of the last event, when the clock of the PC stands before it.
	Behind time.Time
	// Err is why not all that graduates have filled in could be taken over.
	Err error
}

// tellNews tells what graduates have filled in, and what is wrong with the registry.
func (w *Window) tellNews() {
	r := w.registrar
	Run(w, &Turn{}, func(ctx context.Context) (n News, err error) {
		if r.May(registrar.RightFill) {
			if err := r.TakeOver(ctx); err != nil {
				n.Err = err
			}
		}
		n.Filled = r.Filled()
		if last, behind := r.ClockBehind(); behind {
			n.Behind = last
		}
		if r.May(registrar.RightExamine) {
			n.Ills, err = r.Ills(ctx)
		}
		n.Ills = slices.DeleteFunc(n.Ills, func(i registrar.Ill) bool { return i.Code == "pending" })
		return n, err
	}, func(n News, err error) {
		switch {
		case r != w.registrar:
		case err != nil:
			w.Fail(err)
		default:
			w.house.News(w, n)
			w.house.Filled(w, n.Filled)
			if n.Err != nil {
				w.Fail(n.Err)
			}
		}
	})
}

// ShowAlone shows a page while nobody is signed in, in the place of all others.
func (w *Window) ShowAlone(page any, title string, menu *fyne.MainMenu, content fyne.CanvasObject) {
	w.alone = page
	w.window.SetMainMenu(menu)
	w.window.SetTitle(title)
	w.window.SetContent(content)
}

// Alone is the page that stands alone in the window, nil once a registry is shown.
func (w *Window) Alone() any { return w.alone }

// LockWaits lets the window lock only once waits says no; nil for at any time.
func (w *Window) LockWaits(waits func() bool) { w.waits = waits }

// JustEntered says, once, that somebody has signed in and no screen was shown since.
func (w *Window) JustEntered() bool {
	entered := w.idle.entered
	w.idle.entered = false
	return entered
}

var _ desktop.Hoverable = (*widgets.Watcher)(nil)

// copied is a value that was put on the clipboard and must not stay there.
type copied struct {
	value string
	stop  func()
}

// CopiedFor is how long a personal value may lie on the clipboard, where every program
// of the PC can read it.
const CopiedFor = 60 * time.Second

// CopyForAWhile puts a personal value on the clipboard. It is taken away again after a
// minute, and when the registry is closed or locked.
func (w *Window) CopyForAWhile(value string) {
	if w.copied.stop != nil {
		w.copied.stop()
	}
	w.app.Clipboard().SetContent(value)
	w.copied = copied{value: value, stop: w.Runner.After(CopiedFor, w.forgetCopied)}
}

// forgetCopied empties the clipboard where it still holds what was copied; what another
// program has put there stays.
func (w *Window) forgetCopied() {
	c := w.copied
	w.copied = copied{}
	if c.stop == nil {
		return
	}
	c.stop()
	if w.app.Clipboard().Content() == c.value {
		w.app.Clipboard().SetContent("")
	}
}
