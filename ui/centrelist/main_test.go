package centrelist

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

var pages = frametest.Page(frame.CentreList, New)

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(pages.Place())) }
