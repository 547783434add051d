package imaging

import (
	"math"

	"graduand/imaging/pixels"
)

// tally counts values of L*, a* or b* in hundredths, so that medians need no sorting.
type tally struct {
	counts [1 << 15]int32
	n      int
}

// lowest is below the least b* of sRGB.
const lowest = -12_800

func (t *tally) add(value int16) {
	t.counts[int(value)-lowest]++
	t.n++
}

// share is the value below which such a share of the others lies, in whole units of CIE
// L*a*b*; not a number where nothing was counted.
func (t *tally) share(share float64) float64 {
	if t.n == 0 {
		return math.NaN()
	}
	return float64(t.place(share)) / 100
}

// place is the value in hundredths.
func (t *tally) place(share float64) int16 {
	before := min(int32(share*float64(t.n)), int32(t.n-1))
	for i, n := range t.counts {
		if before -= n; before < 0 {
			return int16(i + lowest)
		}
	}
	return 0
}

// shades counts colours.
type shades struct{ l, a, b tally }

func (s *shades) add(c pixels.Colour) {
	s.l.add(c.L)
	s.a.add(c.A)
	s.b.add(c.B)
}

// median is the median of each part; there must be one.
func (s *shades) median() pixels.Colour {
	return pixels.Colour{L: s.l.place(0.5), A: s.a.place(0.5), B: s.b.place(0.5)}
}
