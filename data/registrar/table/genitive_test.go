package table_test

import (
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// F-11: with a genitive written by hand the surname is kept that it is of, and both go back together.
func TestTheGenitiveKeepsItsSurname(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Кисіль", "sex=ч", "surname_genitive=Кисіля")
	written := func() (genitive, surname string) {
		g := desktest.MustFind(t, r, id)
		if fact := g.Current().Fact(data.FactDeclined, ""); fact != nil {
			surname = fact.Seen
		}
		return g.Get("surname_genitive"), surname
	}
	expect := func(name, genitive, surname string) {
		t.Helper()
		if g, s := written(); g != genitive || s != surname {
			t.Errorf("F-11 %s: %q of %q", name, g, s)
		}
	}
	expect("added with a new graduate", "Кисіля", "Кисіль")
	change(t, r, id, "surname=Гребінь")
	expect("another surname alone", "Кисіля", "Кисіль")
	act := int64(0)
	if _, err := r.Table.Change(registrar.Numbered(desktest.Ctx, &act), id, desktest.Assigns("surname_genitive=Гребіня", "surname=Гребінець")); err != nil {
		t.Fatal(err)
	}
	expect("both in one act, in any order", "Гребіня", "Гребінець")
	if _, err := r.Form.Undo(desktest.Ctx, id, act, nil); err != nil {
		t.Fatal(err)
	}
	expect("taken back", "Кисіля", "Кисіль")
	change(t, r, id, "surname_genitive=")
	expect("emptied", "", "")
}
