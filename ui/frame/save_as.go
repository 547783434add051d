package frame

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// SaveAs asks for a file to write. Where the user left the ending out, it is added, and
// a file that is there under the longer name is not overwritten without a question.
func (w *Window) SaveAs(title, name, ending string, chosen func(path string)) {
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
		question := widget.NewLabel(w.Say("printing_screen.exists", map[string]any{"file": filepath.Base(path)}))
		w.Ask(title, question, 420,
			Choice{Label: w.Say("printing_screen.replace", nil), Danger: true, Chosen: func() { chosen(path) }},
			Choice{Label: w.Say("ui.cancel", nil)})
	})
}

// AskPlace asks where to write a file. Where the ending was left out it is added, and a
// file that lies there under the longer name is not replaced without a question.
func (w *Window) AskPlace(title, name string, chosen func(path string)) {
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
		w.askTwice(w.Say("ui.replace_title", nil), widgets.Wrapped(w.Say("ui.replace", map[string]any{"file": filepath.Base(path)})),
			Choice{Label: w.Say("ui.replace_no", nil)}, Choice{Label: w.Say("ui.replace_yes", nil), Danger: true, Chosen: func() { chosen(path) }})
	})
}
