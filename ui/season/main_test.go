package season

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/graduates"
	"graduand/ui/history"
	"graduand/ui/printing"
	"graduand/ui/roster"
)

// TestMain has the screens that must show nothing of what was destroyed.
func TestMain(m *testing.M) {
	frametest.Run(m, frametest.House(
		frame.Place{Name: frame.Graduates, Page: func(w *frame.Window) frame.Screen { return graduates.New(w) }},
		frame.Place{Name: frame.Roster, Page: func(w *frame.Window) frame.Screen { return roster.New(w) }},
		frame.Place{Name: frame.Printing, Page: func(w *frame.Window) frame.Screen { return printing.New(w) }},
		frame.Place{Name: frame.History, Page: func(w *frame.Window) frame.Screen { return history.New(w) }},
		frame.Place{Name: frame.Season, Page: func(w *frame.Window) frame.Screen { return New(w) }},
		frame.Place{Name: frame.Erasing, Dialog: func(w *frame.Window, r frame.Route) { AskErase(w, r.Only) }}))
}
