package field

import (
	"fyne.io/fyne/v2"

	"graduand/ui/widgets"
)

// slotLayout puts the picture beside its words where there is room, else above them.
type slotLayout struct{ width float32 }

// slotGap is the air between the picture and its words.
const slotGap = 8

func (l *slotLayout) beside(thumb, words fyne.Size) bool {
	return l.width >= thumb.Width+slotGap+words.Width
}

// MinSize is that at the width which the slot has.
func (l *slotLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	thumb, words := objects[0].MinSize(), objects[1].MinSize()
	size := fyne.NewSize(max(thumb.Width, words.Width), max(thumb.Height, words.Height))
	if !l.beside(thumb, words) {
		size.Height = thumb.Height + words.Height
	}
	return size
}

// Layout puts them.
func (l *slotLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	thumb := objects[0].MinSize()
	objects[0].Resize(thumb)
	objects[0].Move(fyne.Position{})
	at := fyne.NewPos(thumb.Width+slotGap, 0)
	if !l.beside(thumb, objects[1].MinSize()) {
		at = fyne.NewPos(0, thumb.Height)
	}
	widgets.LayOut(objects[1], at, size.Width-at.X)
}
