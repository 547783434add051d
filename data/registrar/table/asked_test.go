package table_test

import (
	"reflect"
	"slices"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/table"
)

// KG-041: a field is filled in only for whom the form asks it, as the campaign says; whoever is not
// asked is named and left as he is. Many at once, one alone, a new one, and a pasted block.
func TestWhoIsNotAskedForAFieldIsLeftOut(t *testing.T) {
	put := func(field, value string) table.Many { return table.Many{Field: field, Value: value, How: table.Put} }
	asking := []table.Many{{Field: "marks", Value: "uncontrolled_territory,extern,language_needs", How: table.Include}, put("category", "school_current")}
	for _, c := range []struct{ field, value string }{{"gives_scans", "yes"}, {"study_language", "hu"}} {
		t.Run(c.field, func(t *testing.T) {
			r, ids := class11(t)
			if _, err := r.Table.ChangeMany(desktest.Ctx, ids[:1], asking); err != nil {
				t.Fatal(err)
			}
			has := func(id string) bool { return desktest.MustFind(t, r, id).Get(c.field) != "" }
			proposals, err := r.Table.ProposeMany(ids[:], []table.Many{put(c.field, c.value)})
			if err != nil || len(proposals) != 3 || proposals[0].Unasked || !proposals[1].Unasked || !proposals[2].Unasked || proposals[1].Name == "" {
				t.Fatalf("proposed %+v, %v", proposals, err)
			}
			if n, err := r.Table.ChangeMany(desktest.Ctx, ids[:], []table.Many{put(c.field, c.value)}); err != nil || n != 1 || !has(ids[0]) || has(ids[1]) || has(ids[2]) {
				t.Errorf("changed %d, %v: %v %v %v", n, err, has(ids[0]), has(ids[1]), has(ids[2]))
			}
			if _, err := r.Table.Change(desktest.Ctx, ids[1], []registrar.Assign{{Field: " " + c.field, Value: c.value}}); registrar.CodeOf(err) != "graduate.not_asked" {
				t.Errorf("one alone: %v", err)
			}
			if _, err := r.Table.Weigh(ids[1], []registrar.Assign{{Field: c.field, Value: c.value}}); registrar.CodeOf(err) != "graduate.not_asked" {
				t.Errorf("while it is typed: %v", err)
			}
			if _, err := r.Table.Add(desktest.Ctx, []registrar.Assign{{Field: "surname", Value: "Швець"}, {Field: c.field, Value: c.value}}, false); registrar.CodeOf(err) != "graduate.not_asked" {
				t.Errorf("a new one: %v", err)
			}
			pasted, err := r.Table.Paste(c.value+"\n"+c.value+"\n"+c.value, ids[:], []string{c.field})
			if err != nil || slices.ContainsFunc(pasted.Proposals, func(p table.Proposed) bool { return registrar.CodeOf(p.Refused) != "graduate.not_asked" }) || len(pasted.Proposals) != 2 {
				t.Errorf("pasted %+v, %v", pasted, err)
			}
		})
	}
	t.Run("whom several fields leave out is told field by field, each once", func(t *testing.T) {
		r, ids := class11(t)
		if _, err := r.Table.ChangeMany(desktest.Ctx, ids[:1], asking); err != nil {
			t.Fatal(err)
		}
		proposals, err := r.Table.ProposeMany(ids[:], []table.Many{put("gives_scans", "yes"), put("study_language", "hu")})
		desktest.Must(err)
		var names []string
		for _, id := range ids[1:] {
			names = append(names, desktest.MustFind(t, r, id).FullName())
		}
		want := []table.LeftOut{{Field: "gives_scans", Names: names}, {Field: "study_language", Names: names}}
		if got := table.LeftOutOf(proposals); !reflect.DeepEqual(got, want) {
			t.Errorf("left out %+v, not %+v", got, want)
		}
	})
	t.Run("what is given with its reason is asked, and may be taken away without", func(t *testing.T) {
		r, ids := class11(t)
		needs := table.Many{Field: "marks", Value: "language_needs", How: table.Include}
		if n, err := r.Table.ChangeMany(desktest.Ctx, ids[:], []table.Many{put("study_language", "hu"), needs}); err != nil || n != 3 {
			t.Fatalf("changed %d, %v", n, err)
		}
		needs.How = table.Exclude
		if _, err := r.Table.ChangeMany(desktest.Ctx, ids[:], []table.Many{needs}); err != nil {
			t.Fatal(err)
		}
		if n, err := r.Table.ChangeMany(desktest.Ctx, ids[:], []table.Many{put("study_language", "")}); err != nil || n != 3 {
			t.Errorf("emptied %d, %v", n, err)
		}
	})
}
