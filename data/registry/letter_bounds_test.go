package registry_test

import (
	"fmt"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// documentKey is the document of g with another number, as no two graduates share it.
func documentKey(g *data.Graduate, number string) string {
	g = g.Clone()
	g.Document.Number = number
	return g.DocumentKey()
}

// atOwnForm is a registry with a graduate sitting at the own form.
func atOwnForm(t testing.TB) (r *registrar.Registrar, id string) {
	t.Helper()
	r = desktest.MustCreate(t, "ort-2021")
	id = desktest.MustAdd(t, r, "surname=Асанова", "phone=0555000101")
	*r.Who() = registrar.Account{ID: id, Name: "Асанова", Role: registrar.RoleGraduate}
	r.BecomeGraduate(id)
	return r, id
}

// rowsOf counts what a graduate has left.
func rowsOf(t testing.TB, r *registrar.Registrar) (rows int64) {
	t.Helper()
	sizes, err := r.DB().PendingSizes(desktest.Ctx)
	desktest.Must(err)
	for _, s := range sizes {
		rows += s.Rows
	}
	return rows
}

func TestFilledFull(t *testing.T) {
	r, id := atOwnForm(t)
	for i := range registry.MostRows {
		desktest.Set(t, r, id, fmt.Sprintf("%s=%d", []string{"house", "flat"}[i%2], i))
	}
	t.Run("KG-069 no more is kept than the school takes over", func(t *testing.T) {
		_, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("street=Лесная"))
		desktest.WantCode(t, "one more", err, "filled.full")
		if n := rowsOf(t, r); n != registry.MostRows {
			t.Errorf("%d rows", n)
		}
	})
	t.Run("KG-069 all that was kept is taken over", func(t *testing.T) {
		r.BecomeHead()
		r.Reindex(desktest.MustFind(t, r, id))
		if f := came(t, reopened(t, r)); len(f.Changes) != 2 || len(f.Refused)+f.Unreadable > 0 {
			t.Errorf("filled %+v", f)
		}
	})
}

// reopened is a registry after it was closed and opened by the school.
func reopened(t testing.TB, r *registrar.Registrar) *registrar.Registrar {
	t.Helper()
	mustClose(t, r)
	return openKeyed(t, r.Path())
}

func TestTypedInOneGo(t *testing.T) {
	r, id := atOwnForm(t)
	for _, value := range []string{"Л", "Лес", "Лесная"} {
		desktest.Set(t, r, id, "street="+value)
	}
	desktest.Set(t, r, id, "house=7", "flat=1")
	desktest.Set(t, r, id, "house=8")
	t.Run("KG-069 what is typed into one field at pauses is one change", func(t *testing.T) {
		if n := rowsOf(t, r); n != 3 {
			t.Errorf("%d rows", n)
		}
		want := registrar.FieldChange{Field: "street", After: "Лесная"}
		if f := came(t, reopened(t, r)); len(f.Changes) != 3 || f.Changes[0] != want || len(f.Refused) > 0 {
			t.Errorf("filled %+v", f)
		}
	})
}

// One letter that the file itself refuses keeps no other out.
func TestLetterThatTheFileRefuses(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	var ids []string
	for i, name := range []string{"Асанова", "Бекова", "Кимова"} {
		ids = append(ids, desktest.MustAdd(t, r, "surname="+name, fmt.Sprintf("phone=055500010%d", i), "document_kind=passport", "document_series=ID"))
	}
	for _, id := range ids[:2] {
		leavePending(t, r, id, change("document_number", "7654321"))
	}
	leavePending(t, r, ids[2], change("house", "7"))
	come(t, r)
	t.Run("KG-069 two who claim one document: the first has it, the others come in", func(t *testing.T) {
		filled := r.Filled()
		if len(filled) != 3 || len(filled[0].Changes) != 1 || len(filled[2].Changes) != 1 {
			t.Fatalf("filled %+v", filled)
		}
		if len(filled[1].Changes) > 0 || len(filled[1].Refused) != 1 {
			t.Errorf("the second: %+v", filled[1])
		}
	})
	t.Run("F-05 a number that the file alone knows waits", func(t *testing.T) {
		desktest.Must(r.DB().Update(desktest.Ctx, func(tx *sqlite.Tx) error {
			print, err := vault.Fingerprint(r.SchoolKey().Sub(vault.LabelFingerprint), data.FieldDocumentNumber+"|"+documentKey(desktest.MustFind(t, r, ids[2]), "1111111"))
			desktest.Must(err)
			return tx.SetFingerprints(ids[2], true, []sqlite.Fingerprint{{Kind: data.FieldDocumentNumber, Value: print}})
		}))
		if f := send(t, r, ids[1], change("document_number", "1111111")); f.Unreadable != 1 || len(f.Changes) > 0 {
			t.Errorf("filled %+v", f)
		}
	})
}
