package payment

import (
	"strings"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/payment"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// KG-064: a receipt that two have stands in the table and is told before its acceptance is noted; a
// sum beyond what is due is asked about, and the sums below the table agree.
func TestAReceiptOfTwoAndASumBeyondWhatIsDueAreSeen(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 4)
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	id, other := rows[0].Graduate.ID, rows[1].Graduate
	for _, whose := range []string{id, other.ID} {
		if _, err := w.Registrar().Payment.Add(frametest.Ctx, whose, payment.Receipt{Amount: "370", Number: "12345"}); err != nil {
			t.Fatal(err)
		}
	}
	w.Go(frame.Route{Screen: frame.Receipts, Graduate: id})
	frametest.FrontTap(t, w, "Ответ центра…")
	frametest.MustSee(t, w, "Квитанция № 12345 уже есть: "+other.FullName())
	for len(w.Boxes()) > 0 {
		frametest.Esc(w)
	}
	w.Go(frame.Route{Screen: frame.Receipts, Graduate: rows[2].Graduate.ID})
	addReceipt(t, w, "77", "3700")
	frametest.MustSee(t, w, "Всё верно?")
	if got := paymentsOf(t, w, rows[2].Graduate.ID); len(got) != 0 {
		t.Errorf("kept unasked: %+v", got)
	}
	frametest.FrontTap(t, w, "Всё равно добавить")
	for len(w.Boxes()) > 0 {
		frametest.Esc(w)
	}
	w.Go(frame.Route{Screen: frame.Payment, State: "doubted", Chooses: true})
	if got := paymentScreenOf(w).Table.Keys(); len(got) != 2 {
		t.Errorf("doubted are %v", got)
	}
	frametest.MustSee(t, w, "сверить квитанцию")
	w.Go(frame.Route{Screen: frame.Payment, Chooses: true})
	if sums := paymentScreenOf(w).totals.Text; !strings.Contains(sums, "лишнее 3330") {
		t.Errorf("the sums are %q", sums)
	}
}
