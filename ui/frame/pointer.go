package frame

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// pointer is a frame around a place of the window, over the page; nothing that is clicked goes to it.
type pointer struct {
	line *canvas.Rectangle
	at   fyne.CanvasObject
}

func newPointer() *pointer {
	p := &pointer{line: canvas.NewRectangle(color.Transparent)}
	p.line.StrokeWidth, p.line.CornerRadius = 3, theme.InputRadiusSize()
	p.line.Hide()
	return p
}

// MinSize is nothing.
func (p *pointer) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout lays the frame around the place, wherever that is by now.
func (p *pointer) Layout([]fyne.CanvasObject, fyne.Size) {
	if p.at == nil {
		return
	}
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	p.line.Move(where(p.at).Subtract(where(p.line)).Add(p.line.Position()))
	p.line.Resize(p.at.Size().Max(fyne.NewSquareSize(2 * p.line.StrokeWidth)))
}
