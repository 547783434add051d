package photo

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
)

// File is one photo or scan on the disk. Name is how it is told: its path below the folder that
// was chosen, with strokes between, for the folders say the class. In is the name of that folder,
// which may say it too; "" for a file that was chosen by itself. Unread is why a folder, which stands
// for all that lies in it, could not be looked into; nil for a file.
type File struct {
	Path, Name, In string
	Unread         error
}

// mostFiles bounds a folder: a school has no more photos.
const mostFiles = 10_000

// FilesOf are the files in a folder and below it, in the order of their names; what the system
// hides and its own notes about pictures are left out. A folder below it that cannot be read, or is
// gone by now, keeps nothing else out: it is named among them.
func FilesOf(ctx context.Context, folder string) ([]File, error) {
	info, err := os.Stat(folder)
	if err == nil && !info.IsDir() {
		return nil, data.Fail("photo.no_folder", data.Args{"file": folder})
	}
	var files []File
	if err == nil {
		files, err = below(ctx, folder)
	}
	if err != nil && data.CodeOf(err) == "" {
		return nil, data.FailWith(err, "file.cannot_read", data.Args{"file": folder})
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files, err
}

func below(ctx context.Context, folder string) (files []File, err error) {
	begin := folder + string(filepath.Separator) // without it a link to a folder is a link, and nothing is below it
	err = filepath.WalkDir(begin, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil && path == begin:
			return err
		case path != begin && hidden(entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case err == nil && !entry.Type().IsRegular():
			return nil
		case len(files) >= mostFiles:
			return data.Fail("photo.too_many_files", data.Args{"limit": mostFiles})
		}
		f := File{Path: path, In: nameOf(folder)}
		if err != nil {
			f.Unread = data.FailWith(err, "photo.unread_folder", nil)
		}
		name, err := filepath.Rel(folder, path)
		f.Name = filepath.ToSlash(name)
		files = append(files, f)
		return err
	})
	return files, err
}

// nameOf is how a folder is called, also the one in which the program runs; "" for a whole disk.
func nameOf(folder string) string {
	if whole, err := filepath.Abs(folder); err == nil {
		folder = whole
	}
	if name := filepath.Base(folder); name != string(filepath.Separator) {
		return name
	}
	return ""
}

// FilesIn are the files that were chosen by themselves and those of [FilesOf] in folders among
// them. What lies in one of several folders is told with the folder's name before it; one of several
// that cannot be read is named among them.
func FilesIn(ctx context.Context, paths []string) (all []File, err error) {
	for _, path := range paths {
		files, err := filesAt(ctx, path, len(paths) > 1)
		switch {
		case err == nil:
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case len(paths) == 1 || data.CodeOf(err) != "file.cannot_read":
			return nil, err
		default:
			files = []File{{Path: path, Name: filepath.Base(path), Unread: err}}
		}
		if all = append(all, files...); len(all) > mostFiles {
			return nil, data.Fail("photo.too_many_files", data.Args{"limit": mostFiles})
		}
	}
	return all, nil
}

// filesAt is a file, or those in a folder, by the folder's name too where that is wanted.
func filesAt(ctx context.Context, path string, named bool) ([]File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, data.FailWith(err, "file.cannot_read", data.Args{"file": path})
	}
	if !info.IsDir() {
		return []File{{Path: path, Name: filepath.Base(path)}}, nil
	}
	files, err := FilesOf(ctx, path)
	for i := range files {
		if named {
			files[i].Name = files[i].In + "/" + files[i].Name
		}
	}
	return files, err
}

func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.EqualFold(name, "thumbs.db") || strings.EqualFold(name, "desktop.ini")
}
