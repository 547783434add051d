package mrz

import (
	"image"
	"math"
	"slices"
	"strings"
	"time"

	"graduand/imaging/mrz/glyph"
	"graduand/imaging/pixels"
)

// Found is a zone that was read in a picture.
type Found struct {
	Zone
	// Place is where it lies, in pixels of the picture.
	Place image.Rectangle
	// Quarters is how many times the picture is to be turned clockwise by 90° to stand upright.
	Quarters int
}

// longSides are the sizes in which a zone is looked for, in pixels of the longer side: large
// ones show small zones, in small ones grain is gone.
var longSides = []int{1600, 900, 2600}

// Find reads the zone that a picture shows, tilted by at most 10°, or as much beside a quarter of a
// turn; found is false where none is read whole. The day is that of [Read].
func Find(p *pixels.Picture, day time.Time) (f Found, found bool) {
	width, height := p.Size()
	for i, long := range longSides {
		if i > 0 && max(width, height) <= min(long, longSides[0]) {
			continue // it was looked at as it is
		}
		small, times := p.Shrunk(long)
		if f, found = in(pixels.ToGray(small), day); found {
			f.Place = scaled(f.Place, times)
			return f, true
		}
	}
	return Found{}, false
}

func scaled(r image.Rectangle, times float64) image.Rectangle {
	at := func(v int) int { return int(float64(float64(v)*times) + 0.5) }
	return image.Rect(at(r.Min.X), at(r.Min.Y), at(r.Max.X), at(r.Max.Y))
}

// The heights of signs that are looked at, in pixels.
const lowest, highest = 7, 90

// most is how many fields of a picture are tried. A picture with more than mostSigns is grain,
// not text: a full page has some four thousand.
const (
	most      = 6
	mostSigns = 12_000
)

// in reads the zone in a picture of lightness.
func in(g *pixels.Gray, day time.Time) (Found, bool) {
	dark := ink(smoothed(g), max(g.Width, g.Height)/60)
	all, width, height := blobs(dark, g.Width), g.Width, g.Height
	for quarters := range 4 {
		if f, ok := among(all, width, func() *pixels.Gray { return turned(g, quarters) }, day); ok {
			f.Quarters = quarters
			for range (4 - quarters) % 4 {
				f.Place, width, height = turnedBox(f.Place, height), height, width
			}
			return f, true
		}
		for i := range all {
			all[i] = all[i].turned(height)
		}
		width, height = height, width
	}
	return Found{}, false
}

func turned(g *pixels.Gray, quarters int) *pixels.Gray {
	for range quarters {
		g = g.Turned()
	}
	return g
}

func turnedBox(r image.Rectangle, height int) image.Rectangle {
	return image.Rect(height-r.Max.Y, r.Min.X, height-r.Min.Y, r.Max.X)
}

// among reads the zone whose signs are among blobs of a picture of this width; most pictures
// have no lines that could be one, and are not asked for.
func among(all []blob, width int, picture func() *pixels.Gray, day time.Time) (Found, bool) {
	signs := only(all, func(b blob) bool {
		return b.height() >= lowest && b.height() <= highest && b.left > 0 && b.right < width
	})
	if len(signs) > mostSigns {
		return Found{}, false
	}
	found := fields(rows(signs, width))
	if len(found) == 0 {
		return Found{}, false
	}
	g := picture()
	for _, f := range found[:min(most, len(found))] {
		if z, ok := f.read(g, day); ok {
			return z, true
		}
	}
	return Found{}, false
}

// read reads a field, on the grid on which it is clearest first.
func (f *field) read(g *pixels.Gray, day time.Time) (Found, bool) {
	var sights []*sight
	for _, from := range f.starts() {
		if s, ok := f.sight(g, from); ok {
			sights = append(sights, s)
		}
	}
	slices.SortStableFunc(sights, func(a, b *sight) int { return b.clarity() - a.clarity() })
	if len(sights) == 0 {
		return Found{}, false
	}
	s := sights[0]
	z, ok := s.zone(day)
	if !ok {
		s.settle()
		z, ok = s.zone(day)
	}
	return Found{Zone: z, Place: s.place()}, ok
}

// The margins, in the unit of scores. Vague is what the signs of a row have in the mean at
// least. A sign that only its look tells must be clear, one under a check digit may be less so.
const (
	vague   = 2 * 256
	clear   = 2 * 256
	checked = 256
	// mixed is what a sign must be where digits and letters may stand.
	mixed = 3 * 256
	// certain is what the other signs must be where one of two that look alike is chosen: the
	// check digit that chooses no longer tells them.
	certain = 4 * 256
)

// zone is what the signs say, where they are clear and the check digits hold in one way only.
func (s *sight) zone(day time.Time) (Zone, bool) {
	l := s.field.layout
	lines := make([][]byte, len(s.rows))
	var doubts []doubt
	least := math.MaxInt
	for j, row := range s.rows {
		if !row.even() {
			return Zone{}, false
		}
		for i := range row.signs {
			sign, margin := best(&row.signs[i], l.allowed(j, i))
			lines[j] = append(lines[j], sign)
			other, alike := second(&row.signs[i], sign)
			switch {
			case !isSign(&row.signs[i], sign):
				return Zone{}, false
			case margin < l.least(j, i, sign, other, alike):
				if l.class(j, i) != anySign || !alike || value(sign)%10 == value(other)%10 {
					return Zone{}, false
				}
				doubts = append(doubts, doubt{j, i, sign, other})
			case l.class(j, i) == anySign:
				least = min(least, margin)
			}
		}
	}
	return resolved(lines, doubts, day, least >= certain)
}

// least is the margin that a sign in a place must have over another.
func (l *layout) least(line, at int, sign, other byte, alike bool) int {
	switch l.class(line, at) {
	case digit:
		return checked
	case letter:
		return clear
	}
	if alike && value(sign)%10 == value(other)%10 {
		return clear // 6 and G: no check digit tells them apart
	}
	return mixed
}

// doubt is a place whose sign may be either of two that look alike.
type doubt struct {
	line, at    int
	sign, other byte
}

// lookAlikes are signs of which some faces make little difference.
var lookAlikes = []string{"0OQD", "1I", "2Z", "4A", "5S", "6G", "7T", "8B"}

// second is the likeliest sign after one; alike says that the two look alike.
func second(s *glyph.Scores, sign byte) (other byte, alike bool) {
	other, _ = best(s, strings.ReplaceAll(glyph.Signs, string(sign), ""))
	for _, some := range lookAlikes {
		if strings.IndexByte(some, sign) >= 0 && strings.IndexByte(some, other) >= 0 {
			return other, true
		}
	}
	return other, false
}

// mostDoubts is how many places may be in doubt.
const mostDoubts = 8

// resolved is what the lines are, whichever of the two signs stands where there is doubt: what
// has digits there, if its check digits hold, for states hardly use letters that look like
// digits; else the only choice whose check digits hold, if all other signs are certain.
func resolved(lines [][]byte, doubts []doubt, day time.Time, certainly bool) (z Zone, ok bool) {
	if len(doubts) > mostDoubts {
		return Zone{}, false
	}
	z, err := Read(chosen(lines, doubts, numbers(doubts)), day)
	if err == nil || !certainly {
		return z, err == nil
	}
	for choice := range 1 << len(doubts) {
		other, err := Read(chosen(lines, doubts, choice), day)
		if err == nil && ok {
			return Zone{}, false
		}
		if err == nil {
			z, ok = other, true
		}
	}
	return z, ok
}

// numbers is the choice with a digit wherever one is in doubt.
func numbers(doubts []doubt) (choice int) {
	for i, d := range doubts {
		if d.other <= '9' {
			choice |= 1 << i
		}
	}
	return choice
}

// chosen are the lines with the other sign in the places that the bits of choice name.
func chosen(lines [][]byte, doubts []doubt, choice int) []string {
	for i, d := range doubts {
		lines[d.line][d.at] = d.sign
		if choice>>i&1 == 1 {
			lines[d.line][d.at] = d.other
		}
	}
	return texts(lines)
}

func texts(lines [][]byte) (all []string) {
	for _, line := range lines {
		all = append(all, string(line))
	}
	return all
}

// place is the box about the zone.
func (s *sight) place() image.Rectangle {
	r := image.Rectangle{image.Pt(math.MaxInt32, math.MaxInt32), image.Pt(0, 0)}
	for _, u := range []float64{0, float64(s.field.layout.width)} {
		for _, v := range []float64{-s.capital, float64(len(s.rows)-1) + s.capital} {
			x, y := s.grid.At(u, v)
			r.Min = image.Pt(min(r.Min.X, int(x)), min(r.Min.Y, int(y)))
			r.Max = image.Pt(max(r.Max.X, int(x)+1), max(r.Max.Y, int(y)+1))
		}
	}
	return r.Intersect(image.Rect(0, 0, s.gray.Width, s.gray.Height))
}
