package imaging

import (
	"image"
	"math"

	"graduand/imaging/pixels"
)

// Measures of colour, sharpness and light, all on the face alone.
const (
	// ColourLeft is the colour that is left when each lightness has had its mean tint taken
	// away, in units of L*a*b*: nothing in grey, little in a photo of one tint.
	ColourLeft Measure = "F07.left"
	// Blur is how little a further blur changes (Crété and others, 2007), 0 sharp to 1, across
	// the eyes; EyePixels the distance of the eyes in pixels.
	Blur      Measure = "F08.blur"
	EyePixels Measure = "F08.eyes"
	// FaceLight is the mean luma of the face, of 1: no face is too dark by itself, skins differ.
	// FaceBurnt is the share of it that is white (luma of 247 and more), FaceShades how many
	// bits tell its shades apart, however dark it is as a whole.
	// FaceClipped is the share in which red, green or blue is at its end: the highlights of a dark
	// skin burn out so long before they are white.
	FaceLight   Measure = "F09.light"
	FaceBurnt   Measure = "F09.burnt"
	FaceClipped Measure = "F09.clipped"
	FaceShades  Measure = "F09.shades"
	// LightTogether is how light wall and face are together: L* of the background, of 1, and 0.3
	// of the luma of the face, so that the wall decides, which all skins have alike. A wall that
	// has a colour tells nothing of the light.
	LightTogether Measure = "F09.together"
	// CheekLight is how light the darker cheek is beside the lighter one.
	CheekLight Measure = "F10.cheeks"
)

func (o *portrait) inColour() Finding { return o.judge(ColourLeft, colourLeft(o.close.Colours)) }

// bins are the steps of lightness that have a tint of their own.
const bins = 32

func colourLeft(all []pixels.Colour) float64 {
	var a, b, n [bins]int
	bin := func(c pixels.Colour) int { return min(int(c.L)*bins/10_001, bins-1) }
	for _, c := range all {
		i := bin(c)
		a[i], b[i], n[i] = a[i]+int(c.A), b[i]+int(c.B), n[i]+1
	}
	left := 0.0
	for _, c := range all {
		i := bin(c)
		x, y := float64(c.A)-float64(a[i])/float64(n[i]), float64(c.B)-float64(b[i])/float64(n[i])
		left += math.Sqrt(float64(x*x) + float64(y*y))
	}
	return left / float64(len(all)) / 100
}

func (o *portrait) sharp() Finding {
	eyes := o.close.Part(-0.85, -0.4, 0.85, 0.3)
	return worst(o.judge(Blur, blurOf(o.close.Light, o.close.Width, eyes), o.wholeFace()), o.judge(EyePixels, o.marks.Eyes*o.times, o.wholeFace()))
}

// reach of the further blur: so many pixels to either side.
const blurReach = 4

// blurOf compares how neighbours in a row differ with how they differ after a blur of 9
// pixels: the difference of two neighbouring means is that of the pixels at their ends.
func blurOf(light []int, width int, part image.Rectangle) float64 {
	all, lost := 0, 0
	for y := max(1, part.Min.Y); y < part.Max.Y-1; y++ {
		row := light[y*width : (y+1)*width]
		for x := max(blurReach+1, part.Min.X); x < min(width-blurReach-1, part.Max.X-1); x++ {
			sharp := (2*blurReach + 1) * abs(row[x]-row[x-1])
			all += sharp
			lost += max(0, sharp-abs(row[x+blurReach]-row[x-blurReach-1]))
		}
	}
	if all == 0 {
		return 1
	}
	return float64(all-lost) / float64(all)
}

// lumas are those of the face: in whole steps, and in the 256 parts of a step in which they
// were sampled.
type lumas struct {
	counts [256]int
	fine   []int
	// clipped is how many have a colour at its end.
	clipped int
}

// The ellipse of a face ends so far beside and above the middle of the eyes; below at the chin.
const ovalWide, ovalAbove = 0.85, 0.5

func (o *portrait) lumas() (s lumas) {
	u := o.close
	middle, half := float64((o.marks.Chin()-ovalAbove)/2), (o.marks.Chin()+ovalAbove)/2
	for y := range u.Height {
		for x := range u.Width {
			at := u.Place(x, y)
			dx, dy := at.X/ovalWide, (at.Y-middle)/half
			if float64(dx*dx)+float64(dy*dy) <= 1 {
				light := u.Light[y*u.Width+x]
				s.counts[min((light+128)>>8, 255)]++
				s.fine = append(s.fine, light)
				if u.Brightest[y*u.Width+x] >= end {
					s.clipped++
				}
			}
		}
	}
	return s
}

// mean is the luma of 1.
func (s *lumas) mean() float64 {
	sum := 0
	for _, v := range s.fine {
		sum += v
	}
	return float64(sum) / float64(len(s.fine)) / 256 / 255
}

// white is from which luma on nothing is told apart, end from which value of a colour on.
const white, end = 247, 253

// burnt is the share that is white.
func (s *lumas) burnt() float64 {
	n := 0
	for _, c := range s.counts[white:] {
		n += c
	}
	return float64(n) / float64(len(s.fine))
}

// usualMean is the step of luma to which the mean is brought before shades are counted: a dark
// skin has as many as a light one, though fewer steps of luma.
const usualMean = 128

// bits is the entropy of the shades.
func (s *lumas) bits() float64 {
	var counts [256]int
	mean := s.mean() * 255 * 256
	for _, v := range s.fine {
		counts[min(int(usualMean*float64(v)/mean), 255)]++
	}
	bits := 0.0
	for _, n := range counts {
		if n > 0 {
			p := float64(n) / float64(len(s.fine))
			bits -= float64(p * math.Log2(p))
		}
	}
	return bits
}

// faceWeight is what the luma of the face counts beside the lightness of the wall.
const faceWeight = 0.3

func (o *portrait) exposure(background Finding) Finding {
	s := o.lumas()
	area := o.wholeFace()
	together := math.NaN()
	if o.back != nil && (background.Verdict != Block || background.Measure != BackChroma) {
		together = float64(o.back.colour.L)/10_000 + float64(faceWeight*s.mean())
	}
	return worst(o.judge(LightTogether, together, area), o.judge(FaceBurnt, s.burnt(), area),
		o.judge(FaceClipped, float64(s.clipped)/float64(len(s.fine)), area), o.judge(FaceLight, s.mean(), area), o.judge(FaceShades, s.bits(), area))
}

func (o *portrait) evenLight() Finding {
	left, right := o.close.Mean(-0.7, 0.25, -0.3, 0.75), o.close.Mean(0.3, 0.25, 0.7, 0.75)
	area := o.part(-0.9, 0.1, -0.2, 0.9)
	if right < left {
		area = o.part(0.2, 0.1, 0.9, 0.9)
	}
	return o.judge(CheekLight, min(left, right)/max(left, right, 1), area)
}
