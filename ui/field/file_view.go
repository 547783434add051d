package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// ViewFile shows an attached file of a graduate large, in a dialog.
func ViewFile(w *frame.Window, id, place, title string) {
	ReadPicture(w, &Reading{}, id, place, viewLimits, func(p FilePicture, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		picture := canvas.NewImageFromImage(p.Picture)
		picture.FillMode = canvas.ImageFillContain
		room := w.Canvas().Size().SubtractWidthHeight(viewAside, viewBelow)
		words := widgets.Wrapped(pictureSize(w, p))
		content := container.NewBorder(nil, words, nil, nil, container.New(&widgets.FixedSize{Size: largest(p, room)}, picture))
		w.Ask(title, content, largest(p, room).Width/w.Scale(), frame.Choice{Label: w.Say("ui.close", nil)})
	})
}

// largest is how large a picture is within a room, in its own proportions.
func largest(p FilePicture, room fyne.Size) fyne.Size {
	part := min(room.Width/float32(p.width), room.Height/float32(p.height))
	return fyne.NewSize(float32(p.width)*part, float32(p.height)*part)
}

// Thumb is the place of a small picture. It has a line around it: scans are white, like the
// page.
type Thumb struct {
	Object fyne.CanvasObject
	// Reading is the turn of whoever reads the picture.
	Reading Reading
	picture *canvas.Image
	nothing *widget.Icon
}

// frameLine is the line around a thumbnail, in device-independent pixels.
const frameLine = 1

// NewThumb is a place without a picture, with sides of so many device-independent pixels at
// the usual size of letters.
func NewThumb(w *frame.Window, side float32) *Thumb {
	t := &Thumb{picture: canvas.NewImageFromImage(nil), nothing: widget.NewIcon(theme.FileImageIcon())}
	t.picture.FillMode = canvas.ImageFillContain
	inside := container.NewStack(widgets.NewThemed(theme.ColorNameInputBackground), container.NewCenter(t.nothing), t.picture)
	edge := layout.NewCustomPaddedLayout(frameLine, frameLine, frameLine, frameLine)
	whole := container.NewStack(widgets.NewThemed(theme.ColorNameInputBorder), container.New(edge, inside))
	t.Object = container.New(&widgets.FixedSize{Size: fyne.NewSquareSize(side * w.Scale())}, whole)
	return t
}

// Show puts a picture there, nil for none.
func (t *Thumb) Show(p *FilePicture) {
	t.picture.Image, t.picture.Hidden = nil, p == nil
	if p != nil {
		t.picture.Image = p.Picture
	}
	widgets.SetHidden(t.nothing, p != nil)
	t.picture.Refresh()
}

// Has says that there is a picture.
func (t *Thumb) Has() bool { return t.picture.Image != nil }
