package ui

import "testing"

func testMainField(m *testing.M) { runTests(m, rooms()) }
