package frame

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/widgets"
)

// Options are what the window takes from outside.
type Options struct {
	Settings *Settings
	Runner   Runner
	// Now is the clock.
	Now func() time.Time
	// Files asks for files; nil for the PC's own dialogs, or ours.
	Files FilePicker
	// Drives are the sticks and drives that are there now; nil for those of the PC.
	Drives func() []Drive
	// OpenFile shows a file in the PC's own program for it.
	OpenFile func(path string) error
	// DemoFolder is where a demonstration may be made.
	DemoFolder string
	// KeepStanding notes in the settings where the window stands, as it closes; nil where nobody knows.
	KeepStanding func()
	// Home is the folder where a new registry is proposed to lie.
	Home string
	// Key opens every registry without a sign-in, for tests.
	Key *registrar.SchoolKey
	// ClearMemory clears from memory what nothing needs any more; nil where nobody does. It takes a moment.
	ClearMemory func()
	// Log takes ids and codes, never a personal word.
	Log *slog.Logger
}

// Window is the one window of the program with what is open in it. It belongs to
// Fyne's goroutine.
type Window struct {
	Options
	app    fyne.App
	window fyne.Window
	house  House

	// picker is behind Files.
	picker    Picker
	registrar *registrar.Registrar
	known     known
	learning  Turn
	reminding Turn
	// alone is the page that stands in the window while nobody is signed in.
	alone any
	idle  idle
	// sitting is who sits before what; covered says that the window is on its way behind
	// the lock, holds counts what holds the lock off until it is shown.
	sitting *sitting
	covered bool
	holds   int
	// quitting says that the window is about to close, gone that it has.
	quitting, gone bool
	// notNoted says that the history does not have what was just made.
	notNoted bool
	once     *Once
	// counting is the turn of what is known of copies.
	counting Turn
	// opening is the turn of the registry asked for last, ahead what was looked at before.
	opening Turn
	ahead   *ahead
	text    *text.Text
	screens map[string]Screen
	pages   map[string]fyne.CanvasObject
	kept    map[string]any
	current string
	boxes   []*Box
	// outside is the box while somebody outside the window is asked, see [Aside]; nil for nobody.
	outside *Box
	burst   burst[*Box]
	echo    echo
	// busy counts the short jobs under way, among them what was just typed being saved.
	busy atomic.Int32
	// jobs are those of them whose answer was not told, working says that they take long, chosen
	// that one is about what was just chosen.
	jobs     int
	chosen   bool
	waiting  waiting
	scanning scanning
	working  bool
	stopSign func()
	// long counts the long ones.
	long atomic.Int32
	// copied is what lies on the clipboard for a while.
	copied copied
	// asker is from where the help was asked, nil where nobody has asked.
	asker *asker
	// droppedAt is where the files were let go that are being dropped.
	droppedAt fyne.Position
	// given is a file that the program was started with and that is for a registry which nobody has
	// opened yet, "" for none; lastAsked looks for the registry that it may be for.
	given     string
	lastAsked Turn
	// whenFree is what waits until the window is free.
	whenFree []func()
	// systemDark says that the windows of the system are dark.
	systemDark bool

	navigation *navigation
	// pointer is what the tour points with, top the edge under the menu.
	pointer *pointer
	top     fyne.CanvasObject
	content *fyne.Container
	// room is around the content: a page that needs more than a small window has, with large letters,
	// scrolls in it.
	room   *container.Scroll
	line   *statusLine
	acts   acts
	retold retold
	// live are the commands of the main menu that follow the window.
	live liveMenu
}

// New makes the window of a house; [Window.Start] shows something in it.
func New(app fyne.App, o Options, house House) *Window {
	w := &Window{app: app, Options: o, house: house, sitting: newSitting(), live: liveMenu{}}
	if w.Log == nil {
		w.Log = slog.New(slog.DiscardHandler)
	}
	w.window = app.NewWindow("Graduand")
	w.window.Resize(fyne.NewSize(o.Settings.Width, o.Settings.Height))
	w.window.SetMaster()
	w.window.SetCloseIntercept(w.Quit)
	if w.Files != nil {
		w.picker = handed{w.Files}
	} else {
		w.picker = house.Picker(w)
	}
	w.Files = sittingPicker{window: w}
	if w.Drives == nil {
		w.Drives = PCDrives
	}
	widgets.Wheel, widgets.Copied = w.onWheel, w.noteCopied
	widgets.Left, widgets.Submitted, widgets.Helped, widgets.Paged = w.onLeft, w.onSubmitted, w.OnHelp, w.onPaged
	widgets.Sought = w.onSeek
	w.listenToScanner()
	widgets.Misplaced = func() bool { return w.burst.misplaced(w.boxes, w.Now()) }
	widgets.Echoed = func() bool { return w.echo.struck(w.Now()) }
	widgets.SortedBy = func() string { return w.Say("ui.sorted_by", nil) }
	widgets.WithoutRoom = func() string { return w.Say("ui.columns_hidden", nil) }
	widgets.IconName = func(does string) string { return w.Say("entry_icon."+does, nil) }
	widgets.Neighbour, widgets.Revealed = w.onNeighbour, w.Reveal
	widgets.Awaits, widgets.Tabbed = w.awaitsTab, w.onTab
	widgets.Named = func(name string) {
		if w.line != nil {
			w.line.name(name)
		}
	}
	widgets.Now = func() time.Time { return w.Now() }
	w.waiting.canvas, w.waiting.onKey = w.Canvas(), w.onKey
	w.Canvas().SetOnTypedKey(w.onKey)
	w.Canvas().SetOnTypedRune(w.onRune)
	widgets.Entered = w.entered
	w.LogFailure("empty folder to print from", w.printed().Empty())
	registrar.RemoveLooked()
	w.ApplySettings()
	return w
}

// Canvas is where the window draws: it knows what has the focus and how much room there is.
func (w *Window) Canvas() fyne.Canvas { return w.window.Canvas() }

// Registrar is the open registry, nil while none is open.
func (w *Window) Registrar() *registrar.Registrar { return w.registrar }

// open says that somebody sits before an open registry: everything that shows something of
// it asks here.
func (w *Window) open() bool { return w.registrar != nil && !w.covered }

// Text is the catalogue in the window's language.
func (w *Window) Text() *text.Text { return w.text }

// Clipboard is that of the PC.
func (w *Window) Clipboard() fyne.Clipboard { return w.app.Clipboard() }

// DroppedAt is where in the window files were let go last.
func (w *Window) DroppedAt() fyne.Position { return w.droppedAt }

// Fyne is the window itself, for who shows it.
func (w *Window) Fyne() fyne.Window { return w.window }

// Open asks who is there and opens a registry for them.
func (w *Window) Open(path string) {
	switch {
	case w.registrar != nil && registrar.SameFile(path, w.registrar.Path()):
		w.Go(Route{Screen: w.first()})
		return
	case isBackup(path):
		// A backup is never worked in: what is done there would be in no registry.
		w.Go(Route{Screen: Restoring, File: path})
		return
	}
	w.opening.Void()
	mine := w.opening.number
	w.atDoor(path, func(e registrar.Entrance, err error) {
		if mine == w.opening.number {
			w.onEntrance(path, e, err)
		}
	})
}

// atDoor looks at the door of a registry, and tells done what is there. Whoever cancels that waits for
// nothing.
func (w *Window) atDoor(path string, done func(registrar.Entrance, error)) {
	look := w.look(path)
	RunLong(w, w.Say("ui.opening", nil), func(ctx context.Context, _ Progress) (registrar.Entrance, error) {
		return promptly(ctx, look)
	}, done)
}

// look is how what is at the door of a registry is found: once what was found ahead, else by looking.
func (w *Window) look(path string) func(context.Context) (registrar.Entrance, error) {
	if a := w.ahead; a.of(path) {
		w.ahead = nil
		return func(context.Context) (registrar.Entrance, error) { return a.looked() }
	}
	return func(ctx context.Context) (registrar.Entrance, error) { return registrar.LookAt(ctx, path) }
}

func isBackup(path string) bool {
	return strings.EqualFold(filepath.Ext(path), registrar.ExtensionBackup)
}

// onEntrance shows the sign-in of a registry.
func (w *Window) onEntrance(path string, e registrar.Entrance, err error) {
	switch {
	case err != nil:
		if w.registrar == nil && w.alone == nil {
			w.house.Welcome(w)
		}
		if !w.house.Missing(w, path, err) {
			w.Fail(err)
		}
	case w.Key != nil:
		w.OpenAs(e.Path, registrar.SignIn{}, w.OnOpened)
	default:
		w.house.SignIn(w, e)
	}
}

// OpenAs opens a registry with what a person has shown.
func (w *Window) OpenAs(path string, s registrar.SignIn, done func(*registrar.Registrar, error)) {
	RunLong(w, w.Say("ui.opening", nil), func(ctx context.Context, _ Progress) (*registrar.Registrar, error) {
		return registrar.Open(ctx, path, s, registrar.Options{Now: w.Now, Key: w.Key, Sitting: true})
	}, done)
}

// OnOpened shows a registry that somebody has opened, or why it did not open; the one
// that was open is closed.
func (w *Window) OnOpened(r *registrar.Registrar, err error) {
	if err != nil {
		w.Fail(err)
		return
	}
	w.CloseRegistry()
	w.nextSitting()
	w.registrar, w.known, w.idle.used = r, knownOf(r), true
	r.Listen(func(s registrar.Signal) { w.Runner.Deliver(func() { w.onSignal(r, s) }) })
	if w.IsGraduate() {
		w.Settings.Lend()
	} else {
		w.Settings.Adopt()
	}
	if !r.Demo() {
		w.Settings.Opened(r.Path())
	}
	w.SaveSettings()
	w.welcomeIn()
}

// CloseRegistry saves what was typed and closes what is open. It reports whether that went
// well; why it did not is shown.
func (w *Window) CloseRegistry() bool {
	if w.registrar == nil {
		return true
	}
	w.settle()
	return w.closeNow()
}

// closeNow closes the open registry: the sitting is over.
func (w *Window) closeNow() bool {
	w.nextSitting()
	// What was opened over the registry, while the answer to another was on its way.
	w.clearOver()
	w.forgetCopied()
	w.LogFailure("empty folder to print from", w.printed().Empty())
	err := w.registrar.Close()
	w.registrar, w.covered = nil, false
	w.Settings.GiveBack()
	w.ApplySettings()
	w.Fail(err)
	return err == nil
}

// House is what stands above the frame and is handed in when it is made: which places
// there are, and whom the frame calls where it knows no more itself.
type House struct {
	// Places are all places that routes lead to.
	Places []Place
	// Picker makes the dialogs that ask for files.
	Picker func(w *Window) Picker
	// Menu is the main menu while a registry is open.
	Menu func(w *Window) *fyne.MainMenu

	// Welcome shows the page of who has no registry open. Notice shows the notice of
	// confidentiality and then opens the registry at path.
	Welcome func(w *Window)
	Notice  func(w *Window, path string)
	// Missing says that a registry of the last ones is not where it was, and can forget it; false for any
	// other failure to open one.
	Missing func(w *Window, path string, err error) bool
	// SignIn asks who is there.
	SignIn func(w *Window, e registrar.Entrance)
	// FirstPassword replaces a password that somebody else has set.
	FirstPassword func(w *Window)
	// Filled tells what graduates have filled in since the school was here last.
	Filled func(w *Window, filled []registrar.Filled)
	// News tells what is wrong with the registry itself.
	News func(w *Window, n News)
	// Entered is told that somebody has signed in and sees the registry, Changed of every
	// change of it. Settled is told so once all that is to be said of it was said. Leaving does what is
	// to be done while it is still open, and then leaves.
	Entered func(w *Window)
	Settled func(w *Window)
	Changed func(w *Window, s registrar.Signal)
	Leaving func(w *Window, leave func())
	// Above is what stands above all pages of the open registry, nil for nothing.
	Above func(w *Window) fyne.CanvasObject
	// Scanned goes to whose card has the number that a barcode scanner has read.
	Scanned func(w *Window, number string)
	// Closing gives back what is held beyond the registry when the window closes.
	Closing func() error
}
