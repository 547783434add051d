package mrz

import (
	"slices"
	"strings"

	"graduand/imaging/mrz/glyph"
	"graduand/imaging/pixels"
)

// sight is a field seen on one grid.
type sight struct {
	field   *field
	gray    *pixels.Gray
	grid    glyph.Grid
	capital float64
	rows    []seen
}

// seen is a row of a sight.
type seen struct {
	// right and down move it: in signs, in lines.
	right, down float64
	// signs are the scores of every place, contrasts how far its dots are from their mean.
	signs     []glyph.Scores
	contrasts []int
	// clear is how clear its signs are in all.
	clear int
}

// sight is the field on the grid with which the line begins at a place; ok is false where one of
// its rows shows no signs there.
func (f *field) sight(g *pixels.Gray, from int) (s *sight, ok bool) {
	grid, capital, ok := f.grid(from)
	if !ok {
		return nil, false
	}
	s = &sight{f, g, grid, capital, nil}
	for j := range f.rows {
		row := s.look(j, 0, 0, capital)
		if row.clear < vague*f.layout.width {
			return nil, false
		}
		s.rows = append(s.rows, row)
	}
	return s, true
}

// look sees a row that is moved by so much.
func (s *sight) look(j int, right, down, capital float64) seen {
	l := s.field.layout
	row := seen{right, down, make([]glyph.Scores, l.width), make([]int, l.width), 0}
	for i := range row.signs {
		spot := glyph.Spot{U: float64(i) + 0.5 + right, V: float64(j) + down, Capital: capital}
		patch, contrast := glyph.Look(s.gray, &s.grid, spot)
		if contrast == 0 {
			continue
		}
		row.signs[i], row.contrasts[i] = glyph.Judge(&patch), contrast
		_, margin := best(&row.signs[i], l.allowed(j, i))
		row.clear += min(margin, enough)
	}
	return row
}

// even reports that all signs of a row are of about one blackness: a reflection or a scratch
// leaves something else.
func (r *seen) even() bool {
	sorted := slices.Clone(r.contrasts)
	slices.Sort(sorted)
	middle := sorted[len(sorted)/2]
	return 10*sorted[0] > 4*middle && 10*sorted[len(sorted)-1] < 20*middle
}

// isSign reports that a patch is rather the sign than none.
func isSign(s *glyph.Scores, sign byte) bool {
	return int(s[strings.IndexByte(glyph.Signs, sign)]-s[glyph.None]) > rather
}

// rather is the margin by which a sign is to be likelier than none.
const rather = 256

// enough is a margin that needs to be no greater, in the unit of scores.
const enough = 5 * 256

// best is the likeliest of the signs that may stand in a place, and by how much it is likelier
// than the next.
func best(s *glyph.Scores, allowed string) (sign byte, margin int) {
	first, second := int32(-1<<30), int32(-1<<30)
	for i := range len(glyph.Signs) {
		if strings.IndexByte(allowed, glyph.Signs[i]) < 0 {
			continue
		}
		switch v := s[i]; {
		case v > first:
			first, second, sign = v, first, glyph.Signs[i]
		case v > second:
			second = v
		}
	}
	return sign, int(first - second)
}

const (
	digits  = "0123456789"
	letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// allowed are the signs that may stand in a place.
func (l *layout) allowed(line, at int) string {
	here := span{line, at, at + 1}
	switch {
	case line == 0 && at == 0:
		return l.codes
	case here == l.sex:
		return "MF<X"
	case here == l.numberSum && l.optionalSum.to == 0, here == l.optionalSum:
		return digits + "<"
	}
	switch l.class(line, at) {
	case digit:
		return digits
	case letter:
		return letters + "<"
	}
	return glyph.Signs
}

// settle moves the rows with signs that are not sure, and changes the height of capitals, until
// they are as clear as they get.
func (s *sight) settle() {
	if s.clarity() < blurry {
		for _, times := range []float64{0.8, 0.9, 1.1} {
			s.grow(float64(s.capital * times))
		}
	}
	for j := range s.rows {
		for range 2 {
			if s.sure(j) {
				break
			}
			s.move(j, -0.06, 0)
			s.move(j, 0.06, 0)
			s.move(j, 0, -0.05)
			s.move(j, 0, 0.05)
		}
	}
}

// blurry is the mean margin below which capitals may be of another height than was measured.
const blurry = 4 * 256

// sure reports that all signs of a row are clear.
func (s *sight) sure(j int) bool {
	for i := range s.rows[j].signs {
		scores := &s.rows[j].signs[i]
		if sign, margin := best(scores, s.field.layout.allowed(j, i)); margin < clear || !isSign(scores, sign) {
			return false
		}
	}
	return true
}

func (s *sight) grow(capital float64) {
	other := *s
	other.capital, other.rows = capital, nil
	for j, r := range s.rows {
		other.rows = append(other.rows, s.look(j, r.right, r.down, capital))
	}
	if other.clarity() > s.clarity() {
		*s = other
	}
}

func (s *sight) move(j int, right, down float64) {
	now := &s.rows[j]
	if r := s.look(j, now.right+right, now.down+down, s.capital); r.clear > now.clear {
		*now = r
	}
}

// clarity is the mean margin of all signs.
func (s *sight) clarity() int {
	sum := 0
	for _, r := range s.rows {
		sum += r.clear
	}
	return sum / (s.field.layout.width * len(s.rows))
}
