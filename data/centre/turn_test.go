package centre_test

import (
	"crypto/rand"
	"os"
	"testing"

	"graduand/data"
	"graduand/data/exchange"
)

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
