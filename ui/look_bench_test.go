package ui

import (
	"testing"

	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// BenchmarkSearchKeystroke10000 is a letter in the search box of the window with
// 10,000 graduates, from the key to the rows in the table.
func BenchmarkSearchKeystroke10000(b *testing.B) {
	w, _ := frametest.WithDemo(b, "zno-2020", "uk", 10000)
	search := frametest.FindAll[*widgets.Entry](frametest.PageIn(w))[0]
	queries := []string{"л", "лу", "лук", "їж", ""}
	i := 0
	for b.Loop() {
		search.SetText(queries[i%len(queries)])
		i++
	}
}

// Another look is the same page made anew, with 100 graduates in the list.
func BenchmarkAnotherLook100(b *testing.B) {
	languages := text.Languages()
	for name, change := range map[string]func(w *frame.Window, i int){
		"language": func(w *frame.Window, i int) { w.ChangeLanguage(languages[i%len(languages)]) },
		"theme":    func(w *frame.Window, _ int) { w.OnDark() },
		"letters": func(w *frame.Window, i int) {
			w.Settings.Scale = frame.Scales()[i%len(frame.Scales())]
			w.Anew()
		},
	} {
		for _, screen := range []string{frame.Graduates, frame.Form} {
			b.Run(name+" "+screen, func(b *testing.B) {
				w, _ := frametest.WithDemo(b, "zno-2020", "uk", 100)
				ids := frametest.IdsOf(b, w)
				w.Go(frame.Route{Screen: screen, Graduate: ids[0], Only: ids})
				i := 0
				for b.Loop() {
					change(w, i)
					i++
				}
			})
		}
	}
}
