package mrz

import (
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
	// right and down move each row: in signs, in lines.
	right, down []float64
	// signs are the scores of every place, clear how clear those of each row are in all.
	signs [][]glyph.Scores
	clear []int
}

// sights are the field on all grids of its layout that may be, its places moved along the line
// where some at its ends were not found or were too many; the clearest first.
func (f *field) sight(g *pixels.Gray, from int) (s *sight, ok bool) {
	grid, capital, ok := f.grid(from)
	if !ok {
		return nil, false
	}
	n := len(f.rows)
	s = &sight{f, g, grid, capital, make([]float64, n), make([]float64, n), make([][]glyph.Scores, n), make([]int, n)}
	for j := range n {
		s.signs[j], s.clear[j] = s.row(j, 0, 0, capital)
	}
	return s, true
}

// row scores the places of a row that is moved by so much.
func (s *sight) row(j int, right, down, capital float64) (signs []glyph.Scores, clear int) {
	signs = make([]glyph.Scores, s.field.layout.width)
	for i := range signs {
		spot := glyph.Spot{U: float64(i) + 0.5 + right, V: float64(j) + down, Capital: capital}
		patch, ok := glyph.Look(s.gray, &s.grid, spot)
		if !ok {
			continue
		}
		signs[i] = glyph.Judge(&patch)
		_, margin := best(&signs[i], s.field.layout.allowed(j, i))
		clear += min(margin, enough)
	}
	return signs, clear
}

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

// settle moves each row and changes the height of capitals until the signs are as clear as
// they get.
func (s *sight) settle() {
	for _, times := range []float64{0.8, 0.9, 1.1} {
		s.grow(float64(s.capital * times))
	}
	for j := range s.signs {
		for range 2 {
			s.move(j, -0.06, 0)
			s.move(j, 0.06, 0)
			s.move(j, 0, -0.05)
			s.move(j, 0, 0.05)
		}
	}
}

func (s *sight) grow(capital float64) {
	var all [][]glyph.Scores
	var clears []int
	more := 0
	for j := range s.signs {
		signs, clear := s.row(j, s.right[j], s.down[j], capital)
		all, clears, more = append(all, signs), append(clears, clear), more+clear-s.clear[j]
	}
	if more > 0 {
		s.signs, s.clear, s.capital = all, clears, capital
	}
}

func (s *sight) move(j int, right, down float64) {
	right, down = s.right[j]+right, s.down[j]+down
	if signs, clear := s.row(j, right, down, s.capital); clear > s.clear[j] {
		s.signs[j], s.clear[j], s.right[j], s.down[j] = signs, clear, right, down
	}
}

// clarity is the mean margin of all signs.
func (s *sight) clarity() int {
	sum := 0
	for _, c := range s.clear {
		sum += c
	}
	return sum / (s.field.layout.width * len(s.clear))
}
