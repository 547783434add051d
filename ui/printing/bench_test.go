package printing

import (
	"slices"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// BenchmarkFirstPage is the time from the choice of a document for 300 graduates to the picture of
// its first page, with PDFium started: who is chosen, the whole document, and the picture.
func BenchmarkFirstPage(b *testing.B) {
	for campaign, language := range map[string]string{"zno-2020": "uk", "ort-2021": "ru"} {
		w, _ := frametest.WithDemo(b, campaign, language, 300)
		w.Go(frame.Route{Screen: frame.Printing})
		s := printOf(w)
		for _, document := range slices.Clone(s.documents) {
			s.chooseDocument(b, document)
			if s.preview.sheet.picture == nil {
				continue
			}
			b.Run(campaign+" "+document, func(b *testing.B) {
				for b.Loop() {
					s.remake()
				}
				if s.preview.sheet.picture == nil {
					b.Fatal("no page is shown")
				}
			})
		}
	}
}
