package ui

import "testing"

func testMainFrame(m *testing.M) { runTests(m, rooms()) }
