package ui

import (
	"context"
	"log/slog"
	"maps"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

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
	// Files asks for files; nil for Fyne's own dialogs.
	Files FilePicker
	// OpenFile shows a file in the PC's own program for it.
	OpenFile func(path string) error
	// DemoFolder is where a demonstration may be made.
	DemoFolder string
	// Home is the folder where a new registry is proposed to lie.
	Home string
	// Key opens every registry without a sign-in, for tests.
	Key *registrar.SchoolKey
	// Log takes ids and codes, never a personal word.
	Log *slog.Logger
}

// Window is the one window of the program with what is open in it. It belongs to
// Fyne's goroutine.
type Window struct {
	app      fyne.App
	window   fyne.Window
	settings *Settings
	runner   Runner
	options  Options
	files    FilePicker
	log      *slog.Logger

	registrar *registrar.Registrar
	// signIn is the page that is shown while somebody is to sign in.
	signIn *signInPage
	idle   idle
	// paper is the dialog with a paper key that was not put away yet.
	paper   *paperBox
	text    *text.Text
	screens map[string]screen
	pages   map[string]fyne.CanvasObject
	kept    map[string]any
	current string
	boxes   []*box
	// busy counts the short jobs under way, among them what was just typed being saved.
	busy atomic.Int32
	// copied is what lies on the clipboard for a while.
	copied copied
	// droppedAt is where the files were let go that are being dropped.
	droppedAt fyne.Position

	navigation *navigation
	content    *fyne.Container
	status     *widget.Label
	undo       *widget.Button
	reminder   *widget.Label
}

// screen is one page of the window.
type screen interface {
	// build assembles the widgets once.
	build() fyne.CanvasObject
	// shown is called whenever the screen comes to the front.
	shown()
	// changed is called when something under the screen has changed.
	changed(registrar.Signal)
}

// keeper is a screen that has more than the registry knows: when the language
// changes, nothing that was typed or chosen is lost.
type keeper interface {
	keep() any
	giveBack(any)
}

// changeLanguage shows everything in another language, at once.
func (w *Window) changeLanguage(language string) {
	w.settings.Language = language
	w.saveSettings()
	w.anew()
}

// anew builds everything again as the settings now say.
func (w *Window) anew() {
	kept := w.keepAll()
	current := w.current
	w.rebuildWith(kept)
	w.show(current)
}

// dropper is a screen that takes files dropped on the window.
type dropper interface{ dropped(paths []string) bool }

// New makes the window; [Window.Start] shows something in it.
func New(app fyne.App, o Options) *Window {
	w := &Window{app: app, settings: o.Settings, runner: o.Runner, options: o, files: o.Files, log: o.Log}
	if w.log == nil {
		w.log = slog.New(slog.DiscardHandler)
	}
	w.window = app.NewWindow("Graduand")
	w.window.Resize(fyne.NewSize(o.Settings.Width, o.Settings.Height))
	w.window.SetMaster()
	w.window.SetOnDropped(w.onDropped)
	w.window.SetCloseIntercept(w.onClose)
	if w.files == nil {
		w.files = newFilePicker(w)
	}
	widgets.Wheel = w.onWheel
	w.applySettings()
	return w
}

// Fyne is the window itself, for who shows it.
func (w *Window) Fyne() fyne.Window { return w.window }

// Start opens the registry at path, or the first-run screen when path is empty.
func (w *Window) Start(path string) {
	switch {
	case path == "":
		w.showWelcome()
	case !w.settings.Noticed:
		w.showNoticeBefore(path)
	default:
		w.showWelcome()
		w.open(path)
	}
}

// Begin is Start for a command line: the registry asked for, or the demonstration
// school of a campaign, made if it is not there yet.
func (w *Window) Begin(path, demo string) {
	w.Start(path)
	if path == "" && demo != "" {
		w.openDemo(demo)
	}
}

// applySettings makes theme and language those of the settings.
func (w *Window) applySettings() {
	w.app.Settings().SetTheme(newTheme(w.settings))
	w.text = text.For(w.settings.Language)
	if w.registrar != nil {
		w.text = w.text.With(w.registrar.Campaign().Texts[w.settings.Language])
	}
}

// say is a sentence in the window's language.
func (w *Window) say(id string, args map[string]any) string { return w.text.Say(id, args) }

// phrase is the sentence of a finding.
func (w *Window) phrase(f registrar.Finding) string {
	if f.Field != "" && f.Args["field"] != nil {
		// As the form calls it.
		f.Args = maps.Clone(f.Args)
		f.Args["field"] = w.titleOfField(f.Field)
	}
	return w.text.SayOr("rule."+f.Rule, f.Text, f.Args)
}

func (w *Window) scale() float32 { return float32(w.settings.Scale) / 100 }

// open asks who is there and opens a registry for them.
func (w *Window) open(path string) {
	switch {
	case w.registrar != nil && registrar.SameFile(path, w.registrar.Path()):
		w.show(w.firstScreen())
		return
	case strings.EqualFold(filepath.Ext(path), registrar.ExtensionBackup):
		// A backup is never worked in: what is done there would be in no registry.
		w.restoreFrom(path)
		return
	}
	runLong(w, w.say("ui.opening", nil), func(ctx context.Context, _ Progress) (registrar.Entrance, error) {
		return registrar.LookAt(ctx, path)
	}, w.onEntrance)
}

// onEntrance shows the sign-in of a registry.
func (w *Window) onEntrance(e registrar.Entrance, err error) {
	switch {
	case err != nil:
		w.fail(err)
	case w.options.Key != nil:
		w.openAs(e.Path, registrar.SignIn{}, w.onOpened)
	default:
		w.showSignIn(e)
	}
}

// openAs opens a registry with what a person has shown.
func (w *Window) openAs(path string, s registrar.SignIn, done func(*registrar.Registrar, error)) {
	runLong(w, w.say("ui.opening", nil), func(ctx context.Context, _ Progress) (*registrar.Registrar, error) {
		return registrar.Open(ctx, path, s, registrar.Options{Now: w.options.Now, Key: w.options.Key, Sitting: true})
	}, done)
}

func (w *Window) onOpened(r *registrar.Registrar, err error) {
	if err != nil {
		w.fail(err)
		return
	}
	w.closeRegistry()
	w.registrar = r
	r.Listen(func(s registrar.Signal) { w.runner.Deliver(func() { w.onSignal(r, s) }) })
	w.settings.Registry = r.Path()
	w.saveSettings()
	w.welcomeIn()
}

// closeRegistry closes what is open.
func (w *Window) closeRegistry() {
	if w.registrar == nil {
		return
	}
	w.settle()
	w.forgetCopied()
	if err := w.registrar.Close(); err != nil {
		w.fail(err)
	}
	w.registrar = nil
}

// saveSettings keeps how the window looks; a failure is said, not hidden.
func (w *Window) saveSettings() {
	if err := w.settings.Save(); err != nil {
		w.fail(err)
	}
}

// settle lets the field that has the focus save itself, and waits until it has: a
// moment as a rule, and no longer than patience with a dying disk allows.
func (w *Window) settle() {
	w.window.Canvas().Unfocus()
	w.waitSaved()
}

// afterSaving lets the field that has the focus save itself and does something when it
// has, however long the disk takes: the window answers meanwhile.
func (w *Window) afterSaving(then func()) {
	w.window.Canvas().Unfocus()
	w.runner.Background(func() {
		w.waitSaved()
		w.runner.Deliver(then)
	})
}

// waitSaved waits until what was typed is saved, within patience.
func (w *Window) waitSaved() {
	for until := time.Now().Add(settling); w.busy.Load() > 0 && time.Now().Before(until); {
		time.Sleep(5 * time.Millisecond)
	}
}

// settling is how long the window waits for what was typed to be saved.
const settling = 5 * time.Second

// holder is a screen that may hold something that was typed and is in no registry.
type holder interface{ unsaved() bool }

// onClose lets what was typed save itself, asks about what cannot be saved, and
// closes.
func (w *Window) onClose() {
	w.settle()
	// What a save has to say comes after it, on this goroutine: ask behind it.
	w.runner.Background(func() { w.runner.Deliver(w.askAndClose) })
}

func (w *Window) askAndClose() {
	var held []string
	for _, name := range []string{screenGraduates, screenForm, screenOwn, screenImport, screenSettings} {
		if h, holds := w.screens[name].(holder); holds && w.registrar != nil && h.unsaved() {
			held = append(held, w.say("screen."+name, nil))
		}
	}
	if len(held) == 0 {
		w.close()
		return
	}
	question := wrapped(w.say("ui.unsaved", map[string]any{"where": strings.Join(held, ", ")}))
	w.askTwice(w.say("ui.unsaved_title", nil), question, choice{label: w.say("ui.stay", nil)}, choice{label: w.say("ui.leave", nil), chosen: w.close})
}

// close keeps the size of the window and closes the registry.
func (w *Window) close() {
	size := w.window.Canvas().Size()
	w.settings.Width, w.settings.Height = size.Width, size.Height
	if err := w.settings.Save(); err != nil {
		w.log.Error("save settings", "error", err.Error())
	}
	w.closeRegistry()
	if err := closePreview(); err != nil {
		w.log.Error("close preview", "error", err.Error())
	}
	w.window.SetCloseIntercept(nil)
	w.window.Close()
}

// onDropped gives dropped files to the current screen, else to the import.
func (w *Window) onDropped(at fyne.Position, uris []fyne.URI) {
	if len(w.boxes) > 0 || w.registrar == nil {
		return
	}
	w.droppedAt = at
	var paths []string
	for _, u := range uris {
		paths = append(paths, u.Path())
	}
	if d, takes := w.screens[w.current].(dropper); takes && d.dropped(paths) {
		return
	}
	w.takeTable(paths[0])
}
