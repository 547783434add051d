package registrar

import "testing"

func TestHandOverDays(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	t.Run("KG-015 on a day before it was made, or still to come, it is refused and stays readable", func(t *testing.T) {
		both := []string{f.a, f.b}
		wantCode(t, "the day before", r.HandOver(ctx, both, DoorOwn, "09.02.2020", ""), "access.before_made")
		wantCode(t, "tomorrow", r.HandOver(ctx, both, DoorOwn, "11.02.2020", ""), "access.future_day")
		wantCode(t, "no day", r.HandOver(ctx, both, DoorOwn, "31.02.2020", ""), "value.bad_date")
		for _, id := range both {
			if a := mustFind(t, r, id).Access(DoorOwn); a.HandedOver != nil {
				t.Errorf("handed over: %+v", a)
			}
		}
		if n := secretsIn(t, r); n != 2 {
			t.Errorf("%d passwords are kept", n)
		}
	})
	t.Run("KG-015 on the day it was made it is not", func(t *testing.T) {
		if err := r.HandOver(ctx, []string{f.a}, DoorOwn, "10.02.2020", ""); err != nil {
			t.Fatal(err)
		}
		mustBeSound(t, r)
	})
}
