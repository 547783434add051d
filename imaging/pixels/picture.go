// Package pixels shows a decoded picture upright and opaque, as a whole in small or a part of
// it at full size, and never holds a second full copy of it. All that it gives to the
// library that scales and turns is made fresh here: that library ends the program, not the call, at a
// picture that contradicts itself.
package pixels

import (
	"image"
	"image/draw"

	"github.com/disintegration/imaging"
)

// Picture is one decoded picture, seen upright.
type Picture struct {
	whole  image.Image
	turn   Turn
	opaque bool
}

// New sees a decoded picture as its file says that it is to be turned. What is transparent is
// seen on white.
func New(decoded image.Image, turn Turn) *Picture {
	o, tells := decoded.(interface{ Opaque() bool })
	return &Picture{decoded, turn, tells && o.Opaque()}
}

// Size is that of the upright picture, in pixels.
func (p *Picture) Size() (width, height int) {
	b := p.whole.Bounds()
	if p.turn.swaps() {
		return b.Dy(), b.Dx()
	}
	return b.Dx(), b.Dy()
}

// Region is a part of the upright picture at full size; what lies outside the picture is cut
// off, and nil is what is left of nothing.
func (p *Picture) Region(r image.Rectangle) *image.NRGBA {
	width, height := p.Size()
	r = r.Intersect(image.Rect(0, 0, width, height))
	if r.Empty() {
		return nil
	}
	return p.turn.apply(p.stored(p.turn.back(r, width, height)))
}

// Shrunk is the whole upright picture whose longer side has at most so many pixels, each the
// mean of those that it stands for; and by what its lengths are to be multiplied to get those
// of the picture, 1 where nothing was to be shrunk.
func (p *Picture) Shrunk(long int) (small *image.NRGBA, times float64) {
	width, height := p.Size()
	times = max(1, float64(max(width, height))/float64(long))
	return p.Reduced(image.Rect(0, 0, width, height), times), times
}

// Reduced is a part of the upright picture whose lengths are divided by times, 1 or more, each
// pixel the mean of those that it stands for. What lies outside the picture is cut off, and nil
// is what is left of nothing.
func (p *Picture) Reduced(r image.Rectangle, times float64) *image.NRGBA {
	width, height := p.Size()
	r = r.Intersect(image.Rect(0, 0, width, height))
	if r.Empty() {
		return nil
	}
	r = p.turn.back(r, width, height)
	w, h := max(1, round(float64(r.Dx())/times)), max(1, round(float64(r.Dy())/times))
	switch {
	case times == 1:
		return p.turn.apply(p.stored(r))
	case times < 2:
		return p.turn.apply(imaging.Resize(p.narrowed(r, w), w, h, imaging.Box))
	}
	return p.turn.apply(p.means(r, w, h))
}

// bandRows is how many rows of a picture are copied at a time.
const bandRows = 256

// narrowed is a part of the picture as it is stored with so many columns. It is made band by band,
// so that beside a large picture no second one stands.
func (p *Picture) narrowed(r image.Rectangle, width int) *image.NRGBA {
	narrow := image.NewNRGBA(image.Rect(0, 0, width, r.Dy()))
	for top := 0; top < r.Dy(); top += bandRows {
		band := image.Rect(r.Min.X, r.Min.Y+top, r.Max.X, min(r.Min.Y+top+bandRows, r.Max.Y))
		copy(narrow.Pix[top*narrow.Stride:], imaging.Resize(p.stored(band), width, band.Dy(), imaging.Box).Pix)
	}
	return narrow
}

func round(x float64) int { return int(x + 0.5) }

// means is a part of the picture as it is stored at a smaller size: each pixel the mean of a
// rectangle, which are all as large, up to a row and a column. No second full copy is made.
func (p *Picture) means(r image.Rectangle, width, height int) *image.NRGBA {
	small := image.NewNRGBA(image.Rect(0, 0, width, height))
	if planes, is := p.whole.(*image.YCbCr); is {
		meanPlanes(small, planes, r.Add(planes.Rect.Min))
		return small
	}
	band := image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()/height+1))
	for y := range height {
		top, bottom := y*r.Dy()/height, (y+1)*r.Dy()/height
		rows := image.Rect(0, 0, r.Dx(), bottom-top)
		p.draw(band, rows, r.Min.Add(image.Pt(0, top)))
		meanRow(small.Pix[y*small.Stride:][:4*width], band.SubImage(rows).(*image.RGBA))
	}
	return small
}

// meanRow makes one row of the columns of a band.
func meanRow(row []uint8, band *image.RGBA) {
	width, w := band.Rect.Dx(), len(row)/4
	for x := range w {
		left, right := x*width/w, (x+1)*width/w
		var sum [3]int
		for y := range band.Rect.Dy() {
			at := y*band.Stride + 4*left
			for pixels := band.Pix[at : at+4*(right-left)]; len(pixels) >= 4; pixels = pixels[4:] {
				sum[0], sum[1], sum[2] = sum[0]+int(pixels[0]), sum[1]+int(pixels[1]), sum[2]+int(pixels[2])
			}
		}
		n := (right - left) * band.Rect.Dy()
		for c := range sum {
			row[4*x+c] = uint8((sum[c] + n/2) / n)
		}
		row[4*x+3] = 255
	}
}

// stored is a fresh part of the picture as it is stored, from its upper left corner.
func (p *Picture) stored(r image.Rectangle) *image.NRGBA {
	fresh := image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	p.draw(fresh, fresh.Rect, r.Min)
	// Opaque pixels are the same with and without their transparency multiplied in.
	return &image.NRGBA{Pix: fresh.Pix, Stride: fresh.Stride, Rect: fresh.Rect}
}

// draw draws the stored picture from a place on, opaque.
func (p *Picture) draw(onto *image.RGBA, r image.Rectangle, from image.Point) {
	how := draw.Src
	if !p.opaque {
		draw.Draw(onto, r, image.White, image.Point{}, draw.Src)
		how = draw.Over
	}
	draw.Draw(onto, r, p.whole, p.whole.Bounds().Min.Add(from), how)
}
