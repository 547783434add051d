package centre_test

import (
	"crypto/rand"
	"os"
	"testing"

	"graduand/data"
	"graduand/data/centre"
	"graduand/data/exchange"
)

func TestOlderProgramOfTheCentre(t *testing.T) {
	c := newCentre(t, "", "zno-2020")
	c.enrol("a")
	c.Close()
	at := func(program string) error {
		o := options("")
		o.Program = program
		opened, err := centre.Open(t.Context(), c.folder, o)
		if err == nil {
			opened.Close()
		}
		return err
	}
	t.Run("design §9 what schools would refuse as a downgrade is not begun: the older program is told", func(t *testing.T) {
		for _, step := range []struct{ program, code string }{{"1.0", ""}, {"1.2", ""}, {"1.1", "centre.older_program"}, {"1.2.0", ""}, {"1.3", ""}, {"1.2", "centre.older_program"}} {
			if err := at(step.program); data.CodeOf(err) != step.code {
				t.Errorf("%s: %v", step.program, err)
			}
		}
	})
}

func TestRestoredRegistryNamesWhoWasEnteredTwice(t *testing.T) {
	c := newCentre(t, "", "zno-2020")
	s := c.enrol("a")
	c.put(s.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001")}))
	c.put(s.message(exchange.TypeAmendments, []exchange.Record{person("p1", "1000001", as(exchange.ActionWithdraw)), person("p2", "1000001")}))
	s.branch = "branch-2"
	c.put(s.message(exchange.TypeEntries, []exchange.Record{person("p3", "1000001")}))
	c.ingest(trusting)
	t.Log("who stands there now comes back, not whom the school has withdrawn: else the person is there twice")
	same(t, c.of("person", "graduate", "gone"), "p1 1", "p3 0")
}

func TestWhatWaitsOnTheBranchBeforeComesFirst(t *testing.T) {
	for range 4 {
		c := newCentre(t, "", "zno-2020")
		s := c.enrol("a")
		if err := c.Confirm(t.Context(), "a", s.id.Keys().Fingerprint()); err != nil {
			t.Fatal(err)
		}
		first := s.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001")})
		backup := *s
		backup.branch = "branch-2"
		c.put(s.message(exchange.TypeAmendments, []exchange.Record{person("p2", "1000002")}))
		c.put(backup.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001")}))
		c.put(first)
		c.ingest()
		t.Log("both wait with one number; whoever was added before the restore is not lost")
		same(t, c.of("person", "graduate", "branch"), "p1 branch-2", "p2 branch-1")
	}
}

// Design §9: a registry from a backup may not know a later attempt, or somebody: what was decided of them is
// told when it has sent them again. A message about whom it does not know is passed over there for ever.
func TestWhatARestoredRegistryDoesNotKnowIsToldLater(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := newCentre(t, dsn(t), "zno-2020")
		s := c.enrol("a")
		second := person("p1", "1000009", func(r *exchange.Record) { r.Graduate.Attempt, r.Graduate.Kind = "2", "retry" })
		c.put(s.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001"), person("p2", "1000002")}))
		c.put(s.message(exchange.TypeAmendments, []exchange.Record{second}))
		c.ingest(trusting)
		for _, d := range []exchange.State{{Graduate: "p1", Key: "1000001", Attempt: "1", State: "refused"}, {Graduate: "p1", Key: "1000009", Attempt: "2", State: "registered"}, {Graduate: "p2", Key: "1000002", Attempt: "1", State: "registered"}} {
			d.About = exchange.AboutAnswer
			if err := c.Decide(t.Context(), []centre.Decision{{School: "a", State: d}}); err != nil {
				t.Fatal(err)
			}
		}
		must(c.Status(t.Context()))
		s.branch, s.sequence, s.head = "branch-2", 1, ""
		told := func(records ...exchange.Record) (lines []string) {
			kind := exchange.TypeAmendments
			if s.head == "" {
				kind = exchange.TypeEntries
			}
			c.put(s.message(kind, records))
			c.ingest()
			for _, path := range must(c.Status(t.Context())) {
				for _, state := range s.receipt(path).States {
					lines = append(lines, state.Key+" "+state.State)
				}
			}
			return lines
		}
		same(t, told(person("p1", "1000001")), "1000001 refused")
		same(t, c.people("a"), "p1 2 1000009 held missing", "p2 1 1000002 held missing")
		before := c.facts()
		c.rebuild()
		same(t, c.facts(), before...)
		same(t, told(second), "1000009 registered")
		same(t, told(person("q2", "1000002")), "1000002 registered")
		same(t, c.people("a"), "p1 2 1000009 held", "q2 1 1000002 held")
		c.rebuild()
		if paths := must(c.Status(t.Context())); paths != nil {
			t.Error(paths)
		}
	})
}

func TestSchoolThatHasLostItsRegistry(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := newCentre(t, dsn(t), "zno-2020")
		s := c.enrol("a")
		c.put(s.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001"), person("p2", "1000002")}))
		c.ingest(trusting)
		former := *s
		s.id, s.branch, s.sequence, s.head = must(exchange.NewIdentity(rand.Reader)), "branch-2", 0, ""
		anew := c.put(s.message(exchange.TypeEntries, []exchange.Record{person("q1", "1000001")}))
		t.Run("design §9 no trust in a first message makes its new keys believed", func(t *testing.T) {
			same(t, c.ingest(trusting), "a 1 repeated", "a 1 refused message.unknown_signer")
		})
		t.Run("design §9 it begins anew from its enrolment, with keys whose fingerprint was compared on paper", func(t *testing.T) {
			if err := c.Confirm(t.Context(), "a", s.id.Keys().Fingerprint()); err != nil {
				t.Fatal(err)
			}
			same(t, c.ingest(), "a 1 repeated", "a 1 applied")
			same(t, c.of("person", "graduate", "branch"), "p2 branch-1", "q1 branch-2")
		})
		t.Run("design §9 the keys before are not believed any more, confirmed or not", func(t *testing.T) {
			if err := c.Confirm(t.Context(), "a", former.id.Keys().Fingerprint()); data.CodeOf(err) != "centre.keys_known" {
				t.Error(err)
			}
			former.branch, former.sequence, former.head = s.branch, s.sequence, s.head
			path := c.put(former.message(exchange.TypeAmendments, nil))
			same(t, c.ingest(), "a 1 repeated", "a 1 repeated", "a 2 refused message.unknown_signer")
			must(0, os.Remove(path))
		})
		before := c.facts()
		c.rebuild()
		same(t, c.facts(), before...)
		must(0, os.Remove(anew))
	})
}
