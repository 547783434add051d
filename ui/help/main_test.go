package help

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

var helps = frametest.Page(frame.Help, New)

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(helps.Place())) }

// helpScreenOf is the screen of a window.
func helpScreenOf(w *frame.Window) *Screen { return helps.Of(w) }
