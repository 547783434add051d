package pick

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// ownPicker asks for a file by a dialog of our own, in the window's language.
type ownPicker struct{ window *frame.Window }

// Open asks for a file that is there.
func (p *ownPicker) Open(q frame.Question, chosen func(string)) {
	d := newDialog(p.window, q)
	d.opens = true
	d.refuse = func(path string) string {
		if d.typed() == "" {
			return p.window.Say("pick.no_choice", nil)
		}
		if _, err := os.Stat(path); err != nil {
			return p.window.Say("pick.no_file", nil)
		}
		return ""
	}
	p.ask(d, "ui.choose", chosen)
}

// Save asks where to write a file.
func (p *ownPicker) Save(q frame.Question, chosen func(string)) {
	d := newDialog(p.window, q)
	d.refuse = func(path string) string {
		switch {
		case d.typed() == "":
			return p.window.Say("pick.no_file_name", nil)
		case !frame.IsFolder(filepath.Dir(path)):
			return p.window.Say("pick.no_such_folder", map[string]any{"folder": filepath.Dir(path)})
		}
		return ""
	}
	p.ask(d, "ui.save_here", func(path string) { p.confirm(path, chosen) })
}

// Folder asks for a folder: the one whose content is shown, or another that is chosen or
// typed.
func (p *ownPicker) Folder(q frame.Question, chosen func(string)) {
	d := newDialog(p.window, q)
	d.folders = true
	d.refuse = func(path string) string {
		if frame.IsFolder(path) {
			return ""
		}
		return p.window.Say("pick.no_such_folder", map[string]any{"folder": path})
	}
	p.ask(d, "ui.choose", chosen)
}

// confirm asks before a file that is there is replaced.
func (p *ownPicker) confirm(path string, chosen func(string)) {
	if _, err := os.Stat(path); err != nil {
		chosen(path)
		return
	}
	p.window.AskReplace(path, func() { chosen(path) })
}

func (p *ownPicker) ask(d *dialog, button string, chosen func(string)) {
	w := p.window
	d.done = func() {
		d.thumbs.Forget()
		chosen(d.path())
	}
	room := w.Canvas().Size()
	size := fyne.NewSize(min(860*w.Scale(), room.Width-120), min(480*w.Scale(), room.Height-200*w.Scale()))
	d.box = w.Ask(d.question.Title, container.New(&widgets.FixedSize{Size: size}, d.build()), size.Width/w.Scale()+40,
		frame.Choice{Label: w.Say(button, nil), Ready: d.ready, Chosen: d.done}, frame.Choice{Label: w.Say("ui.cancel", nil), Chosen: d.thumbs.Forget})
	d.goTo(d.question.Folder)
	w.Canvas().Focus(d.entry)
	d.entry.CursorColumn = len([]rune(d.entry.Text))
	d.entry.Refresh()
}
