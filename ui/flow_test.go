package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"graduand/data/text"
)

func TestFlow(t *testing.T) {
	test.NewTempApp(t)
	box := func() fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(100, 20), container.NewStack())
	}
	a, b, last := box(), box(), box()
	f := container.New(&flow{last: 150}, a, b, layout.NewSpacer(), last)
	gap := theme.Padding()
	if least := f.MinSize(); least.Width != 100 {
		t.Errorf("the least width is %v", least.Width)
	}
	f.Resize(fyne.NewSize(600, 20))
	if last.Size().Width != 150 || last.Position().X != 450 || f.MinSize().Height != 20 {
		t.Errorf("in one row: %v at %v, %v high", last.Size(), last.Position(), f.MinSize().Height)
	}
	f.Resize(fyne.NewSize(250, 20))
	if last.Position().Y != 20+gap || b.Position().X != 100+gap || f.MinSize().Height != 40+gap {
		t.Errorf("in two rows: %v, %v high", last.Position(), f.MinSize().Height)
	}
	f.Resize(fyne.NewSize(600, 20))
	if f.MinSize().Height != 20 {
		t.Errorf("wide again it is %v high", f.MinSize().Height)
	}
}

// largeLetters are the sizes of letters with the window in which they have room.
var largeLetters = map[int]fyne.Size{100: windowSizes[1], 130: windowSizes[1], 150: windowSizes[0]}

// frameOfWindow is what menu, and the air around the content, take of the window.
func frameOfWindow(scale int) fyne.Size {
	s := float32(scale) / 100
	return fyne.NewSize(2*4*s, 2*4*s+(15+2*6)*s)
}

// With large letters nothing is pushed out of the window: the least size of the screens
// of the daily work, and of the settings where letters are made smaller, is within it.
func TestLargeLettersHaveRoom(t *testing.T) {
	for campaign, screens := range map[string][]string{
		"zno-2020": {screenGraduates, screenForm},
		"ort-2021": {screenGraduates, screenForm, screenPayments, screenAccesses, screenPrint, screenSettings},
	} {
		w, _ := withDemo(t, campaign, "uk", 5)
		for scale, room := range largeLetters {
			for _, language := range text.Languages() {
				w.Settings.Scale, w.Settings.Language = scale, language
				w.Forget()
				w.Go(Route{Screen: screenGraduates})
				id := graduatesOf(w).table.Cursor()
				for _, name := range screens {
					if name == screenForm {
						openForm(w, id)
					} else {
						w.Go(Route{Screen: name})
					}
					w.window.Resize(room.AddWidthHeight(1, 1))
					w.window.Resize(room)
					least := w.window.Content().MinSize().Add(frameOfWindow(scale))
					if least.Width > room.Width || least.Height > room.Height {
						t.Errorf("%s, %s, %s at %d %%: the least is %v", campaign, name, language, scale, least)
					}
				}
			}
		}
	}
}

// TestWordsOfTheHintAreWhole is about the accesses: what their hint says is seen whole
// at once, without the window being resized.
func TestWordsOfTheHintAreWhole(t *testing.T) {
	w, _ := withDemo(t, "ort-2021", "ru", 12)
	for _, language := range text.Languages() {
		for _, size := range windowSizes {
			w.Settings.Language = language
			w.window.Resize(size)
			w.Forget()
			s := accessesOf(w)
			if lacks := s.hint.MinSize().Height - s.hinted.Size().Height; !s.hinted.Visible() || lacks > 0.5 {
				t.Errorf("%s, %v: %v pixels of the hint are cut", language, size, lacks)
			}
		}
	}
}

func TestCardNumbersOnlyWhereThereAreAny(t *testing.T) {
	for campaign, used := range map[string]bool{"zno-2020": true, "ort-2021": false} {
		w, _ := withDemo(t, campaign, "ru", 1)
		offered := false
		for _, menu := range w.house.Menu(w).Items {
			for _, item := range menu.Items {
				offered = offered || item.Label == w.say("menu.copy_number", nil)
			}
		}
		id := "ui.search"
		if used {
			id = "ui.search_card"
		}
		if offered != used || graduatesOf(w).search.PlaceHolder != w.say(id, nil) {
			t.Errorf("%s: in the menu %v, the search says %q", campaign, offered, graduatesOf(w).search.PlaceHolder)
		}
	}
}
