package frame

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/ncruces/zenity"
)

// nativePicker are the PC's own dialogs.
type nativePicker struct{ window *Window }

func (p *nativePicker) open(q question, chosen func(string)) {
	patterns := make([]string, len(q.endings))
	for i, e := range q.endings {
		patterns[i] = "*" + e
	}
	filters := zenity.FileFilters{{Name: strings.Join(patterns, " "), Patterns: patterns, CaseFold: true}, {Name: p.window.Say("pick.all_files", nil), Patterns: []string{"*"}}}
	p.ask(func() (string, error) {
		return zenity.SelectFile(zenity.Title(q.title), zenity.Filename(inside(q.folder)), filters)
	}, chosen)
}

func (p *nativePicker) save(q question, chosen func(string)) {
	p.ask(func() (string, error) {
		return zenity.SelectFileSave(zenity.Title(q.title), zenity.Filename(filepath.Join(q.folder, q.name)), zenity.ConfirmOverwrite())
	}, chosen)
}

func (p *nativePicker) folder(q question, chosen func(string)) {
	p.ask(func() (string, error) {
		return zenity.SelectFile(zenity.Title(q.title), zenity.Filename(inside(q.folder)), zenity.Directory())
	}, chosen)
}

// inside is the path of a folder as one to begin in, not one to choose.
func inside(folder string) string {
	return strings.TrimSuffix(folder, string(filepath.Separator)) + string(filepath.Separator)
}

// ask runs the dialog, which blocks, off the window's goroutine.
func (p *nativePicker) ask(dialog func() (string, error), chosen func(string)) {
	p.window.Runner.Background(func() {
		path, err := dialog()
		p.window.Runner.Deliver(func() {
			switch {
			case errors.Is(err, zenity.ErrCanceled):
			case err != nil:
				p.window.Fail(err)
			default:
				chosen(path)
			}
		})
	})
}
