package form_test

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar/desktest"
)

// KG-058: a finished form goes back with a remark, which is said until it is finished again.
func TestGiveBack(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	desktest.WantCode(t, "a draft", r.Form.GiveBack(desktest.Ctx, []string{id}, "x"), "form.not_finished")
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
	desktest.WantCode(t, "no remark", r.Form.GiveBack(desktest.Ctx, []string{id}, " \t"), "form.no_remark")
	desktest.Must(r.Form.GiveBack(desktest.Ctx, []string{id}, "паспорт нечёткий"))
	f := desktest.MustForm(t, r, id)
	if f.Finished != nil || desktest.StatusOf(t, r, id) != data.StatusDraft || f.Returned == nil || f.Returned.Note != "паспорт нечёткий" {
		t.Errorf("got %+v", f)
	}
	if got := strings.Join(desktest.FoundFor(t, r, id), ","); !strings.Contains(got, "returned ") || strings.Contains(got, "unfinished") {
		t.Errorf("found %s", got)
	}
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
	if f := desktest.MustForm(t, r, id); f.Finished == nil || f.Returned != nil {
		t.Errorf("finished again: %+v", f)
	}
	desktest.Must(r.Form.GiveBack(desktest.Ctx, []string{id}, "ещё раз"))
	if f := desktest.MustForm(t, r, id); f.Returned == nil || f.Returned.Note != "ещё раз" {
		t.Errorf("given back again: %+v", f)
	}
	desktest.Sound(t, r)
	zno := desktest.MustCreate(t, "zno-2020")
	other := desktest.MustAdd(t, zno, "surname=Сорока")
	desktest.WantCode(t, "no finishing here", zno.Form.GiveBack(desktest.Ctx, []string{other}, "x"), "form.no_finish")
}
