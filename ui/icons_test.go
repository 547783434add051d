package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// wordless are the buttons that are seen in something and show an icon alone.
func wordless(o fyne.CanvasObject) (all []*widgets.Button) {
	if o == nil || !o.Visible() {
		return nil
	}
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *widgets.Button:
		if o.Text == "" && o.Icon != nil {
			return []*widgets.Button{o}
		}
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
	}
	for _, child := range within {
		all = append(all, wordless(child)...)
	}
	return all
}

// What a button does that is an icon alone is said in the status line while the mouse or the keyboard is
// on it, on every page.
func TestEveryIconHasAName(t *testing.T) {
	for campaign, language := range map[string]string{"zno-2020": "uk", "ort-2021": "ky"} {
		w, _ := frametest.WithPapers(t, campaign, language, 12)
		clearBoxes(w)
		met := 0
		for _, page := range append(pagesOf(w), stepsOf(w)...) {
			page.reach(w)
			for _, b := range wordless(w.Canvas().Content()) {
				met++
				if b.Name == "" || strings.Contains(b.Name, "<no value>") {
					t.Errorf("%s, %s: %s has no name", campaign, page.name, b.Icon.Name())
					continue
				}
				isTold(t, w, b.Name, func() { b.MouseIn(&desktop.MouseEvent{}) }, b.MouseOut)
				isTold(t, w, b.Name, b.FocusGained, b.FocusLost)
			}
			for _, e := range frametest.FindAll[*widgets.Entry](frametest.PageIn(w)) {
				if icon, is := e.ActionItem.(desktop.Hoverable); is && e.Search && e.Visible() {
					e.Put("7")
					isTold(t, w, w.Say("entry_icon.empty", nil), func() { icon.MouseIn(nil) }, icon.MouseOut)
					e.Put("")
				}
			}
			for _, d := range frametest.FindAll[*widgets.DateEntry](frametest.PageIn(w)) {
				icon := d.ActionItem.(desktop.Hoverable)
				isTold(t, w, w.Say("entry_icon.calendar", nil), func() { icon.MouseIn(nil) }, icon.MouseOut)
			}
		}
		if met < 10 {
			t.Errorf("%s: only %d icons were met", campaign, met)
		}
	}
}

func isTold(t *testing.T, w *frame.Window, name string, come, leave func()) {
	t.Helper()
	before := saidBelow(w)
	come()
	if said := saidBelow(w); said != name {
		t.Errorf("%q is told as %q", name, said)
	}
	if leave(); saidBelow(w) != before {
		t.Errorf("%q stays told", name)
	}
}

// saidBelow is what the status line says.
func saidBelow(w *frame.Window) (said string) {
	for _, words := range frametest.FindAll[*widgets.Shortened](w.Fyne().Content()) {
		if words.TwoLines {
			said = words.Text
		}
	}
	return said
}
