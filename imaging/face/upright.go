package face

import (
	"image"
	"math"

	"graduand/imaging/pixels"
)

// Upright is a face with its eyes level, sampled at a fixed number of pixels for the distance
// of the eyes, so that all faces can be measured alike. Its places are those of the [Frame].
type Upright struct {
	Width, Height int
	// Scale is how many pixels one distance of the eyes has.
	Scale     float64
	left, top float64
	Light     []int // luma in 256 parts of a step of 255
	Colours   []pixels.Colour
	// Brightest is the brightest of red, green and blue, 0 to 255: where it is burnt out, so is
	// the tint of the skin, however dark that is.
	Brightest []uint8
}

// Finest is the most pixels for the distance of the eyes: larger faces are sampled at this.
const Finest = 90

// The part of a face that is seen upright, in the frame: from ear to ear and from the hair to
// below the chin.
const (
	partLeft, partRight = -1.1, 1.1
	partTop, partBottom = -0.9, 2.2
)

// Straighten shows a face upright; the frame is that of the full picture. A smaller face than
// [Finest] keeps the size that it has.
func Straighten(p *pixels.Picture, f Frame) *Upright {
	times := max(1, f.Eyes/Finest)
	u := &Upright{Scale: f.Eyes / times, left: partLeft, top: partTop}
	u.Width, u.Height = int((partRight-partLeft)*u.Scale)+1, int((partBottom-partTop)*u.Scale)+1
	around := corners(f)
	width, height := p.Size()
	around = around.Intersect(image.Rect(0, 0, width, height))
	part := p.Reduced(around, times)
	if part == nil {
		return nil
	}
	across, down := float64(around.Dx())/float64(part.Rect.Dx()), float64(around.Dy())/float64(part.Rect.Dy())
	u.Light, u.Colours, u.Brightest = make([]int, u.Width*u.Height), make([]pixels.Colour, u.Width*u.Height), make([]uint8, u.Width*u.Height)
	for y := range u.Height {
		for x := range u.Width {
			place := u.Place(x, y)
			at := f.At(place.X, place.Y)
			u.take(y*u.Width+x, part, (at.X+0.5-float64(around.Min.X))/across-0.5, (at.Y+0.5-float64(around.Min.Y))/down-0.5)
		}
	}
	return u
}

// corners is the smallest rectangle of pixels with the whole part of the face in it.
func corners(f Frame) image.Rectangle {
	r := image.Rectangle{Min: image.Pt(math.MaxInt32, math.MaxInt32), Max: image.Pt(math.MinInt32, math.MinInt32)}
	for _, x := range []float64{partLeft, partRight} {
		for _, y := range []float64{partTop, partBottom} {
			at := f.At(x, y)
			r.Min.X, r.Min.Y = min(r.Min.X, int(math.Floor(at.X))-1), min(r.Min.Y, int(math.Floor(at.Y))-1)
			r.Max.X, r.Max.Y = max(r.Max.X, int(math.Ceil(at.X))+2), max(r.Max.Y, int(math.Ceil(at.Y))+2)
		}
	}
	return r
}

// take takes the colour between four pixels, in whole numbers of 256 parts of a pixel. Beside
// the picture its edge goes on.
func (u *Upright) take(to int, from *image.NRGBA, x, y float64) {
	px, py := fixed(x, from.Rect.Dx()), fixed(y, from.Rect.Dy())
	x0, y0, tx, ty := px>>8, py>>8, px&255, py&255
	x1, y1 := min(x0+1, from.Rect.Dx()-1), min(y0+1, from.Rect.Dy()-1)
	a, b := from.Pix[y0*from.Stride+4*x0:], from.Pix[y0*from.Stride+4*x1:]
	c, d := from.Pix[y1*from.Stride+4*x0:], from.Pix[y1*from.Stride+4*x1:]
	var v [3]int
	for i := range v {
		upper := int(a[i])*(256-tx) + int(b[i])*tx
		lower := int(c[i])*(256-tx) + int(d[i])*tx
		v[i] = (upper*(256-ty) + lower*ty) >> 8
	}
	u.Brightest[to] = uint8((max(v[0], v[1], v[2]) + 128) >> 8)
	u.Light[to] = (299*v[0] + 587*v[1] + 114*v[2]) / 1000
	u.Colours[to] = pixels.ColourOf(uint8((v[0]+128)>>8), uint8((v[1]+128)>>8), uint8((v[2]+128)>>8))
}

// fixed is a coordinate in 256 parts of a pixel, within the picture.
func fixed(x float64, size int) int {
	return min(max(int(math.Floor(x*256)), 0), 256*(size-1))
}

// Pixel is the nearest pixel of a place in the frame.
func (u *Upright) Pixel(x, y float64) image.Point {
	return image.Pt(min(max(int(math.Round((x-u.left)*u.Scale)), 0), u.Width-1), min(max(int(math.Round((y-u.top)*u.Scale)), 0), u.Height-1))
}

// Place is where a pixel lies in the frame.
func (u *Upright) Place(x, y int) Point {
	return Point{u.left + float64(x)/u.Scale, u.top + float64(y)/u.Scale}
}

// Part is the rectangle of pixels between two places, with both.
func (u *Upright) Part(left, top, right, bottom float64) image.Rectangle {
	a, b := u.Pixel(left, top), u.Pixel(right, bottom)
	return image.Rect(a.X, a.Y, b.X+1, b.Y+1)
}

// Mean is the luma between two places, 0 to 255.
func (u *Upright) Mean(left, top, right, bottom float64) float64 {
	r := u.Part(left, top, right, bottom)
	sum := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for _, v := range u.Light[y*u.Width+r.Min.X : y*u.Width+r.Max.X] {
			sum += v
		}
	}
	return float64(sum) / float64(r.Dx()*r.Dy()) / 256
}

// Colour is the mean colour between two places.
func (u *Upright) Colour(left, top, right, bottom float64) pixels.Colour {
	r := u.Part(left, top, right, bottom)
	var l, a, b int
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for _, c := range u.Colours[y*u.Width+r.Min.X : y*u.Width+r.Max.X] {
			l, a, b = l+int(c.L), a+int(c.A), b+int(c.B)
		}
	}
	n := r.Dx() * r.Dy()
	return pixels.Colour{L: int16(l / n), A: int16(a / n), B: int16(b / n)}
}
