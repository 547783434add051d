package answer

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

var screens = frametest.Page(frame.Answer, New)

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(screens.Place())) }

// screenOf is the screen of a window, in front.
func screenOf(w *frame.Window) *Screen {
	w.Go(frame.Route{Screen: frame.Answer})
	return screens.Of(w)
}
