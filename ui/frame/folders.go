package frame

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// listing is what is in a folder, as rows, and how many files of other kinds are there.
type listing struct {
	rows   []widgets.Row
	others int
}

// list reads a folder: its folders, then the files of these endings, of any where there are
// none. Their times are told in a zone.
func list(folder string, endings []string, zone *time.Location) (listing, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return listing{}, err
	}
	var l listing
	var files []widgets.Row
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case isFolder(path):
			l.rows = append(l.rows, fileRow(path, e, theme.FolderIcon(), zone))
		case endings == nil || slices.Contains(endings, strings.ToLower(filepath.Ext(e.Name()))):
			files = append(files, fileRow(path, e, theme.FileIcon(), zone))
		default:
			l.others++
		}
	}
	l.rows = append(l.rows, files...)
	return l, nil
}

func fileRow(path string, e os.DirEntry, icon fyne.Resource, zone *time.Location) widgets.Row {
	changed := ""
	if info, err := e.Info(); err == nil {
		changed = info.ModTime().In(zone).Format("02.01.2006 15:04")
	}
	return widgets.Row{Key: path, Cells: []widgets.Cell{{Text: e.Name(), Icon: icon}, {Text: changed}}}
}

// longestPlace bounds the name of a place at the side, in units of UTF-16.
const longestPlace = 22

func placeName(title string) string {
	if short := data.ShortTitle(title, longestPlace); short != title {
		return short + "…"
	}
	return title
}

// printFolder is where documents lie while another program prints them, in the program's own
// folder: nobody was asked for a place, so nobody would take them away. It is emptied at the
// lock, at the end and at the next start of the program.
type printFolder string

// file is the path of a new file of this name, in a folder of a random name that only the
// user can enter.
func (f printFolder) file(name string) (string, error) {
	if err := os.MkdirAll(string(f), 0o700); err != nil {
		return "", f.refused(err)
	}
	folder, err := os.MkdirTemp(string(f), "")
	if err != nil {
		return "", f.refused(err)
	}
	return filepath.Join(folder, name), nil
}

// empty removes all of them. On Windows one that is still shown stays, and goes the next
// time.
func (f printFolder) empty() error {
	if err := os.RemoveAll(string(f)); err != nil {
		return f.refused(err)
	}
	return nil
}

func (f printFolder) refused(err error) error {
	return &registrar.Error{Code: "file.cannot_write", Args: map[string]any{"file": string(f)}, Err: err}
}
