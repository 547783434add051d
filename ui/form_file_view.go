package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// The room that a picture seen large leaves to the dialog around it, and the longest
// side to which it is scaled for that, in pixels.
const (
	viewAside  = 120
	viewBelow  = 190
	viewLimits = 2000
)

// onView shows the file as large as the window allows.
func (s *fileSlot) onView() { viewFile(s.window, s.owner, s.place, s.title) }

// viewFile shows an attached file of a graduate large, in a dialog.
func viewFile(w *Window, id, place, title string) {
	readPicture(w, &turn{}, id, place, viewLimits, func(p filePicture, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		picture := canvas.NewImageFromImage(p.picture)
		picture.FillMode = canvas.ImageFillContain
		room := w.Canvas().Size().SubtractWidthHeight(viewAside, viewBelow)
		words := wrapped(pictureSize(w, p))
		content := container.NewBorder(nil, words, nil, nil, container.New(&fixedSize{largest(p, room)}, picture))
		w.ask(title, content, largest(p, room).Width/w.scale(), choice{label: w.say("ui.close", nil)})
	})
}

// largest is how large a picture is within a room, in its own proportions.
func largest(p filePicture, room fyne.Size) fyne.Size {
	part := min(room.Width/float32(p.width), room.Height/float32(p.height))
	return fyne.NewSize(float32(p.width)*part, float32(p.height)*part)
}
