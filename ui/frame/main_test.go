package frame_test

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// listed is a page with a table.
var listed = frametest.Page(frame.Help, newListPage)

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(listed.Place())) }
