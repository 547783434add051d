package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/widget"
)

// saveAs asks for a file to write. Where the user left the ending out, it is added, and
// a file that is there under the longer name is not overwritten without a question.
func (w *Window) saveAs(title, name, ending string, chosen func(path string)) {
	w.Files.Save(title, name, func(path string) {
		if strings.EqualFold(filepath.Ext(path), ending) {
			chosen(path)
			return
		}
		path += ending
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			chosen(path)
			return
		}
		question := widget.NewLabel(w.say("print_screen.exists", map[string]any{"file": filepath.Base(path)}))
		w.ask(title, question, 420,
			choice{label: w.say("print_screen.replace", nil), danger: true, chosen: func() { chosen(path) }},
			choice{label: w.say("ui.cancel", nil)})
	})
}

// askPlace asks where to write a file. Where the ending was left out it is added, and a
// file that lies there under the longer name is not replaced without a question.
func (w *Window) askPlace(title, name string, chosen func(path string)) {
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
		w.askTwice(w.say("ui.replace_title", nil), wrapped(w.say("ui.replace", map[string]any{"file": filepath.Base(path)})),
			choice{label: w.say("ui.replace_no", nil)}, choice{label: w.say("ui.replace_yes", nil), danger: true, chosen: func() { chosen(path) }})
	})
}
