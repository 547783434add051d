package printing

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/graduates"
	"graduand/ui/printing/printingtest"
)

var prints = frametest.Page(frame.Printing, newTestPrint)

// list is the list of graduates, for the tests that look at it too.
var list = frametest.WhereWanted(frame.Place{Name: frame.Graduates, Page: func(w *frame.Window) frame.Screen { return graduates.New(w) }})

func TestMain(m *testing.M) {
	printingtest.KeepCompiled()
	frametest.Run(m, frametest.House(list.Place(), prints.Place()))
}

// printOf is the screen of a window.
func printOf(w *frame.Window) *Screen { return prints.Of(w) }

// testEngine draws the pages where a test has put one there; else PDFium does.
var testEngine previewEngine

func newTestPrint(w *frame.Window) *Screen {
	s := New(w)
	if testEngine != nil {
		s.preview.engine = testEngine
	}
	return s
}

// withEngine puts a fake engine into the screens that a test builds.
func withEngine(t testing.TB) *fakeEngine {
	engine := &fakeEngine{}
	testEngine = engine
	t.Cleanup(func() { testEngine = nil })
	return engine
}
