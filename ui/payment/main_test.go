package payment

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

var paymentScreens = frametest.Page(frame.Payment, New)

var receipts = frame.Place{Name: frame.Receipts, Dialog: func(w *frame.Window, r frame.Route) { ShowReceipts(w, r.Graduate) }}

func TestMain(m *testing.M) {
	frametest.Run(m, frametest.House(paymentScreens.Place(), receipts))
}

// paymentScreenOf is the screen of a window.
func paymentScreenOf(w *frame.Window) *Screen { return paymentScreens.Of(w) }
