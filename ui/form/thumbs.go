package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/field"
	"graduand/ui/frame"
)

// thumbs are the small pictures of the last page: whose face and whose passport a form has,
// only who looks at them can tell. Each is read once while its graduate's form is open.
type thumbs struct {
	window *frame.Window
	id     string
	small  map[turned]*field.Thumb
}

// turned is a file as people have turned it, in degrees.
type turned struct {
	registrar.Attached
	degrees int
}

// turnTo forgets the pictures of everybody but one.
func (t *thumbs) turnTo(id string) {
	if id != t.id {
		t.id, t.small = id, map[turned]*field.Thumb{}
	}
}

// of are the pictures of g's files, side by side.
func (t *thumbs) of(g *data.Graduate, files []registrar.Attached) fyne.CanvasObject {
	line := container.New(layout.NewRowWrapLayout())
	for _, a := range files {
		line.Add(t.one(turned{a, g.Pictures[a.ID].Turn}).Object)
	}
	return line
}

// one is the picture of a file, which is on its way when it was not there yet.
func (t *thumbs) one(a turned) *field.Thumb {
	if there := t.small[a]; there != nil {
		return there
	}
	small := field.NewThumb(t.window, field.Thumbnail)
	t.small[a] = small
	field.ReadPicture(t.window, &small.Reading, t.id, a.Place(), 2*field.Thumbnail, func(p field.FilePicture, err error) {
		if err == nil {
			small.Show(&p)
		}
	})
	return small
}
