package mrz

import (
	"math"
	"slices"
)

// row is a line of text: its blobs from the left, and the straight line through the middles of
// its tall ones: y = slope·x + from. Pitch is how far signs are apart, tall how high capitals
// are, in pixels.
type row struct {
	blobs                    []blob
	slope, from, pitch, tall float64
}

// y is where the middle of the line is at x.
func (r *row) y(x float64) float64 { return float64(r.slope*x) + r.from }

// fewest is how many blobs make a line that may be one of a zone.
const fewest = 14

// rows are the lines of text with signs evenly apart among blobs.
func rows(all []blob, width int) (found []row) {
	for _, chain := range joined(chains(all)) {
		if len(chain) < fewest/2 {
			continue
		}
		if r, ok := straight(chain); ok && r.pitch*fewest < float64(width) {
			found = append(found, r)
		}
	}
	return found
}

// chains are blobs each of which is the nearest neighbour of the next.
func chains(all []blob) (found [][]blob) {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b blob) int { return a.left + a.right - b.left - b.right })
	next, before := neighbours(all)
	for i := range all {
		if before[i] >= 0 {
			continue
		}
		var chain []blob
		for k := i; k >= 0; k = next[k] {
			chain = append(chain, all[k])
		}
		if len(chain) > 2 {
			found = append(found, chain)
		}
	}
	return found
}

// neighbours are for each blob the next to the right and the one before, each the nearest of
// the other; −1 for none.
func neighbours(all []blob) (next, before []int) {
	right, left := make([]int, len(all)), make([]int, len(all))
	near, far := make([]float64, len(all)), make([]float64, len(all))
	for i := range all {
		right[i], left[i], near[i], far[i] = -1, -1, math.Inf(1), math.Inf(1)
	}
	for i, a := range all {
		for k := i + 1; k < len(all) && all[k].x()-a.x() < 8*float64(a.height()); k++ {
			d, ok := apart(a, all[k])
			if ok && d < near[i] {
				right[i], near[i] = k, d
			}
			if ok && d < far[k] {
				left[k], far[k] = i, d
			}
		}
	}
	next, before = make([]int, len(all)), make([]int, len(all))
	for i := range all {
		next[i], before[i] = -1, -1
	}
	for i, k := range right {
		if k >= 0 && left[k] == i {
			next[i], before[k] = k, i
		}
	}
	return next, before
}

// apart is how far a blob is from one to its right that may be the next sign of its line. What
// reaches far back over it, as the edge of a card below a line, is no sign.
func apart(a, b blob) (d float64, ok bool) {
	high := float64(max(a.height(), b.height()))
	low := float64(min(a.height(), b.height()))
	gap, dx, dy := float64(b.left-a.right), b.x()-a.x(), math.Abs(b.y()-a.y())
	if dx < 0.25*high || gap > 1.7*high || gap < -0.5*high || dy > float64(0.25*high)+float64(0.2*dx) || low < 0.4*high {
		return 0, false
	}
	return gap + 2*dy, true
}

// joined puts chains together that go on in one another.
func joined(all [][]blob) (whole [][]blob) {
	slices.SortStableFunc(all, func(a, b []blob) int { return a[0].left - b[0].left })
	for _, chain := range all {
		best, gap := -1, math.Inf(1)
		for i, before := range whole {
			if g, ok := goesOn(before, chain[0]); ok && g < gap {
				best, gap = i, g
			}
		}
		if best < 0 {
			whole = append(whole, chain)
		} else {
			whole[best] = append(whole[best], chain...)
		}
	}
	return whole
}

// goesOn is how far behind a chain a blob lies that may be of its line.
func goesOn(chain []blob, b blob) (gap float64, ok bool) {
	const looked = 12
	chain = chain[max(0, len(chain)-looked):]
	last, high := chain[len(chain)-1], float64(tallest(chain))
	slope, from := leastSquares(chain)
	gap = b.x() - last.x()
	off := math.Abs(float64(slope*b.x()) + from - b.y())
	return gap, gap > 0 && gap < 12*high && off < 0.4*high && float64(b.height()) < 1.6*high && float64(b.height()) > 0.4*high
}

// tallest is how high all but a fifth of the blobs are.
func tallest(all []blob) int {
	heights := make([]int, len(all))
	for i, b := range all {
		heights[i] = b.height()
	}
	slices.Sort(heights)
	return heights[len(heights)*4/5]
}

// leastSquares is the straight line through the middles of blobs.
func leastSquares(all []blob) (slope, from float64) {
	n := float64(len(all))
	var sx, sy, sxx, sxy float64
	for _, b := range all {
		sx, sy = sx+b.x(), sy+b.y()
	}
	mx, my := sx/n, sy/n
	for _, b := range all {
		dx, dy := b.x()-mx, b.y()-my
		sxx, sxy = sxx+float64(dx*dx), sxy+float64(dx*dy)
	}
	if sxx > 0 {
		slope = sxy / sxx
	}
	return slope, my - float64(slope*mx)
}

// straight makes a chain a line: what lies off it is no part of it, and what is wider than a
// sign is several that touch.
func straight(chain []blob) (r row, ok bool) {
	high := float64(tallest(chain))
	for _, off := range []float64{0.45, 0.35, 0.28} {
		tall := only(chain, func(b blob) bool { return float64(b.height()) > 0.82*high })
		if len(tall) < 3 {
			return row{}, false
		}
		r.slope, r.from = leastSquares(tall)
		chain = only(chain, func(b blob) bool { return math.Abs(r.y(b.x())-b.y()) < off*high })
		if len(chain) < fewest/2 {
			return row{}, false
		}
	}
	r.pitch, r.tall = steps(chain, high), upright(chain, high, r.slope)
	if r.pitch < 0.55*r.tall || r.pitch > 1.5*r.tall || math.Abs(r.slope) > steepest {
		return row{}, false
	}
	for _, b := range chain {
		r.blobs = append(r.blobs, r.parted(b)...)
	}
	return r, len(r.blobs) >= fewest
}

// parted are the signs of a blob: one, or several that touch.
func (r *row) parted(b blob) (all []blob) {
	n := int(math.Round((float64(b.width()) + float64(0.3*r.pitch)) / r.pitch))
	if n < 2 || float64(b.width()) < 1.3*r.pitch {
		return []blob{b}
	}
	for i := range n {
		left, right := b.left+b.width()*i/n, b.left+b.width()*(i+1)/n
		rise := float64(r.slope * float64((left+right-b.left-b.right)/2))
		lower := int(math.Round(rise - float64(math.Abs(r.slope)*float64(b.width()-right+left)/2)))
		higher := int(math.Round(rise + float64(math.Abs(r.slope)*float64(b.width()-right+left)/2)))
		all = append(all, blob{left, b.top + max(0, higher), right, b.bottom + min(0, lower), b.area / n})
	}
	return all
}

// steepest is the tangent of the tilt up to which lines are read: that of 14°.
const steepest = 0.25

func only(all []blob, is func(blob) bool) (some []blob) {
	for _, b := range all {
		if is(b) {
			some = append(some, b)
		}
	}
	return some
}

// steps is the middle distance of single signs that follow one another; 0 where none do.
func steps(chain []blob, high float64) float64 {
	var d []float64
	for i := 1; i < len(chain); i++ {
		if float64(max(chain[i-1].width(), chain[i].width())) < 1.3*high {
			d = append(d, chain[i].x()-chain[i-1].x())
		}
	}
	if len(d) < 5 {
		return 0
	}
	slices.Sort(d)
	return d[len(d)/2]
}

// upright is how high capitals are, 0 where there are none: a tilted one has a box that is
// higher.
func upright(chain []blob, high, slope float64) float64 {
	var heights []float64
	for _, b := range chain {
		if h := float64(b.height()); h > 0.82*high && h < 1.25*high {
			heights = append(heights, h-float64(math.Abs(slope)*float64(b.width())))
		}
	}
	if len(heights) == 0 {
		return 0
	}
	slices.Sort(heights)
	return heights[len(heights)/2]
}
