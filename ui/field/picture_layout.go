package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// pictureLayout puts words of a width beside a picture that is as wide as least; where there is
// no room for both, the picture has the upper half.
type pictureLayout struct{ words, least float32 }

// MinSize lets both be as small as they like to be: the picture shrinks and the words scroll.
func (l *pictureLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	picture, words := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(picture.Width, words.Width), picture.Height+words.Height)
}

// Layout puts the picture and the words.
func (l *pictureLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := theme.Padding()
	picture, words := objects[0], objects[1]
	picture.Move(fyne.Position{})
	if left := size.Width - gap - l.words; left >= l.least {
		picture.Resize(fyne.NewSize(left, size.Height))
		words.Resize(fyne.NewSize(l.words, size.Height))
		words.Move(fyne.NewPos(left+gap, 0))
		return
	}
	half := (size.Height - gap) / 2
	picture.Resize(fyne.NewSize(size.Width, half))
	words.Resize(fyne.NewSize(size.Width, half))
	words.Move(fyne.NewPos(0, half+gap))
}
