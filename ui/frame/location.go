package frame

import (
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
)

// Folders are those that the system keeps for a user, "" for one that is not there.
type Folders struct{ Desktop, Documents, Downloads, Pictures, Home string }

// Drive is a stick, or a drive beside that of the system.
type Drive struct {
	Title, Path string
	// Removable says that it is taken away with what lies on it.
	Removable bool
}

// Location is a folder that the dialog for files offers at its side.
type Location struct {
	Title, Path string
	Icon        fyne.Resource
}

// locations are the folders to begin from: that of the registry for who works in it, the
// user's, and every drive.
func locations(say func(id string) string, registry string, drives []Drive) []Location {
	user := UserFolders()
	all := []Location{{say("pick.place_registry"), "", theme.StorageIcon()},
		{say("pick.place_desktop"), user.Desktop, theme.ComputerIcon()},
		{say("pick.place_documents"), user.Documents, theme.DocumentIcon()},
		{say("pick.place_downloads"), user.Downloads, theme.DownloadIcon()},
		{say("pick.place_pictures"), user.Pictures, theme.FileImageIcon()},
		{say("pick.place_home"), user.Home, theme.HomeIcon()}}
	if registry != "" {
		all[0].Path = filepath.Dir(registry)
	}
	for _, d := range drives {
		all = append(all, Location{d.Title, d.Path, theme.StorageIcon()})
	}
	return slices.DeleteFunc(all, func(l Location) bool { return l.Path == "" })
}

// there keeps a folder that is there, "" for one that is not.
func there(folder string) string {
	if folder == "" || !IsFolder(folder) {
		return ""
	}
	return folder
}

// IsFolder says that a folder is there.
func IsFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// IsBeside says that a file is one of the program's own beside a registry, which nobody opens.
func IsBeside(name string) bool { return registrar.IsBeside(name) }

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
