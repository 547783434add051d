package imaging

import (
	"image"

	"graduand/imaging/pixels"
)

// What a region that belongs neither to the background nor to the head is: at least such a
// share of the picture.
const leastThing = 1.0 / 2000

// region are the connected pixels of one thing.
type region struct {
	pixels int
	box    image.Rectangle
}

// regions are the things before the background, and whose each pixel is: 0 for the
// background, else the number of the thing, from 1.
func (b *backdrop) regions() (all []region, of []int32) {
	of = make([]int32, len(b.Pixels))
	var open []int32
	for start := range (b.bottom + 1) * b.Width {
		if b.is[start] || of[start] != 0 {
			continue
		}
		number := int32(len(all) + 1)
		r := region{box: image.Rect(start%b.Width, start/b.Width, start%b.Width+1, start/b.Width+1)}
		of[start], open = number, append(open[:0], int32(start))
		for len(open) > 0 {
			i := int(open[len(open)-1])
			open = open[:len(open)-1]
			r.pixels++
			x, y := i%b.Width, i/b.Width
			r.box.Min.X, r.box.Max.X, r.box.Max.Y = min(r.box.Min.X, x), max(r.box.Max.X, x+1), max(r.box.Max.Y, y+1)
			b.eachNeighbour(i, func(j int) {
				if !b.is[j] && of[j] == 0 {
					of[j], open = number, append(open, int32(j))
				}
			})
		}
		all = append(all, r)
	}
	return all, of
}

// things is the share of the picture that loose things take, and where they are; head is the
// number of the region of the head, 0 where there is none.
func (b *backdrop) things(all []region, of []int32) (share float64, areas []Area, head int32) {
	head = of[min(b.row(0.4), b.bottom)*b.Width+b.column(0)]
	least, sum := int(leastThing*float64(len(b.Pixels))), 0
	for i, r := range all {
		if int32(i+1) != head && r.pixels > least {
			sum += r.pixels
			areas = append(areas, b.area(r.box))
		}
	}
	return float64(sum) / float64(len(b.Pixels)), areas, head
}

// A shadow on the wall is what hangs on the head without being it: outside an ellipse around
// the head (distances of the eyes), darker than the background by so many hundredths of L* at
// least and not below such a share of it, of its tint (ΔC*), and smooth (hundredths of L*
// between neighbours).
const (
	headWide, headHigh, headBelow = 1.15, 1.9, 0.1
	shadowDarker, shadowLeaves    = 600, 0.45
	shadowTint, shadowSmooth      = 5, 500
)

// shadow is the share of the picture that a hard shadow beside the head takes, and where.
func (b *backdrop) shadow(of []int32, head int32) (share float64, areas []Area) {
	n, box := 0, image.Rectangle{}
	for y := 1; y < b.bottom && head != 0; y++ {
		for x := 1; x < b.Width-1; x++ {
			if i := y*b.Width + x; of[i] == head && !b.inHead(x, y) && b.shaded(i) {
				n++
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if n > 0 {
		areas = []Area{b.area(box)}
	}
	return float64(n) / float64(len(b.Pixels)), areas
}

func (b *backdrop) inHead(x, y int) bool {
	dx := (float64(x) - b.frame.Middle.X) / (headWide * b.frame.Eyes)
	dy := (float64(y) - b.row64(headBelow)) / (headHigh * b.frame.Eyes)
	return float64(dx*dx)+float64(dy*dy) < 1
}

// row64 is a row of the frame, not rounded.
func (b *backdrop) row64(y float64) float64 { return b.frame.Middle.Y + float64(y*b.frame.Eyes) }

func (b *backdrop) shaded(i int) bool {
	c := b.Pixels[i]
	darker := int(b.colour.L)-int(c.L) > shadowDarker && float64(c.L) > shadowLeaves*float64(b.colour.L)
	if !darker || c.Tint(b.colour) >= shadowTint {
		return false
	}
	across := abs(int(b.Pixels[i+1].L) - int(b.Pixels[i-1].L))
	down := abs(int(b.Pixels[i+b.Width].L) - int(b.Pixels[i-b.Width].L))
	return across+down < shadowSmooth
}

// What of the border is foreign: neither near the background nor of the colour of the hair,
// which may well reach the border, with lightness counted for a third. Single hairs mix their
// colour with the background's, and are rough (hundredths of L* between neighbours).
const (
	foreign, lightnessThird = 14, 35
	rough                   = 500
	hairAbove, hairHalf     = -1.0, 0.8
	leastHair               = 50
)

// alien is the share of the border that is neither background nor hair, and where. A door, a
// frame, a plant: things that the border cuts.
func (b *backdrop) alien(hairTop int) (share float64, areas []Area) {
	hair, known := b.hair(hairTop)
	n, all, box := 0, 0, image.Rectangle{}
	b.eachOfBorder(func(i int) {
		all++
		if c := b.Pixels[i]; b.is[i] || c.Distance(b.colour, 100) < foreign || known && b.ofHair(i, hair) {
			return
		}
		n++
		box = box.Union(image.Rect(i%b.Width, i/b.Width, i%b.Width+1, i/b.Width+1))
	})
	if n > 0 {
		areas = []Area{b.area(box)}
	}
	return float64(n) / float64(all), areas
}

// ofHair reports that a pixel has the colour of the hair, or of single hairs.
func (b *backdrop) ofHair(i int, hair pixels.Colour) bool {
	c := b.Pixels[i]
	if c.Distance(hair, lightnessThird) <= foreign {
		return true
	}
	next := b.Pixels[min(i+1, len(b.Pixels)-1)]
	below := b.Pixels[min(i+b.Width, len(b.Pixels)-1)]
	return max(abs(int(c.L)-int(next.L)), abs(int(c.L)-int(below.L))) > rough && between(c, hair, b.colour)
}

// between reports that a colour is a mixture of two: of the tint that its lightness would have.
func between(c, one, other pixels.Colour) bool {
	reach := int(other.L) - int(one.L)
	if reach == 0 {
		return false
	}
	part := min(max(float64(int(c.L)-int(one.L))/float64(reach), 0), 1)
	mix := func(a, b int16) int16 { return a + int16(part*float64(int(b)-int(a))) }
	return c.Tint(pixels.Colour{A: mix(one.A, other.A), B: mix(one.B, other.B)}) <= foreign
}

// hair is the colour of the hair above the brow; known is false where none is seen.
func (b *backdrop) hair(top int) (colour pixels.Colour, known bool) {
	var seen shades
	left, right := b.column(-hairHalf), b.column(hairHalf)
	for y := top; y < int(b.row64(hairAbove)) && y < b.Height; y++ {
		for x := left; x < right; x++ {
			if !b.is[y*b.Width+x] {
				seen.add(b.Pixels[y*b.Width+x])
			}
		}
	}
	if seen.l.n <= leastHair {
		return colour, false
	}
	return seen.median(), true
}
