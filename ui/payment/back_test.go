package payment

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// KG-066, design §2: a receipt just entered is what Ctrl+Z takes back, not an older act: it is
// cancelled, stays in the list, and counts again.
func TestAReceiptIsTakenBack(t *testing.T) {
	w, _, id := paying(t)
	older := false
	w.Done("Сохранено: улица", func() { older = true })
	w.Go(frame.Route{Screen: frame.Receipts, Graduate: id})
	addReceipt(t, w, "А-001", "")
	who := frametest.GraduateOf(t, w, id).FullName()
	frametest.MustSee(t, w, "Квитанция № А-001 добавлена — "+who)
	frametest.Esc(w)
	cancelled := func() bool { return paymentsOf(t, w, id)[0].Cancelled != nil }
	w.OnUndo()
	if older || !cancelled() {
		t.Fatalf("the older act was taken back: %v, the receipt: %v", older, cancelled())
	}
	frametest.MustSee(t, w, "Квитанция № А-001 отменена и остаётся в списке — "+who)
	if w.OnRedo(); cancelled() {
		t.Error("it does not count again")
	}
	t.Run("a verdict, and a receipt that was cancelled, too", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Receipts, Graduate: id})
		frametest.FrontTap(t, w, "Ответ центра…")
		frametest.Choose(frametest.SelectIn(t, w), "Принято")
		frametest.FrontTap(t, w, "Записать ответ")
		frametest.Esc(w)
		frametest.MustSee(t, w, "Ответ центра о квитанции № А-001 записан — "+who)
		if w.OnUndo(); paymentsOf(t, w, id)[0].Verdict != nil {
			t.Errorf("%+v", paymentsOf(t, w, id)[0])
		}
		w.Go(frame.Route{Screen: frame.Receipts, Graduate: id})
		frametest.FrontTap(t, w, "Отменить оплату")
		frametest.FillIn(t, w, "Причина (останется в истории)", "не тот номер")
		frametest.FrontTap(t, w, "Отменить оплату")
		frametest.Esc(w)
		if w.OnUndo(); cancelled() || older {
			t.Errorf("%+v, the older act: %v", paymentsOf(t, w, id)[0], older)
		}
	})
}
