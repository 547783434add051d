package centre_test

import (
	"testing"

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
