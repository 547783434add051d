package frame

import (
	"bytes"
	"context"
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

// Given shows a file that the program was started with, a second time too, as by a double click on it;
// "" is none. It waits until nothing is asked in the window and nothing long is under way there.
func (w *Window) Given(path string) {
	if path == "" {
		return
	}
	if !w.free() && w.open() && w.line != nil {
		w.Done(w.Say("given.waits", map[string]any{"file": filepath.Base(path)}), nil)
	}
	w.WhenFree(func() { w.takeGiven(path) })
}

// takeGiven shows it. The registry that is there already stays as it is.
func (w *Window) takeGiven(path string) {
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

// IsOther says that a file or a folder is there, and no registry.
func IsOther(path string) bool {
	_, err := os.Stat(path)
	return err == nil && !isRegistry(path)
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

// databaseHead is how every file of SQLite begins: «SQLite format 3» and a zero.
var databaseHead = []byte{0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20, 0x33, 0}

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

// keepForLater keeps a file that is for a registry, which nobody has opened yet, shows it there, and says so.
func (w *Window) keepForLater(path string) {
	w.given = path
	if w.registryAt() != "" || !w.Settings.Noticed {
		w.tellLater(path, "")
		return
	}
	recent := slices.Clone(w.Settings.Recent)
	// A drive that is out of reach keeps who asks waiting.
	Run(w, &w.lastAsked, func(context.Context) (string, error) { return firstThere(recent), nil }, func(last string, err error) {
		w.LogFailure("look for the last registries", err)
		w.WhenFree(func() { w.tellLater(path, last) })
	})
}

// tellLater says that a file waits; last is the registry to open at a press for it, "" for none.
func (w *Window) tellLater(path, last string) {
	id := "given.later"
	if strings.EqualFold(filepath.Ext(path), MessageEnding) {
		id = "given.later_message"
	}
	choices := []Choice{{Label: w.Say("ui.close", nil)}}
	if last != "" {
		open := Choice{Label: w.Say("given.recent", map[string]any{"file": filepath.Base(last)}), Chosen: func() { w.Open(last) }}
		choices = append([]Choice{open}, choices...)
	}
	w.Ask(w.Say("given.later_title", nil), widgets.Wrapped(w.Say(id, map[string]any{"file": filepath.Base(path)})), 520, choices...)
}

// firstThere is the first of files that is there, "" for none.
func firstThere(paths []string) string {
	at := slices.IndexFunc(paths, func(path string) bool { _, err := os.Stat(path); return err == nil })
	if at < 0 {
		return ""
	}
	return paths[at]
}

// ShowGiven shows who has signed in the file that was kept for that; a graduate has no use for it.
func (w *Window) ShowGiven() {
	path := w.given
	w.given = ""
	if !w.IsGraduate() {
		w.Given(path)
	}
}

// ForgetRecent takes a registry off the list of the last ones; the file, wherever it is, stays.
func (w *Window) ForgetRecent(path string) {
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
