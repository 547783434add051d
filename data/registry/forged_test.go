package registry_test

import (
	"crypto/sha256"
	"slices"
	"strings"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/vault"
)

func TestSetAsideByWhoSignsIn(t *testing.T) {
	path := copyIn(t, staffed().content)
	flip(t, path, "vouch", "body", "name = 'statement'", "", "last")
	refuseSignIn(t, path, headIn, atNoon(), "vault.tampered")
	o := atNoon()
	o.Examine = true
	r := mustSignIn(t, path, headIn, o)
	if _, _, err := r.SetAside(desktest.Ctx); err != nil {
		t.Fatal(err)
	}
	mustClose(t, r)
	t.Run("F-05 KG-014 a spoilt statement keeps nobody out, once it is set aside", func(t *testing.T) {
		mustClose(t, mustSignIn(t, path, responsibleIn, atNoon()))
		again := mustSignIn(t, path, headIn, atNoon())
		if accounts, err := again.Accounts(desktest.Ctx); err != nil || len(accounts) != 4 || again.Table.Count() != 2 {
			t.Errorf("%d graduates, accounts %v, %v", again.Table.Count(), accounts, err)
		}
		mustBeSound(t, again)
	})
}

func TestContentsAreHeldAgainstTheHistory(t *testing.T) {
	open := func(t *testing.T) (*registrar.Registrar, string) {
		r := desktest.MustCreate(t, "zno-2020")
		id := desktest.MustAdd(t, r, "surname=Сорока", "class=11-А")
		desktest.MustAdd(t, r, "surname=Вовк")
		return r, id
	}
	named := func(t *testing.T, r *registrar.Registrar, want string) {
		t.Helper()
		if ills, err := r.Doctor(desktest.Ctx); err != nil || !slices.Contains(codesOf(ills), want) {
			t.Errorf("the doctor says %v, %v, want %s", ills, err, want)
		}
		desktest.MustAdd(t, r, "surname=Заєць")
	}
	t.Run("F-05 body: a record that no event explains", func(t *testing.T) {
		r, id := open(t)
		g := desktest.MustFind(t, r, id).Clone()
		g.Class = "11-Б"
		// Only a holder of the school key can write this.
		desktest.Must(r.Update(desktest.Ctx, func(c *registry.Change) error {
			return c.Put(g, registry.EventChanged, registry.EventBody{})
		}))
		named(t, r, "body")
	})
	t.Run("F-05 revision: a history that begins in the middle", func(t *testing.T) {
		r, id := open(t)
		desktest.Set(t, r, id, "class=11-Б")
		mustClose(t, r)
		alter(t, r.Path(), "DELETE FROM event WHERE graduate = ? AND rev = 1", id)
		named(t, openKeyed(t, r.Path()), "revision")
	})
	t.Run("F-05 anchor: an older copy in the place of the file", func(t *testing.T) {
		r, id := open(t)
		path := r.Path()
		mustClose(t, r)
		older := desktest.MustRead(t, path)
		r = openKeyed(t, path)
		desktest.Set(t, r, id, "class=11-Б")
		anchor, err := r.Anchor()
		desktest.Must(err)
		if _, err := r.KeepBackup(desktest.Ctx, "test"); err != nil {
			t.Fatal(err)
		}
		mustClose(t, r)
		desktest.Must(registrar.SaveFile(path, older))
		r = openKeyed(t, path)
		if holds, err := r.HoldsAnchor(desktest.Ctx, anchor); err != nil || holds {
			t.Errorf("it holds %s, %v", anchor, err)
		}
		named(t, r, "anchor")
	})
	t.Run("F-05 an anchor of the same number, and one of another event, do not hold", func(t *testing.T) {
		r, id := open(t)
		anchor, err := r.Anchor()
		desktest.Must(err)
		seq, hash, _ := strings.Cut(anchor, "-")
		desktest.Set(t, r, id, "class=11-Б")
		next, err := r.Anchor()
		desktest.Must(err)
		_, other, _ := strings.Cut(next, "-")
		for _, kept := range []string{seq + "-" + other, seq + "-000000000000", "1-" + hash} {
			if holds, err := r.HoldsAnchor(desktest.Ctx, kept); err != nil || holds {
				t.Errorf("%s holds, %v", kept, err)
			}
		}
	})
	t.Run("F-05 an anchor of an event that nobody vouches for any more does not hold", func(t *testing.T) {
		r, id := open(t)
		anchor, err := r.Anchor()
		desktest.Must(err)
		desktest.Set(t, r, id, "class=11-Б")
		mustClose(t, r)
		seq, _, _ := strings.Cut(anchor, "-")
		flip(t, r.Path(), "event", "mac", "seq = "+seq, "", "last")
		if holds, err := openKeyed(t, r.Path()).HoldsAnchor(desktest.Ctx, anchor); err != nil || holds {
			t.Errorf("it holds %s, %v", anchor, err)
		}
	})
	t.Run("F-05 an anchor that was kept holds as the history goes on", func(t *testing.T) {
		r, id := open(t)
		anchor, err := r.Anchor()
		desktest.Must(err)
		desktest.Set(t, r, id, "class=11-Б")
		if holds, err := r.HoldsAnchor(desktest.Ctx, " "+anchor+" "); err != nil || !holds {
			t.Errorf("it does not hold %s, %v", anchor, err)
		}
		for _, typed := range []string{"", "1", "x-000000000000", anchor + "0"} {
			_, err := r.HoldsAnchor(desktest.Ctx, typed)
			desktest.WantCode(t, typed, err, "anchor.unreadable")
		}
	})
}

// A graduate's key, which the graduate holds, makes nothing that the school believes.
func TestAGraduateForgesNothing(t *testing.T) {
	s := makeSealed(t)
	path := copyIn(t, s.content)
	o := sealedOptions()
	o.Examine = true
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
	desktest.Must(err)
	rev := r.Rev(s.a)
	body, err := vault.Seal(r.Options().Rand, r.KeyOf(s.a), registry.BodyPlace(s.a, rev), []byte(`{"v":1,"graduate":{"id":"`+s.a+`","surname":"Другой"}}`))
	desktest.Must(err)
	mustClose(t, r)
	alter(t, path, "UPDATE graduate SET body = ? WHERE id = ?", body, s.a)
	sum := sha256.Sum256(body)
	alter(t, path, "UPDATE event SET record = ? WHERE graduate = ? AND rev = ?", sum[:], s.a, rev)
	t.Run("KG-012 F-05 the record and its event are named, and not shown", func(t *testing.T) {
		code, ills := verdict(t, path, sealedOptions())
		if code != "" || !slices.Contains(codesOf(ills), "altered") || !slices.Contains(codesOf(ills), "event") {
			t.Errorf("opening says %q, the doctor %v", code, ills)
		}
	})
}
