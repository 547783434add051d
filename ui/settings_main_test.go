package ui

import "testing"

var settingsScreens = pageOfTest(screenSettings, newSettingsScreen)

func testMainSettings(m *testing.M) { runTests(m, rooms(settingsScreens.place())) }

// settingsOf is the screen of a window.
func settingsOf(w *Window) *settingsScreen { return settingsScreens.of(w) }
