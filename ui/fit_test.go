package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/assets"
)

// The screens fit a small window in every language: nothing is cut at the right.
func TestScreensFit(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		w, _ := withDemo(t, assets.DemoCampaign, language, 3)
		for _, name := range []string{screenSettings, screenHistory, screenHelp} {
			w.Fyne().Resize(fyne.NewSize(1024, 600))
			w.Go(Route{Screen: name})
			if size := pageIn(w).MinSize(); size.Width > 1024-190 || size.Height > 520 {
				t.Errorf("%s, %s: the screen needs %v", language, name, size)
			}
		}
	}
}
