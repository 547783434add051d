package form

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// How long a form takes to stand, until its first painting: that of the first graduate in
// a window, and that of another.
func BenchmarkOpenForm(b *testing.B) {
	for campaign, language := range map[string]string{"ort-2021": "ru", "zno-2020": "uk"} {
		b.Run("first "+campaign, func(b *testing.B) {
			w, _ := frametest.WithDemo(b, campaign, language, 100)
			ids := frametest.IdsOf(b, w)
			for b.Loop() {
				w.Forget()
				w.Go(frame.Route{Screen: frame.Form, Graduate: ids[0], Only: ids})
			}
		})
		b.Run("next "+campaign, func(b *testing.B) {
			w, _ := frametest.WithDemo(b, campaign, language, 100)
			ids, i := frametest.IdsOf(b, w), 0
			for b.Loop() {
				i++
				w.Go(frame.Route{Screen: frame.Form, Graduate: ids[i%len(ids)], Only: ids})
			}
		})
	}
}
