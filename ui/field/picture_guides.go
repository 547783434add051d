package field

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar/photo"
)

// guideWidth is the line of a guide, in device-independent pixels: thinner than that around the
// place of a finding.
const guideWidth = 2

// guides are the lines over a portrait by which a person sees how it stands: the face, the line
// of the eyes, and the part that is printed.
type guides struct {
	face, eyes, crop *strokes
	portrait         *data.Portrait
	// corners are those of the crop in shares of the picture, nil for none.
	corners *[4][2]float64
}

// newGuides are those of what is said of a picture; nil parts are not drawn.
func newGuides(s photo.Shown) *guides {
	g := &guides{face: newStrokes(4, theme.Color(theme.ColorNamePrimary), guideWidth), eyes: newStrokes(1, theme.Color(theme.ColorNamePrimary), guideWidth),
		crop: newStrokes(4, theme.Color(theme.ColorNameSuccess), guideWidth)}
	if s.Judged == nil {
		return g
	}
	if s.Judged.Turn == s.Turn {
		g.portrait = s.Judged.Portrait
	}
	if s.Crop != nil {
		corners := photo.Corners(*s.Crop, s.Judged.Width, s.Judged.Height)
		g.corners = &corners
	}
	return g
}

// objects are the lines that there is something to say with.
func (g *guides) objects() (all []fyne.CanvasObject) {
	if g.portrait != nil {
		all = append(g.face.objects(), g.eyes.objects()...)
	}
	if g.corners != nil {
		all = append(all, g.crop.objects()...)
	}
	return all
}

// put puts the lines over a picture that is drawn at a place.
func (g *guides) put(d drawing) {
	if p := g.portrait; p != nil {
		f := p.Face
		g.face.round([4]fyne.Position{d.at(f[0], f[1]), d.at(f[2], f[1]), d.at(f[2], f[3]), d.at(f[0], f[3])})
		g.eyes.put(0, d.at(eyeLine(p, f[0])), d.at(eyeLine(p, f[2])))
	}
	if g.corners != nil {
		g.crop.round(d.all(*g.corners))
	}
}

// eyeLine is the place on the line through both pupils that lies so far across.
func eyeLine(p *data.Portrait, x float64) (across, down float64) {
	left, right := p.LeftPupil, p.RightPupil
	return x, left[1] + (right[1]-left[1])*(x-left[0])/(right[0]-left[0])
}

// drawing is where a picture is drawn.
type drawing struct {
	from fyne.Position
	size fyne.Size
}

// drawnAs is where an image is drawn in a place that it fills as far as it can.
func drawnAs(picture *canvas.Image, size fyne.Size) drawing {
	from, drawn := drawnIn(picture.Image.Bounds().Size(), size)
	return drawing{from, drawn}
}

// at is a place in shares of the picture.
func (d drawing) at(x, y float64) fyne.Position {
	return d.from.AddXY(float32(x)*d.size.Width, float32(y)*d.size.Height)
}

// all are the places of corners.
func (d drawing) all(corners [4][2]float64) (places [4]fyne.Position) {
	for i, c := range corners {
		places[i] = d.at(c[0], c[1])
	}
	return places
}

// share is a place in shares of the picture.
func (d drawing) share(p fyne.Position) (x, y float64) {
	return float64((p.X - d.from.X) / d.size.Width), float64((p.Y - d.from.Y) / d.size.Height)
}

// strokes are thin lines over a picture. Each lies on a wider white one: a picture may be of any
// colour itself.
type strokes struct{ under, over []*canvas.Line }

// newStrokes are so many lines of a colour and a width in device-independent pixels, which lie
// nowhere yet.
func newStrokes(n int, colour color.Color, width float32) *strokes {
	s := &strokes{}
	for range n {
		under, over := canvas.NewLine(color.White), canvas.NewLine(colour)
		under.StrokeWidth, over.StrokeWidth = width+2*markEdge, width
		s.under, s.over = append(s.under, under), append(s.over, over)
	}
	return s
}

// objects are all lines, the lower ones first.
func (s *strokes) objects() (all []fyne.CanvasObject) {
	for _, lines := range [][]*canvas.Line{s.under, s.over} {
		for _, line := range lines {
			all = append(all, line)
		}
	}
	return all
}

// put puts a line from one place to another. It alone is drawn anew: whoever refreshes what it
// lies in lets the picture go to the graphics card again.
func (s *strokes) put(i int, from, to fyne.Position) {
	for _, line := range []*canvas.Line{s.under[i], s.over[i]} {
		line.Position1, line.Position2 = from, to
		line.Refresh()
	}
}

// round puts the lines around a shape by its corners.
func (s *strokes) round(corners [4]fyne.Position) {
	for i, from := range corners {
		s.put(i, from, corners[(i+1)%4])
	}
}
