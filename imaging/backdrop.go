package imaging

import (
	"image"
	"math"

	"graduand/imaging/face"
	"graduand/imaging/pixels"
)

// backdrop is what lies behind the head: what is connected with the border of the picture and
// has its colour. It is looked at down to a little above the chin: below are the shoulders.
type backdrop struct {
	*pixels.Colours
	frame face.Frame
	// bottom is the last row that is looked at.
	bottom int
	// colour is the median of the border.
	colour pixels.Colour
	// is says of each pixel that it belongs to the background.
	is []bool
}

// What is the border: shares of the width at the sides and of the height at the top, and no
// pixel of it above the head, which may reach up there (distances of the eyes from its middle).
const (
	borderSide, borderTop = 0.04, 0.03
	aboveHead             = 1.3
	leastBorder           = 50
)

// How far a pixel of the background may be from the colour of the border, with lightness
// counted for half, and from its neighbour, by the sum of what L*, a* and b* differ.
const (
	nearEnough    = 16
	lightnessHalf = 50
	stepHundredth = 600
)

// newBackdrop is nil where the picture has no border beside the head.
func newBackdrop(c *pixels.Colours, frame face.Frame, chin float64) *backdrop {
	b := &backdrop{Colours: c, frame: frame, is: make([]bool, len(c.Pixels))}
	b.bottom = min(max(int(frame.Middle.Y+float64(0.755*chin*frame.Eyes)), 0), c.Height-1)
	var border shades
	b.eachOfBorder(func(i int) { border.add(c.Pixels[i]) })
	if border.l.n < leastBorder {
		return nil
	}
	b.colour = border.median()
	b.flood()
	return b
}

// eachOfBorder goes through the pixels of the border.
func (b *backdrop) eachOfBorder(do func(i int)) {
	side, top := max(3, int(borderSide*float64(b.Width))), max(3, int(borderTop*float64(b.Height)))
	left, right := b.column(-aboveHead), b.column(aboveHead)
	for y := range b.bottom + 1 {
		for x := range b.Width {
			if x < side || x >= b.Width-side || y < top && (x < left || x > right) {
				do(y*b.Width + x)
			}
		}
	}
}

// column is the one so many distances of the eyes beside the middle of the face, within the
// picture; row is the one below.
func (b *backdrop) column(x float64) int {
	return min(max(int(b.frame.Middle.X+float64(x*b.frame.Eyes)), 0), b.Width-1)
}

func (b *backdrop) row(y float64) int {
	return min(max(int(b.frame.Middle.Y+float64(y*b.frame.Eyes)), 0), b.Height-1)
}

// flood spreads the background from the border inwards.
func (b *backdrop) flood() {
	var open []int32
	take := func(i int) {
		if !b.is[i] && b.Pixels[i].Distance(b.colour, lightnessHalf) < nearEnough {
			b.is[i] = true
			open = append(open, int32(i))
		}
	}
	b.eachOfBorder(take)
	for len(open) > 0 {
		i := int(open[len(open)-1])
		open = open[:len(open)-1]
		b.eachNeighbour(i, func(j int) {
			if step(b.Pixels[i], b.Pixels[j]) <= stepHundredth {
				take(j)
			}
		})
	}
}

// eachNeighbour goes through the four pixels beside one, down to the last row.
func (b *backdrop) eachNeighbour(i int, do func(j int)) {
	x, y := i%b.Width, i/b.Width
	if x > 0 {
		do(i - 1)
	}
	if x < b.Width-1 {
		do(i + 1)
	}
	if y > 0 {
		do(i - b.Width)
	}
	if y < b.bottom {
		do(i + b.Width)
	}
}

// step is by how much two colours differ in all, in hundredths.
func step(a, b pixels.Colour) int {
	return abs(int(a.L)-int(b.L)) + abs(int(a.A)-int(b.A)) + abs(int(a.B)-int(b.B))
}

func abs(v int) int { return max(v, -v) }

// area is a rectangle of pixels in shares of the picture.
func (b *backdrop) area(r image.Rectangle) Area {
	w, h := float64(b.Width), float64(b.Height)
	return Area{float64(r.Min.X) / w, float64(r.Min.Y) / h, float64(r.Max.X) / w, float64(r.Max.Y) / h}
}

// How the top of the hair is told: going up from the brow, the first rows that are background
// nearly all across the head.
const (
	brow, headHalf = -0.9, 0.7
	clearShare     = 0.93
	clearRows      = 0.03
)

// hairTop is the row where the hair ends; found is false where the head reaches the upper
// edge, or cannot be told from what is behind it.
func (b *backdrop) hairTop() (row int, found bool) {
	left, right := b.column(-headHalf), b.column(headHalf)
	needed, clear := max(2, int(clearRows*b.frame.Eyes)), 0
	for y := b.row(brow); y >= 0; y-- {
		n := 0
		for x := left; x <= right; x++ {
			if b.is[y*b.Width+x] {
				n++
			}
		}
		if float64(n) <= clearShare*float64(right-left+1) {
			clear = 0
			continue
		}
		if clear++; clear >= needed {
			return y + clear, true
		}
	}
	return 0, false
}

// tally counts values of L*, a* or b* in hundredths, so that medians need no sorting.
type tally struct {
	counts [1 << 15]int32
	n      int
}

// lowest is below the least b* of sRGB.
const lowest = -12_800

func (t *tally) add(value int16) {
	t.counts[int(value)-lowest]++
	t.n++
}

// share is the value below which such a share of the others lies, in whole units of CIE
// L*a*b*; not a number where nothing was counted.
func (t *tally) share(share float64) float64 {
	if t.n == 0 {
		return math.NaN()
	}
	return float64(t.place(share)) / 100
}

// place is the value in hundredths.
func (t *tally) place(share float64) int16 {
	before := min(int32(share*float64(t.n)), int32(t.n-1))
	for i, n := range t.counts {
		if before -= n; before < 0 {
			return int16(i + lowest)
		}
	}
	return 0
}

// shades counts colours.
type shades struct{ l, a, b tally }

func (s *shades) add(c pixels.Colour) {
	s.l.add(c.L)
	s.a.add(c.A)
	s.b.add(c.B)
}

// median is the median of each part; there must be one.
func (s *shades) median() pixels.Colour {
	return pixels.Colour{L: s.l.place(0.5), A: s.a.place(0.5), B: s.b.place(0.5)}
}
