package frame_test

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// listed is a page with a table, taking one that takes scans.
var (
	listed = frametest.Page(frame.Help, newListPage)
	taking = frametest.Page(frame.Season, func(*frame.Window) *takingPage { return &takingPage{} })
)

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(listed.Place(), taking.Place())) }
