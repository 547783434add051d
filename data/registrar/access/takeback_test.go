package access_test

import (
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/access"
	"graduand/data/registrar/desktest"
)

// KG-015: a hand-over that was noted by a slip of the hand is taken back: who fills the form is who did
// before, the password stays unread, and it can be noted again.
func TestAHandOverIsTakenBack(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	a := desktest.MustAdd(t, r, "surname=Асанова", "phone="+desktest.PhoneA, "mode=school")
	b := desktest.MustAdd(t, r, "surname=Бекова", "phone="+desktest.PhoneB)
	if _, err := r.Access.Create(desktest.Ctx, []string{a, b}, nil); err != nil {
		t.Fatal(err)
	}
	handOver := func(on string) {
		t.Helper()
		if err := r.Access.HandOver(registrar.GoesTo(desktest.Ctx, "мать"), []string{a}, registrar.DoorOwn, on, ""); err != nil {
			t.Fatal(err)
		}
	}
	handOver("10.02.2020")
	desktest.WantCode(t, "one that was not", r.Access.TakeBackHandOver(desktest.Ctx, []string{a, b}, registrar.DoorOwn), "access.not_handed")
	desktest.WantCode(t, "one that is not", r.Access.TakeBackHandOver(desktest.Ctx, []string{a}, registrar.DoorPlatform), "access.not_made")
	if err := r.Access.TakeBackHandOver(desktest.Ctx, []string{a}, registrar.DoorOwn); err != nil {
		t.Fatal(err)
	}
	g := desktest.MustFind(t, r, a)
	if own := g.Access(data.DoorOwn); own.HandedOver != nil || own.TakenBack == nil || own.Kept() || g.Mode != data.BySchool || access.RowsOf(g)[0].Phase != access.Open {
		t.Errorf("%+v, filled by %s", own, g.Mode)
	}
	if ills, err := r.Doctor(desktest.Ctx); err != nil || len(ills) > 0 {
		t.Errorf("the registry is not sound: %v, %v", ills, err)
	}
	events, err := r.History(desktest.Ctx, registrar.HistoryFilter{Graduate: a, Kind: registrar.EventHandedOver})
	if err != nil || len(events) != 1 || events[0].To != "мать" {
		t.Errorf("KG-013 it was given to %+v, %v", events, err)
	}
	handOver("10.02.2020")
	if g = desktest.MustFind(t, r, a); g.Mode != data.BySelf || g.Access(data.DoorOwn).TakenBack != nil {
		t.Errorf("handed over again: %+v", g.Access(data.DoorOwn))
	}
}
