package ui

import "testing"

var accountScreens = pageOfTest(screenAccounts, newAccountsScreen)

func testMainAccount(m *testing.M) { runTests(m, rooms(accountScreens.place())) }

// accountScreenOf is the screen of a window.
func accountScreenOf(w *Window) *accountsScreen { return accountScreens.of(w) }
