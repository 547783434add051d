package graduates

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/roster"
	"graduand/ui/table"
)

var lists = frametest.Page(frame.Graduates, New)

func TestMain(m *testing.M) {
	house := frametest.House(lists.Place(),
		frame.Place{Name: frame.Roster, Page: func(w *frame.Window) frame.Screen { return roster.New(w) }},
		frame.Place{Name: frame.Table, Dialog: func(w *frame.Window, r frame.Route) { table.Take(w, r.File) }})
	frametest.Run(m, func() frame.House {
		h := house()
		h.Scanned = new(Scans).Scanned
		return h
	})
}

// graduatesOf is the screen of a window.
func graduatesOf(w *frame.Window) *Screen { return lists.Of(w) }
