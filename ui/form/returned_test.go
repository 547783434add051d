package form

import (
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/ui/frame/frametest"
)

// KG-058: a finished form goes back to the pupil with a remark, which stands on top of every step until
// the form is finished again.
func TestAFinishedFormIsGivenBack(t *testing.T) {
	list.In(t)
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	r := w.Registrar()
	id := desktest.CompleteORT(t, r)
	openForm(w, id)
	frametest.MustNotSee(t, w, "Вернуть на доработку")
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
	formOf(w).turnPage(len(formOf(w).form.Steps))
	frametest.Tap(t, w, "Вернуть на доработку…")
	frametest.FrontTap(t, w, "Вернуть")
	frametest.MustSee(t, w, "Напишите, что исправить")
	frametest.FillIn(t, w, "Что исправить (останется в истории)", "паспорт снят нечётко")
	frametest.FrontTap(t, w, "Вернуть")
	frametest.MustSee(t, w, "Бланк возвращён на доработку", "«паспорт снят нечётко»")
	formOf(w).turnPage(0)
	frametest.MustSee(t, w, "«паспорт снят нечётко»")
	w.OnUndo()
	if f := desktest.MustForm(t, r, id); f.Finished == nil {
		t.Error("it cannot be taken back")
	}
	frametest.MustNotSee(t, w, "«паспорт снят нечётко»")
}
