package exchange

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

var screens = frametest.Page(frame.Exchange, New)

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(screens.Place())) }
