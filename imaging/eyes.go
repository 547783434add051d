package imaging

import (
	"math"

	"graduand/imaging/face"
)

// Measures of the eyes and what is before them.
const (
	// EyesClosed is by how much closed lids explain better what is seen than open ones: the
	// logarithm of the odds, above 0 rather closed.
	EyesClosed Measure = "F11.closed"
	// FrameEdges are the edges of a frame on the bridge of the nose and below the eyes, beside
	// the luma of the nose.
	FrameEdges Measure = "F12.edges"
	// EyesDark is the luma of the eyes beside that of the cheeks: dark glasses make it small.
	EyesDark Measure = "F12.dark"
)

// eye is what is measured of one: all lengths in distances of the eyes.
type eye struct {
	// disc is how dark a disc of the size of an iris can be found beside the skin: the share of
	// light that it takes away. run is how far the dark goes on above and below it.
	disc, run float64
	// contrast is how dark the darkest place is; height how high the dark column is.
	contrast, height float64
	// sclera is how much lighter it is beside the iris.
	sclera float64
}

// eyeAt measures the eye whose pupil is taken to be at a place.
func eyeAt(u *face.Upright, x, y float64) (e eye) {
	skin := u.Mean(x-0.15, y+0.3, x+0.15, y+0.45)
	var atX, atY float64
	e.disc, atX, atY = darkDisc(u, x, y, skin)
	e.run = darkRun(u, atX, atY, skin)
	e.height, e.contrast = darkColumn(u, x, y, skin)
	e.sclera = whites(u, x, y)
	return e
}

// The disc of an iris, and where its middle is sought around that of the eye.
const (
	discRadius = 0.06
	discStep   = 0.014
	discSteps  = 5
)

// darkDisc is the darkest disc, and where: three quarters of its pixels are at least so dark.
func darkDisc(u *face.Upright, x, y, skin float64) (dark, atX, atY float64) {
	atX, atY = x, y
	radius := discRadius * u.Scale
	for i := -discSteps; i <= discSteps; i++ {
		for j := -discSteps; j <= discSteps; j++ {
			toX, toY := x+float64(discStep*float64(j)), y+float64(discStep*float64(i))
			v := 1 - discLuma(u, toX, toY, radius)/max(skin, 1)
			if v > dark {
				dark, atX, atY = v, toX, toY
			}
		}
	}
	return dark, atX, atY
}

func discLuma(u *face.Upright, x, y, radius float64) float64 {
	var counts [256]int
	n, at, reach := 0, u.Pixel(x, y), int(radius+1)
	for py := max(at.Y-reach, 0); py <= min(at.Y+reach, u.Height-1); py++ {
		for px := max(at.X-reach, 0); px <= min(at.X+reach, u.Width-1); px++ {
			if float64((px-at.X)*(px-at.X)+(py-at.Y)*(py-at.Y)) <= float64(radius*radius) {
				counts[u.Light[py*u.Width+px]>>8]++
				n++
			}
		}
	}
	below := 0
	for v, c := range counts {
		if below += c; 4*below >= 3*n {
			return float64(v)
		}
	}
	return 0
}

// darkRun is how far it stays dark above and below the darkest row near a place.
func darkRun(u *face.Upright, x, y, skin float64) float64 {
	luma := func(y float64) float64 { return u.Mean(x-0.03, y-0.006, x+0.03, y+0.006) }
	darkest, at := math.Inf(1), 0.0
	for i := -7; i <= 7; i++ {
		row := y + float64(0.008*float64(i))
		if v := luma(row); v < darkest {
			darkest, at = v, row
		}
	}
	half := darkest + float64((skin-darkest)/2)
	top, bottom := at, at
	for top > y-0.3 && luma(top) < half {
		top -= 0.008
	}
	for bottom < y+0.3 && luma(bottom) < half {
		bottom += 0.008
	}
	return bottom - top
}

// darkColumn is the height of the highest dark column near the pupil, and the contrast of the
// darkest place.
func darkColumn(u *face.Upright, x, y, skin float64) (height, contrast float64) {
	darkest := math.Inf(1)
	for i := -3; i <= 3; i++ {
		column := x + float64(0.02*float64(i))
		luma := func(row int) float64 {
			at := y + float64(0.012*float64(row))
			return u.Mean(column-0.015, at-0.008, column+0.015, at+0.008)
		}
		least := math.Inf(1)
		for row := -10; row <= 10; row++ {
			least = min(least, luma(row))
		}
		darkest = min(darkest, least)
		limit, rows := least+float64(0.45*(skin-least)), 0
		for row := -16; row <= 16; row++ {
			if luma(row) < limit {
				rows++
			}
		}
		height = max(height, 0.012*float64(rows))
	}
	return height, 1 - darkest/max(skin, 1)
}

// whites is how much lighter it is on both sides of the iris than in it.
func whites(u *face.Upright, x, y float64) float64 {
	iris, beside := u.Mean(x-0.05, y-0.02, x+0.05, y+0.06), 0.0
	for _, side := range []float64{-0.15, 0.15} {
		lightest := 0.0
		for i := -2; i <= 2; i++ {
			at := x + side + float64(0.025*float64(i))
			lightest = max(lightest, u.Mean(at-0.02, y-0.01, at+0.02, y+0.05))
		}
		beside += float64(lightest / 2)
	}
	return (beside - iris) / max(beside, 1)
}

// signs weigh what is seen of the eyes: by the mean and the deviation of open ones, and by
// the weight of a logistic regression on 43 people with open and closed eyes.
var signs = [...]struct{ mean, deviation, weight float64 }{
	{0.5961, 0.1140, -0.353}, // disc
	{0.1705, 0.0563, 2.769},  // run
	{0.7556, 0.0708, -0.058}, // contrast
	{0.4683, 0.1634, -2.293}, // sclera
	{0.0302, 0.0262, 0.210},  // spread of the search for pupils
	{0.1908, 0.0489, -1.804}, // height
}

// usual is the logarithm of the odds of closed eyes before anything is seen of them.
const usual = -2.6

// odds is the logarithm of the odds that an eye is closed, from what is seen of it.
func (e eye) odds(spread float64) float64 {
	odds := usual
	for i, seen := range [...]float64{e.disc, e.run, e.contrast, e.sclera, spread, e.height} {
		odds += signs[i].weight * (seen - signs[i].mean) / signs[i].deviation
	}
	return odds
}

// How far from where a pupil was found it may be, in so many steps to either side: one pixel of
// the small copy changes what is seen of an open eye much, of a closed one little.
const (
	besideStep  = 0.015
	besideSteps = 2
)

// closed is the least of the odds around a place: open, if it looks so from anywhere.
func (o *portrait) closed(x float64) float64 {
	least := math.Inf(1)
	for i := -besideSteps; i <= besideSteps; i++ {
		for j := -besideSteps; j <= besideSteps; j++ {
			at := x + float64(besideStep*float64(j))
			least = min(least, eyeAt(o.close, at, besideStep*float64(i)).odds(o.marks.Spread))
		}
	}
	return least
}

// eyesOpen takes both together: lids close together.
func (o *portrait) eyesOpen() Finding {
	odds := (o.closed(-0.5) + o.closed(0.5)) / 2
	return o.judge(EyesClosed, odds, o.part(-0.75, -0.25, -0.25, 0.25), o.part(0.25, -0.25, 0.75, 0.25))
}

func (o *portrait) glasses() Finding {
	u := o.close
	skin := max(u.Mean(-0.15, 0.1, 0.15, 0.4), 20)
	edges := (rowEdge(u, -0.14, -0.22, 0.14, 0.22) + min(rowEdge(u, -0.65, 0.24, -0.35, 0.62), rowEdge(u, 0.35, 0.24, 0.65, 0.62))) / skin
	eyes := min(eyesLuma(u, 0), eyesLuma(u, -0.1), eyesLuma(u, -0.2))
	cheeks := (u.Mean(-0.65, 0.45, -0.35, 0.7) + u.Mean(0.35, 0.45, 0.65, 0.7)) / 2
	return worst(o.judge(EyesDark, eyes/max(cheeks, 1), o.bothEyes()), o.judge(FrameEdges, edges, o.bothEyes()))
}

// eyesLuma is the luma of both eyes, sought so much below where the pupils were found: behind
// dark glasses they are not seen, and the lower rim is taken for them.
func eyesLuma(u *face.Upright, by float64) float64 {
	return (u.Mean(-0.68, by-0.12, -0.32, by+0.15) + u.Mean(0.32, by-0.12, 0.68, by+0.15)) / 2
}

// rowEdge is the strongest edge along a row between two places: the mean change of luma from a
// little above to a little below.
func rowEdge(u *face.Upright, left, top, right, bottom float64) float64 {
	r, reach, strongest := u.Part(left, top, right, bottom), max(1, int(0.03*u.Scale)), 0
	for y := max(reach, r.Min.Y); y < min(r.Max.Y, u.Height-reach); y++ {
		sum := 0
		for x := r.Min.X; x < r.Max.X; x++ {
			sum += abs(u.Light[(y+reach)*u.Width+x] - u.Light[(y-reach)*u.Width+x])
		}
		strongest = max(strongest, sum)
	}
	return float64(strongest) / float64(r.Dx()) / 256
}
