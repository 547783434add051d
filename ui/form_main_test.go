package ui

import "testing"

var (
	forms = pageOfTest(screenForm, newFormScreen)
	owns  = pageOfTest(screenOwn, newOwnScreen)
)

func testMainForm(m *testing.M) {
	list := Place{Name: screenGraduates, Page: func(w *Window) screen { return newGraduatesScreen(w) }}
	runTests(m, rooms(list, forms.place(), owns.place()))
}

// formOf is the form that the window shows.
func formOf(w *Window) *formScreen {
	if w.InFront(screenOwn) {
		return owns.of(w).formScreen
	}
	return forms.of(w)
}
