// Package glyph tells the 37 signs of a machine-readable zone apart.
//
// A sign is seen as a patch of the picture on which its zone's grid lies, of one size and
// contrast whatever its face, size and light. A small network of whole numbers, the same on
// every system, says how much the patch is like each sign. How its numbers were found, says
// the command in learn.
package glyph

import (
	"math"

	"graduand/imaging/pixels"
)

// The sides of a patch. Its width is that of a place in the line; its height that of a
// capital, and a tenth more above and below.
const (
	Width, Height = 16, 20
	tall          = 1.2
)

// Patch is how a sign is seen: lightness of mean 0, with a spread of [spread].
type Patch [Width * Height]int32

const spread = 64

// Grid lays places and lines on a picture: a projective map (the 3 × 3 matrix in rows, its
// last element 1) from signs along the line and lines down the zone to pixels.
type Grid [9]float64

// At is where a point of the grid lies, in pixels. The sign i of line j has its middle at
// i + ½, j.
func (g *Grid) At(u, v float64) (x, y float64) {
	w := float64(g[6]*u) + float64(g[7]*v) + g[8]
	return (float64(g[0]*u) + float64(g[1]*v) + g[2]) / w, (float64(g[3]*u) + float64(g[4]*v) + g[5]) / w
}

// Spot is one place of a grid: whose middle is at U, V, Capital lines high.
type Spot struct{ U, V, Capital float64 }

// Look takes the patch of a place, and how far its dots are from their mean in the picture, in
// 1/64 of a level; 0 and no patch where it is hardly of two lightnesses.
func Look(g *pixels.Gray, grid *Grid, s Spot) (p Patch, contrast int) {
	for py := range Height {
		for px := range Width {
			p[py*Width+px] = dot(g, grid, s, px, py)
		}
	}
	return levelled(p)
}

// dot is the lightness of one dot of a patch, the mean of four points, in 1/64 of a level.
func dot(g *pixels.Gray, grid *Grid, s Spot, px, py int) int32 {
	var sum int32
	for k := range 4 {
		u := (float64(px) + 0.25 + float64(float64(k%2)/2)) / Width
		v := (float64(py) + 0.25 + float64(float64(k/2)/2)) / Height
		x, y := grid.At(s.U+float64(u)-0.5, s.V+float64(float64(v-0.5)*float64(s.Capital*tall)))
		sum += point(g, x, y)
	}
	return sum / 4
}

// point is the lightness between pixels, in 1/64 of a level. What lies outside is as the edge.
func point(g *pixels.Gray, x, y float64) int32 {
	const eighths = 8
	fx, fy := fixed(x-0.5, g.Width), fixed(y-0.5, g.Height)
	x0, y0 := fx/eighths, fy/eighths
	x1, y1 := min(x0+1, g.Width-1), min(y0+1, g.Height-1)
	ax, ay := int32(fx%eighths), int32(fy%eighths)
	row0, row1 := g.Pixels[y0*g.Width:], g.Pixels[y1*g.Width:]
	above := int32(row0[x0])*(eighths-ax) + int32(row0[x1])*ax
	below := int32(row1[x0])*(eighths-ax) + int32(row1[x1])*ax
	return above*(eighths-ay) + below*ay
}

// fixed is a coordinate in eighths of a pixel, inside a side of so many.
func fixed(x float64, side int) int {
	switch last := side - 1; {
	case !(x > 0):
		return 0
	case x > float64(last):
		return 8 * last
	}
	return int(float64(x*8) + 0.5)
}

// faint is a contrast that is none.
const faint = 2 * 64

// levelled gives a patch its mean and spread.
func levelled(p Patch) (Patch, int) {
	var sum, squares int64
	for _, v := range p {
		sum += int64(v)
	}
	mean := int32(sum / int64(len(p)))
	for _, v := range p {
		squares += int64(v-mean) * int64(v-mean)
	}
	deviation := root(squares / int64(len(p)))
	if deviation < faint {
		return Patch{}, 0
	}
	for i, v := range p {
		p[i] = int32(int64(v-mean) * spread / deviation)
	}
	return p, int(deviation)
}

// root is the whole square root.
func root(n int64) int64 {
	r := int64(math.Sqrt(float64(n)))
	for r*r > n {
		r--
	}
	for (r+1)*(r+1) <= n {
		r++
	}
	return r
}
