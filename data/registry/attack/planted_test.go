package attack_test

import (
	"os"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// The rows Y: what is planted beside the file, or under numbers that no program of ours gives.

func TestPlantedLog(t *testing.T) {
	s := theSchool()
	for _, version := range []string{"-1", "-2147483648", "99"} {
		t.Run("Y05 a log beside the file that says version "+version, func(t *testing.T) {
			path := copyIn(t, s.now)
			i := intrude(t, path)
			i.define("PRAGMA journal_mode=WAL")
			i.define("PRAGMA wal_autocheckpoint=0")
			i.define("PRAGMA user_version=" + version)
			file, log := desktest.MustRead(t, path), desktest.MustRead(t, path+"-wal")
			i.leave()
			other := copyIn(t, file)
			desktest.Must(os.WriteFile(other+"-wal", log, 0o600))
			refused(t, other, registrar.SignIn{}, desktest.Options(), "registry.too_new")
		})
	}
}

func TestLastNumbers(t *testing.T) {
	t.Run("Y06 a count of wrong passwords under the last revision that there is keeps nobody out", func(t *testing.T) {
		s := newSolo(t)
		i := intrude(t, s.path)
		i.run(`INSERT INTO setting (name, rev, body) VALUES ('backoff', 9223372036854775807, CAST('{"failures":1}' AS BLOB))`)
		i.leave()
		desktest.WantCode(t, "wrong", s.signIn("Не тот пароль совсем"), "vault.wrong")
		if err := s.signIn(headIn.Password); err != nil {
			t.Errorf("the right one: %v", err)
		}
	})
}
