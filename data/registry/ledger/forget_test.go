package ledger_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"graduand/data/registry/ledger"
)

// open signs the head in.
func (s *school) open() *ledger.Ledger {
	s.t.Helper()
	f, err := ledger.OpenFile(ctx, s.path, s.options())
	must(s.t, err)
	entered, err := f.SignIn(ctx, headPhone, headPassword)
	must(s.t, err)
	s.t.Cleanup(func() { entered.Ledger.Close() })
	return entered.Ledger
}

// update signs the head in for one change.
func (s *school) update(f func(*ledger.Change) error) {
	s.t.Helper()
	l := s.open()
	must(s.t, l.Update(ctx, f))
	must(s.t, l.Close())
}

// peek reads one value of the closed file.
func (s *school) peek(query string, into any, args ...any) {
	s.t.Helper()
	db, err := sql.Open("sqlite", s.path)
	must(s.t, err)
	defer db.Close()
	must(s.t, db.QueryRow(query, args...).Scan(into))
}

// traces are the files beside the registry, and itself, in which octets stand.
func (s *school) traces(octets []byte) (found []string) {
	s.t.Helper()
	entries, err := os.ReadDir(filepath.Dir(s.path))
	must(s.t, err)
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(filepath.Dir(s.path), e.Name()))
		must(s.t, err)
		if bytes.Contains(content, octets) {
			found = append(found, e.Name())
		}
	}
	return found
}

// F-05 KG-015 KG-037: what is taken away is in no page and no log while the file is open. The
// school key need not change with it.
func TestWhatIsTakenAwayIsNowhere(t *testing.T) {
	const second, third = "Вечерний поезд в горы", "Утренний поезд с гор"
	var id string
	account := ledger.Account{Name: "Усенова Нурия", Phone: "+996555000002", Role: ledger.RoleReader}
	add := func(c *ledger.Change) (err error) {
		id, err = c.AddAccount(account, second)
		return err
	}
	for _, row := range []struct {
		name, query string
		add, take   func(*ledger.Change) error
	}{
		{"an account that is removed", "SELECT body FROM slot WHERE id = ?", add, func(c *ledger.Change) error { return c.DropAccount(id) }},
		{"an account that is replaced", "SELECT body FROM slot WHERE id = ?", add, func(c *ledger.Change) error {
			_, err := c.ReplaceAccount(id, account, third)
			return err
		}},
		{"an access", "SELECT secret FROM access WHERE graduate = ?", func(c *ledger.Change) error {
			id = "0123456789"
			if err := c.Add(id, []byte("{}"), nil, "graduate.added", nil); err != nil {
				return err
			}
			return c.SetForeignAccess(id, "centre", second, 1)
		}, func(c *ledger.Change) error { return c.DropAccess(id, "centre") }},
	} {
		t.Run(row.name, func(t *testing.T) {
			s := found(t)
			s.update(row.add)
			var octets []byte
			s.peek(row.query, &octets, id)
			if len(s.traces(octets)) == 0 {
				t.Fatal("not found where it is")
			}
			l := s.open()
			must(t, l.Update(ctx, row.take))
			if left := s.traces(octets); len(left) > 0 {
				t.Errorf("left in %v", left)
			}
		})
	}
}
