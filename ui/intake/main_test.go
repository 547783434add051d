package intake

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

var screens = frametest.Page(frame.Intake, New)

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(screens.Place())) }
