package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/field"
	"graduand/ui/frame"
)

// thumbs are the small pictures of the last page: whose face and whose passport a form has,
// only who looks at them can tell. Each is read once while its graduate's form is open.
type thumbs struct {
	window *frame.Window
	id     string
	small  map[string]*field.Thumb
}

// attached are the files of a field of files, nil of any other.
func attached(f form.Field) []registrar.Attached {
	switch {
	case f.Value == "":
		return nil
	case f.Kind == registrar.KindFile:
		return []registrar.Attached{{Field: f.Code, ID: f.Value}}
	case f.Kind == registrar.KindFiles:
		return registrar.FilesOf(f.Code, f.Value)
	}
	return nil
}

// turnTo forgets the pictures of everybody but one.
func (t *thumbs) turnTo(id string) {
	if id != t.id {
		t.id, t.small = id, map[string]*field.Thumb{}
	}
}

// of are the pictures of files, side by side.
func (t *thumbs) of(files []registrar.Attached) fyne.CanvasObject {
	line := container.New(layout.NewRowWrapLayout())
	for _, a := range slices.CompactFunc(files, func(a, b registrar.Attached) bool { return a == b }) {
		line.Add(t.one(a).Object)
	}
	return line
}

// one is the picture of a file, which is on its way when it was not there yet.
func (t *thumbs) one(a registrar.Attached) *field.Thumb {
	place := a.Field
	if a.For != "" {
		place += ":" + a.For + ":" + a.ID
	}
	if there := t.small[place+a.ID]; there != nil {
		return there
	}
	small := field.NewThumb(t.window, field.Thumbnail)
	t.small[place+a.ID] = small
	field.ReadPicture(t.window, &small.Reading, t.id, place, 2*field.Thumbnail, func(p field.FilePicture, err error) {
		if err == nil {
			small.Show(&p)
		}
	})
	return small
}
