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

func TestMain(m *testing.M) {
	list := frame.Place{Name: frame.Graduates, Page: func(w *frame.Window) frame.Screen { return graduates.New(w) }}
	frametest.Run(m, frametest.House(list, forms.Place(), owns.Place()))
}

// formOf is the form that the window shows.
func formOf(w *frame.Window) *Screen {
	if w.InFront(frame.Own) {
		return owns.Of(w).Screen
	}
	return forms.Of(w)
}
