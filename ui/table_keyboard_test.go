package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// TestTheArrowReachesTheTableOfEveryPage that has one with rows, after a click beside them and
// from the search of the page.
func TestTheArrowReachesTheTableOfEveryPage(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 4)
		clearBoxes(w) // what the one who comes in is told
		for _, page := range append(w.Listed(false), w.Listed(true)...) {
			w.Go(frame.Route{Screen: page})
			table := widgetsTable(frametest.PageIn(w))
			if table == nil || table.Count() == 0 {
				continue
			}
			if focused, is := w.Canvas().Focused().(*widgets.Entry); is {
				focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
				if w.Canvas().Focused() != table.Focusable() {
					t.Errorf("%s, %s: the arrow leads from the search to %T", campaign, page, w.Canvas().Focused())
				}
			}
			w.Canvas().Unfocus()
			w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyDown})
			if w.Canvas().Focused() != table.Focusable() || table.Cursor() == "" {
				t.Errorf("%s, %s: the keyboard is at %T", campaign, page, w.Canvas().Focused())
			}
		}
	}
}

// widgetsTable is the first table in a page, nil for none.
func widgetsTable(page fyne.CanvasObject) *widgets.Table {
	for _, table := range frametest.FindAll[*widgets.Table](page) {
		if table.Visible() {
			return table
		}
	}
	return nil
}
