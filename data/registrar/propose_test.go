package registrar

import (
	"slices"
	"testing"
)

func TestChangeMany(t *testing.T) {
	t.Run("KG-041 subjects are put, added and taken away; those who have it so stay as they are", func(t *testing.T) {
		r, ids := class11(t)
		for _, step := range []struct {
			change  Many
			changed int
			want    [3]string
		}{
			{Many{"subjects", "physics,mathematics", Include}, 3, [3]string{"ukrainian,mathematics,physics", "physics,mathematics", "physics,mathematics"}},
			{Many{"subjects", "mathematics", Exclude}, 3, [3]string{"ukrainian,physics", "physics", "physics"}},
			{Many{"subjects", "українська мова і література", Exclude}, 1, [3]string{"physics", "physics", "physics"}},
			{Many{"subjects", "physics", Put}, 0, [3]string{"physics", "physics", "physics"}},
			{Many{"subjects", "english:profile", Include}, 3, [3]string{"physics,english:profile", "physics,english:profile", "physics,english:profile"}},
			{Many{"subjects", "english,physics", Include}, 0, [3]string{"physics,english:profile", "physics,english:profile", "physics,english:profile"}},
			{Many{"subjects", "english:standard", Include}, 3, [3]string{"physics,english:standard", "physics,english:standard", "physics,english:standard"}},
			{Many{"subjects", "english", Exclude}, 3, [3]string{"physics", "physics", "physics"}},
		} {
			proposals, err := r.ProposeMany(ids[:], []Many{step.change})
			if err != nil || len(proposals) != step.changed {
				t.Errorf("%+v: proposes %v, %v", step.change, told(proposals), err)
			}
			changed, err := r.ChangeMany(ctx, append(ids[:], ids[0]), []Many{step.change})
			if err != nil || changed != step.changed {
				t.Fatalf("%+v: changed %d, %v", step.change, changed, err)
			}
			for i, id := range ids {
				if row, err := r.Find(id); err != nil || row.Graduate.Get("subjects") != step.want[i] {
					t.Errorf("%+v: graduate %d has %q, %v", step.change, i, row.Graduate.Get("subjects"), err)
				}
			}
		}
	})
	t.Run("KG-041 several fields at once, none when one is refused", func(t *testing.T) {
		r, ids := class11(t)
		changes := []Many{{"class", "11-г", Put}, {"language", "кримськотатарська", Put}}
		if changed, err := r.ChangeMany(ctx, ids[:], changes); err != nil || changed != 3 {
			t.Fatalf("changed %d, %v", changed, err)
		}
		if got := names(t, r, Filter{Class: "11-Г"}); len(got) != 3 {
			t.Errorf("in the class: %v", got)
		}
		for _, refused := range []struct {
			change Many
			code   string
		}{
			{Many{"language", "ельфійська", Put}, "value.unknown_code"},
			{Many{"subjects", "fizika?", Exclude}, "value.unknown_code"},
			{Many{"class", "11-А", Include}, "bulk.one_value"},
			{Many{"birth_date", "колись", Put}, "value.bad_date"},
		} {
			if _, err := r.ChangeMany(ctx, ids[:], []Many{{"street", "вул. Інша", Put}, refused.change}); CodeOf(err) != refused.code {
				t.Errorf("%+v: %v", refused.change, err)
			}
			if _, err := r.ProposeMany(ids[:], []Many{refused.change}); CodeOf(err) != refused.code {
				t.Errorf("%+v proposed: %v", refused.change, err)
			}
		}
		if row, err := r.Find(ids[1]); err != nil || row.Graduate.Get("street") != "" {
			t.Errorf("half was changed: %q, %v", row.Graduate.Get("street"), err)
		}
	})
	t.Run("F-18 one number is not given to several", func(t *testing.T) {
		r, ids := class11(t)
		if _, err := r.ChangeMany(ctx, ids[:], []Many{{"card_number", "1234567", Put}}); CodeOf(err) != "rule.duplicate_card" {
			t.Errorf("got %v", err)
		}
		proposals, err := r.ProposeMany(ids[:], []Many{{"card_number", "1234567", Put}})
		if err != nil {
			t.Fatal(err)
		}
		same(t, told(proposals), "Лук’яненко card_number:  → 1234567", "Нечай card_number:  →  rule.duplicate_card", "Ґалаґан card_number:  →  rule.duplicate_card")
	})
	t.Run("KG-013 each change is in the history and can be brought back", func(t *testing.T) {
		r, ids := class11(t)
		if _, err := r.ChangeMany(ctx, ids[:2], []Many{{"class", "9-Я", Put}}); err != nil {
			t.Fatal(err)
		}
		events, err := r.History(ctx, HistoryFilter{Graduate: ids[1]})
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(events, func(e Event) bool { return e.Kind == EventAdded })
		if err := r.BringBack(ctx, ids[1], events[at].Seq); err != nil {
			t.Fatal(err)
		}
		if row, err := r.Find(ids[1]); err != nil || row.Graduate.Class != "11-А" {
			t.Errorf("class %q, %v", row.Graduate.Class, err)
		}
	})
}
