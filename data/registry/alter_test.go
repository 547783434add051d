package registry_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/registry/ledger"
)

// ofBefore takes a value of the registry as it was.
func ofBefore[T any](t testing.TB, s sealedRegistry, query string, args ...any) T {
	return peek[T](t, copyIn(t, s.before), query, args...)
}

func TestAlteredFromOutside(t *testing.T) {
	s := makeSealed(t)
	last := "(SELECT max(seq) FROM event WHERE graduate = ?)"
	oldBody := ofBefore[[]byte](t, s, "SELECT body FROM graduate WHERE id = ?", s.a)
	for _, c := range []struct {
		name string
		do   func(t *testing.T, path string)
		ill  string
	}{
		{"bodies of two graduates swapped", func(t *testing.T, path string) {
			alter(t, path, `UPDATE graduate SET body = (SELECT g.body FROM graduate g WHERE g.id <> graduate.id)`)
		}, "altered"},
		{"whole rows of two graduates swapped", func(t *testing.T, path string) {
			alter(t, path, `UPDATE graduate SET (rev, wrapped, body) = (SELECT g.rev, g.wrapped, g.body FROM graduate g WHERE g.id <> graduate.id)`)
		}, "altered"},
		{"an older body with its revision", func(t *testing.T, path string) {
			alter(t, path, "UPDATE graduate SET rev = 1, body = ? WHERE id = ?", oldBody, s.a)
		}, "altered"},
		{"an older body with its revision, and its later events deleted", func(t *testing.T, path string) {
			alter(t, path, "UPDATE graduate SET rev = 1, body = ? WHERE id = ?", oldBody, s.a)
			alter(t, path, "DELETE FROM event WHERE graduate = ? AND rev > 1", s.a)
		}, "chain"},
		{"an older body with its revision, and its later events denied", func(t *testing.T, path string) {
			alter(t, path, "UPDATE graduate SET rev = 1, body = ? WHERE id = ?", oldBody, s.a)
			alter(t, path, "UPDATE event SET record = x'' WHERE graduate = ? AND rev > 1", s.a)
		}, "event"},
		{"a row deleted", func(t *testing.T, path string) { alter(t, path, "DELETE FROM graduate WHERE id = ?", s.a) }, "lost_record"},
		{"the last event of a graduate deleted", func(t *testing.T, path string) {
			alter(t, path, "DELETE FROM event WHERE seq = "+last, s.a)
		}, "altered"},
		{"the last event of all deleted", func(t *testing.T, path string) {
			alter(t, path, "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)")
		}, "cut"},
		{"all events of a graduate deleted, and the row", func(t *testing.T, path string) {
			alter(t, path, "DELETE FROM event WHERE graduate = ?", s.a)
			alter(t, path, "DELETE FROM graduate WHERE id = ?", s.a)
		}, "chain"},
		{"the time of an event", func(t *testing.T, path string) {
			alter(t, path, "UPDATE event SET at = '2020-02-11T12:00:00Z' WHERE seq = "+last, s.a)
		}, "event"},
		{"a time that is none", func(t *testing.T, path string) {
			alter(t, path, "UPDATE event SET at = 'вчера' WHERE seq = "+last, s.a)
		}, "event"},
		{"the kind of an event", func(t *testing.T, path string) {
			alter(t, path, "UPDATE event SET kind = 'graduate.removed' WHERE seq = "+last, s.a)
		}, "event"},
		{"the school", func(t *testing.T, path string) {
			alter(t, path, `UPDATE setting SET body = CAST(replace(CAST(body AS TEXT), 'лицей', 'колледж') AS BLOB) WHERE name = 'school'`)
		}, "altered_school"},
		{"a setting put in", func(t *testing.T, path string) {
			alter(t, path, `INSERT INTO setting (name, rev, body) VALUES ('escrow', 1, CAST('{"recipient":"age1x"}' AS BLOB))`)
		}, "altered_school"},
	} {
		t.Run("KG-012 F-05 "+c.name, func(t *testing.T) {
			path := copyIn(t, s.content)
			c.do(t, path)
			code, ills := verdict(t, path, sealedOptions())
			// Only where nothing can be relied on the opening is refused.
			refused := map[bool]string{true: "vault.tampered"}[c.ill == "cut" || c.ill == "altered_school"]
			if code != refused {
				t.Errorf("opening says %q", code)
			}
			if !slices.Contains(codesOf(ills), c.ill) {
				t.Errorf("the doctor says %v", ills)
			}
		})
	}
}

// forgeSettings alters a setting and what is said of it in the statement, as far as this
// goes without a key.
func forgeSettings(t *testing.T, path, name, body string) {
	t.Helper()
	alter(t, path, "INSERT INTO setting (name, rev, body) VALUES (?1, 1, ?2) ON CONFLICT (name) DO UPDATE SET body = ?2", name, []byte(body))
	const mac = 32
	vouched := peek[[]byte](t, path, "SELECT body FROM vouch WHERE name = 'statement'")
	var statement map[string]any
	desktest.Must(json.Unmarshal(vouched[mac:], &statement))
	rev := peek[int](t, path, "SELECT rev FROM setting WHERE name = ?", name)
	statement["settings"].(map[string]any)[name] = fmt.Sprintf("%d|%x", rev, sha256.Sum256([]byte(body)))
	text, err := json.Marshal(statement)
	desktest.Must(err)
	alter(t, path, "UPDATE vouch SET body = ? WHERE name = 'statement'", append(vouched[:mac:mac], text...))
}

func TestSettingsForgedWithTheirHash(t *testing.T) {
	s := makeSealed(t)
	for name, body := range map[string]string{
		registry.SettingSchool: `{"name":"Чужая школа"}`,
		// Whoever could put this in would get the next school key.
		ledger.SettingEscrow: `{"recipient":"age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"}`,
	} {
		t.Run("KG-012 F-05 "+name, func(t *testing.T) {
			path := copyIn(t, s.content)
			forgeSettings(t, path, name, body)
			if code, ills := verdict(t, path, sealedOptions()); code != "vault.tampered" || len(ills) == 0 {
				t.Errorf("opening says %q, the doctor %v", code, ills)
			}
		})
	}
}

func TestBrokenChainIsNamed(t *testing.T) {
	s := makeSealed(t)
	for _, seq := range []int64{1, 3, 4} {
		t.Run(fmt.Sprintf("F-05 event %d is missing", seq), func(t *testing.T) {
			path := copyIn(t, s.content)
			alter(t, path, "DELETE FROM event WHERE seq = ?", seq)
			_, ills := verdict(t, path, sealedOptions())
			at := slices.IndexFunc(ills, func(i registrar.Ill) bool { return i.Code == "chain" })
			if at < 0 || ills[at].Args["seq"] != seq {
				t.Errorf("the doctor says %v", ills)
			}
		})
	}
	t.Run("KG-012 examined, nothing can be changed", func(t *testing.T) {
		path := copyIn(t, s.content)
		alter(t, path, "UPDATE graduate SET rev = 9 WHERE id = ?", s.a)
		o := sealedOptions()
		o.Examine = true
		r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		_, err = r.Table.Add(desktest.Ctx, desktest.Assigns("surname=Новый"), false)
		desktest.WantCode(t, "add", err, "vault.tampered")
		desktest.WantCode(t, "backup", backUp(r.Backup(desktest.Ctx, path+"-copy")), "vault.tampered")
	})
	t.Run("KG-012 the wrong key opens nothing", func(t *testing.T) {
		o := sealedOptions()
		o.Key = desktest.Key
		if _, err := registrar.Open(desktest.Ctx, copyIn(t, s.content), registrar.SignIn{}, o); data.CodeOf(err) != "vault.tampered" {
			t.Errorf("got %v", err)
		}
	})
}
