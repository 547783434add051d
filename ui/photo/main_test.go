package photo

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

var (
	photoScreens = frametest.Page(frame.Photo, New)
	folders      = frametest.Page(frame.PhotoFolder, NewFolder)
)

func TestMain(m *testing.M) {
	frametest.Run(m, frametest.House(photoScreens.Place(), folders.Place()))
}
