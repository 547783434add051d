package history

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

var histories = frametest.Page(frame.History, New)

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(histories.Place())) }

// historyScreenOf is the screen of a window.
func historyScreenOf(w *frame.Window) *Screen { return histories.Of(w) }
