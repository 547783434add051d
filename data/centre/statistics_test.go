package centre_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/centre"
	"graduand/data/centre/database"
	"graduand/data/centre/decision"
	"graduand/data/exchange"
)

// counts are those of a tally that are not 0, by their codes.
func counts(s *centre.Statistics, t *centre.Tally) map[string]int {
	all := map[string]int{}
	for i := range s.Columns {
		if t.Counts[i] != 0 {
			all[s.Columns[i].Code] = t.Counts[i]
		}
	}
	return all
}

func wantCounts(t *testing.T, s *centre.Statistics, tally *centre.Tally, want map[string]int) {
	t.Helper()
	got := counts(s, tally)
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s %s: %v\nwant %v", tally.District, tally.School, got, want)
	}
}

// takes is a record with these subjects.
func takes(subjects ...string) func(*exchange.Record) {
	return func(r *exchange.Record) {
		r.Subjects = nil
		for _, s := range subjects {
			level := ""
			if s == "english" {
				level = "profile"
			}
			r.Subjects = append(r.Subjects, exchange.Subject{Graduate: r.Graduate.ID, Subject: s, Level: level, Attestation: "false"})
		}
	}
}

func (c *trial) enrolIn(code, district, graduates string) *school {
	c.t.Helper()
	if _, err := c.Enrol(c.t.Context(), centre.Enrolling{School: code, Name: "Ліцей " + code, District: district, Graduates: graduates, Phone: "+380501112233", Surname: "Коваль", GivenName: "Ольга"}, ""); err != nil {
		c.t.Fatal(err)
	}
	return &school{t: c.t, code: code, centre: c.keys, id: must(exchange.NewIdentity(c.Random)), branch: "branch-1", campaign: must(c.Campaign(c.t.Context())).ID}
}

func TestStatistics(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := newCentre(t, dsn(t), "zno-2020")
		a, b := c.enrolIn("a", "Північний", "6"), c.enrolIn("b", "Північний", "")
		c.enrolIn("c", "Західний", "20")
		c.put(a.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001", takes("ukrainian", "english")), person("p2", "1000002", takes("ukrainian", "mathematics")), person("p3", "1000003"), person("p4", "1000004"), person("p5", "1000005")}))
		c.put(a.message(exchange.TypeAmendments, []exchange.Record{person("p3", "1000003", as(exchange.ActionWithdraw)), person("p5", "2000005", takes("physics"), func(r *exchange.Record) { r.Graduate.Attempt, r.Graduate.Kind = "2", "retry" })}))
		c.put(b.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000011", takes("english", "history"))}))
		if err := c.Cards(t.Context(), []string{"1000001", "1000002", "1000004", "1000005", "1000011"}, "2020-02-21"); err != nil {
			t.Fatal(err)
		}
		c.ingest(trusting)
		for _, o := range []centre.Order{
			{Person: "1000001", Asked: asked(decision.Registered)},
			{Person: "1000002", Asked: asked(decision.Refused, because("1", "5", "1"))},
			{Person: "1000005", Attempt: 1, Asked: asked(decision.Refused, because("1", "2"))},
		} {
			if got := c.order(o); got != "" {
				t.Fatal(got)
			}
		}
		t.Run("issue 18 each registration is counted once, in the place where it is now", func(t *testing.T) {
			s := must(c.Statistics(t.Context()))
			if len(s.Schools) != 3 || s.Schools[0].School != "c" || s.Schools[0].District != "Західний" || len(s.Districts) != 2 {
				t.Fatalf("%+v %+v", s.Schools, s.Districts)
			}
			wantCounts(t, s, &s.Schools[1], map[string]int{"schools": 1, "sending": 1, "expected": 6, "people": 5, "lacking": 2, "held": 1, "pending": 1, "registered": 1, "refused": 1, "withdrawn": 1,
				"reason_1": 1, "reason_5": 1, "subject_ukrainian": 2, "subject_english": 1, "subject_english_profile": 1, "subject_physics": 1})
			wantCounts(t, s, &s.Schools[0], map[string]int{"schools": 1, "expected": 20, "lacking": 20})
			wantCounts(t, s, &s.Districts[1], map[string]int{"schools": 2, "sending": 2, "expected": 6, "people": 6, "lacking": 2, "held": 1, "pending": 2, "registered": 1, "refused": 1, "withdrawn": 1,
				"reason_1": 1, "reason_5": 1, "subject_ukrainian": 2, "subject_english": 2, "subject_english_profile": 2, "subject_physics": 1, "subject_history": 1})
		})
		t.Run("issue 18 schools add up to districts, and places to people", func(t *testing.T) { addsUp(t, must(c.Statistics(t.Context())), len(c.people(""))) })
		t.Run("a school says another number, and the database built anew counts the same", func(t *testing.T) {
			if err := c.Expect(t.Context(), "a", "4"); err != nil {
				t.Fatal(err)
			}
			for _, bad := range []string{"", "0", "many"} {
				if err := c.Expect(t.Context(), "a", bad); data.CodeOf(err) != "centre.bad_count" {
					t.Errorf("%q: %v", bad, err)
				}
			}
			before, s := c.facts(), must(c.Statistics(t.Context()))
			if got := counts(s, &s.Schools[1]); got["expected"] != 4 || got["lacking"] != 0 {
				t.Errorf("%v", got)
			}
			c.rebuild()
			same(t, c.facts(), before...)
			if again := must(c.Statistics(t.Context())); fmt.Sprint(again.Schools) != fmt.Sprint(s.Schools) {
				t.Errorf("%v", again.Schools)
			}
		})
		t.Run("the workbook", func(t *testing.T) {
			if err := c.SaveStatistics(must(c.Statistics(t.Context())), filepath.Join(t.TempDir(), "s.xlsx"), "en"); err != nil {
				t.Fatal(err)
			}
		})
	})
}

// addsUp: sums of schools are those of districts and the total, and everybody is in one place.
func addsUp(t *testing.T, s *centre.Statistics, people int) {
	t.Helper()
	at := func(code string) int {
		return slices.IndexFunc(s.Columns, func(c centre.Counted) bool { return c.Code == code })
	}
	for i := range s.Columns {
		schools, districts := 0, 0
		for j := range s.Schools {
			schools += s.Schools[j].Counts[i]
		}
		for j := range s.Districts {
			districts += s.Districts[j].Counts[i]
		}
		if schools != districts || districts != s.Total.Counts[i] {
			t.Errorf("%s: %d, %d, %d", s.Columns[i].Code, schools, districts, s.Total.Counts[i])
		}
	}
	for _, tally := range append(append([]centre.Tally{s.Total}, s.Districts...), s.Schools...) {
		sum := 0
		for _, place := range []string{"held", "pending", "registered", "refused", "withdrawn"} {
			sum += tally.Counts[at(place)]
		}
		if sum != tally.Counts[at("people")] {
			t.Errorf("%+v: %d people in places", tally, sum)
		}
	}
	if s.Total.Counts[at("people")] != people {
		t.Errorf("%d people", s.Total.Counts[at("people")])
	}
}

func TestStatisticsOfPayments(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := newCentre(t, dsn(t), "ort-2021")
		a := c.enrol("a")
		entries := func(kind exchange.Type, amount string, cancelled string) []byte {
			r := applied("p1", "+996555100001", exchange.Payment{ID: "one", Number: "1", Amount: amount}, exchange.Payment{ID: "two", Number: "2", Cancelled: cancelled})
			r.Graduate.Action = exchange.ActionChange
			return a.message(kind, []exchange.Record{r, applied("p2", "+996555100002", exchange.Payment{ID: "one", Number: "3"})})
		}
		c.put(entries(exchange.TypeEntries, "740", ""))
		c.ingest(trusting)
		if got := c.order(centre.Order{Person: "0555100001", Asked: asked("payment-accepted", func(a *decision.Asked) { a.Payment = "1" })}); got != "" {
			t.Fatal(got)
		}
		t.Run("KG-065 receipts and sums by what the centre says of them", func(t *testing.T) {
			s := must(c.Statistics(t.Context()))
			wantCounts(t, s, &s.Total, map[string]int{"schools": 1, "sending": 1, "people": 2, "pending": 2, "payments_accepted": 1, "amount_accepted": 740, "payments_pending": 2, "amount_pending": 1480})
			addsUp(t, s, 2)
		})
		t.Run("KG-066 one that was cancelled counts no more", func(t *testing.T) {
			c.put(entries(exchange.TypeAmendments, "700", "2020-02-23"))
			c.ingest()
			s := must(c.Statistics(t.Context()))
			wantCounts(t, s, &s.Total, map[string]int{"schools": 1, "sending": 1, "people": 2, "pending": 2, "payments_accepted": 1, "amount_accepted": 700, "payments_pending": 1, "amount_pending": 740})
			before := c.facts()
			c.rebuild()
			same(t, c.facts(), before...)
		})
	})
}

func TestDatabaseOfAnOlderProgram(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c, _ := paperCentre(t, dsn(t))
		if got := c.order(centre.Order{Person: "1000001", Asked: asked(decision.Refused, because("17", "5"))}); got != "" {
			t.Fatal(got)
		}
		before := c.facts()
		c.Close()
		db := must(database.Open(t.Context(), filepath.Join(c.folder, "centre.sqlite"), c.dsn))
		if err := errors.Join(db.Write(t.Context(), func(tx *database.Tx) error {
			for _, statement := range []string{"DROP INDEX decision_number", "ALTER TABLE decision DROP COLUMN verdict", "ALTER TABLE decision DROP COLUMN number", "ALTER TABLE decision DROP COLUMN reasons",
				"ALTER TABLE person DROP COLUMN subjects", "ALTER TABLE school DROP COLUMN expected", "DROP TABLE payment", "DELETE FROM migration WHERE version > 1"} {
				if err := tx.Exec(statement); err != nil {
					return err
				}
			}
			return nil
		}), db.Close()); err != nil {
			t.Fatal(err)
		}
		t.Run("it gets what it lacks, and is built anew before anybody works with it", func(t *testing.T) {
			if _, err := centre.Open(t.Context(), c.folder, options(c.dsn)); data.CodeOf(err) != "centre.rebuild_again" {
				t.Error(err)
			}
			c.rebuild()
			same(t, c.facts(), before...)
		})
	})
}
