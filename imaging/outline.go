package imaging

import (
	"cmp"
	"image"
	"math"
	"slices"
)

// Measures of how a document is found. Lengths are those of a picture whose longer side has
// outlineLong pixels.
const (
	outlineLong = 640
	// leastApart is by how many levels a pixel differs from the ground at least, and
	// timesNoise by how many times what the ground differs from itself.
	leastApart, timesNoise = 14, 1.5
	// mostNoise is where the edges of the picture are no ground.
	mostNoise = 70
	// leastPatch is what a patch takes of the picture that is no dust.
	leastPatch = 0.002
	// leastFilled is what a document takes of the rectangle around it: its corners are round,
	// and who photographs it stands aslant.
	leastFilled = 0.93
	// likeProportion is by what part the proportion of what is found differs from that of a
	// document at most, sameWhole by what that of a picture does that is nothing else.
	likeProportion, sameWhole = 0.05, 0.015
	// nearlyWhole is what a patch takes of a picture which is the document, but for its edge.
	nearlyWhole = 0.75
	// sameSize is what two sides of a card on a sheet have of each other at least.
	sameSize = 0.8
)

// Outlines are where documents of this proportion, the longer side by the shorter one, lie in the
// picture, from the top down: all of it, where that has the proportion, else what stands out from
// a ground of about one colour, as both sides of a card do on a sheet. There are none where the
// picture shows none such, as a page of a book.
func (f *File) Outlines(proportion float64) []Lying {
	whole := f.Whole()
	small, _ := f.Shrunk(outlineLong)
	seen := standingOut(small, proportion)
	area, taken := float64(small.Rect.Dx()*small.Rect.Dy()), 0.0
	for _, t := range seen {
		taken += float64(t.wide * t.tall)
	}
	switch {
	case alike(whole.Proportion, proportion, sameWhole) && (len(seen) == 0 || taken >= nearlyWhole*area):
		return []Lying{whole}
	case len(seen) > 0:
		return lyingIn(small.Rect, seen)
	case alike(whole.Proportion, proportion, 2*sameWhole):
		return []Lying{whole}
	}
	return nil
}

func lyingIn(r image.Rectangle, seen []tilted) (all []Lying) {
	w, h := float64(r.Dx()), float64(r.Dy())
	for _, t := range seen {
		all = append(all, Lying{Crop{X: t.x / w, Y: t.y / h, Height: t.tall / h, Degrees: t.degrees}, t.wide / t.tall})
	}
	slices.SortFunc(all, func(a, b Lying) int {
		if math.Abs(a.Y-b.Y) < min(a.Height, b.Height)/2 {
			return cmp.Compare(a.X, b.X) // side by side
		}
		return cmp.Compare(a.Y, b.Y)
	})
	return all
}

// alike says that two proportions are the same up to a part, whichever side is the longer one.
func alike(a, b, part float64) bool {
	return math.Abs(max(a, 1/a)/max(b, 1/b)-1) <= part
}

// tilted is a rectangle that may stand askew, in pixels: its middle, its sides, by how many
// degrees it is turned clockwise, and how much of it is filled.
type tilted struct{ x, y, wide, tall, degrees, filled float64 }

// is says that it may be a document of this proportion.
func (t tilted) is(proportion float64) bool {
	return t.tall > 1 && alike(t.wide/t.tall, proportion, likeProportion) && t.filled >= leastFilled
}

// standingOut are the documents that differ from the colour at the edges of a picture: patches as
// large as the largest one, or all patches together where a document falls into several.
func standingOut(m *image.NRGBA, proportion float64) (found []tilted) {
	apart, noise := apartFromGround(m)
	if noise > mostNoise {
		return nil
	}
	largest, together := 0.0, []int(nil)
	for _, patch := range patchesOf(apart, m.Rect.Dx(), max(leastApart, uint8(float64(noise)*timesNoise))) {
		together = append(together, patch...)
		if t := around(hullOf(patch, m.Rect.Dx())); t.is(proportion) {
			found, largest = append(found, t), max(largest, t.wide*t.tall)
		}
	}
	if len(found) == 0 && len(together) > 0 {
		if t := around(hullOf(together, m.Rect.Dx())); t.is(proportion) {
			return []tilted{t}
		}
	}
	return slices.DeleteFunc(found, func(t tilted) bool { return t.wide*t.tall < sameSize*largest })
}

// apartFromGround is by how many levels each pixel differs from the median of those at the edges,
// and by how many nine of ten of those do.
func apartFromGround(m *image.NRGBA) (apart []uint8, noise uint8) {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	edge := max(2, max(w, h)/100)
	var levels [3][]uint8
	ring := func(visit func(at int)) {
		for y := range h {
			for x := range w {
				if x < edge || y < edge || x >= w-edge || y >= h-edge {
					visit(y*w + x)
				}
			}
		}
	}
	ring(func(at int) {
		for c := range 3 {
			levels[c] = append(levels[c], m.Pix[4*at+c])
		}
	})
	var ground [3]uint8
	for c := range 3 {
		slices.Sort(levels[c])
		ground[c] = levels[c][len(levels[c])/2]
	}
	apart = make([]uint8, w*h)
	for at := range apart {
		for c := range 3 {
			apart[at] = max(apart[at], uint8(distance(m.Pix[4*at+c], ground[c])))
		}
	}
	var ofRing []uint8
	ring(func(at int) { ofRing = append(ofRing, apart[at]) })
	slices.Sort(ofRing)
	return apart, ofRing[len(ofRing)*9/10]
}

// patchesOf are the places of each patch that is further apart than a limit, but for dust.
func patchesOf(apart []uint8, width int, limit uint8) (all [][]int) {
	seen := make([]bool, len(apart))
	least := int(leastPatch * float64(len(apart)))
	for from := range apart {
		if patch := patchFrom(apart, seen, width, from, limit); len(patch) >= least {
			all = append(all, patch)
		}
	}
	return all
}

// patchFrom are the places that hang together with one and were not seen yet.
func patchFrom(apart []uint8, seen []bool, width, from int, limit uint8) (patch []int) {
	wait := []int{from}
	for len(wait) > 0 {
		at := wait[len(wait)-1]
		wait = wait[:len(wait)-1]
		if at < 0 || at >= len(apart) || seen[at] || apart[at] <= limit {
			continue
		}
		seen[at] = true
		patch = append(patch, at)
		wait = append(wait, at-width, at+width)
		if at%width > 0 {
			wait = append(wait, at-1)
		}
		if at%width < width-1 {
			wait = append(wait, at+1)
		}
	}
	return patch
}

// hullOf are the corners of what is stretched around places, clockwise as one sees them. Of a row only its
// two ends can be corners.
func hullOf(places []int, width int) (hull []image.Point) {
	var points []image.Point
	for y, r := range rowsOf(places, width) {
		if r.first <= r.last {
			points = append(points, image.Pt(r.first, y), image.Pt(r.first, y+1), image.Pt(r.last+1, y), image.Pt(r.last+1, y+1))
		}
	}
	slices.SortFunc(points, func(a, b image.Point) int { return cmp.Or(a.X-b.X, a.Y-b.Y) })
	points = slices.Compact(points)
	half := func(points []image.Point) (chain []image.Point) {
		for _, p := range points {
			for len(chain) > 1 && cross(chain[len(chain)-2], chain[len(chain)-1], p) <= 0 {
				chain = chain[:len(chain)-1]
			}
			chain = append(chain, p)
		}
		return chain[:len(chain)-1]
	}
	hull = half(points)
	slices.Reverse(points)
	return append(hull, half(points)...)
}

// row is from where to where places lie in a row of a picture; of none the last is before the first.
type row struct{ first, last int }

// rowsOf are the rows from the top of the picture to the lowest of the places.
func rowsOf(places []int, width int) []row {
	rows := slices.Repeat([]row{{width, -1}}, slices.Max(places)/width+1)
	for _, at := range places {
		r := &rows[at/width]
		r.first, r.last = min(r.first, at%width), max(r.last, at%width)
	}
	return rows
}

// cross is twice the area of the triangle of three points, negative the other way round.
func cross(a, b, c image.Point) int { return (b.X-a.X)*(c.Y-a.Y) - (b.Y-a.Y)*(c.X-a.X) }

// around is the smallest rectangle around a hull: one of its sides lies on one of the hull's.
func around(hull []image.Point) (best tilted) {
	for i, from := range hull {
		to := hull[(i+1)%len(hull)]
		if t := along(hull, math.Atan2(float64(to.Y-from.Y), float64(to.X-from.X))); i == 0 || t.wide*t.tall < best.wide*best.tall {
			best = t
		}
	}
	twice := 0
	for i := range hull {
		twice += cross(image.Point{}, hull[i], hull[(i+1)%len(hull)])
	}
	best.filled = math.Abs(float64(twice)) / 2 / max(best.wide*best.tall, 1)
	return best
}

// along is the rectangle around a hull that is turned by an angle, or by a quarter less or more,
// so that it is turned by half of one at most.
func along(hull []image.Point, angle float64) tilted {
	angle -= float64(math.Pi / 2 * math.Round(angle/(math.Pi/2)))
	sin, cos := math.Sincos(angle)
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range hull {
		x, y := float64(p.X), float64(p.Y)
		u, v := float64(x*cos)+float64(y*sin), float64(y*cos)-float64(x*sin)
		left, right, top, bottom = min(left, u), max(right, u), min(top, v), max(bottom, v)
	}
	u, v := (left+right)/2, (top+bottom)/2
	return tilted{x: float64(u*cos) - float64(v*sin), y: float64(u*sin) + float64(v*cos), wide: right - left, tall: bottom - top, degrees: angle * 180 / math.Pi}
}
