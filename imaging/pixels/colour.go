package pixels

import (
	"image"
	"math"
	"sync"
)

// Colour is a colour of CIE L*a*b* (white of D65) in hundredths. It is reckoned in whole
// numbers, so that it is the same on every system.
type Colour struct{ L, A, B int16 }

// Chroma is how far a colour is from grey, C* of CIE L*a*b*.
func (c Colour) Chroma() float64 { return c.Tint(Colour{}) }

// Tint is how far two colours are from each other in a* and b* alone, whatever their lightness.
func (c Colour) Tint(other Colour) float64 {
	a, b := int(c.A)-int(other.A), int(c.B)-int(other.B)
	return math.Sqrt(float64(a*a+b*b)) / 100
}

// Distance is how far two colours are from each other, with their lightness counted for so
// many hundredths of what it counts in ΔE* of 1976: light changes on one wall, its colour hardly.
func (c Colour) Distance(other Colour, lightness int) float64 {
	l, a, b := int(c.L)-int(other.L), int(c.A)-int(other.A), int(c.B)-int(other.B)
	return math.Sqrt(float64(l*l*lightness/100+a*a+b*b)) / 100
}

// Colours is a picture of colours: rows, one a pixel.
type Colours struct {
	Width, Height int
	Pixels        []Colour
}

// ToColours are the colours of an opaque picture in sRGB.
func ToColours(p *image.NRGBA) *Colours {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	c := &Colours{w, h, make([]Colour, w*h)}
	t := colourTables()
	for y := range h {
		row, from := c.Pixels[y*w:(y+1)*w], p.Pix[y*p.Stride:]
		for x := range row {
			q := from[4*x : 4*x+3]
			row[x] = t.colour(q[0], q[1], q[2])
		}
	}
	return c
}

// ColourOf is the colour of three values of sRGB.
func ColourOf(r, g, b uint8) Colour { return colourTables().colour(r, g, b) }

// tables are those of IEC 61966-2-1 and CIE 15: linear light of a value of sRGB, of 65535, and
// the function f of a share of the white, of 65535, in units of 2^-20.
type tables struct {
	linear [256]int
	root   [1 << 16]int32
}

var colourTables = sync.OnceValue(func() *tables {
	t := &tables{}
	for i := range t.linear {
		v := float64(i) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		t.linear[i] = int(math.Round(65535 * v))
	}
	for i := range t.root {
		v := float64(i) / 65535
		if v > 216.0/24389 {
			v = math.Cbrt(v)
		} else {
			v = (float64(24389.0/27*v) + 16) / 116
		}
		t.root[i] = int32(math.Round(v * (1 << 20)))
	}
	return t
})

// colour weighs linear light for X, Y and Z, each a share of the white's: the weights of a row
// add up to 65536, so that grey has no tint.
func (t *tables) colour(red, green, blue uint8) Colour {
	r, g, b := t.linear[red], t.linear[green], t.linear[blue]
	x := int(t.root[(28435*r+24656*g+12445*b)>>16])
	y := int(t.root[(13933*r+46871*g+4732*b)>>16])
	z := int(t.root[(1162*r+7174*g+57200*b)>>16])
	return Colour{int16((11600*y+1<<19)>>20 - 1600), int16((50000*(x-y) + 1<<19) >> 20), int16((20000*(y-z) + 1<<19) >> 20)}
}
