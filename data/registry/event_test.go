package registry_test

import (
	"path/filepath"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
)

func TestBringBack(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	first := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: f.a})[0].Seq
	second := first + 1
	for _, values := range []string{"street=Лесная", "subjects=history,physics", "phone=0555000555"} {
		if _, err := r.Table.Change(desktest.Ctx, f.a, desktest.Assigns(values)); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("F-05 an earlier state, accesses stay", func(t *testing.T) {
		changes, err := r.Form.StateBefore(desktest.Ctx, f.a, second)
		if err != nil || len(changes) != 3 {
			t.Fatalf("%+v, %v", changes, err)
		}
		if err := desktest.BringBack(r, f.a, second); err != nil {
			t.Fatal(err)
		}
		g := desktest.MustFind(t, r, f.a)
		if g.Fields["street"] != "" || len(g.Current().Subjects) != 0 || g.Phone != desktest.PhoneA || g.Access(registrar.DoorOwn) == nil {
			t.Errorf("got %+v", g)
		}
		desktest.WantCode(t, "the same again", desktest.BringBack(r, f.a, second), "graduate.same_state")
		desktest.WantCode(t, "before the first", desktest.BringBack(r, f.a, first), "graduate.no_such_state")
		mustBeSound(t, r)
	})
	t.Run("F-05 and it can be taken back the same way", func(t *testing.T) {
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: f.a})
		if err := desktest.BringBack(r, f.a, events[len(events)-1].Seq); err != nil {
			t.Fatal(err)
		}
		if g := desktest.MustFind(t, r, f.a); g.Fields["street"] != "Лесная" || g.Phone != "+996555000555" {
			t.Errorf("got %+v", g)
		}
	})
	t.Run("F-05 KG-033 not to a phone that another has meanwhile, nor for who was removed", func(t *testing.T) {
		desktest.MustAdd(t, r, "surname=Новая", "phone="+desktest.PhoneA)
		desktest.WantCode(t, "phone", desktest.BringBack(r, f.a, second), "rule.duplicate_phone")
		if err := r.Table.Remove(desktest.Ctx, []string{f.b}, "выбыла"); err != nil {
			t.Fatal(err)
		}
		desktest.WantCode(t, "removed", desktest.BringBack(r, f.b, first+2), "graduate.is_removed")
		mustBeSound(t, r)
	})
}

// One change is taken back: what was changed later stays, and what is no longer as the change
// left it is told of.
func TestUndoOneChange(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	var seqs []int64
	for _, values := range [][]string{{"street=Лесная", "house=12"}, {"class=11-В"}, {"house=14"}} {
		if _, err := r.Table.Change(desktest.Ctx, f.a, desktest.Assigns(values...)); err != nil {
			t.Fatal(err)
		}
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: f.a})
		seqs = append(seqs, events[len(events)-1].Seq)
	}
	undo := func(seq int64, fields ...string) error {
		_, err := r.Form.Undo(desktest.Ctx, f.a, seq, fields)
		return err
	}
	t.Run("F-05 what would change is said, and what has changed since", func(t *testing.T) {
		u, err := r.Form.Undoable(desktest.Ctx, f.a, seqs[0])
		if err != nil || len(u.Changes) != 1 || u.Changes[0] != (registry.FieldChange{Field: "street", Before: "Лесная"}) ||
			len(u.Since) != 1 || u.Since[0] != (registry.FieldChange{Field: "house", Before: "14"}) {
			t.Errorf("%+v, %v", u, err)
		}
		desktest.WantCode(t, "all of it", undo(seqs[0]), "graduate.changed_since")
		desktest.WantCode(t, "no such", undo(1), "graduate.no_such_state")
	})
	t.Run("F-05 one field goes back, nothing else", func(t *testing.T) {
		if err := undo(seqs[0], "street"); err != nil {
			t.Fatal(err)
		}
		if g := desktest.MustFind(t, r, f.a); g.Get("street") != "" || g.Get("house") != "14" || g.Class != "11-В" {
			t.Errorf("%+v", g)
		}
		desktest.WantCode(t, "twice", undo(seqs[0], "street"), "graduate.same_state")
	})
	t.Run("F-05 a whole entry, and the undoing in turn", func(t *testing.T) {
		made, err := r.Form.Undo(desktest.Ctx, f.a, seqs[2], nil)
		if err != nil || desktest.MustFind(t, r, f.a).Get("house") != "12" {
			t.Fatalf("%v, %q", err, desktest.MustFind(t, r, f.a).Get("house"))
		}
		if err := undo(made); err != nil || desktest.MustFind(t, r, f.a).Get("house") != "14" {
			t.Errorf("%v, %q", err, desktest.MustFind(t, r, f.a).Get("house"))
		}
		mustBeSound(t, r)
	})
}

func TestHistoryFilters(t *testing.T) {
	r, ids := oneYear(t, 3)
	clock := desktest.Noon.AddDate(0, 0, 3)
	r.Options().Now = func() time.Time { return clock }
	r.Who().Name = "Усенова"
	if _, err := r.Table.Change(desktest.Ctx, ids[1], desktest.Assigns("class=11-Б")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Printing.Save(desktest.Ctx, filepath.Join(t.TempDir(), "cards.pdf"), printing.Job{Document: printing.Card, Only: ids[:2]}); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		filter registrar.HistoryFilter
		want   int
	}{
		"all":                 {registrar.HistoryFilter{}, 6},
		"by kind":             {registrar.HistoryFilter{Kind: registry.EventAdded}, 3},
		"by person":           {registrar.HistoryFilter{By: "Усенова"}, 2},
		"KG-013 by graduate":  {registrar.HistoryFilter{Graduate: ids[1]}, 3},
		"another graduate":    {registrar.HistoryFilter{Graduate: ids[2]}, 1},
		"since a day":         {registrar.HistoryFilter{Since: data.DateOf(clock)}, 2},
		"until the day":       {registrar.HistoryFilter{Until: "2020-02-10"}, 4},
		"a day between":       {registrar.HistoryFilter{Since: "2020-02-11", Until: "2020-02-12"}, 0},
		"graduate and person": {registrar.HistoryFilter{Graduate: ids[1], By: "Усенова", Kind: registry.EventPrinted}, 1},
	} {
		t.Run("F-05 "+name, func(t *testing.T) {
			if events := desktest.EventsOf(t, r, c.filter); len(events) != c.want {
				t.Errorf("%d events, want %d: %+v", len(events), c.want, events)
			}
		})
	}
	_, err := r.History(desktest.Ctx, registrar.HistoryFilter{Graduate: "nobody"})
	desktest.WantCode(t, "unknown", err, "graduate.unknown")
}
