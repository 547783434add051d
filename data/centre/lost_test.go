package centre_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"graduand/data/centre"
	"graduand/data/centre/decision"
)

// A program that is killed between the store and the database leaves a note that nobody knows of; what
// is decided instead counts, also in a database that is built anew.
func TestNoteThatWasNeverTakenOver(t *testing.T) {
	c, _ := paperCentre(t, "")
	began := now
	t.Cleanup(func() { now = began })
	file := filepath.Join(c.folder, "centre.sqlite")
	for i := range 6 {
		c.Close()
		before := must(os.ReadFile(file))
		c.open()
		if got := c.order(centre.Order{Person: "1000001", Asked: asked(decision.Refused, because(fmt.Sprint("lost ", i), "5"))}); got != "" {
			t.Fatal(got)
		}
		c.Close()
		if err := os.WriteFile(file, before, 0o600); err != nil {
			t.Fatal(err)
		}
		c.open()
		now = now.Add(time.Second)
		if got := c.order(centre.Order{Person: "1000001", Asked: asked(decision.Refused, because(fmt.Sprint("kept ", i), "5"))}); got != "" {
			t.Fatal(got)
		}
		facts := c.facts()
		c.rebuild()
		same(t, c.facts(), facts...)
		same(t, c.of("decision", "number"), fmt.Sprint("kept ", i))
	}
}
