package pick

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/ncruces/zenity"

	"graduand/ui/frame"
)

// nativePicker are the PC's own dialogs. They cannot show places: where no folder is to be shown, our
// own asks.
type nativePicker struct {
	window *frame.Window
	own    *ownPicker
}

// Open asks for a file that is there.
func (p *nativePicker) Open(q frame.Question, chosen func(string)) {
	if q.Folder == "" {
		p.own.Open(q, chosen)
		return
	}
	patterns := make([]string, len(q.Endings))
	for i, e := range q.Endings {
		patterns[i] = "*" + e
	}
	filters := zenity.FileFilters{{Name: strings.Join(patterns, " "), Patterns: patterns, CaseFold: true}, {Name: p.window.Say("pick.all_files", nil), Patterns: []string{"*"}}}
	p.ask(func() (string, error) {
		return zenity.SelectFile(zenity.Title(q.Title), zenity.Filename(inside(q.Folder)), filters)
	}, chosen)
}

// Save asks where to write a file.
func (p *nativePicker) Save(q frame.Question, chosen func(string)) {
	if q.Folder == "" {
		p.own.Save(q, chosen)
		return
	}
	p.ask(func() (string, error) {
		return zenity.SelectFileSave(zenity.Title(q.Title), zenity.Filename(filepath.Join(q.Folder, q.Name)), zenity.ConfirmOverwrite())
	}, chosen)
}

// Folder asks for a folder that is there.
func (p *nativePicker) Folder(q frame.Question, chosen func(string)) {
	if q.Folder == "" {
		p.own.Folder(q, chosen)
		return
	}
	p.ask(func() (string, error) {
		return zenity.SelectFile(zenity.Title(q.Title), zenity.Filename(inside(q.Folder)), zenity.Directory())
	}, chosen)
}

// inside is the path of a folder as one to begin in, not one to choose.
func inside(folder string) string {
	return strings.TrimSuffix(folder, string(filepath.Separator)) + string(filepath.Separator)
}

// ask runs the dialog, which blocks, off the window's goroutine.
func (p *nativePicker) ask(dialog func() (string, error), chosen func(string)) {
	frame.Aside(p.window, dialog, func(path string, err error) {
		switch {
		case errors.Is(err, zenity.ErrCanceled):
		case err != nil:
			p.window.Fail(err)
		default:
			chosen(path)
		}
	})
}
