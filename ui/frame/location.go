package frame

import (
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Folders are those that the system keeps for a user, "" for one that is not there.
type Folders struct{ Desktop, Documents, Downloads, Pictures, Home string }

// Drive is a stick, or a drive beside that of the system.
type Drive struct {
	Title, Path string
	// Removable says that it is taken away with what lies on it.
	Removable bool
}

// location is a folder that the dialog for files offers at its side.
type location struct {
	title, path string
	icon        fyne.Resource
}

// locations are the folders to begin from: that of the registry for who works in it, the
// user's, and every drive.
func locations(say func(id string) string, registry string, drives []Drive) []location {
	user := UserFolders()
	all := []location{{say("pick.place_registry"), "", theme.StorageIcon()},
		{say("pick.place_desktop"), user.Desktop, theme.ComputerIcon()},
		{say("pick.place_documents"), user.Documents, theme.DocumentIcon()},
		{say("pick.place_downloads"), user.Downloads, theme.DownloadIcon()},
		{say("pick.place_pictures"), user.Pictures, theme.FileImageIcon()},
		{say("pick.place_home"), user.Home, theme.HomeIcon()}}
	if registry != "" {
		all[0].path = filepath.Dir(registry)
	}
	for _, d := range drives {
		all = append(all, location{d.Title, d.Path, theme.StorageIcon()})
	}
	return slices.DeleteFunc(all, func(l location) bool { return l.path == "" })
}

// locations are those offered to the one who sits there: to a graduate none in which the school has
// its files, unless there is no other.
func (w *Window) locations() []location {
	at := w.whereabouts()
	registry := at.registry
	if at.graduate {
		registry = ""
	}
	all := locations(func(id string) string { return w.Say(id, nil) }, registry, at.drives)
	if !at.graduate {
		return all
	}
	neutral := slices.DeleteFunc(slices.Clone(all), func(l location) bool { return at.keeps(l.path) })
	if len(neutral) == 0 {
		return all
	}
	return neutral
}

// there keeps a folder that is there, "" for one that is not.
func there(folder string) string {
	if folder == "" || !isFolder(folder) {
		return ""
	}
	return folder
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// sameFolder says that two paths lead to one folder.
func sameFolder(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// within says that a path is a folder or lies below it.
func within(path, folder string) bool {
	below, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(below)
}
