package access

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

var accessScreens = frametest.Page(frame.Access, New)

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(accessScreens.Place())) }

// accessScreenOf is the screen of a window.
func accessScreenOf(w *frame.Window) *Screen { return accessScreens.Of(w) }
