package pixels

import (
	"image"
	"math"
	"slices"
	"testing"
)

// The mean straight from the planes is that of the pixels drawn, for every way in which tints
// are shared and every part of the picture.
func TestMeanOfPlanesIsThatOfPixels(t *testing.T) {
	for _, ratio := range []image.YCbCrSubsampleRatio{image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio422, image.YCbCrSubsampleRatio420,
		image.YCbCrSubsampleRatio440, image.YCbCrSubsampleRatio411, image.YCbCrSubsampleRatio410} {
		planes := image.NewYCbCr(image.Rect(0, 0, 97, 61), ratio)
		for y := range 61 {
			for x := range 97 {
				planes.Y[planes.YOffset(x, y)] = uint8(80 + x)
				planes.Cb[planes.COffset(x, y)] = uint8(120 + y/8)
				planes.Cr[planes.COffset(x, y)] = uint8(118 + x/8)
			}
		}
		drawn := image.NewNRGBA(planes.Rect)
		for y := range 61 {
			for x := range 97 {
				drawn.Set(x, y, planes.At(x, y))
			}
		}
		part := image.Rect(5, 3, 94, 60)
		got, want := New(planes, 1).means(part, 13, 8), New(drawn, 1).means(part, 13, 8)
		if got.Rect != want.Rect {
			t.Fatalf("%v: %v, want %v", ratio, got.Rect, want.Rect)
		}
		for i := range got.Pix {
			if math.Abs(float64(got.Pix[i])-float64(want.Pix[i])) > 4 {
				t.Fatalf("%v: octet %d is %d, want %d", ratio, i, got.Pix[i], want.Pix[i])
			}
		}
	}
}

func TestReducedPartIsThatOfTheUprightPicture(t *testing.T) {
	stored := letter(60, 80)
	for turn := Turn(1); turn <= 8; turn++ {
		p := New(stored, turn)
		r := image.Rect(10, 20, 40, 50)
		got, part := p.Reduced(r, 3), p.Region(r)
		if got.Rect != image.Rect(0, 0, 10, 10) {
			t.Fatalf("turn %d: %v", turn, got.Rect)
		}
		if a, b := got.NRGBAAt(4, 5), part.NRGBAAt(13, 16); a != b {
			t.Errorf("turn %d: %v, want %v", turn, a, b)
		}
	}
	if New(stored, 1).Reduced(image.Rect(100, 0, 110, 10), 2) != nil {
		t.Error("something is left of nothing")
	}
}

func TestGrayTurnsAndShrinks(t *testing.T) {
	g := &Gray{3, 2, []uint8{1, 2, 3, 4, 5, 6}}
	if m := g.Mirrored(); !slices.Equal(m.Pixels, []uint8{3, 2, 1, 6, 5, 4}) {
		t.Errorf("mirrored %v", m)
	}
	if q := g.Turned(); q.Width != 2 || !slices.Equal(q.Pixels, []uint8{4, 1, 5, 2, 6, 3}) {
		t.Errorf("turned %v", q)
	}
	if p := g.Part(1, 0, 3, 1); p.Width != 2 || !slices.Equal(p.Pixels, []uint8{2, 3}) {
		t.Errorf("part %v", p)
	}
	if s := (&Gray{4, 2, []uint8{10, 20, 1, 3, 30, 40, 5, 7}}).Shrunk(2, 1); !slices.Equal(s.Pixels, []uint8{25, 4}) {
		t.Errorf("shrunk %v", s)
	}
}

var shrunk *image.NRGBA

// A photo of 12 megapixels, made small for the judge.
func BenchmarkShrunk12Megapixels(b *testing.B) {
	whole := image.NewYCbCr(image.Rect(0, 0, 3024, 4032), image.YCbCrSubsampleRatio420)
	for i := range whole.Y {
		whole.Y[i] = uint8(i)
	}
	for b.Loop() {
		shrunk, _ = New(whole, 1).Shrunk(800)
	}
}
