package frame

import (
	"os"

	"fyne.io/fyne/v2/theme"
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
	w.blank("ui.opening", theme.FolderOpenIcon())
	w.Open(path)
}
