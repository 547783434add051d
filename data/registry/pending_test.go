package registry_test

import (
	"slices"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// What somebody without a key has spoilt of a graduate's changes waits for the doctor.
func TestUnreadableChangesKeepNobodyOut(t *testing.T) {
	f := withAccesses()
	path := copyIn(t, f.content)
	r := openKeyed(t, path)
	leavePending(t, r, f.a, registrar.FieldChange{Field: "house", Before: "", After: "7"})
	leavePending(t, r, f.a, registrar.FieldChange{Field: "street", Before: "", After: "Лесная"})
	leavePending(t, r, f.b, registrar.FieldChange{Field: "street", Before: "", After: "Горная"})
	mustClose(t, r)
	for _, id := range []string{f.a, f.b} {
		flip(t, path, "pending", "body", "graduate = ?1", id, "last")
	}
	t.Run("KG-069 the school comes in, and the rest is taken over", func(t *testing.T) {
		r := openKeyed(t, path)
		want := []registrar.Filled{
			{Graduate: f.a, Name: "Асанова Айгуль", Changes: []registrar.FieldChange{{Field: "street", Before: "", After: "Лесная"}}, Unreadable: 1},
			{Graduate: f.b, Name: "Бекова Жаркын", Unreadable: 1},
		}
		if got := r.Filled(); !slices.EqualFunc(got, want, sameFilled) {
			t.Errorf("filled %+v", got)
		}
		if g := desktest.MustFind(t, r, f.a); g.Fields["street"] != "Лесная" || g.Fields["house"] != "" {
			t.Errorf("got %v", g.Fields)
		}
		mustClose(t, r)
	})
	t.Run("KG-069 F-05 they wait, and the doctor names them", func(t *testing.T) {
		r := openKeyed(t, path)
		if got := r.Filled(); len(got) != 2 || got[0].Unreadable != 1 || len(got[0].Changes) != 0 {
			t.Errorf("filled %+v", got)
		}
		ills, err := r.Doctor(desktest.Ctx)
		if err != nil || !slices.Equal(codesOf(ills), []string{"pending", "pending"}) {
			t.Errorf("doctor: %v, %v", ills, err)
		}
	})
}

func sameFilled(a, b registrar.Filled) bool {
	return a.Graduate == b.Graduate && a.Name == b.Name && a.Unreadable == b.Unreadable &&
		slices.Equal(a.Changes, b.Changes) && slices.Equal(a.Refused, b.Refused)
}
