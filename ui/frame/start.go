package frame

import (
	"context"
	"os"
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
)

// Start opens the registry at path, or the first-run screen when path is empty.
func (w *Window) Start(path string) {
	switch {
	case path == "":
		w.house.Welcome(w)
	case isOther(path):
		w.house.Welcome(w)
		w.Given(path)
	case !w.Settings.Noticed:
		w.house.Notice(w, path)
	default:
		w.StartNoticed(path)
	}
}

// isOther says that a file or a folder is there, and no registry.
func isOther(path string) bool {
	_, err := os.Stat(path)
	return err == nil && !isRegistry(path)
}

// StartNoticed opens the registry at path once what there is to know of it was read.
func (w *Window) StartNoticed(path string) {
	// No page from which another registry could be asked for meanwhile, nor the answer to one
	// that was shown before.
	w.nextSitting()
	w.alone = nil
	if a := w.ahead; a != nil && a.path == path && a.ready.Load() {
		w.ahead = nil
		e, err := a.looked()
		w.onEntrance(path, e, err)
		return
	}
	w.blank("ui.opening", theme.FolderOpenIcon())
	w.Open(path)
}

// ahead is a registry that was looked at before the window stood.
type ahead struct {
	path string
	// looked brings what was found: the first who asks looks, others wait for that.
	looked func() (registrar.Entrance, error)
	ready  atomic.Bool
}

// LookAhead begins to look at the registry that [Window.Start] will open. Until the toolkit has made
// its window that is found mostly, so that the first page to be seen is the sign-in.
func (w *Window) LookAhead(path string) {
	if !w.Settings.Noticed || !isRegistry(path) || isBackup(path) {
		return
	}
	a := &ahead{path: path}
	a.looked = sync.OnceValues(func() (registrar.Entrance, error) {
		defer a.ready.Store(true)
		return guarded(func() (registrar.Entrance, error) { return registrar.LookAt(context.Background(), path) })
	})
	w.ahead = a
	w.Runner.Background(func() { a.looked() })
}

// look is how what is at the door of a registry is found: once what was found ahead, else by looking.
func (w *Window) look(path string) func(context.Context) (registrar.Entrance, error) {
	if a := w.ahead; a != nil && a.path == path {
		w.ahead = nil
		return func(context.Context) (registrar.Entrance, error) { return a.looked() }
	}
	return func(ctx context.Context) (registrar.Entrance, error) { return registrar.LookAt(ctx, path) }
}
