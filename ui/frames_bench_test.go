package ui

import (
	"runtime"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// steps measures what each of many steps costs, from the key or the wheel to all that is drawn of it
// standing there: the worst and all but the worst twentieth, in milliseconds of the processor. A frame
// has 16. All that is otherwise done in the background is part of it.
func steps(b *testing.B, step func(i int)) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var took []time.Duration
	for b.Loop() {
		begun := processorTime(b)
		step(len(took))
		took = append(took, processorTime(b)-begun)
	}
	slices.Sort(took)
	ms := func(d time.Duration) float64 { return d.Seconds() * 1000 }
	b.ReportMetric(ms(took[len(took)*95/100]), "p95-ms")
	b.ReportMetric(ms(took[len(took)-1]), "worst-ms")
}

// BenchmarkFrames10000 scrolls, walks and types in the list of 10,000 graduates.
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
	for _, way := range []struct {
		name string
		step func(int)
	}{
		{"wheel", func(i int) {
			scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: []float32{-40, -40, -40, -40, -40, 40}[i%6]}})
		}},
		{"PageDown", key(fyne.KeyPageDown)},
		{"Down", key(fyne.KeyDown)},
		{"Up", key(fyne.KeyUp)},
	} {
		b.Run(way.name, func(b *testing.B) {
			w.Canvas().Focus(list)
			list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
			if way.name == "Up" {
				list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
			}
			steps(b, way.step)
		})
	}
	b.Run("typing", func(b *testing.B) {
		search := frametest.FindAll[*widgets.Entry](page)[0]
		w.Canvas().Focus(search)
		letters := []rune("лук’яненко їжак мар")
		steps(b, func(i int) {
			if at := i % (len(letters) + 1); at < len(letters) {
				test.Type(search, string(letters[at]))
			} else {
				search.SetText("") // all of them are there again
			}
		})
	})
}
