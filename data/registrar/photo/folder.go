package photo

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
)

// File is one photo or scan on the disk. Name is how it is told: its path below the folder that
// was chosen, with strokes between, for the folders say the class.
type File struct{ Path, Name string }

// mostFiles bounds a folder: a school has no more photos.
const mostFiles = 10_000

// FilesOf are the files in a folder and below it, in the order of their names; what the system
// hides and its own notes about pictures are left out.
func FilesOf(folder string) ([]File, error) {
	var files []File
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != folder && hidden(entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !entry.Type().IsRegular():
			return nil
		case len(files) >= mostFiles:
			return data.Fail("photo.too_many_files", data.Args{"limit": mostFiles})
		}
		name, err := filepath.Rel(folder, path)
		files = append(files, File{path, filepath.ToSlash(name)})
		return err
	})
	if err != nil && data.CodeOf(err) == "" {
		return nil, data.FailWith(err, "file.cannot_read", data.Args{"file": folder})
	}
	if info, seen := os.Stat(folder); seen == nil && !info.IsDir() && err == nil {
		return nil, data.Fail("photo.no_folder", data.Args{"file": folder})
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files, err
}

func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.EqualFold(name, "thumbs.db") || strings.EqualFold(name, "desktop.ini")
}
