package form

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/graduates"
)

var (
	forms = frametest.Page(frame.Form, New)
	owns  = frametest.Page(frame.Own, NewOwn)
)

// list is the list of graduates, for the tests that look at it too.
var list = frametest.WhereWanted(frame.Place{Name: frame.Graduates, Page: func(w *frame.Window) frame.Screen { return graduates.New(w) }})

func TestMain(m *testing.M) {
	frametest.Run(m, frametest.House(list.Place(), forms.Place(), owns.Place()))
}

// formOf is the form that the window shows.
func formOf(w *frame.Window) *Screen {
	if w.InFront(frame.Own) {
		return owns.Of(w).Screen
	}
	return forms.Of(w)
}
