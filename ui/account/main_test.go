package account

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/season"
)

var accountScreens = frametest.Page(frame.Account, New)

// copies is the page of the season, which a head may use and others may not.
var copies = frame.Place{Name: frame.Season, Page: func(w *frame.Window) frame.Screen { return season.New(w) }}

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(accountScreens.Place(), copies)) }

// accountScreenOf is the screen of a window.
func accountScreenOf(w *frame.Window) *Screen { return accountScreens.Of(w) }
