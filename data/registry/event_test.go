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
	for _, values := range []string{"street=Лесная", "subjects=history,physics", "phone=0555000555"} {
		if _, err := r.Table.Change(desktest.Ctx, f.a, desktest.Assigns(values)); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("F-05 an earlier state, accesses stay", func(t *testing.T) {
		changes, err := r.Form.StateAt(desktest.Ctx, f.a, first)
		if err != nil || len(changes) != 3 {
			t.Fatalf("%+v, %v", changes, err)
		}
		if err := r.Form.BringBack(desktest.Ctx, f.a, first); err != nil {
			t.Fatal(err)
		}
		g := desktest.MustFind(t, r, f.a)
		if g.Fields["street"] != "" || len(g.Current().Subjects) != 0 || g.Phone != desktest.PhoneA || g.Access(registrar.DoorOwn) == nil {
			t.Errorf("got %+v", g)
		}
		desktest.WantCode(t, "the same again", r.Form.BringBack(desktest.Ctx, f.a, first), "graduate.same_state")
		desktest.WantCode(t, "before the first", r.Form.BringBack(desktest.Ctx, f.a, 1), "graduate.no_such_state")
		mustBeSound(t, r)
	})
	t.Run("F-05 and it can be taken back the same way", func(t *testing.T) {
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: f.a})
		if err := r.Form.BringBack(desktest.Ctx, f.a, events[len(events)-2].Seq); err != nil {
			t.Fatal(err)
		}
		if g := desktest.MustFind(t, r, f.a); g.Fields["street"] != "Лесная" || g.Phone != "+996555000555" {
			t.Errorf("got %+v", g)
		}
	})
	t.Run("F-05 KG-033 not to a phone that another has meanwhile, nor for who was removed", func(t *testing.T) {
		desktest.MustAdd(t, r, "surname=Новая", "phone="+desktest.PhoneA)
		desktest.WantCode(t, "phone", r.Form.BringBack(desktest.Ctx, f.a, first), "rule.duplicate_phone")
		if err := r.Table.Remove(desktest.Ctx, []string{f.b}, "выбыла"); err != nil {
			t.Fatal(err)
		}
		desktest.WantCode(t, "removed", r.Form.BringBack(desktest.Ctx, f.b, first+1), "graduate.is_removed")
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
