package frame

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/ncruces/zenity"

	"graduand/ui/widgets"
)

// FilePicker asks a person for a file. Nothing is called when the person leaves the
// dialog without a choice.
type FilePicker interface {
	// Open asks for a file that is there; endings are such as ".xlsx".
	Open(title string, endings []string, chosen func(path string))
	// Save asks where to write a file and proposes a name.
	Save(title, name string, chosen func(path string))
	// Folder asks for a folder that is there.
	Folder(title string, chosen func(path string))
}

// newFilePicker takes the PC's own dialogs where it has them: always on Windows, on
// Linux where the program zenity is installed; else ours. Fyne's own dialogs speak
// the system's language, not the window's, and make an empty file before saving.
func newFilePicker(w *Window) FilePicker {
	if runtime.GOOS == "windows" {
		return &nativePicker{w}
	}
	if _, err := exec.LookPath("zenity"); err == nil {
		return &nativePicker{w}
	}
	return &ownPicker{window: w}
}

// sittingPicker forgets the question for a file when the sitting is over: the PC's own
// dialogs stay open over a lock.
type sittingPicker struct {
	window *Window
	FilePicker
}

func (p sittingPicker) Open(title string, endings []string, chosen func(string)) {
	p.FilePicker.Open(title, endings, p.asked(chosen))
}

func (p sittingPicker) Save(title, name string, chosen func(string)) {
	p.FilePicker.Save(title, name, p.asked(chosen))
}

func (p sittingPicker) Folder(title string, chosen func(string)) {
	p.FilePicker.Folder(title, p.asked(chosen))
}

func (p sittingPicker) asked(chosen func(string)) func(string) {
	still := p.window.still()
	return func(path string) {
		if still() {
			chosen(path)
		}
	}
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

func (p *nativePicker) Folder(title string, chosen func(string)) {
	p.ask(func() (string, error) {
		return zenity.SelectFile(zenity.Title(title), zenity.Directory())
	}, chosen)
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

// Pictures are the endings of the photos and scans that the form takes.
var Pictures = []string{".jpg", ".jpeg", ".png"}

// OpenOutside shows a file or a folder in the PC's own program for it.
func (w *Window) OpenOutside(t *Turn, path string) {
	Run(w, t, func(context.Context) (struct{}, error) { return struct{}{}, w.OpenFile(path) }, func(_ struct{}, err error) { w.Fail(err) })
}

// SaveAs asks where to write a file and proposes a name. Where the ending was left out it is
// added, and a file that lies there under the longer name is not replaced without a question.
func (w *Window) SaveAs(title, name string, chosen func(path string)) {
	w.Files.Save(title, name, func(path string) {
		if strings.EqualFold(filepath.Ext(path), filepath.Ext(name)) {
			chosen(path)
			return
		}
		path += filepath.Ext(name)
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			chosen(path)
			return
		}
		w.askReplace(path, func() { chosen(path) })
	})
}

// askReplace asks before a file that lies there is replaced.
func (w *Window) askReplace(path string, replace func()) {
	w.askTwice(w.Say("ui.replace_title", nil), widgets.Wrapped(w.Say("ui.replace", map[string]any{"file": filepath.Base(path)})),
		Choice{Label: w.Say("ui.replace_no", nil)}, Choice{Label: w.Say("ui.replace_yes", nil), Danger: true, Chosen: replace})
}
