package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// placesPart says where everything of the program lies on this PC, and shows its folder.
type placesPart struct {
	window *frame.Window
	lines  *fyne.Container
	asked  frame.Turn
	shown  frame.Turn
}

func newPlacesPart(w *frame.Window) *placesPart {
	return &placesPart{window: w, lines: container.NewVBox()}
}

func (p *placesPart) build() fyne.CanvasObject {
	w := p.window
	show := widgets.NewButton(w.Say("crash.folder", nil), theme.FolderOpenIcon(), func() { w.OpenOutside(&p.shown, w.OwnFolder()) })
	version := widgets.Wrapped(w.Say("settings_screen.version", map[string]any{"version": registrar.Program}))
	return container.NewVBox(version, p.lines, container.NewHBox(show))
}

// look asks the disk: one that is out of reach keeps who asks waiting.
func (p *placesPart) look() {
	w := p.window
	folder := w.OwnFolder()
	frame.Run(w, &p.asked, func(context.Context) ([]registrar.OwnPlace, error) { return registrar.OwnPlaces(folder), nil }, p.onPlaces)
}

func (p *placesPart) onPlaces(all []registrar.OwnPlace, err error) {
	w := p.window
	if err != nil {
		w.Fail(err)
		return
	}
	p.lines.RemoveAll()
	for _, place := range all {
		words := w.Say("files."+place.Code, nil) + ": " + place.Path
		if !place.There {
			words += " (" + w.Say("files.absent", nil) + ")"
		}
		p.lines.Add(widgets.Wrapped(words))
	}
}
