package ui

import "testing"

// testMainDoor puts the door into the house, with the list of graduates behind it.
func testMainDoor(m *testing.M) {
	list := Place{Name: screenGraduates, Page: func(w *Window) screen { return newGraduatesScreen(w) }}
	restoring := Place{Name: screenRestoring, Dialog: func(w *Window, r Route) { askRestore(w, r.File) }}
	own := Place{Name: screenOwn, Page: func(w *Window) screen { return newOwnScreen(w) }}
	behind := rooms(list, own, restoring)
	runTests(m, func() House {
		h := behind()
		h.Welcome, h.Notice, h.SignIn = showWelcome, showNoticeBefore, showSignIn
		return h
	})
}
