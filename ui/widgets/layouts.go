package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// InTheMiddle puts words that wrap into the middle of a place, no wider than the eye
// follows and as narrow as there is room.
func InTheMiddle(scale float32, words fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&Readable{Width: 420 * scale}, container.NewVBox(layout.NewSpacer(), words, layout.NewSpacer()))
}

// FewWords puts the few words of a page where the eye falls, under some air.
func FewWords(scale float32, words fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.New(&Readable{Width: 620 * scale}, container.NewVBox(ImportAir(), words)))
}

// FixedRight puts its one object at the right, so wide at most.
type FixedRight struct{ Width float32 }

// MinSize is small: the object gives way on a narrow window.
func (f *FixedRight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(160, objects[0].MinSize().Height)
}

// Layout puts the object.
func (f *FixedRight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(f.Width, size.Width)
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(width, height))
	objects[0].Move(fyne.NewPos(size.Width-width, (size.Height-height)/2))
}

// FixedWidth gives its one object a width and all the height.
type FixedWidth struct{ Width float32 }

// MinSize is the fixed width.
func (f *FixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.Width, objects[0].MinSize().Height)
}

// Layout gives the object all there is.
func (f *FixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.Position{})
}

// Thirds gives its three objects a third of the width each, and the height of the highest.
type Thirds struct{}

// MinSize has room for the highest.
func (*Thirds) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return fyne.NewSize(3*size.Width+4*theme.Padding(), size.Height)
}

// Layout puts them beside each other.
func (*Thirds) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := 2 * theme.Padding()
	width := (size.Width - 2*gap) / 3
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(width+gap), 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
}

// MiddleHeight gives its one object all the width and its own height, in the middle.
type MiddleHeight struct{}

// MinSize is that of the object.
func (*MiddleHeight) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout puts the object in the middle.
func (*MiddleHeight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[0].Move(fyne.NewPos(0, (size.Height-height)/2))
}

// FixedSize gives its one object a size.
type FixedSize struct{ Size fyne.Size }

// MinSize is the fixed size.
func (f *FixedSize) MinSize([]fyne.CanvasObject) fyne.Size { return f.Size }

// Layout gives the object all there is.
func (f *FixedSize) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// Readable gives its one object at most a width that the eye follows, in the middle.
type Readable struct{ Width float32 }

// MinSize is that of the object.
func (r *Readable) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout puts the object in the middle.
func (r *Readable) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, r.Width)
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[0].Move(fyne.NewPos((size.Width-width)/2, 0))
}
