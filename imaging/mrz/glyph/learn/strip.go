package main

import (
	"image"
	"image/color"
	"math"

	"graduand/imaging/drawing"
	"graduand/imaging/mrz/glyph"
	"graduand/imaging/pixels"
)

// sample is a patch and the sign that it shows.
type sample struct {
	patch glyph.Patch
	sign  int
}

// places are the signs of a strip, margin those left free before and after them.
const (
	places = 40
	margin = 3
)

// strip draws a line in a face as a camera may see it, and takes its signs.
func strip(face *drawing.Face, r *drawing.Random) (samples []sample) {
	pitch := r.Between(8, 30)
	if r.Below(3) == 0 {
		pitch = r.Between(7, 14)
	}
	size := r.Between(0.92, 1.06)
	if r.Below(3) == 0 {
		size = 1
	}
	signs, line := signsOf(r)
	height := int(4 * pitch)
	picture := image.NewGray(image.Rect(0, 0, int(float64(places+2*margin)*pitch), height))
	paper := r.Between(110, 250)
	for i := range picture.Pix {
		picture.Pix[i] = uint8(paper)
	}
	g := &pixels.Gray{Width: picture.Rect.Dx(), Height: height, Pixels: picture.Pix}
	if r.Below(2) == 0 {
		guilloche(g, pitch, paper, r)
	}
	ink := r.Between(5, paper*0.6)
	capital := face.Write(picture, line, margin*pitch, float64(height)/2, pitch, size, color.Gray{uint8(ink)})
	shade(g, r)
	drawing.Blur(g, pitch*math.Pow(r.Between(0, 0.42), 2))
	drawing.Noise(g, math.Pow(r.Between(0, 1), 2)*(paper-ink)*0.22, r)
	for i, sign := range signs {
		grid := shaken((float64(margin+i)+0.5)*pitch, float64(height)/2, pitch, r)
		seen := g
		if r.Below(6) == 0 {
			seen, sign = spoilt(g, &grid, pitch, capital, r), glyph.None
		}
		if p, contrast := glyph.Look(seen, &grid, glyph.Spot{Capital: capital / pitch}); contrast > 0 {
			samples = append(samples, sample{p, sign})
		}
	}
	return samples
}

// spoilt makes a sign none: looked at from half a sign beside it, or with much of it painted
// over, inverted, or covered by something else.
func spoilt(g *pixels.Gray, grid *glyph.Grid, pitch, capital float64, r *drawing.Random) *pixels.Gray {
	how := r.Below(7)
	side := float64(1 - 2*r.Below(2))
	switch how {
	case 0:
		grid[2] += side * pitch * r.Between(0.3, 0.7)
		return g
	case 1:
		grid[5] += side * capital * r.Between(0.35, 1)
		return g
	}
	x, y := grid[2], grid[5]
	g = &pixels.Gray{Width: g.Width, Height: g.Height, Pixels: append([]uint8{}, g.Pixels...)}
	left, top := x-pitch*r.Between(-0.05, 0.5), y-capital*r.Between(-0.05, 0.6)
	wide, high := pitch*r.Between(0.35, 1.2), capital*r.Between(0.35, 1.3)
	value := r.Between(0, 255)
	for py := max(0, int(top)); py < min(g.Height, int(top+high)); py++ {
		for px := max(0, int(left)); px < min(g.Width, int(left+wide)); px++ {
			p := &g.Pixels[py*g.Width+px]
			switch how {
			case 2:
				*p = uint8(value)
			case 3:
				*p = ^*p
			case 4:
				*p = uint8(r.Below(256))
			case 5:
				*p = g.Pixels[(py+int(capital))%g.Height*g.Width+(px+int(1.4*pitch))%g.Width]
			case 6:
				if (px+py)%(3+int(value)%5) == 0 {
					*p = uint8(value)
				}
			}
		}
	}
	return g
}

func signsOf(r *drawing.Random) (signs []int, line string) {
	for range places {
		sign := r.Below(len(glyph.Signs))
		if r.Below(12) == 0 {
			sign = len(glyph.Signs) - 1
		}
		signs, line = append(signs, sign), line+glyph.Signs[sign:sign+1]
	}
	return signs, line
}

// shaken is the grid about a sign, as inexact as it is found in a picture: by parts of a sign.
func shaken(x, y, pitch float64, r *drawing.Random) glyph.Grid {
	wide, high := pitch*r.Between(0.94, 1.06), pitch*r.Between(0.92, 1.08)
	turn, slant := r.Between(-0.04, 0.04), r.Between(-0.06, 0.06)
	return glyph.Grid{wide, high * slant, x + pitch*r.Between(-0.09, 0.09),
		wide * turn, high, y + pitch*r.Between(-0.07, 0.07), 0, 0, 1}
}

// shade lays light over a strip that is not even.
func shade(g *pixels.Gray, r *drawing.Random) {
	along, down := r.Between(-0.3, 0.3), r.Between(-0.15, 0.15)
	for y := range g.Height {
		for x := range g.Width {
			light := 1 + along*(float64(x)/float64(g.Width)-0.5) + down*(float64(y)/float64(g.Height)-0.5)
			p := &g.Pixels[y*g.Width+x]
			*p = uint8(min(255, float64(*p)*light))
		}
	}
}

// guilloche draws the fine waves that documents have under their text.
func guilloche(g *pixels.Gray, pitch, paper float64, r *drawing.Random) {
	for range 6 + r.Below(20) {
		high, length, phase, at := r.Between(0.2, 2)*pitch, r.Between(1, 9)*pitch, r.Between(0, 6), r.Between(0, float64(g.Height))
		depth := r.Between(0.6, 0.97)
		for x := range g.Width {
			y := int(at + high*math.Sin(float64(x)/length+phase))
			if y >= 0 && y < g.Height {
				g.Pixels[y*g.Width+x] = uint8(paper * depth)
			}
		}
	}
}
