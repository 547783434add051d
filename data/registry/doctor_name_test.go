package registry_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

func TestDoctorNamesPeople(t *testing.T) {
	s := makeSealed(t)
	oldBody := ofBefore[[]byte](t, s, "SELECT body FROM graduate WHERE id = ?", s.a)
	const slot = "0123456789abcdef" // Of somebody who is called like the slot.
	for _, c := range []struct {
		name string
		who  any
		do   func(path string)
	}{
		{"whose access was altered", s.a + ", Асанов", func(path string) {
			flip(t, path, "access", "secret", "graduate = ?1", s.a, "last")
		}},
		{"whose record is an older one", s.a + ", Асанов", func(path string) {
			alter(t, path, "UPDATE graduate SET rev = 1, body = ? WHERE id = ?", oldBody, s.a)
		}},
		{"whose record does not open", s.b, func(path string) { flip(t, path, "graduate", "body", "id = ?1", s.b, "last") }},
		{"whose record is gone", s.b, func(path string) { alter(t, path, "DELETE FROM graduate WHERE id = ?", s.b) }},
		{"whose account was altered", slot + ", " + slot, func(path string) { flip(t, path, "slot", "tokens", "true", "", "first") }},
		{"whose account does not open", slot, func(path string) { flip(t, path, "slot", "account", "true", "", "last") }},
		{"who is nobody", data.Term("filled.nobody"), func(path string) {
			alter(t, path, "INSERT INTO pending (graduate, id, body) VALUES ('', 'p1', x'00')")
		}},
	} {
		t.Run("F-05 "+c.name, func(t *testing.T) {
			path := copyIn(t, s.content)
			c.do(path)
			_, ills := verdict(t, path, sealedOptions())
			if len(ills) == 0 || slices.ContainsFunc(ills, func(i registrar.Ill) bool { return i.Args["id"] != nil && i.Args["who"] != c.who }) {
				t.Errorf("the doctor says %v", ills)
			}
		})
	}
	t.Run("KG-012 an error, which the log may keep, names nobody", func(t *testing.T) {
		path := copyIn(t, s.content)
		flip(t, path, "pending", "body", "graduate = ?1", s.a, "last")
		_, err := registrar.Restore(desktest.Ctx, path, filepath.Join(t.TempDir(), "again.graduand"), registrar.SignIn{}, false, sealedOptions())
		desktest.WantCode(t, "restore", err, "backup.unsound")
		if !strings.Contains(err.Error(), s.a) || strings.Contains(err.Error(), "Асанов") {
			t.Errorf("the error is %v", err)
		}
	})
}
