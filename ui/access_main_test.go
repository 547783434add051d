package ui

import "testing"

var accessScreens = pageOfTest(screenAccesses, newAccessesScreen)

func testMainAccess(m *testing.M) { runTests(m, rooms(accessScreens.place())) }

// accessScreenOf is the screen of a window.
func accessScreenOf(w *Window) *accessesScreen { return accessScreens.of(w) }
