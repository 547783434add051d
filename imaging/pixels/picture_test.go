package pixels

import (
	"image"
	"image/color"
	"runtime"
	"testing"
)

// letter is a picture that no turn leaves as it is: no two of its pixels are the same.
func letter(w, h int) *image.NRGBA {
	p := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			p.SetNRGBA(x, y, color.NRGBA{uint8(10 + x), uint8(10 + 3*y), 0, 255})
		}
	}
	return p
}

// Turned by a person, a picture is turned as it is seen, whatever its file says.
func TestTurnedAsItIsSeen(t *testing.T) {
	for turn := Turn(0); turn <= 8; turn++ {
		p := New(letter(23, 31), turn)
		seen := turn.apply(letter(23, 31))
		for quarters := range 5 {
			got := p.Turned(quarters)
			w, h := got.Size()
			if part := got.Region(image.Rect(0, 0, w, h)); part.Rect.Size() != seen.Rect.Size() || part.NRGBAAt(2, 1) != seen.NRGBAAt(2, 1) || part.NRGBAAt(0, 0) != seen.NRGBAAt(0, 0) {
				t.Errorf("turn %d and %d quarters", turn, quarters)
			}
			seen = Turn(6).apply(seen)
		}
	}
}

// A region of the turned picture is the turned picture's region, for all eight turns.
func TestRegionIsThatOfTheUprightPicture(t *testing.T) {
	stored := letter(23, 31)
	for turn := Turn(1); turn <= 8; turn++ {
		p := New(stored, turn)
		whole := turn.apply(letter(23, 31))
		w, h := p.Size()
		if w != whole.Rect.Dx() || h != whole.Rect.Dy() {
			t.Fatalf("turn %d: %d × %d, want %v", turn, w, h, whole.Rect)
		}
		r := image.Rect(3, 5, 14, 9)
		part := p.Region(r)
		for y := range r.Dy() {
			for x := range r.Dx() {
				if got, want := part.NRGBAAt(x, y), whole.NRGBAAt(x+r.Min.X, y+r.Min.Y); got != want {
					t.Fatalf("turn %d at %d, %d: %v, want %v", turn, x, y, got, want)
				}
			}
		}
	}
}

func TestRegionOutsideIsCutOff(t *testing.T) {
	p := New(letter(10, 10), 1)
	if got := p.Region(image.Rect(-5, 8, 4, 30)).Rect; got != image.Rect(0, 0, 4, 2) {
		t.Errorf("%v", got)
	}
	if got := p.Region(image.Rect(20, 20, 30, 30)); got != nil {
		t.Errorf("%v", got.Rect)
	}
}

// Shrinking keeps the mean of every place, whatever kind of picture it was.
func TestShrunkKeepsTheMean(t *testing.T) {
	gray := image.NewGray(image.Rect(7, 9, 7+1000, 9+600))
	for i := range gray.Pix {
		gray.Pix[i] = uint8(100 + 100*(i%1000/500))
	}
	small, times := New(gray, 6).Shrunk(100)
	if small.Rect != image.Rect(0, 0, 60, 100) || times != 10 {
		t.Fatalf("%v, %v times", small.Rect, times)
	}
	if a, b := small.NRGBAAt(30, 10).R, small.NRGBAAt(30, 90).R; a != 100 || b != 200 {
		t.Errorf("the halves are %d and %d", a, b)
	}
}

func TestTransparencyIsSeenOnWhite(t *testing.T) {
	clear := image.NewNRGBA(image.Rect(0, 0, 4, 4))
	if got := New(clear, 1).Region(clear.Rect).NRGBAAt(1, 1); got != (color.NRGBA{255, 255, 255, 255}) {
		t.Errorf("%v", got)
	}
	palette := image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{color.Black})
	small, _ := New(palette, 1).Shrunk(2)
	if got := small.NRGBAAt(0, 0); got != (color.NRGBA{0, 0, 0, 255}) {
		t.Errorf("%v", got)
	}
}

func TestGrayOfColours(t *testing.T) {
	p := image.NewNRGBA(image.Rect(0, 0, 3, 1))
	p.SetNRGBA(0, 0, color.NRGBA{255, 0, 0, 255})
	p.SetNRGBA(1, 0, color.NRGBA{0, 255, 0, 255})
	p.SetNRGBA(2, 0, color.NRGBA{0, 0, 255, 255})
	if g := ToGray(p); g.Pixels[0] != 76 || g.Pixels[1] != 150 || g.Pixels[2] != 29 {
		t.Errorf("%v", g.Pixels)
	}
}

// A picture seen large takes little more than it takes unpacked.
func TestShrinkingIsBounded(t *testing.T) {
	const long = 2000
	for _, size := range []image.Point{{8064, 6048}, {12_000, 4000}, {4000, 12_000}} {
		whole := image.NewYCbCr(image.Rectangle{Max: size}, image.YCbCrSubsampleRatio420)
		for i := range whole.Y {
			whole.Y[i] = 200
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		small, _ := New(whole, 8).Shrunk(long)
		runtime.ReadMemStats(&after)
		if taken := after.TotalAlloc - before.TotalAlloc; taken > 110<<20 {
			t.Errorf("§4 %v takes %d MB", size, taken>>20)
		}
		if got := small.Bounds().Size(); max(got.X, got.Y) != long || got.Y != round(float64(size.X*long)/float64(max(size.X, size.Y))) {
			t.Errorf("§4 %v becomes %v", size, got)
		}
		if small.NRGBAAt(small.Bounds().Dx()/2, small.Bounds().Dy()/2).G == 0 {
			t.Errorf("§4 %v lost its colours", size)
		}
	}
}
