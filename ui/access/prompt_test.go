package access

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// Nothing on the way to a hand-over, or back from it, waits for the registry.
func TestAskingForAHandOverWaitsForNobody(t *testing.T) {
	w, clock := frametest.WithClock(t, "ort-2021", "ru", 3)
	ids := frametest.IdsOf(t, w)
	if _, err := w.Registrar().Access.Create(frametest.Ctx, ids, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Registrar().Access.HandOver(frametest.Ctx, ids[1:2], "graduand", "24.02.2020", ""); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Access})
	s := accessScreenOf(w)
	release := clock.Hold(t, w)
	defer release()
	frametest.Promptly(t, "a hand-over", func() {
		s.Table.Select(s.Table.Rows()[0].Key)
		s.onHandOver()
		w.Boxes()[0].Leave()
	})
	frametest.Promptly(t, "its end", func() {
		s.Table.Select(s.Table.Rows()[1].Key)
		s.onHandBack()
		w.Boxes()[0].Leave()
	})
}
