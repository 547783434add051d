package frame_test

import (
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame/frametest"
)

// Design §11: what was taken back is told of whom it is by then: by the name that came back, not by
// the one that was mended away.
func TestATakenBackNameIsSaidAsItIs(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	r, id, number := w.Registrar(), frametest.IdsOf(t, w)[0], int64(0)
	was := frametest.GraduateOf(t, w, id).FullName()
	if _, err := r.Table.Change(registrar.Numbered(frametest.Ctx, &number), id, []registrar.Assign{{Field: data.FieldSurname, Value: "Зіпсоване"}}); err != nil {
		t.Fatal(err)
	}
	now := frametest.GraduateOf(t, w, id).FullName()
	w.DidFor(now, "Збережено: Прізвище", number)
	w.OnUndoAct()
	frametest.MustSee(t, w, "Прізвище — "+was)
	w.OnRedo()
	frametest.MustSee(t, w, "Прізвище — "+now)
}
