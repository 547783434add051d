package prooftest

import (
	"fmt"
	"math"
	"testing"
)

// Grown tells what some work costs for each of several sizes, ten times each other, as the figures «import_50»,
// «import_500» …, in seconds, and as peak_exponent how the last step grows: by the exponent 1 cost is in
// proportion, by 2 it grows with the square. What does not grow, as the derivation of a key, makes it less.
func Grown(t testing.TB, name string, sizes []int, seconds []float64) {
	t.Helper()
	figures := Figures{}
	for i, size := range sizes {
		figures[fmt.Sprintf("%s_%d", name, size)] = seconds[i]
	}
	last := len(sizes) - 1
	exponent := math.Log(seconds[last]/seconds[last-1]) / math.Log(float64(sizes[last])/float64(sizes[last-1]))
	figures[PeakPrefix+"exponent"] = exponent
	figures[name+"_exponent"] = exponent
	Tell(t, figures)
}
