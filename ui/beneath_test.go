package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// With large letters in a small window a page scrolls sideways: its rows are then beneath the list of pages, and
// Fyne finds them there for the mouse (see [widgets.Ground]). What is pressed is what is seen.
func TestTheListOfPagesIsAboveWhatHasScrolledBeneathIt(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "ky", 60)
	for len(w.Boxes()) > 0 {
		w.Boxes()[0].Close()
	}
	w.Settings.Scale = 150
	w.Anew()
	w.Fyne().Resize(fyne.NewSize(1024, 600))
	w.Go(frame.Route{Screen: frame.Graduates})
	table := frametest.FindAll[*widgets.Table](frametest.PageIn(w))[0]
	aside := frametest.Sideways(w)
	if aside <= 0 {
		t.Fatalf("the page is %v wider than its room", aside)
	}
	sideways := func() {
		for _, scroll := range frametest.FindAll[*container.Scroll](w.Fyne().Content()) {
			if len(frametest.FindAll[*widgets.Table](scroll.Content)) > 0 {
				scroll.ScrollToOffset(fyne.NewPos(aside, 0))
			}
		}
	}
	pressed, reached, driver := 0, map[string]bool{}, fyne.CurrentApp().Driver()
	for _, item := range frametest.FindAll[*widgets.NavItem](w.Fyne().Content()) {
		sideways()
		at := driver.AbsolutePositionForObject(item).Add(fyne.NewPos(item.Size().Width/2, item.Size().Height/2))
		if at.Y < driver.AbsolutePositionForObject(table).Y || at.Y > 500 {
			continue
		}
		test.TapCanvas(w.Canvas(), at)
		pressed, reached[w.Current()] = pressed+1, true
		w.Go(frame.Route{Screen: frame.Graduates})
	}
	if pressed < 3 || len(reached) != pressed {
		t.Errorf("%d pages pressed, reached %v", pressed, reached)
	}
}
