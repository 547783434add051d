package ui

import "testing"

// testMainSeason has the screens that must show nothing of what was destroyed.
func testMainSeason(m *testing.M) {
	runTests(m, rooms(
		Place{Name: screenGraduates, Page: func(w *Window) screen { return newGraduatesScreen(w) }},
		Place{Name: screenImport, Page: func(w *Window) screen { return newImportScreen(w) }},
		Place{Name: screenPrint, Page: func(w *Window) screen { return newPrintScreen(w) }},
		Place{Name: screenHistory, Page: func(w *Window) screen { return newHistoryScreen(w) }},
		Place{Name: screenCopies, Page: func(w *Window) screen { return newCopiesScreen(w) }},
		Place{Name: screenErasing, Dialog: func(w *Window, r Route) { askErase(w, r.Only) }}))
}
