package settings

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

var settingsScreens = frametest.Page(frame.SettingsPage, New)

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(settingsScreens.Place())) }

// settingsOf is the screen of a window.
func settingsOf(w *frame.Window) *Screen { return settingsScreens.Of(w) }
