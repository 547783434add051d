package access_test

import (
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/access"
	"graduand/data/registrar/desktest"
	"graduand/data/roster"
)

// ruleOf is what is said of a row.
func ruleOf(row access.ImportRow) string {
	if len(row.Problems) == 0 {
		return ""
	}
	return row.Problems[0].Rule
}

// The workbook of the centre's site can begin a registry, and a name that differs by letters
// which a keyboard may not have can be accepted; both wait for a person.
func TestWorkbookOfTheSiteBegins(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Өмүрбекова", "given_name=Жаңыл", "phone=0555000101")
	other := desktest.MustAdd(t, r, "surname=Ёлкина", "given_name=Айгүл", "class=11-А")
	const file = "Логин;ФИО;Пароль\n0555000101;Омурбекова Жаныл;sEcret1\n;Елкина Айгул;sEcret2\n0555000103;Новый Человек;sEcret3\n0555000103;Другой Человек;sEcret4\n;Без Логина;sEcret5\n"
	read, err := r.Access.Read(desktest.Ctx, "centre.csv", []byte(file), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("KG-035 what is meant is said and waits", func(t *testing.T) {
		for i, want := range []string{"access_like_name", "access_like_name", "access_adds", "access_repeated", "access_unknown"} {
			if row := read.Rows[i]; ruleOf(row) != want || row.Doubtful != (i < 3) {
				t.Errorf("row %d: %+v", i, row)
			}
		}
		if read.Accepted != 0 || read.Doubtful != 3 || read.Rejected != 2 {
			t.Errorf("%+v", read)
		}
	})
	t.Run("KG-035 once a person has looked they are taken, and who is not there is added", func(t *testing.T) {
		desktest.Must(read.Take([]string{roster.TakeAll}))
		if err := r.Access.Import(desktest.Ctx, read); err != nil {
			t.Fatal(err)
		}
		for _, who := range []string{id, other} {
			if desktest.MustFind(t, r, who).Access(data.DoorPlatform) == nil {
				t.Errorf("%s has no access", who)
			}
		}
		rows, err := r.Table.List(registrar.Filter{Query: "Новый"})
		if err != nil || len(rows) != 1 {
			t.Fatal(rows, err)
		}
		if g := rows[0].Graduate; g.Phone != "+996555000103" || g.Access(data.DoorPlatform) == nil || g.Current().DraftSerial == 0 {
			t.Errorf("%+v", g)
		}
	})
	desktest.Sound(t, r)
}

// Who was removed is nobody to mean, and each who is added has a number of the own cards.
func TestWorkbookOfTheSiteAddsSeveral(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	gone := desktest.MustAdd(t, r, "surname=Жумабаева", "given_name=Гүл", "phone=0555000109")
	desktest.Must(r.Table.Remove(desktest.Ctx, []string{gone}, "выбыла"))
	read, err := r.Access.Read(desktest.Ctx, "centre.csv", []byte("Логин;ФИО;Пароль\n0555000107;Жумабаева Гул;sEcret1\n0555000108;Новый Человек;sEcret2\n"), nil)
	if err != nil || ruleOf(read.Rows[0]) != "access_adds" || ruleOf(read.Rows[1]) != "access_adds" {
		t.Fatalf("%v, %+v", err, read.Rows)
	}
	desktest.Must(read.Take([]string{roster.TakeAll}))
	desktest.Must(r.Access.Import(desktest.Ctx, read))
	rows, err := r.Table.List(registrar.Filter{})
	if err != nil || len(rows) != 2 || rows[0].Graduate.Current().DraftSerial == rows[1].Graduate.Current().DraftSerial {
		t.Errorf("%v, %+v", err, rows)
	}
	desktest.Sound(t, r)
}
