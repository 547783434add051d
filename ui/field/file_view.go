package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// The room that a picture seen large leaves to the dialog around it, and the longest
// side to which it is scaled for that, in pixels.
const (
	viewAside  = 120
	viewBelow  = 190
	viewLimits = 2000
)

// onView shows the file as large as the window allows.
func (s *fileSlot) onView() { ViewFile(s.window, s.owner, s.place, s.title) }

// ViewFile shows an attached file of a graduate large, in a dialog.
func ViewFile(w *frame.Window, id, place, title string) {
	ReadPicture(w, &frame.Turn{}, id, place, viewLimits, func(p FilePicture, err error) {
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
