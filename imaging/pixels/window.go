package pixels

import (
	"image"
	"math"

	"github.com/disintegration/imaging"
)

// Window is a rectangle that may stand askew in the upright picture, in pixels: its middle, its
// sides, and by how many degrees it is turned clockwise.
type Window struct{ X, Y, Width, Height, Degrees float64 }

// Point is a place in the upright picture, in pixels.
type Point struct{ X, Y float64 }

// Corners are those of the window, from the upper left one clockwise.
func (w Window) Corners() [4]Point {
	return [4]Point{w.at(-0.5, -0.5), w.at(0.5, -0.5), w.at(0.5, 0.5), w.at(-0.5, 0.5)}
}

// At is the place of a point that is given in shares of the window from its upper left corner.
func (w Window) At(x, y float64) Point { return w.at(x-0.5, y-0.5) }

// at is the place of a point of the window in shares of its sides from its middle.
func (w Window) at(x, y float64) Point {
	sin, cos := math.Sincos(w.Degrees * math.Pi / 180)
	return w.turned(x, y, sin, cos)
}

// turned is at by the sine and cosine of the angle.
func (w Window) turned(x, y, sin, cos float64) Point {
	x, y = x*w.Width, y*w.Height
	return Point{w.X + float64(x*cos) - float64(y*sin), w.Y + float64(x*sin) + float64(y*cos)}
}

// bounds is the smallest upright rectangle around the window.
func (w Window) bounds() image.Rectangle {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range w.Corners() {
		left, right, top, bottom = min(left, p.X), max(right, p.X), min(top, p.Y), max(bottom, p.Y)
	}
	return image.Rect(int(math.Floor(left))-1, int(math.Floor(top))-1, int(math.Ceil(right))+1, int(math.Ceil(bottom))+1)
}

// Window is what is seen through a window, upright and of so many pixels. What lies outside of
// the picture is filled with the nearest pixel of its edge.
func (p *Picture) Window(w Window, width, height int) *image.NRGBA {
	wide, tall := p.Size()
	r := w.bounds().Intersect(image.Rect(0, 0, wide, tall))
	part := p.Region(r)
	seen := image.NewNRGBA(image.Rect(0, 0, width, height))
	if part == nil {
		return seen
	}
	times := max(1, w.Height/float64(height))
	if times > 1 {
		part = imaging.Resize(part, max(1, round(float64(r.Dx())/times)), max(1, round(float64(r.Dy())/times)), imaging.Box)
	}
	sin, cos := math.Sincos(w.Degrees * math.Pi / 180)
	for y := range height {
		for x := range width {
			at := w.turned((float64(x)+0.5)/float64(width)-0.5, (float64(y)+0.5)/float64(height)-0.5, sin, cos)
			sample(part, (at.X-float64(r.Min.X))/times-0.5, (at.Y-float64(r.Min.Y))/times-0.5, seen.Pix[seen.PixOffset(x, y):])
		}
	}
	return seen
}

// sample mixes the four pixels about a place.
func sample(p *image.NRGBA, x, y float64, into []uint8) {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	x, y = min(max(x, 0), float64(w-1)), min(max(y, 0), float64(h-1))
	left, top := int(x), int(y)
	right, low := min(left+1, w-1), min(top+1, h-1)
	// In 256ths, whole, so that it is the same on every system.
	tx, ty := int((x-float64(left))*256), int((y-float64(top))*256)
	a, b := p.Pix[p.PixOffset(left, top):][:3], p.Pix[p.PixOffset(right, top):][:3]
	d, e := p.Pix[p.PixOffset(left, low):][:3], p.Pix[p.PixOffset(right, low):][:3]
	for c := range 3 {
		upper, lower := int(a[c])*(256-tx)+int(b[c])*tx, int(d[c])*(256-tx)+int(e[c])*tx
		into[c] = uint8((upper*(256-ty) + lower*ty + 1<<15) >> 16)
	}
	into[3] = 255
}
