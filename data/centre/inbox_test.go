package centre_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"graduand/data/exchange"
)

func TestSchoolsWhoseFilesAreNamedAlike(t *testing.T) {
	c := newCentre(t, "", "zno-2020")
	a, b := c.enrol("a"), c.enrol("b")
	first := a.message(exchange.TypeEntries, nil)
	second := b.message(exchange.TypeEntries, nil)
	for len(second) != len(first) {
		b.sequence, b.head = 0, ""
		second = b.message(exchange.TypeEntries, nil)
	}
	for school, content := range map[string][]byte{"a": first, "b": second} {
		path := filepath.Join(c.inbox, school, "1.zip.age")
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, content, 0o600), os.Chtimes(path, now, now)); err != nil {
			t.Fatal(err)
		}
	}
	t.Log("two files with one name, size and time in the folders of two schools")
	same(t, c.ingest(trusting), "a 1 applied", "b 1 applied")
	same(t, c.ingest(), "a 1 repeated", "b 1 repeated")
}
