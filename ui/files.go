package ui

import (
	"errors"
	"os/exec"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/ncruces/zenity"
)

// FilePicker asks a person for a file. Nothing is called when the person leaves the
// dialog without a choice.
type FilePicker interface {
	// Open asks for a file that is there; endings are such as ".xlsx".
	Open(title string, endings []string, chosen func(path string))
	// Save asks where to write a file and proposes a name.
	Save(title, name string, chosen func(path string))
}

// newFilePicker takes the PC's own dialogs where it has them: always on Windows, on
// Linux where the program zenity is installed; else Fyne's.
func newFilePicker(w *Window) FilePicker {
	if runtime.GOOS == "windows" {
		return &nativePicker{w}
	}
	if _, err := exec.LookPath("zenity"); err == nil {
		return &nativePicker{w}
	}
	return &fynePicker{w}
}

type nativePicker struct{ window *Window }

func (p *nativePicker) Open(title string, endings []string, chosen func(string)) {
	patterns := make([]string, len(endings))
	for i, e := range endings {
		patterns[i] = "*" + e
	}
	p.ask(func() (string, error) {
		return zenity.SelectFile(zenity.Title(title), zenity.FileFilter{Name: title, Patterns: patterns, CaseFold: true})
	}, chosen)
}

func (p *nativePicker) Save(title, name string, chosen func(string)) {
	p.ask(func() (string, error) {
		return zenity.SelectFileSave(zenity.Title(title), zenity.Filename(name), zenity.ConfirmOverwrite())
	}, chosen)
}

// ask runs the dialog, which blocks, off the window's goroutine.
func (p *nativePicker) ask(dialog func() (string, error), chosen func(string)) {
	p.window.runner.Background(func() {
		path, err := dialog()
		p.window.runner.Deliver(func() {
			switch {
			case errors.Is(err, zenity.ErrCanceled):
			case err != nil:
				p.window.fail(err)
			default:
				chosen(path)
			}
		})
	})
}

type fynePicker struct{ window *Window }

func (p *fynePicker) Open(_ string, endings []string, chosen func(string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			p.window.fail(err)
		case file != nil:
			path := file.URI().Path()
			if err := file.Close(); err != nil {
				p.window.fail(err)
				return
			}
			chosen(path)
		}
	}, p.window.window)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	d.Resize(p.size())
	d.Show()
}

// Save chooses a folder and keeps the proposed name: Fyne's own dialog for saving
// makes an empty file at once, which a failed run would leave behind.
func (p *fynePicker) Save(_, name string, chosen func(string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			p.window.fail(err)
		case folder != nil:
			chosen(filepath.Join(folder.Path(), name))
		}
	}, p.window.window)
	d.Resize(p.size())
	d.Show()
}

func (p *fynePicker) size() fyne.Size {
	whole := p.window.window.Canvas().Size()
	return fyne.NewSize(whole.Width*0.8, whole.Height*0.8)
}
