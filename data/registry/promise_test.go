package registry_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

func TestErasureThatWasStopped(t *testing.T) {
	f := withAccesses()
	path := copyIn(t, f.content)
	r := openKeyed(t, path)
	kept, err := r.KeepBackup(desktest.Ctx, "test")
	desktest.Must(err)
	traces := tracesOf(t, r, f.a)
	// The program is stopped between the erasure and the sweep.
	desktest.Must(r.Write(desktest.Ctx, registrar.RightErase, nil, func(w *registry.Edit) error {
		return w.Erase([]string{f.a}, registry.EventErasedSome, "просьба семьи", true)
	}))
	mustClose(t, r)
	if n := foundIn(t, traces, filepath.Dir(kept)); n == 0 {
		t.Fatal("there is nothing to sweep")
	}
	t.Run("F-16 it is finished at the next opening", func(t *testing.T) {
		r := openKeyed(t, path)
		if n := foundIn(t, traces, filepath.Dir(path)); n > 0 {
			t.Errorf("%d octet rows are left", n)
		}
		if left, err := filepath.Glob(kept); err != nil || len(left) > 0 {
			t.Errorf("left of the backups: %v, %v", left, err)
		}
		mustBeSound(t, r)
		before := r.Head()
		mustClose(t, r)
		if again := openKeyed(t, path); again.Head() != before {
			t.Error("it is swept again and again")
		}
	})
}

func TestANewPasswordIsANewKey(t *testing.T) {
	f := withAccesses()
	path := copyIn(t, f.content)
	r := openKeyed(t, path)
	desktest.Attach(t, r, f.a, "passport_front", desktest.Picture(t, 3))
	old := r.KeyOf(f.a)
	if err := r.Access.Change(desktest.Ctx, f.a, "украден"); err != nil {
		t.Fatal(err)
	}
	desktest.Set(t, r, f.a, "street=Лесная")
	desktest.Attach(t, r, f.a, "passport_back", desktest.Picture(t, 5))
	t.Run("KG-037 the old password and an old copy read nothing that is written from now on", func(t *testing.T) {
		record, err := r.DB().Graduate(desktest.Ctx, f.a)
		desktest.Must(err)
		if _, err := vault.Open(old, registry.BodyPlace(f.a, record.Rev), record.Body); err == nil {
			t.Error("it opens the record")
		}
		opened := 0
		desktest.Must(r.DB().Events(desktest.Ctx, f.a, func(e sqlite.Event) error {
			if _, err := vault.Open(old, registry.EventPlace(&e), e.Body); err == nil {
				opened++
				if e.Rev > record.Rev-3 {
					t.Errorf("it opens event %d, revision %d of %d", e.Seq, e.Rev, record.Rev)
				}
			}
			return nil
		}))
		if opened != record.Rev-3 {
			t.Errorf("it opens %d events of %d", opened, record.Rev)
		}
	})
	password, err := issueOf(r, []string{f.a})
	desktest.Must(err)
	mustBeSound(t, r)
	mustRotate(t, r)
	key := r.SchoolKey().Clone()
	reads := func(t *testing.T, r *registrar.Registrar) {
		t.Helper()
		for field, seed := range map[string]byte{"passport_front": 3, "passport_back": 5} {
			if got, err := r.Form.Attachment(desktest.Ctx, f.a, field); err != nil || !bytes.Equal(got, desktest.Picture(t, seed)) {
				t.Errorf("%s: %v", field, err)
			}
		}
	}
	t.Run("KG-037 the photos of before stay readable for the school and the graduate", func(t *testing.T) {
		reads(t, r)
		mustBeSound(t, r)
		mustClose(t, r)
		own := mustSignIn(t, path, registrar.SignIn{Phone: desktest.PhoneA, Password: password[0].Password}, atNoon())
		reads(t, own)
		desktest.Set(t, own, f.a, "house=7")
		mustClose(t, own)
	})
	t.Run("KG-069 and what is filled in with the new one is taken over", func(t *testing.T) {
		o := desktest.Options()
		o.Key = key
		school, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
		if err != nil {
			t.Fatal(err)
		}
		defer school.Close()
		if g := desktest.MustFind(t, school, f.a); g.Fields["house"] != "7" {
			t.Errorf("got %v", g.Fields)
		}
		mustBeSound(t, school)
	})
}

func TestEveryNewPasswordChangesTheKey(t *testing.T) {
	path := copyIn(t, staffed().content)
	r := mustSignIn(t, path, headIn, atNoon())
	id := func(phone string) string { return idOf(t, r, phone) }
	for _, c := range []struct {
		name string
		do   func() error
	}{
		{"the own password", func() error { return r.ChangePassword(desktest.Ctx, headIn.Password, freshPassword) }},
		{"another's", func() error {
			return r.ReplaceAccount(desktest.Ctx, id(readerIn.Phone), registrar.Account{}, freshPassword)
		}},
		{"who is removed", func() error { return r.RemoveAccount(desktest.Ctx, id(newcomerIn.Phone)) }},
		{"a new paper", func() error { return second(r.NewPaperCode(desktest.Ctx)) }},
	} {
		t.Run("KG-014 "+c.name, func(t *testing.T) {
			before := r.SchoolKey().Clone()
			if err := c.do(); err != nil {
				t.Fatal(err)
			}
			if r.SchoolKey().Equal(before) {
				t.Error("the school key stayed")
			}
			mustBeSound(t, r)
		})
	}
	mustClose(t, r)
	t.Run("KG-014 who stays follows them all", func(t *testing.T) {
		mustClose(t, mustSignIn(t, path, responsibleIn, atNoon()))
	})
}

func TestAChangeIsTakenOverOnce(t *testing.T) {
	f := withAccesses()
	path := copyIn(t, f.content)
	r := openKeyed(t, path)
	leavePending(t, r, f.a, registrar.FieldChange{Field: "street", Before: "", After: "Лесная"})
	mustClose(t, r)
	before := desktest.MustRead(t, path)
	r = openKeyed(t, path)
	desktest.Set(t, r, f.a, "street=")
	mustClose(t, r)
	putBack(t, path, before, "pending")
	t.Run("KG-069 a change put back into the file is not applied again", func(t *testing.T) {
		r := openKeyed(t, path)
		if g := desktest.MustFind(t, r, f.a); g.Fields["street"] != "" {
			t.Errorf("got %v", g.Fields)
		}
		if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventFilled}); len(events) != 1 {
			t.Errorf("history %+v", events)
		}
		if left, err := r.DB().PendingSizes(desktest.Ctx); err != nil || len(left) > 0 {
			t.Errorf("left pending: %v, %v", left, err)
		}
		mustBeSound(t, r)
	})
}

func TestHistoryShowsWhatIsSpoilt(t *testing.T) {
	s := makeSealed(t)
	for name, spoil := range map[string]func(path string){
		"its body":          func(path string) { flip(t, path, "event", "body", "kind = 'school.changed'", "", "last") },
		"its authenticator": func(path string) { flip(t, path, "event", "mac", "kind = 'school.changed'", "", "last") },
		"its time":          func(path string) { alter(t, path, "UPDATE event SET at = 'вчера' WHERE kind = 'school.changed'") },
	} {
		t.Run("F-05 "+name, func(t *testing.T) {
			path := copyIn(t, s.content)
			spoil(path)
			r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, sealedOptions())
			desktest.Must(err)
			defer r.Close()
			events := desktest.EventsOf(t, r, registrar.HistoryFilter{})
			unreadable := slices.DeleteFunc(slices.Clone(events), func(e registrar.Event) bool { return !e.Unreadable })
			if len(unreadable) != 1 || unreadable[0].Kind != registry.EventSchool || unreadable[0].By != "" || len(events) < 8 {
				t.Errorf("history %+v", events)
			}
			if r.School().Name != "Новый лицей" {
				t.Errorf("the school is %+v", r.School())
			}
		})
	}
}
