package attack_test

import (
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/vault"
)

// An access that was removed leaves no way in: neither by its password, nor by its old slot
// put back, nor by its key.
func TestRemovedAccess(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	r := enter(t, path)
	desktest.Must(r.Access.Remove(desktest.Ctx, []string{s.a}, registrar.DoorOwn, "створено помилково"))
	desktest.Set(t, r, s.a, "street=Секретная")
	desktest.Must(r.Close())
	content := desktest.MustRead(t, path)
	old := registrar.SignIn{Phone: desktest.PhoneA, Password: s.passwordA}
	refused(t, path, old, byPassword(), "vault.wrong")
	t.Run("KG-034 the old slot put back opens nothing", func(t *testing.T) {
		path := copyIn(t, content)
		i := intrude(t, path)
		i.beside(s.now)
		i.run("INSERT INTO access SELECT * FROM old.access WHERE graduate = ?", s.a)
		i.leave()
		refused(t, path, old, byPassword(), "vault.wrong")
		named(t, path, "altered_access")
		healed(t, path)
	})
	t.Run("KG-034 the old key reads nothing that was written since then", func(t *testing.T) {
		i := intrude(t, copyIn(t, content))
		defer i.leave()
		rev := read[int](i, "SELECT rev FROM graduate WHERE id = ?", s.a)
		body := read[[]byte](i, "SELECT body FROM graduate WHERE id = ?", s.a)
		if _, err := vault.Open(s.keyA, bodyPlace(s.a, rev), body); err == nil {
			t.Error("the old key opens it")
		}
	})
}
