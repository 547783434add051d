package ledger_test

import (
	"bytes"
	"os"
	"testing"

	"graduand/data/registry/ledger"
)

// What is read while a password is stretched is all that is there, or nothing: after a wrong password, and where
// something cannot be read, which is then named as ever.
func TestReadEarly(t *testing.T) {
	s := found(t)
	body := bytes.Repeat([]byte("тело"), 2000)
	s.update(func(c *ledger.Change) error { return c.Add("0123456789", body, nil, "graduate.added", nil) })
	s.update(func(c *ledger.Change) error { return c.Add("9876543210", body, nil, "graduate.added", nil) })
	var want, people int
	s.peek("SELECT count(*) FROM event", &want)
	s.peek("SELECT count(*) FROM graduate", &people)
	if events, records := s.early(true); events != want || records != people || people != 2 {
		t.Errorf("%d events and %d records, want %d and %d", events, records, want, people)
	}
	if events, records := s.early(false); events+records != 0 {
		t.Errorf("%d events and %d records after a wrong password", events, records)
	}
	var root int
	s.peek("SELECT rootpage FROM sqlite_master WHERE name = 'graduate'", &root)
	content, err := os.ReadFile(s.path)
	must(t, err)
	s.loseAt(content, root-1)
	if events, records := s.early(true); events+records != 0 {
		t.Errorf("%d events and %d records of a spoilt file", events, records)
	}
}

func (s *school) early(wanted bool) (events, records int) {
	s.t.Helper()
	f, err := ledger.OpenFile(ctx, s.path, s.options())
	must(s.t, err)
	defer f.Close()
	return ledger.ReadEarly(ctx, f, wanted)
}
