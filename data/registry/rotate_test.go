package registry_test

import (
	"context"
	"errors"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

func TestRotationThatFails(t *testing.T) {
	f := withAccesses()
	broken := errors.New("broken off")
	for name, rotate := range map[string]func(*registrar.Registrar) error{
		"at its end": func(r *registrar.Registrar) error {
			return r.Rotate(desktest.Ctx, nil, func(*registry.Change) error { return broken })
		},
		"cancelled at its end": func(r *registrar.Registrar) error {
			ctx, cancel := context.WithCancel(desktest.Ctx)
			return r.Rotate(ctx, nil, func(*registry.Change) error { cancel(); return ctx.Err() })
		},
		"cancelled before it is stored": func(r *registrar.Registrar) error {
			ctx, cancel := context.WithCancel(desktest.Ctx)
			return r.Rotate(ctx, nil, func(*registry.Change) error { cancel(); return nil })
		},
		"cancelled before it begins": func(r *registrar.Registrar) error {
			ctx, cancel := context.WithCancel(desktest.Ctx)
			cancel()
			return r.Rotate(ctx, nil, func(*registry.Change) error { return nil })
		},
	} {
		t.Run("KG-014 "+name, func(t *testing.T) {
			path := copyIn(t, f.content)
			r := openKeyed(t, path)
			before := r.Head()
			if err := rotate(r); err == nil {
				t.Fatal("it did not fail")
			}
			if !r.SchoolKey().Equal(desktest.Key) || r.Head() != before || r.Generation() != 1 {
				t.Error("the key has changed")
			}
			// The work goes on at once, and after a restart.
			desktest.MustAdd(t, r, "surname=Новая")
			if _, err := r.Table.Change(desktest.Ctx, f.a, desktest.Assigns("street=Лесная")); err != nil {
				t.Error(err)
			}
			if all, err := issueOf(r, nil); err != nil || all[0].Password != f.passwordA {
				t.Errorf("passwords: %v", err)
			}
			mustBeSound(t, r)
			mustClose(t, r)
			again := openKeyed(t, path)
			mustBeSound(t, again)
			if again.Table.Count() != 5 {
				t.Errorf("%d graduates", again.Table.Count())
			}
		})
	}
}

func TestRotationKeepsEverything(t *testing.T) {
	f := withAccesses()
	path := copyIn(t, f.content)
	r := openKeyed(t, path)
	leavePending(t, r, f.a, registrar.FieldChange{Field: "street", Before: "", After: "Лесная"})
	for range 3 {
		mustRotate(t, r)
		desktest.MustAdd(t, r, "surname=Новая", "given_name=А"+string('а'+rune(r.Table.Count())))
	}
	t.Run("KG-014 three changes of the key, and all can be read", func(t *testing.T) {
		if r.Generation() != 4 || len(desktest.EventsOf(t, r, registrar.HistoryFilter{})) < 10 {
			t.Errorf("generation %d", r.Generation())
		}
		if all, err := issueOf(r, nil); err != nil || all[0].Password != f.passwordA || all[1].Password != f.passwordB {
			t.Errorf("passwords: %v", err)
		}
		_, err := r.Table.Add(desktest.Ctx, desktest.Assigns("surname=Двойник", "phone="+desktest.PhoneA), true)
		desktest.WantCode(t, "duplicates are still found", err, "rule.duplicate_phone")
		mustBeSound(t, r)
	})
	t.Run("KG-014 the key before opens the file no more", func(t *testing.T) {
		o := desktest.Options()
		o.Key = r.SchoolKey().Clone()
		mustClose(t, r)
		if _, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options()); data.CodeOf(err) != "vault.tampered" {
			t.Errorf("got %v", err)
		}
		again, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		if err := again.Begin(desktest.Ctx, 0); err != nil || desktest.MustFind(t, again, f.a).Fields["street"] != "Лесная" {
			t.Errorf("what was filled in: %v", err)
		}
		mustBeSound(t, again)
	})
	t.Run("KG-069 a graduate's password goes on opening the form", func(t *testing.T) {
		mustClose(t, mustSignIn(t, path, registrar.SignIn{Phone: desktest.PhoneB, Password: f.passwordB}, atNoon()))
	})
}

func TestALogThatCannotBeEmptied(t *testing.T) {
	path := copyIn(t, withAccesses().content)
	r := openKeyed(t, path)
	before := r.SchoolKey().Clone()
	err := r.Rotate(desktest.Ctx, nil, func(*registry.Change) error { return r.LoseDisk() })
	o := desktest.Options()
	o.Key = r.SchoolKey().Clone()
	t.Run("KG-014 the change of the key is made nevertheless, and the log is owed", func(t *testing.T) {
		if err != nil || o.Key.Equal(before) || !r.LogToForget() {
			t.Errorf("%v, owed %v", err, r.LogToForget())
		}
	})
	_ = r.Close() // the file went from under it
	t.Run("F-07 the new key opens the file, and what is owed is done", func(t *testing.T) {
		again, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		mustBeSound(t, again)
		mustRotate(t, again)
		if again.LogToForget() {
			t.Error("still owed")
		}
	})
}

func TestACommitWhoseAnswerIsLost(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока")
	t.Run("F-07 the file says what has become of a change", func(t *testing.T) {
		// Somebody else's hand has moved the file on: as after a lost answer.
		g := desktest.MustFind(t, r, id).Clone()
		g.Set(data.FieldClass, "11-А")
		changes := []registrar.FieldChange{{Field: data.FieldClass, Before: "", After: "11-А"}}
		if err := r.Elsewhere(desktest.Ctx, g, registry.EventChanged, registry.EventBody{Changes: changes}); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("class=11-Б")); err == nil {
			t.Fatal("a change of a stale revision was stored")
		}
		if got := desktest.MustFind(t, r, id); got.Class != "11-А" || r.Rev(id) != 2 {
			t.Errorf("got %s, revision %d", got.Class, r.Rev(id))
		}
		if _, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("class=11-В")); err != nil {
			t.Error(err)
		}
		mustBeSound(t, r)
	})
}
