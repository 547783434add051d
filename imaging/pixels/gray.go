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

// Mirrored is the picture with left and right changed.
func (g *Gray) Mirrored() *Gray {
	m := &Gray{g.Width, g.Height, make([]uint8, len(g.Pixels))}
	for y := range g.Height {
		for x := range g.Width {
			m.Pixels[y*g.Width+g.Width-1-x] = g.Pixels[y*g.Width+x]
		}
	}
	return m
}

// Turned is the picture turned by 90° clockwise.
func (g *Gray) Turned() *Gray {
	t := &Gray{g.Height, g.Width, make([]uint8, len(g.Pixels))}
	for y := range g.Height {
		for x := range g.Width {
			t.Pixels[x*t.Width+g.Height-1-y] = g.Pixels[y*g.Width+x]
		}
	}
	return t
}

// Part is a rectangle of the picture, which it must lie in.
func (g *Gray) Part(left, top, right, bottom int) *Gray {
	p := &Gray{right - left, bottom - top, make([]uint8, 0, (right-left)*(bottom-top))}
	for y := top; y < bottom; y++ {
		p.Pixels = append(p.Pixels, g.Pixels[y*g.Width+left:y*g.Width+right]...)
	}
	return p
}

// Shrunk is the picture at another size, not a larger one: each pixel the mean of those whose
// middle lies in it.
func (g *Gray) Shrunk(width, height int) *Gray {
	s := &Gray{width, height, make([]uint8, width*height)}
	for y := range height {
		top, bottom := y*g.Height/height, (y+1)*g.Height/height
		for x := range width {
			left, right := x*g.Width/width, (x+1)*g.Width/width
			s.Pixels[y*width+x] = g.mean(left, top, right, bottom)
		}
	}
	return s
}

// mean is the lightness of a rectangle that is not empty.
func (g *Gray) mean(left, top, right, bottom int) uint8 {
	sum := 0
	for y := top; y < bottom; y++ {
		for _, v := range g.Pixels[y*g.Width+left : y*g.Width+right] {
			sum += int(v)
		}
	}
	n := (right - left) * (bottom - top)
	return uint8((sum + n/2) / n)
}
