package table_test

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/table"
	"graduand/data/registry"
)

func TestChangeMany(t *testing.T) {
	t.Run("KG-041 subjects are put, added and taken away; those who have it so stay as they are", func(t *testing.T) {
		r, ids := class11(t)
		for _, step := range []struct {
			change  table.Many
			changed int
			want    [3]string
		}{
			{table.Many{Field: "subjects", Value: "physics,mathematics", How: table.Include}, 3, [3]string{"ukrainian,mathematics,physics", "physics,mathematics", "physics,mathematics"}},
			{table.Many{Field: "subjects", Value: "mathematics", How: table.Exclude}, 3, [3]string{"ukrainian,physics", "physics", "physics"}},
			{table.Many{Field: "subjects", Value: "українська мова і література", How: table.Exclude}, 1, [3]string{"physics", "physics", "physics"}},
			{table.Many{Field: "subjects", Value: "physics", How: table.Put}, 0, [3]string{"physics", "physics", "physics"}},
			{table.Many{Field: "subjects", Value: "english:profile", How: table.Include}, 3, [3]string{"physics,english:profile", "physics,english:profile", "physics,english:profile"}},
			{table.Many{Field: "subjects", Value: "english,physics", How: table.Include}, 0, [3]string{"physics,english:profile", "physics,english:profile", "physics,english:profile"}},
			{table.Many{Field: "subjects", Value: "english:standard", How: table.Include}, 3, [3]string{"physics,english:standard", "physics,english:standard", "physics,english:standard"}},
			{table.Many{Field: "subjects", Value: "english", How: table.Exclude}, 3, [3]string{"physics", "physics", "physics"}},
		} {
			proposals, err := r.Table.ProposeMany(ids[:], []table.Many{step.change})
			if err != nil || len(proposals) != step.changed {
				t.Errorf("%+v: proposes %v, %v", step.change, told(proposals), err)
			}
			changed, err := r.Table.ChangeMany(desktest.Ctx, append(ids[:], ids[0]), []table.Many{step.change})
			if err != nil || changed != step.changed {
				t.Fatalf("%+v: changed %d, %v", step.change, changed, err)
			}
			for i, id := range ids {
				if row, err := r.Table.Find(id); err != nil || row.Graduate.Get("subjects") != step.want[i] {
					t.Errorf("%+v: graduate %d has %q, %v", step.change, i, row.Graduate.Get("subjects"), err)
				}
			}
		}
	})
	t.Run("KG-041 several fields at once, none when one is refused", func(t *testing.T) {
		r, ids := class11(t)
		changes := []table.Many{{Field: "class", Value: "11-г", How: table.Put}, {Field: "language", Value: "кримськотатарська", How: table.Put}}
		if changed, err := r.Table.ChangeMany(desktest.Ctx, ids[:], changes); err != nil || changed != 3 {
			t.Fatalf("changed %d, %v", changed, err)
		}
		if got := desktest.Names(t, r, registrar.Filter{Class: "11-Г"}); len(got) != 3 {
			t.Errorf("in the class: %v", got)
		}
		for _, refused := range []struct {
			change table.Many
			code   string
		}{
			{table.Many{Field: "language", Value: "ельфійська", How: table.Put}, "value.unknown_code"},
			{table.Many{Field: "subjects", Value: "fizika?", How: table.Exclude}, "value.unknown_code"},
			{table.Many{Field: "class", Value: "11-А", How: table.Include}, "bulk.one_value"},
			{table.Many{Field: "birth_date", Value: "колись", How: table.Put}, "value.bad_date"},
		} {
			if _, err := r.Table.ChangeMany(desktest.Ctx, ids[:], []table.Many{{Field: "street", Value: "вул. Інша", How: table.Put}, refused.change}); registrar.CodeOf(err) != refused.code {
				t.Errorf("%+v: %v", refused.change, err)
			}
			if _, err := r.Table.ProposeMany(ids[:], []table.Many{refused.change}); registrar.CodeOf(err) != refused.code {
				t.Errorf("%+v proposed: %v", refused.change, err)
			}
		}
		if row, err := r.Table.Find(ids[1]); err != nil || row.Graduate.Get("street") != "" {
			t.Errorf("half was changed: %q, %v", row.Graduate.Get("street"), err)
		}
	})
	t.Run("F-18 one number is not given to several", func(t *testing.T) {
		r, ids := class11(t)
		if _, err := r.Table.ChangeMany(desktest.Ctx, ids[:], []table.Many{{Field: "card_number", Value: "1234567", How: table.Put}}); registrar.CodeOf(err) != "rule.duplicate_card" {
			t.Errorf("got %v", err)
		}
		proposals, err := r.Table.ProposeMany(ids[:], []table.Many{{Field: "card_number", Value: "1234567", How: table.Put}})
		if err != nil {
			t.Fatal(err)
		}
		same(t, told(proposals), "Лук’яненко card_number:  → 1234567", "Нечай card_number:  →  rule.duplicate_card", "Ґалаґан card_number:  →  rule.duplicate_card")
	})
	t.Run("KG-013 each change is in the history and can be brought back", func(t *testing.T) {
		r, ids := class11(t)
		if _, err := r.Table.ChangeMany(desktest.Ctx, ids[:2], []table.Many{{Field: "class", Value: "9-Я", How: table.Put}}); err != nil {
			t.Fatal(err)
		}
		events, err := r.History(desktest.Ctx, registrar.HistoryFilter{Graduate: ids[1]})
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(events, func(e registrar.Event) bool { return e.Kind == registry.EventAdded })
		if err := desktest.BringBack(r, ids[1], events[at].Seq+1); err != nil {
			t.Fatal(err)
		}
		if row, err := r.Table.Find(ids[1]); err != nil || row.Graduate.Class != "11-А" {
			t.Errorf("class %q, %v", row.Graduate.Class, err)
		}
	})
}

// A code that an older program has stored, and the campaign has no more, is in the way of
// nothing: what comes in is judged, not what stands there.
func TestCodesOfAnOlderProgram(t *testing.T) {
	old := func(t *testing.T) (r *registrar.Registrar, ids []string) {
		r = desktest.MustCreate(t, "ort-2021")
		ids = []string{desktest.MustAdd(t, r, "surname=Асанова"), desktest.MustAdd(t, r, "surname=Жээнбекова", "subjects=physics")}
		err := r.Registry.Write(desktest.Ctx, registry.RightRegister, nil, func(w *registry.Edit) error {
			return w.ChangeAll(ids[:1], "", func(g *data.Graduate) error { g.Set(data.FieldSubjects, "main,mathematics"); return nil })
		})
		if err != nil {
			t.Fatal(err)
		}
		return r, ids
	}
	for _, test := range []struct {
		name, value string
		how         table.How
		code        string
		want        string
	}{
		{"KG-041 a subject more", "physics", table.Include, "", "main,mathematics,physics"},
		{"KG-041 a subject less", "mathematics", table.Exclude, "", "main"},
		{"KG-041 the old code goes, from whoever has it", "main", table.Exclude, "", "mathematics"},
		{"KG-041 what comes in is judged", "physics,main", table.Include, "value.unknown_code", "main,mathematics"},
		{"KG-041 what nobody has cannot be taken away", "main,fizika", table.Exclude, "value.unknown_code", "main,mathematics"},
		{"KG-041 the whole list", "chemistry", table.Put, "", "chemistry"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, ids := old(t)
			change := []table.Many{{Field: data.FieldSubjects, Value: test.value, How: test.how}}
			if _, err := r.Table.ProposeMany(ids, change); registrar.CodeOf(err) != test.code {
				t.Errorf("proposed: %v", err)
			}
			if _, err := r.Table.ChangeMany(desktest.Ctx, ids, change); registrar.CodeOf(err) != test.code {
				t.Errorf("changed: %v", err)
			}
			if got := desktest.MustFind(t, r, ids[0]).Get(data.FieldSubjects); got != test.want {
				t.Errorf("has %q, want %q", got, test.want)
			}
		})
	}
	t.Run("KG-041 the list is typed with the old code in it", func(t *testing.T) {
		r, ids := old(t)
		if _, err := r.Table.Change(desktest.Ctx, ids[0], desktest.Assigns("subjects=main,physics")); err != nil {
			t.Error(err)
		}
		_, err := r.Table.Change(desktest.Ctx, ids[1], desktest.Assigns("subjects=main,physics"))
		desktest.WantCode(t, "another's", err, "value.unknown_code")
	})
}
