package payment

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// All that is wrong with a receipt is said in one round, a sum that is no number too.
func TestAllFaultsOfAReceiptAreSaidAtOnce(t *testing.T) {
	w, _, id := paying(t)
	w.Go(frame.Route{Screen: frame.Receipts, Graduate: id})
	frametest.FrontTap(t, w, "Добавить квитанцию об оплате")
	frametest.FillIn(t, w, w.Say("payment_screen.amount", nil), "триста")
	w.Boxes()[1].Confirm()
	frametest.MustSee(t, w, "«триста» не похоже на сумму", w.Say("payment.no_number", nil))
	if len(paymentsOf(t, w, id)) != 0 {
		t.Error("it was added")
	}
}
