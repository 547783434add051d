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

// fileView is an attached file of a graduate that is seen large, of a PDF one page after another.
type fileView struct {
	window           *frame.Window
	id, place, title string
	reading          Reading
	picture          *canvas.Image
	words            *widget.Label
	pages            *pages
	box              *frame.Box
}

// ViewFile shows an attached file of a graduate large, in a dialog.
func ViewFile(w *frame.Window, id, place, title string) {
	v := &fileView{window: w, id: id, place: place, title: title, picture: canvas.NewImageFromImage(nil), words: widgets.Wrapped("")}
	v.picture.FillMode = canvas.ImageFillContain
	v.pages = newPages(w, func(int) { v.read() })
	v.read()
}

func (v *fileView) read() {
	readPage(v.window, &v.reading, v.id, v.place, viewed{viewLimits, v.pages.page}, v.onRead)
}

// onRead shows a page; with the first one the dialog, which has its proportions, comes.
func (v *fileView) onRead(p FilePicture, err error) {
	if err != nil {
		v.window.Fail(err)
		return
	}
	v.picture.Image = p.Picture
	v.picture.Refresh()
	v.words.SetText(pictureSize(v.window, p))
	v.pages.show(p.page, p.pages)
	if v.box == nil {
		v.ask(p)
	}
}

func (v *fileView) ask(p FilePicture) {
	w := v.window
	room := largest(p, w.Canvas().Size().SubtractWidthHeight(viewAside, viewBelow))
	content := container.NewBorder(nil, container.New(&widgets.Stacked{}, v.pages.whole, v.words), nil, nil, container.New(&widgets.FixedSize{Size: room}, v.picture))
	v.box = w.Ask(v.title, content, room.Width/w.Scale(), frame.Choice{Label: w.Say("ui.close", nil)})
	v.box.OnPage = v.pages.turn
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

// pages turns the pages of a scan that is a PDF: two buttons and which page is shown. Of a file
// with one page nothing stands there.
type pages struct {
	window        *frame.Window
	onTurned      func(page int)
	page, of      int
	back, forward *widgets.TabbedButton
	said          *widget.Label
	whole         *fyne.Container
}

func newPages(w *frame.Window, onTurned func(page int)) *pages {
	p := &pages{window: w, onTurned: onTurned, said: widget.NewLabel("")}
	p.back = widgets.NewTabbed("", func() { p.turn(-1) }, nil)
	p.forward = widgets.NewTabbed("", func() { p.turn(1) }, nil)
	p.back.Aside, p.forward.Aside = true, true
	p.back.SetIcon(theme.NavigateBackIcon())
	p.forward.SetIcon(theme.NavigateNextIcon())
	p.whole = container.NewCenter(container.NewHBox(p.back, container.NewCenter(p.said), p.forward))
	p.show(0, 0)
	return p
}

// show says which page of how many is seen, counted from 0.
func (p *pages) show(page, of int) {
	p.page, p.of = page, of
	p.said.SetText(p.window.Say("photo_screen.page", map[string]any{"page": page + 1, "pages": of}))
	widgets.Enable(p.back, page > 0)
	widgets.Enable(p.forward, page < of-1)
	widgets.SetHidden(p.whole, of < 2)
}

// turn goes so many pages on, where there are such; it reports whether there are pages to turn.
func (p *pages) turn(by int) bool {
	if to := p.page + by; to >= 0 && to < p.of {
		p.show(to, p.of)
		p.onTurned(to)
	}
	return p.of > 1
}
