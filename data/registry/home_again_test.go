package registry_test

import (
	"path/filepath"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// A graduate goes on at home after the school has taken the first part in.
func TestTakeHomeAgain(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	home := filepath.Join(t.TempDir(), "home.graduand")
	if err := r.Access.TakeHome(desktest.Ctx, f.a, home); err != nil {
		t.Fatal(err)
	}
	takeIn := func(t *testing.T) registrar.Filled {
		t.Helper()
		read, err := r.Access.ReadHome(desktest.Ctx, home)
		if err != nil {
			t.Fatal(err)
		}
		done, err := r.Access.TakeIn(desktest.Ctx, read, nil)
		if err != nil {
			t.Fatal(err)
		}
		return done
	}
	fillAtHome(t, home, registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}, f.a, "house=2", "street=Лесная")
	takeIn(t)
	fillAtHome(t, home, registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}, f.a, "house=5", "street=Горная")
	t.Run("KG-069 the graduate's own earlier value is no conflict", func(t *testing.T) {
		if _, err := r.Table.Change(desktest.Ctx, f.a, desktest.Assigns("street=Школьная")); err != nil {
			t.Fatal(err)
		}
		done := takeIn(t)
		if !slices.Equal(done.Changes, []registrar.FieldChange{{Field: "house", Before: "2", After: "5"}}) {
			t.Errorf("took in %+v", done.Changes)
		}
		if !slices.Equal(done.Refused, []registrar.FieldChange{{Field: "street", Before: "Школьная", After: "Горная"}}) {
			t.Errorf("refused %+v", done.Refused)
		}
		if g := desktest.MustFind(t, r, f.a); g.Fields["house"] != "5" || g.Fields["street"] != "Школьная" {
			t.Errorf("got %+v", g.Fields)
		}
		mustBeSound(t, r)
	})
}

func TestDamagedTakeHome(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	home := filepath.Join(t.TempDir(), "home.graduand")
	if err := r.Access.TakeHome(desktest.Ctx, f.a, home); err != nil {
		t.Fatal(err)
	}
	fillAtHome(t, home, registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}, f.a, "house=2")
	content := desktest.MustRead(t, home)
	for name, spoil := range map[string]func(t *testing.T, path string){
		"what was filled in": func(t *testing.T, path string) { flip(t, path, "pending", "body", "graduate = ?1", f.a, "middle") },
		"whose it is":        func(t *testing.T, path string) { alter(t, path, "UPDATE pending SET graduate = ?", f.b) },
		"a setting that is no JSON": func(t *testing.T, path string) {
			alter(t, path, "UPDATE setting SET body = x'00' WHERE name = 'identity'")
		},
		"a trigger that was planted": func(t *testing.T, path string) {
			plant(t, path, "CREATE TRIGGER x AFTER INSERT ON event BEGIN SELECT 1; END")
		},
	} {
		t.Run("KG-069 "+name, func(t *testing.T) {
			path := copyIn(t, content)
			spoil(t, path)
			if h, err := r.Access.ReadHome(desktest.Ctx, path); h != nil || data.CodeOf(err) != "home.damaged" {
				t.Errorf("got %v", err)
			}
		})
	}
	t.Run("KG-069 untouched it is read", func(t *testing.T) {
		if h, err := r.Access.ReadHome(desktest.Ctx, home); err != nil || len(h.Changes) != 1 {
			t.Errorf("got %+v, %v", h, err)
		}
		mustBeSound(t, r)
	})
}
