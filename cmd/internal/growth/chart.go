package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"graduand/data/prooftest"
)

// sizes are the numbers of people, as the benchmarks have them.
var sizes = []int{50, 500, 5000}

// curve is a line of the chart. Its colour is as far from white as from black.
type curve struct {
	name, title, colour string
	seconds             []float64
	// label is where its title stands, in seconds.
	label float64
}

func curves() []*curve {
	return []*curve{
		{name: "backup", title: "backup, a photo each", colour: "#e5484d"},
		{name: "cards", title: "cards to PDF", colour: "#8b6cf0"},
		{name: "open", title: "opening, a photo each", colour: "#0f9488"},
		{name: "import", title: "import", colour: "#3b82f6"},
		{name: "list", title: "list to PDF", colour: "#c77d0a"},
		{name: "search", title: "a letter in the search", colour: "#7a8a1e"},
	}
}

// preamble are the settings of gnuplot. The ground is clear, and words and lines are grey, for pages light and dark.
const preamble = `set terminal svg size 860,470 font "sans-serif,14" enhanced
set border 3 lc rgb "#7d8590"
set tics textcolor rgb "#7d8590" nomirror
set grid ytics lc rgb "#b07d8590" lw 0.5
set logscale xy
set yrange [0.0001:30]
set xtics ("50 people" 50, "500" 500, "5,000" 5000)
set ytics ("0.1 ms" 0.0001, "1 ms" 0.001, "10 ms" 0.01, "0.1 s" 0.1, "1 s" 1, "10 s" 10)
set lmargin 8
set rmargin 2
unset key
`

// write writes the chart of the figures; one that was not told is an error.
func write(w io.Writer, figures prooftest.Figures) error {
	all := curves()
	for _, c := range all {
		for _, size := range sizes {
			seconds, told := figures[fmt.Sprintf("%s_%d", c.name, size)]
			if !told || seconds <= 0 {
				return fmt.Errorf("draw %s of %d: no figure was told", c.name, size)
			}
			c.seconds = append(c.seconds, seconds)
		}
	}
	spread(all)
	fmt.Fprint(w, preamble)
	for _, c := range all {
		fmt.Fprintf(w, "set label %q at %d,%g left offset 1,0 textcolor rgb %q\n", c.title, sizes[len(sizes)-1], c.label, c.colour)
	}
	fmt.Fprintf(w, "set label \"in proportion\" at 120,0.0016 left rotate by 16 textcolor rgb \"#7d8590\"\n")
	fmt.Fprint(w, "plot [42:26000] x<=5000 ? x*0.00001 : NaN lc rgb \"#7d8590\" dt 3 lw 1")
	for _, c := range all {
		fmt.Fprintf(w, ", '-' with linespoints lc rgb %q lw 2.5 pt 7 ps 0.6", c.colour)
	}
	fmt.Fprintln(w)
	for _, c := range all {
		for i, size := range sizes {
			fmt.Fprintf(w, "%d %g\n", size, c.seconds[i])
		}
		fmt.Fprintln(w, "e")
	}
	return nil
}

// apart is how many times higher a title stands than the one below it.
const apart = 1.75

// spread gives titles their places beside the ends of the lines, none on another.
func spread(all []*curve) {
	inOrder := slices.SortedFunc(slices.Values(all), func(a, b *curve) int { return cmp.Compare(a.end(), b.end()) })
	below := 0.0
	for _, c := range inOrder {
		c.label = math.Max(c.end(), below*apart)
		below = c.label
	}
}

// end is the figure of the largest size.
func (c *curve) end() float64 { return c.seconds[len(c.seconds)-1] }
