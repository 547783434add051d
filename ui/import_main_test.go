package ui

import "testing"

var imports = pageOfTest(screenImport, newImportScreen)

func testMainRoster(m *testing.M) { runTests(m, rooms(imports.place())) }

// theImport is the screen of a window.
func theImport(w *Window) *importScreen { return imports.of(w) }
