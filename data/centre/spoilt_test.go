package centre_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data/centre"
	"graduand/data/exchange/exchangetest"
)

// Design §9, F-05: a message that is spoilt in any way is refused and named, the rest is done, and the
// centre knows and keeps nothing of it.
func TestIngestRefusesEverySpoiltMessage(t *testing.T) {
	c := newCentre(t, "", "zno-2020")
	s := c.enrol("kharkiv-7")
	good := exchangetest.New(s.id, c.keys)
	c.put(good.File)
	same(t, c.ingest(trusting), "kharkiv-7 1 applied")
	facts, kept := c.facts(), c.keeps(t)
	spoilt := map[string]exchangetest.Fault{}
	for _, f := range exchangetest.Faults() {
		if f.Name == "an envelope that was changed" {
			f.Code = "centre.unknown_school" // it is of a school that nobody has enrolled
		}
		spoilt[c.put(good.Spoilt(&f))] = f
	}
	for _, o := range c.outcomes() {
		if f, is := spoilt[o.File]; is && (o.State != centre.Refused || o.Code != f.Code || o.Receipt != "") {
			t.Errorf("%s: %s %s, want %s", f.Name, o.State, o.Code, f.Code)
		}
		delete(spoilt, o.File)
	}
	for _, f := range spoilt {
		t.Errorf("%s: nothing was told", f.Name)
	}
	same(t, c.facts(), facts...)
	same(t, c.keeps(t), kept...)
}

// keeps are the files that a centre keeps, without its database.
func (c *trial) keeps(t *testing.T) (all []string) {
	t.Helper()
	err := filepath.WalkDir(c.folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !strings.Contains(entry.Name(), ".db") {
			content, err := os.ReadFile(path)
			all = append(all, path+" "+exchangetest.SumOf(content))
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
