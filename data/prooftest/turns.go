package prooftest

import (
	"slices"
	"testing"
	"time"
)

// Turns are what rivals have taken in turn, in seconds: one row a turn, one column a rival. What stands in
// a row was measured at nearly the same time, on a machine as busy.
type Turns [][]float64

// InTurn lets rivals do their work one after the other, so many times; each says how long its work took.
func InTurn(t testing.TB, times int, rivals ...func() time.Duration) Turns {
	t.Helper()
	turns := make(Turns, times)
	for i := range turns {
		for _, rival := range rivals {
			turns[i] = append(turns[i], rival().Seconds())
		}
		t.Logf("turn %d: %.4f s", i+1, turns[i])
	}
	return turns
}

// Clocked is how long something takes.
func Clocked(f func()) time.Duration {
	began := time.Now()
	f()
	return time.Since(began)
}

// Seconds are the median of what a rival took.
func (t Turns) Seconds(rival int) float64 {
	return median(t, func(turn []float64) float64 { return turn[rival] })
}

// Times is how many times longer one rival took than another: the median over the turns.
func (t Turns) Times(slow, fast int) float64 {
	return median(t, func(turn []float64) float64 { return turn[slow] / turn[fast] })
}

// Without takes what one rival took, who does nothing but start, off what others took in the same turn.
func (t Turns) Without(start int, of ...int) Turns {
	left := make(Turns, len(t))
	for i, turn := range t {
		left[i] = slices.Clone(turn)
		for _, rival := range of {
			left[i][rival] -= turn[start]
		}
	}
	return left
}

// median is that of what each turn says; of an even number the lower one of the middle.
func median(t Turns, of func(turn []float64) float64) float64 {
	all := make([]float64, len(t))
	for i, turn := range t {
		all[i] = of(turn)
	}
	slices.Sort(all)
	return all[(len(all)-1)/2]
}
