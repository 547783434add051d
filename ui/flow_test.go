package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// largeLetters are the sizes of letters with the window in which they have room.
var largeLetters = map[int]fyne.Size{100: frametest.WindowSizes[1], 130: frametest.WindowSizes[1], 150: frametest.WindowSizes[0]}

// frameOfWindow is what menu, and the air around the content, take of the window.
func frameOfWindow(scale int) fyne.Size {
	s := float32(scale) / 100
	return fyne.NewSize(2*4*s, 2*4*s+(15+2*6)*s)
}

// With large letters nothing is pushed out of the window: the least size of the screens
// of the daily work, and of the settings where letters are made smaller, is within it.
func TestLargeLettersHaveRoom(t *testing.T) {
	for campaign, screens := range map[string][]string{
		"zno-2020": {frame.Graduates, frame.Form},
		"ort-2021": {frame.Graduates, frame.Form, frame.Payment, frame.Access, frame.Printing, frame.SettingsPage},
	} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 5)
		for scale, room := range largeLetters {
			for _, language := range text.Languages() {
				w.Settings.Scale, w.Settings.Language = scale, language
				w.Forget()
				w.Go(frame.Route{Screen: frame.Graduates})
				id := frametest.ListIn(t, w).Cursor()
				for _, name := range screens {
					if name == frame.Form {
						w.Go(frame.Route{Screen: frame.Form, Graduate: id})
					} else {
						w.Go(frame.Route{Screen: name})
					}
					w.Fyne().Resize(room.AddWidthHeight(1, 1))
					w.Fyne().Resize(room)
					least := w.Fyne().Content().MinSize().Add(frameOfWindow(scale))
					if least.Width > room.Width || least.Height > room.Height {
						t.Errorf("%s, %s, %s at %d %%: the least is %v", campaign, name, language, scale, least)
					}
				}
			}
		}
	}
}
