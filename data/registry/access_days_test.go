package registry_test

import (
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

func TestHandOverDays(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	t.Run("KG-015 on a day before it was made, or still to come, it is refused and stays readable", func(t *testing.T) {
		both := []string{f.a, f.b}
		desktest.WantCode(t, "the day before", r.Access.HandOver(desktest.Ctx, both, registrar.DoorOwn, "09.02.2020", ""), "access.before_made")
		desktest.WantCode(t, "tomorrow", r.Access.HandOver(desktest.Ctx, both, registrar.DoorOwn, "11.02.2020", ""), "access.future_day")
		desktest.WantCode(t, "no day", r.Access.HandOver(desktest.Ctx, both, registrar.DoorOwn, "31.02.2020", ""), "value.no_such_day")
		for _, id := range both {
			if a := desktest.MustFind(t, r, id).Access(registrar.DoorOwn); a.HandedOver != nil {
				t.Errorf("handed over: %+v", a)
			}
		}
		if n := secretsIn(t, r); n != 2 {
			t.Errorf("%d passwords are kept", n)
		}
	})
	t.Run("KG-015 on the day it was made it is not", func(t *testing.T) {
		if err := r.Access.HandOver(desktest.Ctx, []string{f.a}, registrar.DoorOwn, "10.02.2020", ""); err != nil {
			t.Fatal(err)
		}
		mustBeSound(t, r)
	})
}
