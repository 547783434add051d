package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// InTheMiddle puts words that wrap into the middle of a place, no wider than the eye
// follows and as narrow as there is room, and never over the titles of a table there.
func InTheMiddle(scale float32, words fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&Readable{Width: 420 * scale}, container.NewVBox(overTitles(), layout.NewSpacer(), words, layout.NewSpacer()))
}

// overTitles is as high as the titles of a table can be.
func overTitles() fyne.CanvasObject {
	return container.New(&FixedSize{Size: fyne.NewSize(0, rowHeight(2))}, container.NewWithoutLayout())
}

// FewWords puts the few words of a page where the eye falls, under some air.
func FewWords(scale float32, words fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.New(&Readable{Width: 620 * scale}, container.NewVBox(ImportAir(), words)))
}

// SearchHead is the head of a page: what stands at its left, and at the right the search, wide where
// there is room and never narrower than its hint; where they have no room beside each other it has a
// line of its own.
func SearchHead(search *Entry, wide float32, left ...fyne.CanvasObject) *fyne.Container {
	hint := fyne.MeasureText(search.PlaceHolder, theme.Size(theme.SizeNameText), fyne.TextStyle{}).Width
	least := hint + theme.IconInlineSize() + 4*theme.Size(theme.SizeNameInnerPadding)
	return container.New(&Flow{Last: max(wide, least)}, append(left, layout.NewSpacer(), container.New(&FixedWidth{Width: least}, search))...)
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

// LeastWidth gives its one object all there is, and never less than this width: words that have none
// for a moment take a line for each letter, and a window grows to that height and stays so.
type LeastWidth struct{ Width float32 }

// MinSize is at least the width.
func (l *LeastWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(fyne.NewSize(l.Width, 0))
}

// Layout gives the object all there is.
func (l *LeastWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size.Max(fyne.NewSize(l.Width, 0)))
	objects[0].Move(fyne.Position{})
}

// Thirds gives its three objects a third of the width each, and the height of the highest; where they
// have no room beside each other they stand below one another.
type Thirds struct{ narrow bool }

// MinSize has room for the highest, or for all of them below one another.
func (t *Thirds) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	high, gap := float32(0), 2*theme.Padding()
	for _, o := range objects {
		size = size.Max(o.MinSize())
		high += o.MinSize().Height + gap
	}
	if t.narrow {
		size.Height = high - gap
	}
	return size
}

// Layout puts them beside each other.
func (t *Thirds) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap, least := 2*theme.Padding(), float32(0)
	for _, o := range objects {
		least = max(least, o.MinSize().Width)
	}
	width := (size.Width - 2*gap) / 3
	if t.narrow = width < least; t.narrow {
		y := float32(0)
		for _, o := range objects {
			y += LayOut(o, fyne.NewPos(0, y), size.Width) + gap
		}
		return
	}
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
