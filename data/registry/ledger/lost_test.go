package ledger_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"graduand/data/registry/ledger"
)

const pageSize = 4096

// lose makes the page zeros that holds octets of the file.
func (s *school) lose(octets string) {
	s.t.Helper()
	content, err := os.ReadFile(s.path)
	must(s.t, err)
	at := bytes.Index(content, []byte(octets))
	if at < 0 {
		s.t.Fatalf("%q is not in the file", octets)
	}
	s.loseAt(content, at/pageSize)
}

func (s *school) loseAt(content []byte, page int) {
	s.t.Helper()
	clear(content[page*pageSize : (page+1)*pageSize])
	must(s.t, os.WriteFile(s.path, content, 0o600))
}

// F-05 F-07 KG-014: a text that the program brings is put back, and passwords are counted
// though nothing can be written in the table of settings.
func TestShippedTextLost(t *testing.T) {
	text := []byte(strings.Repeat("строка правил\n", 1000) + "середина" + strings.Repeat("строка правил\n", 1000))
	shipped := map[string][][]byte{"campaign": {[]byte("другие правила"), text}}
	make := func(t *testing.T) *school {
		s := found(t)
		s.update(func(c *ledger.Change) error { return c.PutSetting("campaign", text) })
		s.lose("середина")
		return s
	}
	t.Run("it is put back and named, and wrong passwords are counted", func(t *testing.T) {
		s := make(t)
		s.shipped = shipped
		s.refused(wrong, "vault.wrong")
		ledger.ForgetRun()
		failures, err := s.signIn(headPassword)
		if err != nil || failures != 1 {
			t.Errorf("failures %d, %v", failures, err)
		}
		l := s.open()
		if ills := l.Ills(); len(ills) != 1 || ills[0].Code != "put_back" || !bytes.Equal(l.Setting("campaign"), text) {
			t.Errorf("ills %v", ills)
		}
	})
	t.Run("one of other words is not taken for it", func(t *testing.T) {
		s := make(t)
		s.shipped = map[string][][]byte{"campaign": {append([]byte("# "), text...)}}
		s.refused(headPassword, "vault.tampered")
	})
}

// F-05 F-07: the order of the accounts is lost, and not one of them with it.
func TestIndexOfAccountsLost(t *testing.T) {
	s := found(t)
	var page int
	s.peek("SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_slot_2'", &page)
	content, err := os.ReadFile(s.path)
	must(t, err)
	s.loseAt(content, page-1)
	if _, err := s.signIn(headPassword); err != nil {
		t.Error(err)
	}
}
