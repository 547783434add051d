package registrar

import (
	"context"
	"errors"
	"testing"

	"graduand/data"
)

func TestRotationThatFails(t *testing.T) {
	f := withAccesses()
	broken := errors.New("broken off")
	for name, rotate := range map[string]func(*Registrar) error{
		"at its end": func(r *Registrar) error { return r.rotate(ctx, nil, func(*change) error { return broken }) },
		"cancelled at its end": func(r *Registrar) error {
			ctx, cancel := context.WithCancel(ctx)
			return r.rotate(ctx, nil, func(*change) error { cancel(); return ctx.Err() })
		},
		"cancelled before it is stored": func(r *Registrar) error {
			ctx, cancel := context.WithCancel(ctx)
			return r.rotate(ctx, nil, func(*change) error { cancel(); return nil })
		},
		"cancelled before it begins": func(r *Registrar) error {
			ctx, cancel := context.WithCancel(ctx)
			cancel()
			return r.rotate(ctx, nil, func(*change) error { return nil })
		},
	} {
		t.Run("KG-014 "+name, func(t *testing.T) {
			path := copyIn(t, f.content)
			r := openKeyed(t, path)
			before := r.head
			if err := rotate(r); err == nil {
				t.Fatal("it did not fail")
			}
			if !r.keys.school.Equal(testKey) || r.head != before || r.keys.generation() != 1 {
				t.Error("the key has changed")
			}
			// The work goes on at once, and after a restart.
			mustAdd(t, r, "surname=Новая")
			if _, err := r.Change(ctx, f.a, assigns("street=Лесная")); err != nil {
				t.Error(err)
			}
			if all, err := r.issue(ctx, nil); err != nil || all[0].Password != f.passwordA {
				t.Errorf("passwords: %v", err)
			}
			mustBeSound(t, r)
			mustClose(t, r)
			again := openKeyed(t, path)
			mustBeSound(t, again)
			if again.Count() != 5 {
				t.Errorf("%d graduates", again.Count())
			}
		})
	}
}

func TestRotationKeepsEverything(t *testing.T) {
	f := withAccesses()
	path := copyIn(t, f.content)
	r := openKeyed(t, path)
	leavePending(t, r, f.a, FieldChange{"street", "", "Лесная"})
	for range 3 {
		mustRotate(t, r)
		mustAdd(t, r, "surname=Новая", "given_name=А"+string('а'+rune(r.Count())))
	}
	t.Run("KG-014 three changes of the key, and all can be read", func(t *testing.T) {
		if r.keys.generation() != 4 || len(eventsOf(t, r, HistoryFilter{})) < 10 {
			t.Errorf("generation %d", r.keys.generation())
		}
		if all, err := r.issue(ctx, nil); err != nil || all[0].Password != f.passwordA || all[1].Password != f.passwordB {
			t.Errorf("passwords: %v", err)
		}
		_, err := r.Add(ctx, assigns("surname=Двойник", "phone="+phoneA), true)
		wantCode(t, "duplicates are still found", err, "rule.duplicate_phone")
		mustBeSound(t, r)
	})
	t.Run("KG-014 the key before opens the file no more", func(t *testing.T) {
		o := testOptions()
		o.Key = r.keys.school.Clone()
		mustClose(t, r)
		if _, err := Open(ctx, path, SignIn{}, testOptions()); data.CodeOf(err) != "vault.tampered" {
			t.Errorf("got %v", err)
		}
		again, err := Open(ctx, path, SignIn{}, o)
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		if err := again.begin(ctx, 0); err != nil || mustFind(t, again, f.a).Fields["street"] != "Лесная" {
			t.Errorf("what was filled in: %v", err)
		}
		mustBeSound(t, again)
	})
	t.Run("KG-069 a graduate's password goes on opening the form", func(t *testing.T) {
		mustClose(t, mustSignIn(t, path, SignIn{phoneB, f.passwordB}, atNoon()))
	})
}

func TestACommitWhoseAnswerIsLost(t *testing.T) {
	r := mustCreate(t, "zno-2020")
	id := mustAdd(t, r, "surname=Сорока")
	t.Run("F-07 the file says what has become of a change", func(t *testing.T) {
		// Somebody else's hand has moved the file on: as after a lost answer.
		other := &Registrar{db: r.db, options: r.options, who: r.who, keys: r.keys, head: r.head, settings: r.settings,
			index: newIndex(r.Campaign())}
		other.setCampaign(r.file)
		g := mustFind(t, r, id).Clone()
		g.Set(data.FieldClass, "11-А")
		other.index.add(mustFind(t, r, id), 1, r.index.byID[id].key)
		if err := other.replace(ctx, g, EventChanged, eventBody{Changes: []FieldChange{{data.FieldClass, "", "11-А"}}}); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Change(ctx, id, assigns("class=11-Б")); err == nil {
			t.Fatal("a change of a stale revision was stored")
		}
		if got := mustFind(t, r, id); got.Class != "11-А" || r.index.byID[id].rev != 2 {
			t.Errorf("got %s, revision %d", got.Class, r.index.byID[id].rev)
		}
		if _, err := r.Change(ctx, id, assigns("class=11-В")); err != nil {
			t.Error(err)
		}
		mustBeSound(t, r)
	})
}
