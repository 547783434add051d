package pick

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/ui/frame"
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
		case strings.HasPrefix(e.Name(), "."), frame.IsBeside(e.Name()):
		case frame.IsFolder(path):
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

// onNewFolder asks for the name of a new folder in the one that is shown.
func (d *dialog) onNewFolder() {
	w := d.window
	name := widgets.NewEntry("")
	field := widgets.NewLabelled(w.Say("pick.new_folder_name", nil), name)
	name.OnChanged = func(string) { field.SetFault("") }
	var box *frame.Box
	box = w.Ask(w.Say("pick.new_folder", nil), field.Box, 420, frame.Choice{Label: w.Say("pick.make_folder", nil), Ready: func() bool {
		d.make(box, strings.TrimSpace(name.Text), field)
		return false
	}}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(name)
}

// make makes a folder, closes the box that asked for it, and shows the folder; one that is there is
// shown too.
func (d *dialog) make(box *frame.Box, name string, field *widgets.Labelled) {
	path := filepath.Join(d.shown, name)
	if name == "" || filepath.Dir(path) != filepath.Clean(d.shown) {
		field.SetFault(d.window.Say("pick.bad_folder_name", nil))
		return
	}
	frame.RunIn(box, func(context.Context) (struct{}, error) {
		if frame.IsFolder(path) {
			return struct{}{}, nil
		}
		return struct{}{}, os.Mkdir(path, 0o700)
	}, func(_ struct{}, err error) {
		if err != nil {
			field.SetFault(d.window.Say("pick.cannot_make_folder", nil))
			return
		}
		box.Close()
		d.goTo(path)
	})
}
