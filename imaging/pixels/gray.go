package pixels

import "image"

// Gray is a picture of lightness: rows of octets, one a pixel.
type Gray struct {
	Width, Height int
	Pixels        []uint8
}

// ToGray is the luma of a picture (ITU-R BT.601), in whole numbers, so that it is the same on
// every system.
func ToGray(p *image.NRGBA) *Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	g := &Gray{w, h, make([]uint8, w*h)}
	for y := range h {
		row, from := g.Pixels[y*w:(y+1)*w], p.Pix[y*p.Stride:]
		for x := range row {
			q := from[4*x : 4*x+3]
			row[x] = uint8((299*int(q[0]) + 587*int(q[1]) + 114*int(q[2]) + 500) / 1000)
		}
	}
	return g
}
