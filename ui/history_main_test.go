package ui

import "testing"

var histories = pageOfTest(screenHistory, newHistoryScreen)

func testMainHistory(m *testing.M) { runTests(m, rooms(histories.place())) }

// historyScreenOf is the screen of a window.
func historyScreenOf(w *Window) *historyScreen { return histories.of(w) }
