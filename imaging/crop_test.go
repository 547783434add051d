package imaging

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"testing"

	"graduand/imaging/face"
	"graduand/imaging/pixels"
)

// head is a picture with marks where a head would have pupils, hair and chin, the head tilted
// by so many degrees about its middle.
func head(width, height int, middle face.Point, tall, degrees float64) (*image.NRGBA, *face.Geometry) {
	p := image.NewNRGBA(image.Rect(0, 0, width, height))
	for i := range p.Pix {
		p.Pix[i] = 255
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	mark := func(x, y float64, c color.NRGBA) face.Point {
		at := face.Point{X: middle.X*float64(width) + tall*(x*cos-y*sin), Y: middle.Y*float64(height) + tall*(x*sin+y*cos)}
		for dy := -6; dy <= 6; dy++ {
			for dx := -6; dx <= 6; dx++ {
				p.SetNRGBA(int(at.X)+dx, int(at.Y)+dy, c)
			}
		}
		return face.Point{X: at.X / float64(width), Y: at.Y / float64(height)}
	}
	return p, &face.Geometry{Roll: degrees, HairFound: true,
		LeftPupil: mark(-0.15, -0.05, color.NRGBA{255, 0, 0, 255}), RightPupil: mark(0.15, -0.05, color.NRGBA{0, 0, 255, 255}),
		HairTop: mark(0, -0.5, color.NRGBA{0, 255, 0, 255}), Chin: mark(0, 0.5, color.NRGBA{0, 0, 0, 255})}
}

// middleOf is where the pixels of a colour lie, in shares of the sides.
func middleOf(t *testing.T, p *image.NRGBA, c color.NRGBA) face.Point {
	t.Helper()
	var x, y, n int
	for j := range p.Rect.Dy() {
		for i := range p.Rect.Dx() {
			if q := p.NRGBAAt(i, j); near(q.R, c.R) && near(q.G, c.G) && near(q.B, c.B) {
				x, y, n = x+i, y+j, n+1
			}
		}
	}
	if n == 0 {
		t.Fatalf("nothing is of colour %v", c)
	}
	return face.Point{X: (float64(x)/float64(n) + 0.5) / float64(p.Rect.Dx()), Y: (float64(y)/float64(n) + 0.5) / float64(p.Rect.Dy())}
}

func near(a, b uint8) bool { return max(a, b)-min(a, b) < 60 }

// A crop levels the eyes and puts the head where a print has it (UA-050: 3 × 4 cm).
func TestACropFramesTheHead(t *testing.T) {
	for _, degrees := range []float64{0, 5, -7.5} {
		picture, g := head(1600, 2000, face.Point{X: 0.55, Y: 0.5}, 800, degrees)
		f := &File{Picture: pixels.New(picture, 1)}
		c, beyond := ProposeCrop(g, 1600, 2000, PortraitFraming(3.0/4))
		if beyond.Any() {
			t.Fatalf("%v°: beyond %+v", degrees, beyond)
		}
		cut, dots := f.Cut(c, 30, 40)
		if cut.Rect != image.Rect(0, 0, 709, 945) || dots != 600 {
			t.Errorf("%v°: %v at %d dots", degrees, cut.Rect, dots)
		}
		left, right := middleOf(t, cut, color.NRGBA{255, 0, 0, 255}), middleOf(t, cut, color.NRGBA{0, 0, 255, 255})
		hair, chin := middleOf(t, cut, color.NRGBA{0, 255, 0, 255}), middleOf(t, cut, color.NRGBA{0, 0, 0, 255})
		for name, off := range map[string]float64{"eyes level": left.Y - right.Y, "eyes in the middle": (left.X+right.X)/2 - 0.5, "room": hair.Y - 0.1, "head": chin.Y - hair.Y - 0.7} {
			if math.Abs(off) > 0.005 {
				t.Errorf("%v°, %s: off by %.4f", degrees, name, off)
			}
		}
	}
}

// Where the wanted window reaches beyond the picture, another allowed one is taken; where none
// is, the edge is named and nothing is invented.
func TestACropStaysInThePicture(t *testing.T) {
	_, tight := head(1000, 1120, face.Point{X: 0.5, Y: 0.5}, 800, 0)
	c, beyond := ProposeCrop(tight, 1000, 1120, PortraitFraming(3.0/4))
	if share := 800 / (c.Height * 1120); beyond.Any() || share < 0.70 || share > 0.75 {
		t.Errorf("the head takes %.3f, beyond %+v", share, beyond)
	}
	for name, at := range map[string]face.Point{"left": {X: 0.1, Y: 0.5}, "right": {X: 0.9, Y: 0.5}, "top": {X: 0.5, Y: 0.26}, "bottom": {X: 0.5, Y: 0.78}} {
		_, g := head(1600, 1600, at, 800, 0)
		_, b := ProposeCrop(g, 1600, 1600, PortraitFraming(3.0/4))
		if b != (Beyond{Left: name == "left", Top: name == "top", Right: name == "right", Bottom: name == "bottom"}) {
			t.Errorf("%s: %+v", name, b)
		}
	}
}

// A tilt that nobody sees is left, and one that a new photo is needed for is not hidden.
func TestACropTurnsWithinReason(t *testing.T) {
	for roll, want := range map[float64]float64{0.8: 0, 3: 3, -8: -8, 12: 0} {
		_, g := head(2000, 2400, face.Point{X: 0.5, Y: 0.5}, 800, roll)
		if c, _ := ProposeCrop(g, 2000, 2400, PortraitFraming(3.0/4)); c.Degrees != want {
			t.Errorf("%v°: turned by %v", roll, c.Degrees)
		}
	}
}

func TestNothingIsMadeLarger(t *testing.T) {
	for tall, want := range map[int]image.Point{500: {354, 472}, 300: {225, 300}} {
		f := &File{Picture: pixels.New(image.NewNRGBA(image.Rect(0, 0, 2*tall, tall)), 1)}
		cut, dots := f.Cut(Crop{X: 0.5, Y: 0.5, Height: 1}, 30, 40)
		if cut.Rect.Size() != want || dots > 300 || (tall < 472) != (dots < 300) {
			t.Errorf("of %d: %v at %d dots", tall, cut.Rect, dots)
		}
	}
}

// The file of a crop says its size on paper and keeps the profile of the colours, and nothing
// of where and by whom the photo was taken.
func TestTheFileOfACrop(t *testing.T) {
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, image.NewNRGBA(image.Rect(0, 0, 900, 1200)), nil); err != nil {
		t.Fatal(err)
	}
	profile := append([]byte("ICC_PROFILE\x00\x01\x01"), bytes.Repeat([]byte("p"), 300)...)
	var original bytes.Buffer
	original.Write(plain.Bytes()[:2])
	for marker, body := range map[byte][]byte{0xe1: []byte("Exif\x00\x00MM\x00*somebody"), 0xe2: profile} {
		original.Write([]byte{0xff, marker, byte((len(body) + 2) >> 8), byte(len(body) + 2)})
		original.Write(body)
	}
	original.Write(plain.Bytes()[2:])
	f, err := Open(original.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	file, err := f.CutFile(Crop{X: 0.5, Y: 0.5, Height: 1}, 30, 40)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(file, profile) || bytes.Contains(file, []byte("Exif")) || !bytes.HasPrefix(file, []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x02\x01\x02\x58\x02\x58")) {
		t.Errorf("%.40q", file)
	}
	if size, err := jpeg.DecodeConfig(bytes.NewReader(file)); err != nil || size.Width != 709 || size.Height != 945 {
		t.Errorf("%+v, %v", size, err)
	}
}
