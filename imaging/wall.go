package imaging

import (
	"math"
	"slices"

	"graduand/imaging/pixels"
)

// Measures of the background.
const (
	// BackLight is L* of the border, of 100; BackChroma its C*, 0 is grey.
	BackLight  Measure = "F05.light"
	BackChroma Measure = "F05.chroma"
	// PlainReach is by how much L* differs over the wall; PlainTexture the usual step of luma at
	// a pixel of it (Sobel, of 255), single hairs left out.
	PlainReach   Measure = "F06.reach"
	PlainTexture Measure = "F06.texture"
	// PlainAlien is the share of the border that is neither background nor hair. PlainThings and
	// PlainShadow are the shares of the picture that loose things and a hard shadow take.
	PlainAlien  Measure = "F06.alien"
	PlainThings Measure = "F06.things"
	PlainShadow Measure = "F06.shadow"
	// PlainContact is by how much L* is lower beside the head than at the border, PlainSides by
	// how much it differs between left and right.
	PlainContact Measure = "F06.contact"
	PlainSides   Measure = "F06.sides"
	// PlainFill is the share of the place beside every head that is like the border.
	PlainFill Measure = "F06.fill"
)

// background is the colour of the border: white or nearly so. A photo in one tint has no
// other colour of the wall either, so its tint is not asked.
func (o *portrait) background() Finding {
	if o.back == nil {
		return Finding{Rule: RuleBackground, Verdict: NotJudged}
	}
	beside := []Area{{0, 0, borderSide, float64(o.back.bottom) / float64(o.back.Height)}, {1 - borderSide, 0, 1, float64(o.back.bottom) / float64(o.back.Height)}}
	return worst(o.judge(BackChroma, o.back.colour.Chroma(), beside...), o.judge(BackLight, float64(o.back.colour.L)/100, beside...))
}

// plain is whether there is nothing on the background: no thing, no shadow, no pattern. A
// shadow is told by its tint, which a photo without colours does not have; light from one side
// divides the wall, and is told of once.
func (o *portrait) plain(coloured, evenLight Finding) Finding {
	if o.back == nil {
		return Finding{Rule: RulePlain, Verdict: NotJudged}
	}
	b, wall := o.back, o.back.wall()
	all, of := b.regions()
	things, loose, head := b.things(all, of)
	shadow, shaded := math.NaN(), []Area(nil)
	if coloured.Verdict != Block {
		shadow, shaded = b.shadow(of, head)
	}
	alien, foreign := b.alien(o.hair)
	f := worst(o.judge(PlainAlien, alien, foreign...), o.judge(PlainThings, things, loose...), o.judge(PlainShadow, shadow, shaded...),
		o.judge(PlainReach, b.reach(wall)), o.judge(PlainTexture, b.texture(wall, o.gray)), o.judge(PlainContact, b.contact(), o.head()),
		o.judge(PlainSides, b.sides()), o.judge(PlainFill, b.fill()))
	if evenLight.Verdict == Block && f.Verdict == Block {
		f.Verdict = Warn
	}
	return f
}

// edge is how far from anything else the wall is measured, in distances of the eyes: nearer,
// hair mixes in.
const edge = 0.05

// wall are the pixels of the background that lie away from everything else.
func (b *backdrop) wall() []bool {
	w, reach := b.Width, max(3, int(edge*b.frame.Eyes))
	sums := make([]int32, (w+1)*(b.bottom+2)) // of what is not background, above and to the left
	for y := range b.bottom + 1 {
		row := int32(0)
		for x := range w {
			if !b.is[y*w+x] {
				row++
			}
			sums[(y+1)*(w+1)+x+1] = sums[y*(w+1)+x+1] + row
		}
	}
	away := make([]bool, len(b.Pixels))
	for y := range b.bottom + 1 {
		top, bottom := max(0, y-reach)*(w+1), min(b.bottom+1, y+reach+1)*(w+1)
		for x := range w {
			left, right := max(0, x-reach), min(w, x+reach+1)
			away[y*w+x] = sums[bottom+right]-sums[top+right]-sums[bottom+left]+sums[top+left] == 0
		}
	}
	return away
}

// leastWall is how many pixels of wall can be measured.
const leastWall = 100

// reach is by how much L* differs over the wall, without the two hundredths at either end.
func (b *backdrop) reach(wall []bool) float64 {
	var light tally
	for i, is := range wall {
		if is {
			light.add(b.Pixels[i].L)
		}
	}
	if light.n <= leastWall {
		return math.NaN()
	}
	return light.share(0.98) - light.share(0.02)
}

// The tiles by which a pattern is told from single hairs: their side in distances of the eyes,
// which share of one must be wall, and how many there must be.
const (
	tileSide   = 0.3
	tileShare  = 0.5
	leastTiles = 24
)

// texture is the step of luma (Sobel, in steps of 255) of the tile of wall in the middle of all
// in order: a pattern is everywhere, hair beside the head only. It is measured at half the
// size, where the noise of a sensor has gone.
func (b *backdrop) texture(wall []bool, g *pixels.Gray) float64 {
	half := g.Shrunk(max(1, b.Width/2), max(1, b.Height/2))
	side := max(4, b.length(tileSide)/2)
	var tiles []float64
	for y := 1; y+side < b.bottom/2; y += side {
		for x := 1; x+side < half.Width; x += side {
			if v := b.tile(wall, half, x, y, side); v >= 0 {
				tiles = append(tiles, v)
			}
		}
	}
	if len(tiles) < leastTiles {
		return math.NaN()
	}
	slices.Sort(tiles)
	return tiles[len(tiles)/2]
}

// tile is the mean step of luma on the wall in a square of the half picture, less than 0 where
// it is hardly wall.
func (b *backdrop) tile(wall []bool, half *pixels.Gray, left, top, side int) float64 {
	sum, n := 0.0, 0
	for y := top; y < top+side; y++ {
		for x := left; x < left+side; x++ {
			if wall[2*y*b.Width+2*x] {
				sum += sobel(half, y*half.Width+x)
				n++
			}
		}
	}
	if float64(n) < tileShare*float64(side*side) {
		return -1
	}
	return sum / float64(n)
}

// sobel is how steeply luma changes at a pixel.
func sobel(g *pixels.Gray, i int) float64 {
	w, p := g.Width, g.Pixels
	at := func(j int) int { return int(p[j]) }
	x := at(i-w+1) + 2*at(i+1) + at(i+w+1) - at(i-w-1) - 2*at(i-1) - at(i+w-1)
	y := at(i+w-1) + 2*at(i+w) + at(i+w+1) - at(i-w-1) - 2*at(i-w) - at(i-w+1)
	return math.Sqrt(float64(x*x + y*y))
}

// leastSide is how many pixels of background there must be at either side of the head.
const leastSide = 20

// sides is by how much L* differs between left and right of the head.
func (b *backdrop) sides() float64 {
	var sum, n [2]int
	for y := b.row(-1); y < b.bottom; y++ {
		for x := range b.Width {
			if i := y*b.Width + x; b.is[i] {
				side := 0
				if float64(x) >= b.frame.Middle.X {
					side = 1
				}
				sum[side] += int(b.Pixels[i].L)
				n[side]++
			}
		}
	}
	if n[0] <= leastSide || n[1] <= leastSide {
		return math.NaN()
	}
	return math.Abs(float64(sum[0])/float64(n[0])-float64(sum[1])/float64(n[1])) / 100
}

// Where the shadow that a head throws on a near wall is sought: beside the outline and, for
// the comparison, at the border, if it is far enough away (distances of the eyes).
const (
	nearFrom, nearTo   = 0.12, 0.30
	farEnough, farWide = 0.6, 0.2
	besideFrom         = -1.5
	leastBeside        = 50
)

// contact is by how much L* is lower close beside the head than at the border.
func (b *backdrop) contact() float64 {
	var near, far tally
	for y := b.row(besideFrom); y < b.bottom; y++ {
		for _, side := range []int{-1, 1} {
			x := b.column(0)
			for x > 0 && x < b.Width-1 && !b.is[y*b.Width+x] {
				x += side
			}
			b.count(&near, y, x+side*b.length(nearFrom), x+side*b.length(nearTo))
			border := 2
			if side > 0 {
				border = b.Width - 3
			}
			if abs(border-x) > b.length(farEnough) {
				b.count(&far, y, border, border-side*b.length(farWide))
			}
		}
	}
	if near.n <= leastBeside || far.n <= leastBeside {
		return math.NaN()
	}
	return far.share(0.5) - near.share(0.1)
}

// length is one of the frame in whole pixels.
func (b *backdrop) length(x float64) int { return int(x * b.frame.Eyes) }

// count counts the background of a row from a column on, up to another one.
func (b *backdrop) count(t *tally, y, from, to int) {
	step := 1
	if to < from {
		step = -1
	}
	for x := from; x != to; x += step {
		if x > 0 && x < b.Width-1 && b.is[y*b.Width+x] {
			t.add(b.Pixels[y*b.Width+x].L)
		}
	}
}

// The shape of a head with much hair, outside of which there can be only background
// (distances of the eyes).
const bushWide, bushHigh, bushAbove = 1.75, 2.35, -0.1

// fill is the share of the place that no head takes which is background.
func (b *backdrop) fill() float64 {
	all, is := 0, 0
	for y := 1; y < b.bottom-1; y++ {
		dy := (float64(y) - b.row64(bushAbove)) / (bushHigh * b.frame.Eyes)
		for x := 1; x < b.Width-1; x++ {
			dx := math.Abs(float64(x)-b.frame.Middle.X) / (bushWide * b.frame.Eyes)
			if float64(dx*dx)+float64(dy*dy) > 1 && (dx > 1 || float64(y) < b.frame.Middle.Y) {
				all++
				if b.is[y*b.Width+x] {
					is++
				}
			}
		}
	}
	if all == 0 {
		return math.NaN()
	}
	return float64(is) / float64(all)
}
