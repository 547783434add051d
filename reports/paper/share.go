package paper

// Fill is how the part of a bar is filled: told apart in black and white.
type Fill int

// The fills, in the order in which the parts of a bar get them: dark, light grey, hatched, white,
// hatched both ways, grey.
const (
	FillDark Fill = iota
	FillLight
	FillHatched
	FillWhite
	FillCrossed
	FillGrey
	fills
)

// FillOf is the fill of a part by its place; behind the last one they begin again.
func FillOf(place int) Fill { return Fill(place % int(fills)) }

// Filled draws a box that is filled.
func (doc *Document) Filled(f Fill, x, y, width, height float64) {
	if gray, is := map[Fill]float64{FillDark: 0.25, FillLight: 0.82, FillGrey: 0.6}[f]; is {
		doc.bar(x, y, width, height, gray)
	}
	if f == FillHatched || f == FillCrossed {
		doc.hatch(x, y, width, height, false)
	}
	if f == FillCrossed {
		doc.hatch(x, y, width, height, true)
	}
	doc.Box(x, y, width, height, Thin)
}

// hatch draws lines of 45 degrees in a box, rising, or falling; they end at its edges.
func (doc *Document) hatch(x, y, width, height float64, falling bool) {
	const step = 1.1
	for at := step; at < width+height; at += step {
		// Of a rising line x + y is the same all along.
		x1, y1 := x+max(at-height, 0), y+min(at, height)
		x2, y2 := x+min(at, width), y+max(at-width, 0)
		if falling {
			y1, y2 = 2*y+height-y1, 2*y+height-y2
		}
		doc.Line(x1, y1, x2, y2, Thin)
	}
}

// ShareBar draws a bar whose parts are as wide as their numbers, each in the fill of its place.
// Without numbers it is an empty box.
func (doc *Document) ShareBar(parts []int, x, y, width, height float64) {
	doc.parted(parts, FillOf, x, y, width, height)
}

// Progress draws a bar that is dark as far as something is done, and white for what is left.
func (doc *Document) Progress(done, left int, x, y, width, height float64) {
	fill := []Fill{FillDark, FillWhite}
	doc.parted([]int{done, left}, func(i int) Fill { return fill[i] }, x, y, width, height)
}

func (doc *Document) parted(parts []int, fill func(place int) Fill, x, y, width, height float64) {
	sum := 0
	for _, n := range parts {
		sum += n
	}
	doc.Box(x, y, width, height, Thin)
	for i, n := range parts {
		if n > 0 {
			part := width * float64(n) / float64(sum)
			doc.Filled(fill(i), x, y, part, height)
			x += part
		}
	}
}
