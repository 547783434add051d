package ui

import "testing"

var prints = pageOfTest(screenPrint, newTestPrint)

func testMainPrinting(m *testing.M) {
	list := Place{Name: screenGraduates, Page: func(w *Window) screen { return newGraduatesScreen(w) }}
	runTests(m, rooms(list, prints.place()))
}

// printOf is the screen of a window.
func printOf(w *Window) *printScreen { return prints.of(w) }

// testEngine draws the pages where a test has put one there; else PDFium does.
var testEngine previewEngine

func newTestPrint(w *Window) *printScreen {
	s := newPrintScreen(w)
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
