package ui

import "testing"

func testMainTable(m *testing.M) { runTests(m, rooms()) }
