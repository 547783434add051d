package imagingtest

import (
	"image"
	"image/color"
	"slices"
	"sync"
	"testing"

	"graduand/imaging/drawing"
)

// Person is somebody drawn in code.
type Person struct{ drawing.Person }

// Somebody is a person in a good photo.
func Somebody() Person { return Person{drawing.Somebody()} }

// taken are the photos that were taken already, by who is on them: to draw one costs more than
// most that is tested with it.
var taken sync.Map

// JPEG is the photo as a phone saves it.
func (p Person) JPEG(t testing.TB) []byte {
	t.Helper()
	if photo, is := taken.Load(p); is {
		return slices.Clone(photo.([]byte))
	}
	photo := JPEG(t, p.Draw())
	taken.Store(p, photo)
	return slices.Clone(photo)
}

// JPEG is a picture as a phone saves it.
func JPEG(t testing.TB, picture *image.NRGBA) []byte {
	t.Helper()
	return drawing.JPEG(picture)
}

// Turned is a picture turned by 90° clockwise.
func Turned(p *image.NRGBA) *image.NRGBA { return drawing.Turned(p) }

// Enlarged is a picture at a larger size, with grain of its own, as a phone's photo has it.
func Enlarged(p *image.NRGBA, width, height int) *image.NRGBA {
	large, r := image.NewNRGBA(image.Rect(0, 0, width, height)), drawing.Seeded(1)
	for y := range height {
		for x := range width {
			c, grain := p.NRGBAAt(x*p.Rect.Dx()/width, y*p.Rect.Dy()/height), r.Between(-5, 5)
			octet := func(v uint8) uint8 { return uint8(min(max(float64(v)+grain, 0), 255)) }
			large.SetNRGBA(x, y, color.NRGBA{octet(c.R), octet(c.G), octet(c.B), 255})
		}
	}
	return large
}
