package field

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

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
