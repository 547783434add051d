package pixels

import (
	"image"
	"image/color"
	"math"
	"testing"
)

// The values are those of the usual formulas, in doubles.
func TestColourIsThatOfCIE(t *testing.T) {
	for _, c := range []struct {
		r, g, b uint8
		l, a, s float64
	}{
		{255, 255, 255, 100, 0, 0}, {0, 0, 0, 0, 0, 0}, {128, 128, 128, 53.59, 0, 0}, {255, 0, 0, 53.24, 80.09, 67.20},
		{0, 255, 0, 87.73, -86.18, 83.18}, {0, 0, 255, 32.30, 79.19, -107.86}, {200, 150, 130, 66.29, 16.05, 17.86}, {40, 28, 22, 11.54, 4.85, 6.42},
	} {
		got := ColourOf(c.r, c.g, c.b)
		for i, d := range []float64{float64(got.L)/100 - c.l, float64(got.A)/100 - c.a, float64(got.B)/100 - c.s} {
			if math.Abs(d) > 0.2 {
				t.Errorf("%d %d %d: part %d is off by %.2f in %v", c.r, c.g, c.b, i, d, got)
			}
		}
	}
}

func TestGreyHasNoTint(t *testing.T) {
	for v := range 256 {
		if c := ColourOf(uint8(v), uint8(v), uint8(v)); c.A != 0 || c.B != 0 {
			t.Errorf("%d: %v", v, c)
		}
	}
}

// The tables come of functions whose last digit may differ from one processor to another: what
// is made of them may not.
func TestColoursAreTheSameOnEverySystem(t *testing.T) {
	sum := uint64(14695981039346656037)
	for _, v := range colourTables().linear {
		sum = (sum ^ uint64(v)) * 1099511628211
	}
	for _, v := range colourTables().root {
		sum = (sum ^ uint64(v)) * 1099511628211
	}
	if sum != 0xff96ab410895370f {
		t.Errorf("the tables add up to %#x", sum)
	}
}

func TestColoursOfAPicture(t *testing.T) {
	p := image.NewNRGBA(image.Rect(0, 0, 2, 2))
	p.SetNRGBA(1, 1, color.NRGBA{255, 0, 0, 255})
	if c := ToColours(p); c.Pixels[3] != ColourOf(255, 0, 0) || c.Pixels[0] != (Colour{}) {
		t.Errorf("%v", c.Pixels)
	}
}

func TestDistances(t *testing.T) {
	a, b := Colour{5000, 300, 0}, Colour{6000, 0, 400}
	if got := a.Tint(b); got != 5 {
		t.Errorf("tint %v", got)
	}
	if got := (Colour{0, 300, 400}).Chroma(); got != 5 {
		t.Errorf("chroma %v", got)
	}
	if got, want := a.Distance(b, 50), math.Sqrt(50+25); math.Abs(got-want) > 1e-9 {
		t.Errorf("distance %v, want %v", got, want)
	}
}
