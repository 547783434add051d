package form_test

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/roster"
	"graduand/data/registrar/table"
)

// lastOf is the newest event of a kind.
func lastOf(t testing.TB, r *registrar.Registrar, kind string) registrar.Event {
	t.Helper()
	events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: kind})
	return events[len(events)-1]
}

// streets are those of graduates.
func streets(t testing.TB, r *registrar.Registrar, ids []string) (found []string) {
	t.Helper()
	for _, id := range ids {
		found = append(found, desktest.MustFind(t, r, id).Fields["street"])
	}
	return found
}

func three(t testing.TB) (r *registrar.Registrar, ids []string) {
	t.Helper()
	r = desktest.MustCreate(t, "zno-2020")
	for _, surname := range []string{"Бондар", "Дзюба", "Сорока"} {
		ids = append(ids, desktest.MustAdd(t, r, "surname="+surname, "street=вул. "+surname))
	}
	return r, ids
}

// A change of several is taken back as one, later too, and done again.
func TestUndoAllOfAChange(t *testing.T) {
	r, ids := three(t)
	desktest.Set(t, r, ids[0], "class=11-А")
	_, err := r.Table.ChangeMany(desktest.Ctx, ids, []table.Many{{Field: "street", Value: "вул. Спільна", How: table.Put}, {Field: "class", Value: "11-Б", How: table.Put}})
	desktest.Must(err)
	event := lastOf(t, r, registrar.EventChanged)
	t.Run("F-05 the events of one act know each other, one that stands alone does not", func(t *testing.T) {
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registrar.EventChanged})
		if events[0].Batch != 0 || event.Batch != events[1].Seq || events[1].Batch != event.Batch || len(events) != 4 {
			t.Errorf("%+v", events)
		}
	})
	t.Run("F-05 nor does one in which all others had the value already", func(t *testing.T) {
		_, err := r.Table.ChangeMany(desktest.Ctx, ids, []table.Many{{Field: "class", Value: "11-Б", How: table.Put}, {Field: "house", Value: "7", How: table.Put}})
		desktest.Must(err)
		desktest.Set(t, r, ids[0], "house=")
		_, err = r.Table.ChangeMany(desktest.Ctx, ids, []table.Many{{Field: "house", Value: "7", How: table.Put}})
		desktest.Must(err)
		if e := lastOf(t, r, registrar.EventChanged); e.Batch != 0 || e.Graduate != ids[0] {
			t.Errorf("%+v", e)
		}
	})
	t.Run("F-05 who was changed since is told and left alone", func(t *testing.T) {
		desktest.Set(t, r, ids[1], "street=вул. Нова")
		all, err := r.Form.UndoableAll(desktest.Ctx, event.Seq)
		desktest.Must(err)
		if len(all) != 3 || all[0].Left != nil || len(all[0].Changes) != 2 || data.CodeOf(all[1].Left) != "graduate.changed_since" || all[1].Name != "Дзюба" || all[2].Left != nil {
			t.Fatalf("%+v", all)
		}
		made, err := r.Form.UndoAll(desktest.Ctx, event.Seq)
		desktest.Must(err)
		if got := streets(t, r, ids); !slices.Equal(got, []string{"вул. Бондар", "вул. Нова", "вул. Сорока"}) {
			t.Errorf("streets %v", got)
		}
		if g := desktest.MustFind(t, r, ids[0]); g.Class != "11-А" {
			t.Errorf("class %q", g.Class)
		}
		if g := desktest.MustFind(t, r, ids[1]); g.Class != "11-Б" {
			t.Errorf("class %q of who was changed since", g.Class)
		}
		t.Run("and is done again by its own number", func(t *testing.T) {
			_, err := r.Form.UndoAll(desktest.Ctx, made)
			desktest.Must(err)
			if got := streets(t, r, ids); !slices.Equal(got, []string{"вул. Спільна", "вул. Нова", "вул. Спільна"}) {
				t.Errorf("streets %v", got)
			}
		})
	})
	t.Run("F-05 who was removed is left alone, and where nothing is left to do that is the answer", func(t *testing.T) {
		desktest.Must(r.Table.Remove(desktest.Ctx, ids[2:], ""))
		all, err := r.Form.UndoableAll(desktest.Ctx, event.Seq)
		if desktest.Must(err); data.CodeOf(all[2].Left) != "graduate.is_removed" {
			t.Errorf("%+v", all[2])
		}
		_, err = r.Form.UndoAll(desktest.Ctx, event.Seq)
		desktest.Must(err)
		before := desktest.Events(t, r)
		_, err = r.Form.UndoAll(desktest.Ctx, event.Seq)
		if desktest.WantCode(t, "undo again", err, "graduate.same_state"); desktest.Events(t, r) != before {
			t.Error("the history says that something was done")
		}
		_, err = r.Form.UndoAll(desktest.Ctx, 1)
		desktest.WantCode(t, "an event of the school", err, "graduate.no_such_state")
	})
	desktest.Sound(t, r)
}

// A removal of several is taken back as one; who came back since, or was removed anew, stays.
func TestUndoAllOfARemoval(t *testing.T) {
	r, ids := three(t)
	desktest.Must(r.Table.Remove(desktest.Ctx, ids, "вибули"))
	event := lastOf(t, r, "graduate.removed")
	desktest.Must(r.Table.Restore(desktest.Ctx, ids[:1]))
	desktest.Must(r.Table.Remove(desktest.Ctx, ids[:1], "усе-таки"))
	made, err := r.Form.UndoAll(desktest.Ctx, event.Seq)
	desktest.Must(err)
	removed := func() (notes []string) {
		for _, id := range ids {
			note := "-"
			if f := desktest.MustFind(t, r, id).Removed; f != nil {
				note = f.Note
			}
			notes = append(notes, note)
		}
		return notes
	}
	if got := removed(); !slices.Equal(got, []string{"усе-таки", "-", "-"}) {
		t.Errorf("removed %v", got)
	}
	_, err = r.Form.UndoAll(desktest.Ctx, made)
	desktest.Must(err)
	if got := removed(); !slices.Equal(got, []string{"усе-таки", "вибули", "вибули"}) {
		t.Errorf("removed again %v", got)
	}
	desktest.Sound(t, r)
}

// Who has got a number since that the act had taken from another is told, and the other stays.
func TestUndoAllTakesNobodysNumber(t *testing.T) {
	r, ids := three(t)
	desktest.Set(t, r, ids[0], "card_number=1234567")
	_, err := r.Table.ChangeMany(desktest.Ctx, ids, []table.Many{{Field: "card_number", How: table.Put}, {Field: "street", Value: "вул. Спільна", How: table.Put}})
	desktest.Must(err)
	event := lastOf(t, r, registrar.EventChanged)
	other := desktest.MustAdd(t, r, "surname=Явір", "card_number=1234567")
	_, err = r.Form.UndoAll(desktest.Ctx, event.Seq)
	desktest.Must(err)
	if got := streets(t, r, ids); !slices.Equal(got, []string{"вул. Спільна", "вул. Дзюба", "вул. Сорока"}) {
		t.Errorf("streets %v", got)
	}
	desktest.Must(r.Table.Remove(desktest.Ctx, []string{other}, ""))
	desktest.Sound(t, r)
}

// What a list has filled in, and what was pasted, is one act too.
func TestUndoAllOfAListAndOfABlock(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	var ids []string
	for i, surname := range []string{"Асанов", "Бекова", "Омуров"} {
		ids = append(ids, desktest.MustAdd(t, r, "surname="+surname, "given_name=Эрмек", "phone=055500010"+string(rune('1'+i))))
	}
	classes := func() (found []string) {
		for _, id := range ids {
			found = append(found, desktest.MustFind(t, r, id).Class)
		}
		return found
	}
	list := "Фамилия;Имя;Класс;Телефон\nАсанов;Эрмек;11-А;0555000101\nБекова;Эрмек;11-Б;0555000102\nОмуров;Эрмек;11-В;0555000103\n"
	read, err := r.Roster.Read(desktest.Ctx, "11.csv", []byte(list), roster.Options{})
	desktest.Must(err)
	_, err = r.Roster.Fill(desktest.Ctx, read)
	desktest.Must(err)
	if got := classes(); !slices.Equal(got, []string{"11-А", "11-Б", "11-В"}) {
		t.Fatalf("the list filled in %v", got)
	}
	_, err = r.Form.UndoAll(desktest.Ctx, lastOf(t, r, registrar.EventChanged).Seq)
	desktest.Must(err)
	if got := classes(); !slices.Equal(got, []string{"", "", ""}) {
		t.Errorf("taken back, and it is %v", got)
	}
	pasted, err := r.Table.Paste("9-А\n9-Б\n9-В", ids, []string{"class"})
	desktest.Must(err)
	_, err = r.Table.TakeProposed(desktest.Ctx, pasted.Proposals, "")
	desktest.Must(err)
	if got := classes(); !slices.Equal(got, []string{"9-А", "9-Б", "9-В"}) {
		t.Fatalf("pasted is %v", got)
	}
	_, err = r.Form.UndoAll(desktest.Ctx, lastOf(t, r, registrar.EventChanged).Seq)
	desktest.Must(err)
	if got := classes(); !slices.Equal(got, []string{"", "", ""}) {
		t.Errorf("taken back, and it is %v", got)
	}
	desktest.Sound(t, r)
}
