package pick

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/driver"
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
	p.ask(q, zenity.SelectFile, chosen, zenity.Filename(inside(q.Folder)), filters)
}

// Save asks where to write a file.
func (p *nativePicker) Save(q frame.Question, chosen func(string)) {
	if q.Folder == "" {
		p.own.Save(q, chosen)
		return
	}
	p.ask(q, zenity.SelectFileSave, chosen, zenity.Filename(filepath.Join(q.Folder, q.Name)), zenity.ConfirmOverwrite())
}

// Folder asks for a folder that is there.
func (p *nativePicker) Folder(q frame.Question, chosen func(string)) {
	if q.Folder == "" {
		p.own.Folder(q, chosen)
		return
	}
	p.ask(q, zenity.SelectFile, chosen, zenity.Filename(inside(q.Folder)), zenity.Directory())
}

// inside is the path of a folder as one to begin in, not one to choose.
func inside(folder string) string {
	return strings.TrimSuffix(folder, string(filepath.Separator)) + string(filepath.Separator)
}

// ask shows the dialog over its owner; it blocks until somebody has answered, off the window's goroutine.
func (p *nativePicker) ask(q frame.Question, dialog func(...zenity.Option) (string, error), chosen func(string), o ...zenity.Option) {
	o = append(append(o, zenity.Title(q.Title)), p.owner()...)
	frame.Aside(p.window, q.Title, func(ctx context.Context) (string, error) {
		return dialog(append(o, zenity.Context(ctx))...)
	}, func(path string, err error) {
		switch {
		case errors.Is(err, zenity.ErrCanceled):
		case err != nil:
			p.window.Fail(err)
		default:
			chosen(path)
		}
	})
}

// owner keeps the dialog over the window, which Windows closes to the mouse and the keys meanwhile. On
// Linux it has none: the program zenity takes an owner no more since its version 4, and refuses to run
// where it is given one.
func (p *nativePicker) owner() (o []zenity.Option) {
	if native, is := p.window.Fyne().(driver.NativeWindow); is {
		native.RunNative(func(context any) {
			if on, is := context.(driver.WindowsWindowContext); is && on.HWND != 0 {
				o = append(o, zenity.Attach(on.HWND))
			}
		})
	}
	return o
}
