package face

import (
	"encoding/binary"
	"math"
	"slices"
	"sync"

	"graduand/imaging/pixels"
)

// locator finds one point of a face: stages of trees that compare the lightness of two pixels
// and move a guess, as in Markuš and others, «Eye pupil localization with an ensemble of
// randomized trees» (2014). The model is that of the file: a head, then for each tree its
// comparisons, four octets each, and the moves of its leaves, two floats each.
type locator struct {
	stages, trees, depth int
	// shrink is by what the window of a stage is multiplied for the next one.
	shrink float32
	codes  []int8
	moves  []float32
}

var (
	pupils = sync.OnceValue(func() *locator { return newLocator(model("puploc")) })
	mouths = sync.OnceValue(func() *locator { return newLocator(model("lp84")) })
	noses  = sync.OnceValue(func() *locator { return newLocator(model("lp93")) })
)

func newLocator(content []byte) *locator {
	word := func(at int) uint32 { return binary.LittleEndian.Uint32(content[at:]) }
	l := &locator{int(word(0)), int(word(8)), int(word(12)), math.Float32frombits(word(4)), nil, nil}
	at, leaves := 16, 1<<l.depth
	for range l.stages * l.trees {
		for range 4*leaves - 4 {
			l.codes = append(l.codes, int8(content[at]))
			at++
		}
		for range 2 * leaves {
			l.moves = append(l.moves, math.Float32frombits(word(at)))
			at += 4
		}
	}
	return l
}

// guess is where a point may be, and in which window it is sought, in pixels.
type guess struct{ x, y, size float32 }

// refine walks the stages from a guess. Flipped finds the point of the other half of the face.
// Products are rounded before they are added, as not every processor would by itself.
func (l *locator) refine(g *pixels.Gray, at guess, flipped bool) guess {
	sign := 1
	if flipped {
		sign = -1
	}
	leaves := 1 << l.depth
	codes, moves := l.codes, l.moves
	for range l.stages {
		var dx, dy float32
		for range l.trees {
			leaf := l.leaf(g, codes, at, sign)
			dy += moves[2*leaf]
			dx += float32(float32(sign) * moves[2*leaf+1])
			codes, moves = codes[4*leaves-4:], moves[2*leaves:]
		}
		at.y += float32(dy * at.size)
		at.x += float32(dx * at.size)
		at.size = float32(at.size * l.shrink)
	}
	return at
}

// leaf walks one tree.
func (l *locator) leaf(g *pixels.Gray, codes []int8, at guess, sign int) int {
	size, x, y := int(math.Round(float64(at.size))), 256*int(at.x), 256*int(at.y)
	node := 0
	for range l.depth {
		c := codes[4*node : 4*node+4]
		first := pixel(g, (x+sign*int(c[1])*size)>>8, (y+int(c[0])*size)>>8)
		second := pixel(g, (x+sign*int(c[3])*size)>>8, (y+int(c[2])*size)>>8)
		node = 2*node + 1
		if first > second {
			node++
		}
	}
	return node - (1<<l.depth - 1)
}

// pixel is the nearest pixel of the picture.
func pixel(g *pixels.Gray, x, y int) uint8 {
	return g.Pixels[min(max(y, 0), g.Height-1)*g.Width+min(max(x, 0), g.Width-1)]
}

// find is the median of so many walks, each from a guess a little beside, and how far they
// lie from it, as a share of the window: the median too.
func (l *locator) find(g *pixels.Gray, from guess, flipped bool, walks int) (at Point, spread float64) {
	lots := lots(0x9E3779B97F4A7C15)
	xs, ys := make([]float64, walks), make([]float64, walks)
	for i := range walks {
		beside := guess{y: from.y + float32(from.size*lots.around(0.15)), x: from.x + float32(from.size*lots.around(0.15))}
		beside.size = from.size + float32(from.size*lots.around(0.15))
		found := l.refine(g, beside, flipped)
		xs[i], ys[i] = float64(found.x), float64(found.y)
	}
	at = Point{median(xs), median(ys)}
	for i := range walks {
		dx, dy := xs[i]-at.X, ys[i]-at.Y
		xs[i] = math.Sqrt(float64(dx*dx) + float64(dy*dy))
	}
	return at, median(xs) / float64(from.size)
}

// lots are numbers that look drawn (xorshift of Marsaglia) and are the same at every run.
type lots uint64

// around is one between minus and plus half of so much.
func (l *lots) around(much float32) float32 {
	*l ^= *l << 13
	*l ^= *l >> 7
	*l ^= *l << 17
	return float32(much * (0.5 - float32(float32(*l>>40)/(1<<24))))
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}
