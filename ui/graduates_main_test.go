package ui

import "testing"

var lists = pageOfTest(screenGraduates, newGraduatesScreen)

func testMainGraduates(m *testing.M) {
	runTests(m, rooms(lists.place(),
		Place{Name: screenImport, Page: func(w *Window) screen { return newImportScreen(w) }},
		Place{Name: screenTable, Dialog: func(w *Window, r Route) { takeTable(w, r.File) }}))
}

// graduatesOf is the screen of a window.
func graduatesOf(w *Window) *graduatesScreen { return lists.of(w) }
