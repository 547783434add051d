package registrar

import (
	"path/filepath"
	"testing"
	"time"

	"graduand/data"
)

func TestBringBack(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	first := eventsOf(t, r, HistoryFilter{Graduate: f.a})[0].Seq
	for _, values := range []string{"street=Лесная", "subjects=history,physics", "phone=0555000555"} {
		if _, err := r.Change(ctx, f.a, assigns(values)); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("F-05 an earlier state, accesses stay", func(t *testing.T) {
		changes, err := r.StateAt(ctx, f.a, first)
		if err != nil || len(changes) != 3 {
			t.Fatalf("%+v, %v", changes, err)
		}
		if err := r.BringBack(ctx, f.a, first); err != nil {
			t.Fatal(err)
		}
		g := mustFind(t, r, f.a)
		if g.Fields["street"] != "" || len(g.Current().Subjects) != 0 || g.Phone != phoneA || g.Access(DoorOwn) == nil {
			t.Errorf("got %+v", g)
		}
		wantCode(t, "the same again", r.BringBack(ctx, f.a, first), "graduate.same_state")
		wantCode(t, "before the first", r.BringBack(ctx, f.a, 1), "graduate.no_such_state")
		mustBeSound(t, r)
	})
	t.Run("F-05 and it can be taken back the same way", func(t *testing.T) {
		events := eventsOf(t, r, HistoryFilter{Graduate: f.a})
		if err := r.BringBack(ctx, f.a, events[len(events)-2].Seq); err != nil {
			t.Fatal(err)
		}
		if g := mustFind(t, r, f.a); g.Fields["street"] != "Лесная" || g.Phone != "+996555000555" {
			t.Errorf("got %+v", g)
		}
	})
	t.Run("F-05 KG-033 not to a phone that another has meanwhile, nor for who was removed", func(t *testing.T) {
		mustAdd(t, r, "surname=Новая", "phone="+phoneA)
		wantCode(t, "phone", r.BringBack(ctx, f.a, first), "rule.duplicate_phone")
		if err := r.Remove(ctx, []string{f.b}, "выбыла"); err != nil {
			t.Fatal(err)
		}
		wantCode(t, "removed", r.BringBack(ctx, f.b, first+1), "graduate.is_removed")
		mustBeSound(t, r)
	})
}

func TestHistoryFilters(t *testing.T) {
	r, ids := oneYear(t, 3)
	clock := noon.AddDate(0, 0, 3)
	r.options.Now = func() time.Time { return clock }
	r.who.Name = "Усенова"
	if _, err := r.Change(ctx, ids[1], assigns("class=11-Б")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.PrintFile(ctx, filepath.Join(t.TempDir(), "cards.pdf"), PrintJob{Document: DocumentCard, Only: ids[:2]}); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		filter HistoryFilter
		want   int
	}{
		"all":                 {HistoryFilter{}, 6},
		"by kind":             {HistoryFilter{Kind: EventAdded}, 3},
		"by person":           {HistoryFilter{By: "Усенова"}, 2},
		"KG-013 by graduate":  {HistoryFilter{Graduate: ids[1]}, 3},
		"another graduate":    {HistoryFilter{Graduate: ids[2]}, 1},
		"since a day":         {HistoryFilter{Since: data.DateOf(clock)}, 2},
		"until the day":       {HistoryFilter{Until: "2020-02-10"}, 4},
		"a day between":       {HistoryFilter{Since: "2020-02-11", Until: "2020-02-12"}, 0},
		"graduate and person": {HistoryFilter{Graduate: ids[1], By: "Усенова", Kind: EventPrinted}, 1},
	} {
		t.Run("F-05 "+name, func(t *testing.T) {
			if events := eventsOf(t, r, c.filter); len(events) != c.want {
				t.Errorf("%d events, want %d: %+v", len(events), c.want, events)
			}
		})
	}
	_, err := r.History(ctx, HistoryFilter{Graduate: "nobody"})
	wantCode(t, "unknown", err, "graduate.unknown")
}
