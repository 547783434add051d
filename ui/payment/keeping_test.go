package payment

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// KG-062: while a receipt is being kept Esc does not close its dialog, which says that it works, and a
// second press keeps it once.
func TestAReceiptIsKeptBeforeItsDialogCloses(t *testing.T) {
	w, _, id := paying(t)
	w.Go(frame.Route{Screen: frame.Receipts, Graduate: id})
	loop := new(frametest.Loop)
	frametest.FrontTap(t, w, "Добавить квитанцию об оплате")
	frametest.FillIn(t, w, "Номер квитанции", "А-001")
	w.Runner = loop.Runner()
	box := w.Boxes()[1]
	for answers := range 2 { // it is compared, and then kept
		box.Confirm()
		frametest.Esc(w)
		if len(w.Boxes()) != 2 || !box.Primary().Disabled() {
			t.Fatalf("after %d answers the dialog has gone, or goes on", answers)
		}
		loop.Work()
		loop.Turn()
	}
	loop.Rest()
	if kept := paymentsOf(t, w, id); len(w.Boxes()) != 1 || len(kept) != 1 {
		t.Errorf("%d dialogs, kept %v", len(w.Boxes()), kept)
	}
}
