package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// inTheMiddle puts words that wrap into the middle of a place, no wider than the eye
// follows and as narrow as there is room.
func inTheMiddle(scale float32, words fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&readable{width: 420 * scale}, container.NewVBox(layout.NewSpacer(), words, layout.NewSpacer()))
}

// fixedRight puts its one object at the right, so wide at most.
type fixedRight struct{ width float32 }

// MinSize is small: the object gives way on a narrow window.
func (f *fixedRight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(160, objects[0].MinSize().Height)
}

// Layout puts the object.
func (f *fixedRight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(f.width, size.Width)
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(width, height))
	objects[0].Move(fyne.NewPos(size.Width-width, (size.Height-height)/2))
}

// fixedWidth gives its one object a width and all the height.
type fixedWidth struct{ width float32 }

// MinSize is the fixed width.
func (f *fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.width, objects[0].MinSize().Height)
}

// Layout gives the object all there is.
func (f *fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.Position{})
}

// fixedSize gives its one object a size.
type fixedSize struct{ size fyne.Size }

// MinSize is the fixed size.
func (f *fixedSize) MinSize([]fyne.CanvasObject) fyne.Size { return f.size }

// Layout gives the object all there is.
func (f *fixedSize) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// readable gives its one object at most a width that the eye follows, in the middle.
type readable struct{ width float32 }

// MinSize is that of the object.
func (r *readable) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout puts the object in the middle.
func (r *readable) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, r.width)
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[0].Move(fyne.NewPos((size.Width-width)/2, 0))
}
