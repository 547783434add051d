package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/ui/frame/frametest"
)

// tappables are what a click does something to in an object, where nothing around it takes the keyboard.
func tappables(o fyne.CanvasObject) (all []fyne.CanvasObject) {
	if o == nil || !o.Visible() {
		return nil
	}
	if d, is := o.(fyne.Disableable); is && d.Disabled() {
		return nil
	}
	if _, is := o.(fyne.Focusable); is {
		return []fyne.CanvasObject{o}
	}
	if _, is := o.(fyne.Tappable); is {
		return []fyne.CanvasObject{o}
	}
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
	}
	for _, child := range within {
		all = append(all, tappables(child)...)
	}
	return all
}

// byOtherKeys are what Tab does not lead to, since keys do the same elsewhere: those of the rows sort by a
// title (in the menu of the row), Ctrl+W shows all of the status line, the arrows scroll.
var byOtherKeys = []string{"*widgets.tableHeader", "*frame.wholeWords", "*widget.scrollBarArea"}

// Tab leads to whatever a click does something to, on every page.
func TestTabLeadsToAllThatCanBePressed(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithPapers(t, campaign, "uk", 3)
		met := 0
		everyPage(t, w, func(page string) {
			reached := map[fyne.CanvasObject]bool{}
			for _, f := range round(w) {
				reached[f.(fyne.CanvasObject)] = true
			}
			for _, o := range tappables(w.Canvas().Content()) {
				if met++; !reached[o] && !slices.Contains(byOtherKeys, fmt.Sprintf("%T", o)) {
					t.Errorf("%s, %s: Tab does not lead to %T", campaign, page, o)
				}
			}
		})
		if met < 400 {
			t.Errorf("%s: only %d were met", campaign, met)
		}
	}
}

// All that was done is read by a key too, where the line has no room for it.
func TestTheWholeOfWhatWasDoneIsReadByAKey(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 2)
	clearBoxes(w)
	long := strings.Repeat("Бланк записан. ", 30)
	w.Done(long, nil)
	item(t, w, w.Say("ui.whole", nil)).Action()
	if len(w.Boxes()) != 1 || !strings.Contains(frametest.DialogWords(w), long[:40]) {
		t.Errorf("it is not shown: %s", frametest.Visible(w))
	}
}
