package post

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

var screens = frametest.Page(frame.Post, New)

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(screens.Place())) }
