package door

import (
	"testing"

	"graduand/ui/form"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/graduates"
)

// list is the list of graduates, for the tests that look at it too.
var list = frametest.WhereWanted(frame.Place{Name: frame.Graduates, Page: func(w *frame.Window) frame.Screen { return graduates.New(w) }})

// TestMain puts the door into the house, with the list of graduates behind it.
func TestMain(m *testing.M) {
	restoring := frame.Place{Name: frame.Restoring, Outside: true, Dialog: func(w *frame.Window, r frame.Route) { AskRestore(w, r.File) }}
	own := frame.Place{Name: frame.Own, Page: func(w *frame.Window) frame.Screen { return form.NewOwn(w) }}
	behind := frametest.House(list.Place(), own, restoring)
	frametest.Run(m, func() frame.House {
		h := behind()
		h.Welcome, h.Notice, h.SignIn, h.Missing = ShowWelcome, ShowNotice, ShowSignIn, AskMissing
		return h
	})
}
