package frame

import "fyne.io/fyne/v2/theme"

// Start opens the registry at path, or the first-run screen when path is empty.
func (w *Window) Start(path string) {
	switch {
	case path == "":
		w.house.Welcome(w)
	case !w.Settings.Noticed:
		w.house.Notice(w, path)
	default:
		w.StartNoticed(path)
	}
}

// StartNoticed opens the registry at path once what there is to know of it was read.
func (w *Window) StartNoticed(path string) {
	// No page from which another registry could be asked for meanwhile, nor the answer to one
	// that was shown before.
	w.nextSitting()
	w.alone = nil
	if a := w.ahead; a.of(path) && a.ready.Load() {
		w.ahead = nil
		e, err := a.looked()
		w.onEntrance(path, e, err)
		return
	}
	w.blank("ui.opening", theme.FolderOpenIcon())
	w.Open(path)
}

// LookAhead begins to look at the registry that [Window.Start] will open. Until the toolkit has made
// its window that is found mostly, so that the first page to be seen is the sign-in.
func (w *Window) LookAhead(path string) {
	if !w.Settings.Noticed || !isRegistry(path) || isBackup(path) {
		return
	}
	w.ahead = newAhead(path)
	w.Runner.Background(w.ahead.look)
}
