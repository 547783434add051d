package ui

import (
	"runtime"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"graduand/data/prooftest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// steps are what each of many steps costs, from the key or the wheel to all that is drawn of it standing
// there, in milliseconds of the processor, in their order. A frame has 16. All that is otherwise done in the
// background is part of it.
func steps(b *testing.B, step func(i int)) (took []float64) {
	b.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for i := range prooftest.Times(b, 400) {
		begun := processorTime(b)
		step(i)
		took = append(took, (processorTime(b)-begun).Seconds()*1000)
	}
	slices.Sort(took)
	return took
}

// BenchmarkFrames10000 scrolls, walks and types in the list of 10,000 graduates. Told are the ninety-fifth of a
// hundred steps of each kind, and the worst step.
func BenchmarkFrames10000(b *testing.B) {
	w, _ := frametest.WithDemo(b, "zno-2020", "uk", 10000)
	for len(w.Boxes()) > 0 {
		w.Boxes()[0].Close()
	}
	w.Go(frame.Route{Screen: frame.Graduates})
	page := frametest.PageIn(w)
	table := frametest.FindAll[*widgets.Table](page)[0]
	list := table.Focusable()
	scroll := frametest.FindAll[*container.Scroll](table)[0]
	key := func(name fyne.KeyName) func(int) {
		return func(int) { list.TypedKey(&fyne.KeyEvent{Name: name}) }
	}
	figures := prooftest.Figures{}
	tell := func(name string, took []float64) {
		figures[name+"_ms"], figures[name+"_worst_ms"] = at(took, 0.95), at(took, 1)
		figures["peak_frame_ms"] = max(figures["peak_frame_ms"], at(took, 0.95))
	}
	for _, way := range []struct {
		name string
		step func(int)
	}{
		{"wheel", func(i int) {
			scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: []float32{-40, -40, -40, -40, -40, 40}[i%6]}})
		}},
		{"page", key(fyne.KeyPageDown)},
		{"down", key(fyne.KeyDown)},
		{"up", key(fyne.KeyUp)},
	} {
		w.Canvas().Focus(list)
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		if way.name == "up" {
			list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		}
		tell(way.name, steps(b, way.step))
	}
	search := frametest.FindAll[*widgets.Entry](page)[0]
	w.Canvas().Focus(search)
	letters := []rune("лук’яненко їжак мар")
	tell("letter", steps(b, func(i int) {
		if at := i % (len(letters) + 1); at < len(letters) {
			test.Type(search, string(letters[at]))
		} else {
			search.SetText("") // all of them are there again
		}
	}))
	prooftest.Tell(b, figures)
}
