package main

import (
	"image"
	"image/color"
	"math"

	"graduand/imaging/mrz/glyph"
	"graduand/imaging/mrz/mrztest"
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
func strip(face *mrztest.Face, r *mrztest.Random) (samples []sample) {
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
	mrztest.Blur(g, pitch*math.Pow(r.Between(0, 0.42), 2))
	mrztest.Noise(g, math.Pow(r.Between(0, 1), 2)*(paper-ink)*0.22, r)
	for i, sign := range signs {
		grid := shaken((float64(margin+i)+0.5)*pitch, float64(height)/2, pitch, r)
		if p, ok := glyph.Look(g, &grid, glyph.Spot{Capital: capital / pitch}); ok {
			samples = append(samples, sample{p, sign})
		}
	}
	return samples
}

func signsOf(r *mrztest.Random) (signs []int, line string) {
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
func shaken(x, y, pitch float64, r *mrztest.Random) glyph.Grid {
	wide, high := pitch*r.Between(0.94, 1.06), pitch*r.Between(0.92, 1.08)
	turn, slant := r.Between(-0.04, 0.04), r.Between(-0.06, 0.06)
	return glyph.Grid{wide, high * slant, x + pitch*r.Between(-0.09, 0.09),
		wide * turn, high, y + pitch*r.Between(-0.07, 0.07), 0, 0, 1}
}

// shade lays light over a strip that is not even.
func shade(g *pixels.Gray, r *mrztest.Random) {
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
func guilloche(g *pixels.Gray, pitch, paper float64, r *mrztest.Random) {
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
