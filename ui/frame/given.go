package frame

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/storage"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// given are files that the program was started with and that are not shown yet: waits until the window
// is free, later until somebody has signed in to the registry that it is for; "" for none.
type given struct{ waits, later string }

// Given shows a file that the program was started with, a second time too, as by a double click on it;
// "" is none. It waits until nothing is asked in the window and nothing long is under way there.
func (w *Window) Given(path string) {
	if path == "" {
		return
	}
	w.given.waits = path
	if !w.free() && w.open() && w.line != nil {
		w.Done(w.Say("given.waits", map[string]any{"file": filepath.Base(path)}), nil)
	}
	w.takeGiven()
}

// free says that a file that comes from outside disturbs nothing.
func (w *Window) free() bool {
	return len(w.boxes) == 0 && !w.covered && !w.gone && w.holds == 0 && w.long.Load() == 0
}

// takeGiven shows what has waited, once the window is free. The registry that is there already stays
// as it is.
func (w *Window) takeGiven() {
	path := w.given.waits
	if path == "" || !w.free() {
		return
	}
	w.given.waits = ""
	switch _, err := os.Stat(path); {
	case w.isAt(path):
	case errors.Is(err, fs.ErrNotExist):
		w.Fail(&registrar.Error{Code: "registry.cannot_open", Args: map[string]any{"file": path}, Err: err})
	case isRegistry(path):
		w.askOther(path)
	case w.open():
		w.Drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	default:
		w.keepForLater(path)
	}
}

// isAt says that a registry is open, or that the window stands at its door.
func (w *Window) isAt(path string) bool {
	at := w.registryAt()
	return at != "" && registrar.SameFile(path, at)
}

// registryAt is the registry that is open, or at whose door the window stands; "" for none.
func (w *Window) registryAt() string {
	if w.registrar != nil {
		return w.registrar.Path()
	}
	if door, is := w.alone.(interface{ Path() string }); is {
		return door.Path()
	}
	return ""
}

// isRegistry says that a file is one to open, a backup too; what is wrong with it is said when it opens.
func isRegistry(path string) bool {
	if ending := strings.ToLower(filepath.Ext(path)); ending == extensionRegistry || ending == registrar.ExtensionBackup {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(databaseHead))
	_, err = io.ReadFull(f, head)
	return err == nil && bytes.Equal(head, databaseHead)
}

const extensionRegistry = ".graduand"

// databaseHead is how every file of SQLite begins.
var databaseHead = []byte("SQLite format 3\x00")

// askOther opens another registry in the place of what the window shows; it asks before where something
// is open or was typed.
func (w *Window) askOther(path string) {
	at, held := w.registryAt(), w.heldWords()
	if w.registrar == nil && (w.idle.kept == nil || at == "") && len(held) == 0 {
		w.Start(path)
		return
	}
	args := map[string]any{"file": filepath.Base(path), "open": filepath.Base(at)}
	told := container.NewVBox()
	switch {
	case w.registrar != nil:
		told.Add(widgets.Wrapped(w.Say("given.instead", args)))
	case w.idle.kept != nil:
		told.Add(widgets.Wrapped(w.Say("given.locked", args)))
	}
	if len(held) > 0 {
		told.Add(widgets.Wrapped(w.Say("ui.unsaved", map[string]any{"where": strings.Join(held, ", ")})))
	}
	w.AskTwice(w.Say("given.instead_title", nil), told, 480, Choice{Label: w.Say("ui.stay", nil)},
		Choice{Label: w.Say("given.open", nil), Chosen: func() { w.Open(path) }})
}

// keepForLater says that a file is for a registry, which nobody has opened yet, and shows it there.
func (w *Window) keepForLater(path string) {
	w.given.later = path
	id := "given.later"
	if strings.EqualFold(filepath.Ext(path), MessageEnding) {
		id = "given.later_message"
	}
	choices := []Choice{{Label: w.Say("ui.close", nil)}}
	if last := w.lastThere(); last != "" && w.registryAt() == "" && w.Settings.Noticed {
		open := Choice{Label: w.Say("given.recent", map[string]any{"file": filepath.Base(last)}), Chosen: func() { w.Open(last) }}
		choices = append([]Choice{open}, choices...)
	}
	w.Ask(w.Say("given.later_title", nil), widgets.Wrapped(w.Say(id, map[string]any{"file": filepath.Base(path)})), 520, choices...)
}

// lastThere is the registry that was open last of those that are there, "" for none.
func (w *Window) lastThere() string {
	at := slices.IndexFunc(w.Settings.Recent, func(path string) bool { _, err := os.Stat(path); return err == nil })
	if at < 0 {
		return ""
	}
	return w.Settings.Recent[at]
}

// showLater shows who has signed in the file that was kept for that; a graduate has no use for it.
func (w *Window) showLater() {
	path := w.given.later
	w.given.later = ""
	if !w.IsGraduate() {
		w.Given(path)
	}
}

// askMissing says that a registry of the last ones is not where it was, and can forget it; false for any
// other failure.
func (w *Window) askMissing(path string, err error) bool {
	if !errors.Is(err, fs.ErrNotExist) || !slices.Contains(w.Settings.Recent, path) {
		return false
	}
	words := widgets.Wrapped(w.Say("given.missing", map[string]any{"file": filepath.Base(path), "folder": filepath.Dir(path)}))
	w.Ask(w.Say("given.missing_title", nil), words, 520,
		Choice{Label: w.Say("given.again", nil), Chosen: func() { w.Open(path) }},
		Choice{Label: w.Say("given.forget", nil), Chosen: func() { w.forgetRecent(path) }},
		Choice{Label: w.Say("ui.close", nil)})
	return true
}

// forgetRecent takes a registry off the list of the last ones; the file, wherever it is, stays.
func (w *Window) forgetRecent(path string) {
	w.Settings.Forget(path)
	w.SaveSettings()
	if w.registrar != nil {
		w.setMenu(w.Menu())
		return
	}
	if page, is := w.alone.(interface{ Anew() }); is {
		page.Anew()
	}
}
