package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// Whoever is quicker than the registry harms nothing: every button of a page that was never shown before is
// pressed before any answer has come.
func TestButtonsArePressedBeforeTheFirstAnswer(t *testing.T) {
	pressed, tried := 0, map[string]bool{}
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithPapers(t, campaign, "uk", 3)
		for _, page := range append(w.Listed(false), w.Listed(true)...) {
			if tried[page] {
				continue
			}
			tried[page] = true
			for at := 0; ; at++ {
				w.Go(frame.Route{Screen: frame.Overview})
				w.Forget()
				later := frametest.Delay(t, w)
				w.Go(frame.Route{Screen: page})
				buttons := frametest.FindAll[*widgets.Button](w.Canvas().Content())
				if at == len(buttons) {
					break
				}
				if b := buttons[at]; b.Visible() && !b.Disabled() {
					pressed++
					test.Tap(b)
				}
				clearBoxes(w)
				later.DoAll()
				w.Runner = frame.AtOnce()
				clearBoxes(w)
			}
		}
	}
	if pressed < 60 {
		t.Errorf("only %d were pressed", pressed)
	}
}
