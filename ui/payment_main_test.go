package ui

import "testing"

var paymentScreens = pageOfTest(screenPayments, newPaymentsScreen)

var receipts = Place{Name: screenReceipts, Dialog: func(w *Window, r Route) { showPayments(w, r.Graduate) }}

func testMainPayment(m *testing.M) { runTests(m, rooms(paymentScreens.place(), receipts)) }

// paymentScreenOf is the screen of a window.
func paymentScreenOf(w *Window) *paymentsScreen { return paymentScreens.of(w) }
