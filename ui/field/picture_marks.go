package field

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar/photo"
)

// markWidth is the line around a place in a picture, in device-independent pixels. It stands
// between two thin ones in another colour: a picture may be of any colour itself.
const (
	markWidth = 3
	markEdge  = 1
)

// markedPicture is a picture as large as its place allows, with the places outlined that
// findings point to.
type markedPicture struct {
	picture *canvas.Image
	// areas are in shares of the picture, marks two rectangles for each.
	areas [][4]float64
	marks []*canvas.Rectangle
	// guides are the lines about the face and the crop; off says that neither they nor the
	// outlines are seen.
	guides *guides
	off    bool
	whole  *fyne.Container
}

func newMarkedPicture() *markedPicture {
	m := &markedPicture{picture: canvas.NewImageFromImage(nil), guides: newGuides(photo.Shown{})}
	m.picture.FillMode = canvas.ImageFillContain
	m.whole = &fyne.Container{Layout: m, Objects: []fyne.CanvasObject{m.picture}}
	return m
}

// show shows a picture, nil for none, with what is said of it.
func (m *markedPicture) show(picture image.Image, s photo.Shown) {
	m.picture.Image, m.picture.Hidden = picture, picture == nil
	m.areas, m.marks, m.guides = nil, nil, newGuides(s)
	m.whole.Objects = []fyne.CanvasObject{m.picture}
	if picture != nil {
		m.whole.Objects = append(m.whole.Objects, m.guides.objects()...)
	}
	if s.Judged != nil && picture != nil {
		for _, f := range s.Judged.Findings {
			if found(f) {
				m.mark(f)
			}
		}
	}
	m.hide(m.off)
	m.picture.Refresh()
}

// hide takes the lines and outlines off the picture, or puts them back.
func (m *markedPicture) hide(off bool) {
	m.off = off
	for _, o := range m.whole.Objects[1:] {
		if off {
			o.Hide()
		} else {
			o.Show()
		}
	}
	m.whole.Refresh()
}

// found says that a finding is one that a person is to see in the picture.
func found(f photo.Finding) bool {
	return f.Verdict != photo.Pass && f.Verdict != data.PictureNotJudged
}

func (m *markedPicture) mark(f photo.Finding) {
	colour := theme.Color(theme.ColorNameWarning)
	if f.Verdict != data.PictureWarn {
		colour = theme.Color(theme.ColorNameError)
	}
	for _, area := range f.Areas {
		m.areas = append(m.areas, area)
		for _, line := range []struct {
			colour color.Color
			width  float32
		}{{color.White, markWidth + 2*markEdge}, {colour, markWidth}} {
			r := canvas.NewRectangle(color.Transparent)
			r.StrokeColor, r.StrokeWidth = line.colour, line.width
			m.marks = append(m.marks, r)
			m.whole.Objects = append(m.whole.Objects, r)
		}
	}
}

// MinSize lets the picture be as small as its place.
func (m *markedPicture) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout puts the outlines where the picture is drawn.
func (m *markedPicture) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	m.picture.Resize(size)
	m.picture.Move(fyne.Position{})
	if m.picture.Image == nil {
		return
	}
	d := drawnAs(m.picture, size)
	m.guides.put(d)
	for i, r := range m.marks {
		area := m.areas[i/2]
		from, to := d.at(area[0], area[1]), d.at(area[2], area[3])
		r.Move(from)
		r.Resize(fyne.NewSize(to.X-from.X, to.Y-from.Y))
	}
}

// drawnIn is where a picture of this many pixels is drawn in a place that it fills as far as it
// can.
func drawnIn(picture image.Point, size fyne.Size) (at fyne.Position, drawn fyne.Size) {
	part := min(size.Width/float32(picture.X), size.Height/float32(picture.Y))
	drawn = fyne.NewSize(float32(picture.X)*part, float32(picture.Y)*part)
	return fyne.NewPos((size.Width-drawn.Width)/2, (size.Height-drawn.Height)/2), drawn
}
