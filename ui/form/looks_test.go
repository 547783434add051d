package form

import (
	"fmt"
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// formLooks shows every step of a form and its review, in every language and both sizes.
func formLooks(t *testing.T, campaign string, look func(w *frame.Window, name string)) {
	t.Helper()
	w, _ := frametest.WithDemo(t, campaign, "uk", 6)
	id := frametest.IdsOf(t, w)[2]
	for _, language := range text.Languages() {
		w.Settings.Language = language
		w.Forget()
		w.Go(frame.Route{Screen: frame.Form, Graduate: id})
		for _, size := range frametest.WindowSizes {
			w.Fyne().Resize(size)
			for at := range len(formOf(w).form.Steps) + 1 {
				formOf(w).turnPage(at)
				formOf(w).stopped()
				// The real driver lays out again whatever has grown; here changes of size do.
				for range 2 {
					w.Fyne().Resize(size.AddWidthHeight(1, 1))
					w.Fyne().Resize(size)
				}
				look(w, fmt.Sprintf("form-%s-%d-%s-%.0f", campaign, at, language, size.Width))
			}
		}
	}
}

func TestFormShots(t *testing.T) {
	if os.Getenv("SHOTS") == "" {
		t.Skip("pictures are made by make shots")
	}
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		formLooks(t, campaign, func(w *frame.Window, name string) { frametest.Shot(t, w, name) })
	}
}

func TestFormLabelsFit(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		formLooks(t, campaign, func(w *frame.Window, name string) {
			frametest.Fits(t, name, w.Fyne().Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
		})
	}
}
