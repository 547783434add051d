package ui

import "testing"

var helps = pageOfTest(screenHelp, newHelpScreen)

func testMainHelp(m *testing.M) { runTests(m, rooms(helps.place())) }

// helpScreenOf is the screen of a window.
func helpScreenOf(w *Window) *helpScreen { return helps.of(w) }
