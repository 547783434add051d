package printing

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// sheetMargin is the air around a sheet of the preview.
const sheetMargin = 14

// sheet is one page on a desk. It takes the focus by a click, and tells the keys.
type sheet struct {
	widget.BaseWidget
	onKey  func(fyne.KeyName)
	onRune func(rune)

	size    fyne.Size
	picture image.Image
	focused bool
}

var (
	_ fyne.Focusable = (*sheet)(nil)
	_ fyne.Tappable  = (*sheet)(nil)
)

func newSheet() *sheet {
	s := &sheet{}
	s.ExtendBaseWidget(s)
	return s
}

// setSize makes the page so large. Its picture is stretched until a sharp one comes.
func (s *sheet) setSize(size fyne.Size) {
	s.size = size
	s.Refresh()
}

func (s *sheet) setPicture(picture image.Image) {
	s.picture = picture
	s.Refresh()
}

// Tapped takes the focus.
func (s *sheet) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
}

// TypedKey tells the key.
func (s *sheet) TypedKey(key *fyne.KeyEvent) {
	if !widgets.Everywhere(key) {
		s.onKey(key.Name)
	}
}

// TypedRune tells the letter.
func (s *sheet) TypedRune(r rune) { s.onRune(r) }

// FocusGained shows the focus.
func (s *sheet) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost hides the focus.
func (s *sheet) FocusLost() { s.focused = false; s.Refresh() }

// CreateRenderer draws the desk, the page and its picture.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetRenderer{sheet: s, paper: canvas.NewRectangle(color.White), picture: canvas.NewImageFromImage(nil)}
	r.picture.FillMode = canvas.ImageFillStretch
	r.Refresh()
	return r
}

type sheetRenderer struct {
	sheet   *sheet
	paper   *canvas.Rectangle
	picture *canvas.Image
}

func (r *sheetRenderer) Destroy() {}

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.paper, r.picture}
}

func (r *sheetRenderer) MinSize() fyne.Size {
	return r.sheet.size.AddWidthHeight(2*sheetMargin, 2*sheetMargin)
}

// Layout puts the page in the middle, on whole dots, so that letters stay sharp.
func (r *sheetRenderer) Layout(size fyne.Size) {
	left := max(float32(int((size.Width-r.sheet.size.Width)/2)), sheetMargin)
	for _, o := range r.Objects() {
		o.Move(fyne.NewPos(left, sheetMargin))
		o.Resize(r.sheet.size)
	}
}

func (r *sheetRenderer) Refresh() {
	r.paper.StrokeColor, r.paper.StrokeWidth = theme.Color(theme.ColorNameInputBorder), 1
	if r.sheet.focused {
		r.paper.StrokeColor, r.paper.StrokeWidth = theme.Color(theme.ColorNameFocus), 3
	}
	r.picture.Hidden = r.sheet.picture == nil
	r.picture.Image = r.sheet.picture
	r.Layout(r.sheet.Size())
	r.paper.Refresh()
	r.picture.Refresh()
}

// watched gives its one object all the room there is, and tells when that changes.
type watched struct {
	size    fyne.Size
	resized func()
}

// MinSize is small: the object scrolls.
func (w *watched) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout fills the room.
func (w *watched) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
	if size != w.size {
		w.size = size
		w.resized()
	}
}
