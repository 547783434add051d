package field

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/photo"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// How wide what stands beside the portrait is, and the preview of the print is high, in
// device-independent pixels at the usual size of letters; and in how many rows of pixels a
// preview is made while the frame moves, and when it is still.
const (
	cropSide      = 250
	cropPreview   = 200
	movingRows    = 100
	stillRows     = 400
	leastPortrait = 260
)

// cropView is the portrait with the frame of the print over it, and beside it what the print
// shows.
type cropView struct {
	window   *frame.Window
	frame    *cropFrame
	cropping *photo.Cropping
	preview  *canvas.Image
	said     *fyne.Container
	whole    fyne.CanvasObject
}

// askCrop opens the portrait of a view, and asks for the part of it that is printed.
func askCrop(v *PictureView) {
	w, r, id, place := v.window, v.window.Registrar(), v.id, v.place
	frame.Run(w, &v.cropping, func(ctx context.Context) (*photo.Cropping, error) {
		return r.Photo.Cropping(ctx, id, place, viewLimits)
	},
		func(c *photo.Cropping, err error) {
			if err != nil {
				w.Fail(err)
				return
			}
			v.showCrop(c)
		})
}

// showCrop asks for the part in a dialog as large as the window allows. What is kept is the
// frame as it stands, or all of the picture again.
func (v *PictureView) showCrop(c *photo.Cropping) {
	w, r, id, place := v.window, v.window.Registrar(), v.id, v.place
	view := newCropView(w, c)
	var box *frame.Box
	keep := func(message string, part func() *photo.Crop) func() bool {
		return func() bool {
			crop := part()
			v.changeIn(box, message, func(ctx context.Context) error { return r.Photo.Crop(ctx, id, place, crop) })
			return false
		}
	}
	asItStands := func() *photo.Crop { crop := view.frame.crop; return &crop }
	choices := []frame.Choice{{Label: w.Say("photo_screen.crop_keep", nil), Ready: keep("photo_screen.was_cropped", asItStands)}}
	if c.Present != nil {
		choices = append(choices, frame.Choice{Label: w.Say("photo_screen.crop_none", nil), Ready: keep("photo_screen.was_uncropped", func() *photo.Crop { return nil })})
	}
	choices = append(choices, frame.Choice{Label: w.Say("ui.cancel", nil)})
	room := w.Canvas().Size().SubtractWidthHeight(viewAside, viewBelow)
	box = w.Ask(w.Say("photo_screen.crop_title", nil), container.New(&widgets.FixedSize{Size: room}, view.whole), room.Width/w.Scale(), choices...)
	view.frame.OnEnter = box.Confirm
	w.Canvas().Focus(view.frame)
}

// newCropView shows the frame where it was kept, else where the program proposes it.
func newCropView(w *frame.Window, c *photo.Cropping) *cropView {
	crop := c.Proposal
	if c.Present != nil {
		crop = c.Within(*c.Present)
	}
	v := &cropView{window: w, cropping: c, frame: newCropFrame(c, crop), preview: canvas.NewImageFromImage(nil), said: container.New(&widgets.Stacked{})}
	v.frame.OnMoved, v.frame.OnStill = func() { v.show(movingRows) }, func() { v.show(stillRows); v.say() }
	high := cropPreview * w.Scale()
	v.preview.FillMode = canvas.ImageFillContain
	print := container.New(&widgets.FixedSize{Size: fyne.NewSize(high*float32(c.Proportion), high)}, v.preview)
	button := func(label string, tapped func()) *widgets.Button {
		return widgets.NewButton(label, nil, func() { tapped(); w.Canvas().Focus(v.frame) })
	}
	buttons := container.New(&widgets.Flow{}, button(w.Say("photo_screen.crop_turn_left", nil), func() { v.frame.onTurn(-cropTurns) }),
		button(w.Say("photo_screen.crop_turn_right", nil), func() { v.frame.onTurn(cropTurns) }),
		button(w.Say("photo_screen.crop_home", nil), v.frame.OnHome))
	side := container.NewVScroll(widgets.OffTheBar(container.New(&widgets.Stacked{}, container.NewHBox(print), v.said, buttons,
		low(w.Say("photo_screen.crop_keys", nil)), low(w.Say("photo_screen.crop_original", nil)))))
	v.whole = container.New(&pictureLayout{words: cropSide * w.Scale(), least: leastPortrait * w.Scale()}, v.frame, side)
	v.show(stillRows)
	v.say()
	return v
}

// show shows what the print shows, in so many rows of pixels.
func (v *cropView) show(rows int) {
	v.preview.Image = v.cropping.Preview(v.frame.crop, rows)
	v.preview.Refresh()
}

// say says what is lacking: room around the head, a face, pixels; and how the frame is turned.
func (v *cropView) say() {
	w, c := v.window, v.cropping
	v.said.RemoveAll()
	switch {
	case c.Portrait == nil:
		v.said.Add(widgets.WarningLine(w.Say("photo.no_face_to_crop", nil)))
	case c.Missing.Any():
		v.said.Add(widgets.WarningLine(w.Say("photo.crop_lacks_room", map[string]any{"sides": photo.SidesOf(c.Missing)})))
	}
	if rows := int((v.frame.crop.Bottom-v.frame.crop.Top)*float64(c.Height) + 0.5); rows < c.Rows {
		v.said.Add(widgets.WarningLine(w.Say("photo_screen.crop_coarse", map[string]any{"rows": rows, "least": c.Rows})))
	}
	if angle := v.frame.crop.Angle; angle != 0 {
		v.said.Add(widget.NewLabel(w.Say("photo_screen.crop_angle", map[string]any{"degrees": strings.TrimSpace(number(w, angle))})))
	}
	if c.Spent(v.frame.crop) {
		v.said.Add(widgets.WarningLine(w.Say("photo_screen.crop_spent", nil)))
	}
	widgets.Arrange(v.whole)
}
