package mrz

import "math"

// curve is a + b·i + c·i², where the place i has its middle.
type curve struct{ a, b, c float64 }

func (c curve) at(i float64) float64 { return c.a + float64(c.b*i) + float64(c.c*i*i) }

// place is the place whose middle is at about x.
func (c curve) place(x float64) int {
	i := int(math.Round((x - c.a) / math.Max(1, c.b)))
	for range 3 {
		i = c.nearest(x, i)
	}
	return i
}

// nearest is the place near a guess whose middle is nearest to x.
func (c curve) nearest(x float64, guess int) int {
	best := guess
	for i := guess - 1; i <= guess+1; i++ {
		if math.Abs(c.at(float64(i))-x) < math.Abs(c.at(float64(best))-x) {
			best = i
		}
	}
	return best
}

// fitted is the curve through those blobs in their places that count.
func fitted(all []blob, places []int, counts func(int) bool) curve {
	var m [3][4]float64
	for i, b := range all {
		if !counts(i) {
			continue
		}
		t := float64(places[i])
		powers := [3]float64{1, t, float64(t * t)}
		for r := range 3 {
			for c := range 3 {
				m[r][c] += float64(powers[r] * powers[c])
			}
			m[r][3] += float64(powers[r] * b.x())
		}
	}
	rows := [][]float64{m[0][:], m[1][:], m[2][:]}
	x, ok := solved(rows)
	if !ok {
		return curve{all[0].x(), float64(all[len(all)-1].x()-all[0].x()) / float64(max(1, places[len(all)-1])), 0}
	}
	return curve{x[0], x[1], x[2]}
}

// solved solves linear equations, each a row of factors and the sum (Gauss with the greatest
// pivot); ok is false where they have no one answer.
func solved(m [][]float64) (x []float64, ok bool) {
	n := len(m)
	for c := range n {
		p := c
		for r := c + 1; r < n; r++ {
			if math.Abs(m[r][c]) > math.Abs(m[p][c]) {
				p = r
			}
		}
		if math.Abs(m[p][c]) < 1e-12 {
			return nil, false
		}
		m[c], m[p] = m[p], m[c]
		for r := range n {
			if r == c {
				continue
			}
			times := m[r][c] / m[c][c]
			for k := c; k <= n; k++ {
				m[r][k] -= float64(times * m[c][k])
			}
		}
	}
	for c := range n {
		x = append(x, m[c][n]/m[c][c])
	}
	return x, true
}
