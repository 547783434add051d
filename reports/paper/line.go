package paper

// Line draws a straight black line of the given width, all in mm.
func (doc *Document) Line(x1, y1, x2, y2, width float64) {
	doc.strokeGray(0)
	doc.strokeWidth(width)
	doc.pdf.Line(x1, y1, x2, y2)
}

// Hair draws a thin grey line that guides the eye along a row.
func (doc *Document) Hair(x1, y1, x2, y2 float64) {
	doc.strokeGray(0.6)
	doc.strokeWidth(Thin)
	doc.pdf.Line(x1, y1, x2, y2)
}

// Box draws the outline of a rectangle; the middle of its line is the measure.
func (doc *Document) Box(x, y, w, h, width float64) {
	doc.strokeGray(0)
	doc.strokeWidth(width)
	doc.pdf.RectFromUpperLeftWithStyle(x, y, w, h, "D")
}

// bar fills a rectangle.
func (doc *Document) bar(x, y, w, h, gray float64) {
	doc.fill(gray)
	doc.pdf.RectFromUpperLeftWithStyle(x, y, w, h, "F")
}

// Cut draws a dashed line to cut along, from x1 to x2 mm.
func (doc *Document) Cut(x1, x2, y float64) {
	doc.pdf.SetCustomLineType([]float64{2, 1.4}, 0)
	doc.Line(x1, y, x2, y, Thin)
	doc.pdf.SetLineType("")
}

// CutDown is such a line from y1 down to y2 mm.
func (doc *Document) CutDown(x, y1, y2 float64) {
	doc.pdf.SetCustomLineType([]float64{2, 1.4}, 0)
	doc.Line(x, y1, x, y2, Thin)
	doc.pdf.SetLineType("")
}

// CutMarks draws short lines outside a block at the places where it is to be cut, from its edge
// first and from its edge last on: upright ones above and below it, else at its sides.
func (doc *Document) CutMarks(upright bool, places []float64, first, last float64) {
	const air, length = 0.6, 1.6
	for _, at := range places {
		for _, from := range []float64{first - air - length, last + air} {
			if upright {
				doc.Line(at, from, at, from+length, Hair)
			} else {
				doc.Line(from, at, from+length, at, Hair)
			}
		}
	}
}

// ScissorLine draws a dashed line to cut along with scissors at its left end: two
// blades that cross and two rings. No font of ours has the sign.
func (doc *Document) ScissorLine(y float64) {
	const length, rings, half = 6.0, 2.0, 1.7
	doc.Line(Left+rings-0.2, y-0.6, Left+length, y+0.9, Medium)
	doc.Line(Left+rings-0.2, y+0.6, Left+length, y-0.9, Medium)
	doc.pdf.Oval(Left, y-half, Left+rings, y-0.3)
	doc.pdf.Oval(Left, y+0.3, Left+rings, y+half)
	doc.Cut(Left+length+1, Right, y)
}

// Ruled draws lines for handwriting, the first at y, and returns the last one's y.
func (doc *Document) Ruled(x1, x2, y, spacing float64, count int) float64 {
	for i := range count {
		doc.Line(x1, y+float64(i)*spacing, x2, y+float64(i)*spacing, Thin)
	}
	return y + float64(count-1)*spacing
}
