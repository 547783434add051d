package table_test

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// TestAddTakesTheSexFromThePatronymic as the import does (design §10).
func TestAddTakesTheSexFromThePatronymic(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	for _, c := range []struct {
		values []string
		want   data.Sex
	}{
		{[]string{"surname=Сорока", "patronymic=Іванівна"}, data.Female},
		{[]string{"surname=Асанов", "patronymic=Бакыт уулу"}, data.Male},
		{[]string{"surname=Гук", "patronymic=Іванівна", "sex=ч"}, data.Male},
		{[]string{"surname=Ли"}, ""},
	} {
		if got := desktest.MustFind(t, r, desktest.MustAdd(t, r, c.values...)).Sex; got != c.want {
			t.Errorf("%v: %q, want %q", c.values, got, c.want)
		}
	}
}

// TestAddTellsNamesakes whom no birth dates tell apart (F-18).
func TestAddTellsNamesakes(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Сорока", "given_name=Яна", "birth_date=2003-03-05")
	add := func(anyway bool, values ...string) error {
		_, err := r.Table.Add(desktest.Ctx, desktest.Assigns(values...), anyway)
		return err
	}
	desktest.WantCode(t, "no birth date", add(false, "surname=СОРОКА", "given_name=яна"), "graduate.same_name")
	desktest.Must(add(false, "surname=Сорока", "given_name=Яна", "birth_date=2003-03-06"))
	desktest.Must(add(false, "surname=Сорока", "given_name=Ян"))
	desktest.Must(add(true, "surname=Сорока", "given_name=Яна"))
	kg := desktest.MustCreate(t, "ort-2021")
	desktest.MustAdd(t, kg, "surname=Өмүрбек кызы", "given_name=Жаңыл", "phone=0777121205")
	_, err := kg.Table.Add(desktest.Ctx, desktest.Assigns("surname=Омурбек кызы", "given_name=Жаныл", "phone=0777121206"), false)
	desktest.WantCode(t, "without the letters of the alphabet", err, "graduate.same_name")
	_, err = kg.Table.Add(desktest.Ctx, desktest.Assigns("surname=Омурбек кызы", "given_name=Жаныла", "phone=0777121206"), false)
	desktest.Must(err)
}

// TestChosenBesides are shown whatever the filter says, in their place, unless removed.
func TestChosenBesides(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	a, b, c := desktest.MustAdd(t, r, "surname=Авраменко"), desktest.MustAdd(t, r, "surname=Бойко"), desktest.MustAdd(t, r, "surname=Вовк")
	shown := func(f registrar.Filter) []string {
		rows, err := r.Table.List(f)
		desktest.Must(err)
		var ids []string
		for _, row := range rows {
			ids = append(ids, row.Graduate.ID)
		}
		return ids
	}
	if got := shown(registrar.Filter{Query: "вов", Status: data.StatusNumbered, Also: []string{a, "nobody"}}); !slices.Equal(got, []string{a}) {
		t.Errorf("%v", got)
	}
	if got := shown(registrar.Filter{Query: "бойко", Also: []string{c, a, b}}); !slices.Equal(got, []string{a, b, c}) {
		t.Errorf("%v", got)
	}
	desktest.Must(r.Table.Remove(desktest.Ctx, []string{c}, ""))
	if got := shown(registrar.Filter{Also: []string{c}}); !slices.Equal(got, []string{a, b}) {
		t.Errorf("%v", got)
	}
}
