package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// UA-012 UA-058: whoever looks at the demonstration sees each paper before she needs it.
func TestEachPaperOfTheDemonstrationIsShown(t *testing.T) {
	for _, campaign := range registrar.Campaigns() {
		t.Run(campaign, func(t *testing.T) {
			w, _ := frametest.WithDemo(t, campaign, "uk", 20)
			desktest.Attach(t, w.Registrar(), frametest.IdsOf(t, w)[0], "face_photo", desktest.GoodPortrait())
			if w.Registrar().Campaign().Field("copy_front") != nil {
				desktest.Attach(t, w.Registrar(), frametest.IdsOf(t, w)[0], "copy_front", desktest.CardFront())
			}
			for _, code := range w.Registrar().Printing.Documents() {
				if code == registrar.PaperEnvelopes {
					continue // tells of envelopes that have come, none yet
				}
				to := frame.Route{Screen: frame.Printing, Paper: code}
				if w.Registrar().Printing.Document(code).Picked {
					to.Only = frametest.IdsOf(t, w)[:2]
				}
				w.Go(to)
				if !chosenPaper(w, code) || !strings.Contains(frametest.Visible(w), "\n1 з ") {
					t.Errorf("%s shows no page:\n%s", code, frametest.Visible(w))
				}
			}
		})
	}
}

// chosenPaper tells whether the page of printing is about this document.
func chosenPaper(w *frame.Window, code string) bool {
	title := fmt.Sprint(w.Text().Word(w.Registrar().Printing.Document(code).Title))
	return slices.ContainsFunc(frametest.FindAll[*widgets.Select](frametest.PageIn(w)), func(s *widgets.Select) bool { return s.Selected == title })
}
