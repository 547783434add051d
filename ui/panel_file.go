package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// panelFile is one photo or scan of the form: is it there, and where is it taken from?
type panelFile struct {
	panelPart
	state  *widget.Label
	choose *widgets.Button
}

// pictures are the endings of the files that the form takes.
var pictures = []string{".jpg", ".jpeg", ".png"}

func newPanelFile(p *graduatePanel, code, name string) *panelFile {
	w := p.window
	f := &panelFile{panelPart: newPanelPart(p, code, name), state: widget.NewLabel("")}
	f.choose = widgets.NewButton(w.say("own.choose_file", nil), theme.FileImageIcon(), f.onChoose)
	if !w.registrar.MayFill(code) {
		f.choose.Disable()
	}
	return f
}

func (f *panelFile) object() fyne.CanvasObject {
	return container.New(&tight{}, f.caption(), container.NewBorder(nil, nil, nil, f.choose, f.state), f.fault)
}

func (f *panelFile) show(g *data.Graduate) {
	id := "own.no_file"
	if g.Get(f.code) != "" {
		id = "own.has_file"
	}
	f.state.SetText(f.panel.window.say(id, nil))
}

func (f *panelFile) onChoose() {
	f.panel.window.files.Open(f.name, pictures, f.onFile)
}

// onFile attaches the picture to the graduate that is shown now.
func (f *panelFile) onFile(path string) {
	r, id := f.panel.window.registrar, f.panel.id
	f.save(func(ctx context.Context) error {
		content, err := registrar.ReadFile(path, registrar.MaximumAttachment)
		if err != nil {
			return err
		}
		return r.Attach(ctx, id, f.code, content)
	})
}
