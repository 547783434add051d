package ui

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"graduand/data/prooftest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// typedWords are what is typed letter by letter: usual names and rare ones, a class and a phone.
var typedWords = []string{"шевченко олена", "лук’яненко", "їжак мар", "11-б", "0501"}

// BenchmarkSearchTyped10000 types in the search of a list of 10,000 people: from the key, over the search in
// the background, to the rows in the table. Told are the middle and the ninety-fifth of a hundred of the
// letters, and what it takes until all are there again when the search is emptied.
func BenchmarkSearchTyped10000(b *testing.B) {
	letters, emptied := typed(b, 10000, prooftest.Times(b, 5))
	prooftest.Tell(b, prooftest.Figures{
		"letters": float64(len(letters)), "search_ms": at(letters, 0.5), "search_p95_ms": at(letters, 0.95), "emptied_ms": at(emptied, 0.5),
	})
}

// BenchmarkGrowthOfSearch is the same in lists of 50, 500 and 5,000 people, in the middle.
func BenchmarkGrowthOfSearch(b *testing.B) {
	sizes := []int{50, 500, 5000}
	var seconds []float64
	for _, people := range sizes {
		letters, _ := typed(b, people, prooftest.Times(b, 3))
		seconds = append(seconds, at(letters, 0.5)/1000)
	}
	prooftest.Grown(b, "search", sizes, seconds)
}

// typed are how long letters took, and the emptying of the search, in ms, in their order.
func typed(b *testing.B, people, times int) (letters, emptied []float64) {
	b.Helper()
	w, _ := frametest.WithDemo(b, "zno-2020", "uk", people)
	for len(w.Boxes()) > 0 {
		w.Boxes()[0].Close()
	}
	w.Go(frame.Route{Screen: frame.Graduates})
	loop := &frametest.Loop{}
	w.Runner = loop.Runner()
	search := frametest.FindAll[*widgets.Entry](frametest.PageIn(w))[0]
	w.Canvas().Focus(search)
	clocked := func(f func()) float64 {
		return prooftest.Clocked(func() { f(); loop.Rest() }).Seconds() * 1000
	}
	for range times {
		for _, word := range typedWords {
			for _, letter := range word {
				letters = append(letters, clocked(func() { test.Type(search, string(letter)) }))
			}
			emptied = append(emptied, clocked(func() { search.SetText("") }))
		}
	}
	slices.Sort(letters)
	slices.Sort(emptied)
	return letters, emptied
}

// at is the value that a share of those in order do not exceed.
func at(inOrder []float64, share float64) float64 {
	return inOrder[int(math.Ceil(share*float64(len(inOrder))))-1]
}
