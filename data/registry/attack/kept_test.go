package attack_test

import (
	"math"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// The rows Y: attacks on what neither table before had thought of.

func TestEventKeys(t *testing.T) {
	t.Run("Y01 with its newer keys gone the school does not go on with one that somebody who left knows", func(t *testing.T) {
		s := theStaff()
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run("DELETE FROM event_key WHERE generation > 1")
		i.leave()
		refused(t, path, replaced, byPassword(), "vault.tampered")
		r, err := examinedBy(t, path, replaced)
		desktest.Must(err)
		if _, _, err := r.SetAside(desktest.Ctx); err != nil {
			t.Fatal(err)
		}
		desktest.Must(r.Close())
		r, err = registrar.Open(desktest.Ctx, path, replaced, byPassword())
		desktest.Must(err)
		desktest.Sound(t, r)
		desktest.Must(r.Close())
		i = intrude(t, path)
		defer i.leave()
		if generation := read[int](i, "SELECT generation FROM event ORDER BY seq DESC LIMIT 1"); generation == 1 {
			t.Error("sealed with the first key")
		}
	})
	t.Run("Y02 one planted under the largest number can be set aside", func(t *testing.T) {
		path := copyIn(t, theSchool().now)
		i := intrude(t, path)
		i.run("INSERT INTO event_key SELECT ?, wrapped FROM event_key", int64(math.MaxInt64))
		i.leave()
		refused(t, path, registrar.SignIn{}, desktest.Options(), "vault.tampered")
		healed(t, path)
	})
}
