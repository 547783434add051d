package mrz

import (
	"math"
	"slices"

	"graduand/imaging/mrz/glyph"
)

// field is a zone's lines in a picture, not yet read: its rows from above, what layout they
// may have, and for each blob of each row which place of the line it takes, from any number on.
type field struct {
	layout *layout
	rows   []row
	places [][]int
	// first and last are the places taken.
	first, last int
}

// fields are the rows that lie as the lines of a zone do, those with the most blobs first.
func fields(all []row) (found []field) {
	slices.SortStableFunc(all, func(a, b row) int { return int(a.middle() - b.middle()) })
	for i := range all {
		for k := i + 1; k < len(all); k++ {
			if !follows(&all[i], &all[k]) {
				continue
			}
			found = append(found, fieldsOf(&td3, all[i], all[k])...)
			for m := k + 1; m < len(all); m++ {
				if follows(&all[k], &all[m]) && even(&all[i], &all[k], &all[m]) {
					found = append(found, fieldsOf(&td1, all[i], all[k], all[m])...)
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b field) int { return b.blobs() - a.blobs() })
	return found
}

func (r *row) ends() (left, right float64) {
	return r.blobs[0].x(), r.blobs[len(r.blobs)-1].x()
}

func (r *row) middle() float64 {
	left, right := r.ends()
	return r.y(float64((left + right) / 2))
}

// follows reports that a row is the next line below one.
func follows(above, below *row) bool {
	left, right := above.ends()
	otherLeft, otherRight := below.ends()
	from, to := math.Max(left, otherLeft), math.Min(right, otherRight)
	if to-from < float64(0.6*math.Min(right-left, otherRight-otherLeft)) {
		return false
	}
	distance := below.y((from+to)/2) - above.y((from+to)/2)
	tall := math.Max(above.tall, below.tall)
	return distance > 1.15*tall && distance < 2.8*tall && math.Abs(above.slope-below.slope) < 0.06 &&
		alike(above.tall, below.tall, fillers) && alike(above.pitch, below.pitch, 1.15)
}

// fillers is how many times as high capitals may be as what is tall in a line of names that is
// nearly all fillers.
const fillers = 1.6

func alike(a, b, times float64) bool { return a < b*times && b < a*times }

// even reports that three rows are as far apart from one to the next.
func even(a, b, c *row) bool {
	left, right := b.ends()
	x := float64((left + right) / 2)
	return alike(b.y(x)-a.y(x), c.y(x)-b.y(x), 1.25)
}

// fieldsOf gives the blobs of rows their places; none where they take too many or too few.
func fieldsOf(l *layout, rows ...row) []field {
	f := field{layout: l, rows: rows, first: math.MaxInt, last: math.MinInt}
	var top curve
	for i := range rows {
		places, along := placed(&rows[i])
		if i == 0 {
			top = along
		}
		first := along.place(f.below(i, top.at(0)))
		for k := range places {
			places[k] -= first
		}
		f.places = append(f.places, places)
	}
	f.trim()
	if n := f.last - f.first + 1; n < l.width-4 || n > l.width+15 || f.blobs() < l.width*len(rows)*7/10 {
		return nil
	}
	return []field{f}
}

// below is what lies in a row straight below x in the first one.
func (f *field) below(i int, x float64) float64 {
	drop := f.rows[i].y(x) - f.rows[0].y(x)
	return x - float64(drop*(f.rows[0].slope+f.rows[i].slope)/2)
}

// placed are the places of a row's blobs, of which the first has 0 or about that, and where
// places lie along it: how far they are apart may change, as it does in perspective.
func placed(r *row) (places []int, along curve) {
	places = make([]int, len(r.blobs))
	pitch := r.pitch
	for i := 1; i < len(r.blobs); i++ {
		d := r.blobs[i].x() - r.blobs[i-1].x()
		n := math.Max(1, math.Round(d/pitch))
		places[i] = places[i-1] + int(n)
		if n < 3 && alike(d/n, pitch, 1.15) {
			pitch += float64(0.1 * (d/n - pitch))
		}
	}
	along = fitted(r.blobs, places, func(int) bool { return true })
	for range 4 {
		for i, b := range r.blobs {
			places[i] = along.nearest(b.x(), places[i])
		}
		was := along
		along = fitted(r.blobs, places, func(i int) bool {
			return math.Abs(was.at(float64(places[i]))-r.blobs[i].x()) < 0.3*r.pitch
		})
	}
	return places, along
}

// trim leaves out the places of which only one row has a blob: the edge of a card, say.
func (f *field) trim() {
	for i, places := range f.places {
		for _, p := range places {
			if f.taken(p, i) {
				f.first, f.last = min(f.first, p), max(f.last, p)
			}
		}
	}
}

// taken reports that a row besides one has a blob in a place.
func (f *field) taken(place, besides int) bool {
	for i, places := range f.places {
		if _, has := slices.BinarySearch(places, place); has && i != besides {
			return true
		}
	}
	return false
}

func (f *field) blobs() (n int) {
	for _, r := range f.rows {
		n += len(r.blobs)
	}
	return n
}

// starts are the places that the line may begin with, those first with which most blobs are of
// the line.
func (f *field) starts() (all []int) {
	low, high := f.last-f.layout.width+1, f.first
	for from := min(low, high); from <= max(low, high); from++ {
		all = append(all, from)
	}
	slices.SortStableFunc(all, func(a, b int) int { return f.within(b) - f.within(a) })
	return all[:min(mostStarts, len(all))]
}

const mostStarts = 6

// within is how many blobs are of the line where it begins with a place.
func (f *field) within(from int) (n int) {
	for _, places := range f.places {
		for _, p := range places {
			if p >= from && p < from+f.layout.width {
				n++
			}
		}
	}
	return n
}

// grid lays the layout on the picture, its place 0 where the field's place from is; capital is
// how high capitals are, in lines.
func (f *field) grid(from int) (g glyph.Grid, capital float64, ok bool) {
	unit := float64(f.layout.width)
	m := make([][]float64, 8)
	for i := range m {
		m[i] = make([]float64, 9)
	}
	tall := f.tall()
	x0, y0, scale := f.rows[0].blobs[0].x(), f.rows[0].middle(), unit*f.rows[0].pitch
	for j := range f.rows {
		r := &f.rows[j]
		for k, b := range r.blobs {
			if at := f.places[j][k] - from; at < 0 || at >= f.layout.width {
				continue
			}
			u, v := (float64(f.places[j][k]-from)+0.5)/unit, float64(j)
			x, y := (b.x()-x0)/scale, (b.y()-y0)/scale
			if w := float64(b.width()); w < 1.25*r.pitch {
				add(m, [9]float64{u, v, 1, 0, 0, 0, -float64(u * x), -float64(v * x), x})
			}
			if h := float64(b.height()); h > 0.85*tall && h < 1.35*tall {
				add(m, [9]float64{0, 0, 0, u, v, 1, -float64(u * y), -float64(v * y), y})
			}
		}
	}
	h, ok := solved(m)
	if !ok {
		return g, 0, false
	}
	g = unscaled(h, x0, y0, scale, unit)
	return g, f.capital(&g), true
}

// add adds one equation to those of the least squares.
func add(m [][]float64, e [9]float64) {
	for r := range 8 {
		for c := range 9 {
			m[r][c] += float64(e[r] * e[c])
		}
	}
}

// unscaled is the map of signs and lines to pixels, from that of a line's width to such widths.
func unscaled(h []float64, x0, y0, scale, unit float64) (g glyph.Grid) {
	for c := range 3 {
		last := 1.0
		if c < 2 {
			last = h[6+c]
		}
		g[c] = float64(scale*h[c]) + float64(x0*last)
		g[3+c] = float64(scale*h[3+c]) + float64(y0*last)
		g[6+c] = last
	}
	for _, i := range []int{0, 3, 6} {
		g[i] /= unit
	}
	return g
}

// capital is how high capitals are, in distances of lines.
func (f *field) capital(g *glyph.Grid) float64 {
	u, last := float64(f.layout.width)/2, float64(len(f.rows)-1)
	x0, y0 := g.At(u, 0)
	x1, y1 := g.At(u, last)
	dx, dy := x1-x0, y1-y0
	return f.tall() * last / math.Sqrt(float64(dx*dx)+float64(dy*dy))
}

// tall is how high capitals are, in pixels.
func (f *field) tall() (most float64) {
	for _, r := range f.rows {
		most = math.Max(most, r.tall)
	}
	return most
}
