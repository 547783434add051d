package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/assets"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// The screens fit a small window in every language: nothing is cut at the right.
func TestScreensFit(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		w, _ := frametest.WithPapers(t, assets.DemoCampaign, language, 3)
		for _, name := range []string{frame.SettingsPage, frame.History, frame.Help} {
			w.Fyne().Resize(fyne.NewSize(1024, 600))
			w.Go(frame.Route{Screen: name})
			if size := frametest.PageIn(w).MinSize(); size.Width > 1024-190 || size.Height > 520 {
				t.Errorf("%s, %s: the screen needs %v", language, name, size)
			}
		}
	}
}
