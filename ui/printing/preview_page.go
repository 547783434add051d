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
	// paper is how large the page is in points, marks what is marked on it.
	paper   fyne.Size
	marks   []mark
	focused bool
}

// mark is a place on a page that is marked; current is the one that somebody is led to.
type mark struct {
	area    area
	current bool
}

// Marks let through what they lie on, and the page is white in the dark too; the current one is
// framed.
var (
	markColour  = color.NRGBA{R: 0xff, G: 0xd8, B: 0x00, A: 0x58}
	markCurrent = color.NRGBA{R: 0xff, G: 0x9c, B: 0x00, A: 0x48}
	markFrame   = color.NRGBA{R: 0xb4, G: 0x4a, B: 0x00, A: 0xff}
)

var (
	_ fyne.Focusable = (*sheet)(nil)
	_ fyne.Tappable  = (*sheet)(nil)
)

func newSheet() *sheet {
	s := &sheet{}
	s.ExtendBaseWidget(s)
	return s
}

// setSize makes a page of so many points so large. Its picture is stretched until a sharp one comes.
func (s *sheet) setSize(paper, size fyne.Size) {
	s.paper, s.size = paper, size
	s.Refresh()
}

func (s *sheet) setPicture(picture image.Image) {
	s.picture = picture
	s.Refresh()
}

// setMarks marks places; nil takes the marks away.
func (s *sheet) setMarks(marks []mark) {
	s.marks = marks
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
func (s *sheet) TypedRune(r rune) {
	if !widgets.NotFor(r) {
		s.onRune(r)
	}
}

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
	marks   []fyne.CanvasObject
}

func (r *sheetRenderer) Destroy() {}

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.paper, r.picture}, r.marks...)
}

func (r *sheetRenderer) MinSize() fyne.Size {
	return r.sheet.size.AddWidthHeight(2*sheetMargin, 2*sheetMargin)
}

// Layout puts the page in the middle, on whole dots, so that letters stay sharp.
func (r *sheetRenderer) Layout(size fyne.Size) {
	left := max(float32(int((size.Width-r.sheet.size.Width)/2)), sheetMargin)
	for _, o := range []fyne.CanvasObject{r.paper, r.picture} {
		o.Move(fyne.NewPos(left, sheetMargin))
		o.Resize(r.sheet.size)
	}
	r.layMarks(fyne.NewPos(left, sheetMargin))
}

// layMarks puts the marks on a page that begins there.
func (r *sheetRenderer) layMarks(corner fyne.Position) {
	perPoint := r.sheet.size.Width / max(r.sheet.paper.Width, 1)
	for i, m := range r.sheet.marks {
		at, size := m.area.at, m.area.size
		r.marks[i].Move(corner.AddXY(at.X*perPoint-markAir, at.Y*perPoint-markAir))
		r.marks[i].Resize(fyne.NewSize(size.Width*perPoint+2*markAir, size.Height*perPoint+2*markAir))
	}
}

// markAir is how far a mark goes beyond the letters: its frame lies beside them.
const markAir = 4

func (r *sheetRenderer) Refresh() {
	r.paper.StrokeColor, r.paper.StrokeWidth = theme.Color(theme.ColorNameInputBorder), 1
	if r.sheet.focused {
		r.paper.StrokeColor, r.paper.StrokeWidth = theme.Color(theme.ColorNameFocus), 3
	}
	r.picture.Hidden = r.sheet.picture == nil
	r.picture.Image = r.sheet.picture
	r.marks = nil
	for _, m := range r.sheet.marks {
		shown := canvas.NewRectangle(markColour)
		if m.current {
			shown.FillColor, shown.StrokeColor, shown.StrokeWidth = markCurrent, markFrame, 2
		}
		r.marks = append(r.marks, shown)
	}
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
