package registry_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// takenHome is a registry with the take-home file of graduate a in it.
func takenHome(t testing.TB) (r *registrar.Registrar, f accessFixture, home string) {
	t.Helper()
	f = withAccesses()
	r = openKeyed(t, copyIn(t, f.content))
	home = filepath.Join(t.TempDir(), "home.graduand")
	desktest.Must(r.Access.TakeHome(desktest.Ctx, f.a, home))
	return r, f, home
}

// atHome writes into a take-home file past every check.
func atHome(t testing.TB, home string, write func(db *sqlite.DB)) {
	t.Helper()
	db, err := sqlite.Open(desktest.Ctx, home)
	desktest.Must(err)
	write(db)
	desktest.Must(db.Close())
}

// leaveAtHome leaves changes in a take-home file, sealed by the graduate's own key.
func leaveAtHome(t testing.TB, r *registrar.Registrar, db *sqlite.DB, id string, changes ...registrar.FieldChange) {
	t.Helper()
	plain, err := registry.Marshal("pending change", registry.PendingBody{At: desktest.Noon, Changes: changes})
	desktest.Must(err)
	p := sqlite.Pending{Graduate: id}
	p.ID, err = registry.LongID(r.Options().Rand)
	desktest.Must(err)
	p.Body, err = vault.Seal(r.Options().Rand, r.KeyOf(id), registry.PendingPlace(id, p.ID), plain)
	desktest.Must(err)
	desktest.Must(db.Update(desktest.Ctx, func(tx *sqlite.Tx) error { return tx.AddPending(p) }))
}

// filesOf are the ids of all attachments of a registry.
func filesOf(t testing.TB, r *registrar.Registrar) (ids []string) {
	t.Helper()
	desktest.Must(r.DB().AttachmentNames(desktest.Ctx, "", func(_, id string) error { ids = append(ids, id); return nil }))
	return ids
}

func takeIn(t testing.TB, r *registrar.Registrar, home string, anyway ...string) registrar.Filled {
	t.Helper()
	read, err := r.Access.ReadHome(desktest.Ctx, home)
	desktest.Must(err)
	done, err := r.Access.TakeIn(desktest.Ctx, read, anyway)
	desktest.Must(err)
	return done
}

func TestLetter_H01_FileForAnotherGraduate(t *testing.T) {
	r, f, home := takenHome(t)
	atHome(t, home, func(db *sqlite.DB) { leaveAtHome(t, r, db, f.a, change("house", "2")) })
	alter(t, home, "INSERT INTO attachment (id, graduate, body) VALUES (?, ?, x'00')", "aa11", f.b)
	_, err := r.Access.ReadHome(desktest.Ctx, home)
	desktest.WantCode(t, "read", err, "home.damaged")
	if ids := filesOf(t, r); len(ids) > 0 {
		t.Errorf("came in: %v", ids)
	}
	_, err = r.Backup(desktest.Ctx, filepath.Join(t.TempDir(), "x"+registrar.ExtensionBackup))
	desktest.Must(err)
}

func TestLetter_H02_FieldsOfTheSchoolThoughTheyAreTicked(t *testing.T) {
	r, f, home := takenHome(t)
	atHome(t, home, func(db *sqlite.DB) {
		leaveAtHome(t, r, db, f.a, change("house", "2"), change(data.FieldClass, "11-Я"), change(finished, forgedFact))
	})
	if done := takeIn(t, r, home, data.FieldClass, finished, "house"); len(done.Changes) != 1 || len(done.Refused) != 2 {
		t.Errorf("took in %+v", done)
	}
	desktest.Sound(t, r)
}

func TestLetter_H03_OnlyNamedPicturesComeIn(t *testing.T) {
	r, f, home := takenHome(t)
	var named, rubbish, program string
	atHome(t, home, func(db *sqlite.DB) {
		named = sealFile(t, r, db, f.a, "", desktest.Picture(t, 3))
		rubbish = sealFile(t, r, db, f.a, "", make([]byte, 1<<20))
		program = sealFile(t, r, db, f.a, "", []byte("MZ\x90\x00 this is a program"))
		leaveAtHome(t, r, db, f.a, change("house", "2"), change("face_photo", named), change("passport_front", program))
	})
	done := takeIn(t, r, home)
	if len(done.Changes) != 2 || len(done.Refused) != 1 || done.Refused[0].Field != "passport_front" {
		t.Errorf("took in %+v", done)
	}
	if ids := filesOf(t, r); !slices.Equal(ids, []string{named}) || rubbish == named {
		t.Errorf("came in: %v, not %s alone", ids, named)
	}
	t.Run("what is refused does not come in though it is a picture", func(t *testing.T) {
		var other string
		atHome(t, home, func(db *sqlite.DB) {
			other = sealFile(t, r, db, f.a, "", desktest.Picture(t, 5))
			leaveAtHome(t, r, db, f.a, registrar.FieldChange{Field: "passport_back", Before: "x", After: other})
		})
		if takeIn(t, r, home); slices.Contains(filesOf(t, r), other) {
			t.Error("it came in")
		}
		if takeIn(t, r, home, "passport_back"); !slices.Contains(filesOf(t, r), other) {
			t.Error("ticked, it did not come in")
		}
	})
	desktest.Sound(t, r)
}

func TestLetter_H06_OldFileAgain(t *testing.T) {
	r, f, home := takenHome(t)
	atHome(t, home, func(db *sqlite.DB) { leaveAtHome(t, r, db, f.a, change("house", "2")) })
	takeIn(t, r, home)
	desktest.Set(t, r, f.a, "house=")
	if done := takeIn(t, r, home); len(done.Changes) > 0 || len(done.Refused) != 1 {
		t.Errorf("took in %+v", done)
	}
	if g := desktest.MustFind(t, r, f.a); g.Get("house") != "" {
		t.Errorf("the house is %q again", g.Get("house"))
	}
	if done := takeIn(t, r, home, "house"); len(done.Changes) != 1 {
		t.Errorf("ticked: %+v", done)
	}
	desktest.Sound(t, r)
}

func TestLetter_H08_BoundsOfATakeHomeFile(t *testing.T) {
	r, f, home := takenHome(t)
	clean := desktest.MustRead(t, home)
	for name, write := range map[string]func(db *sqlite.DB){
		"octets": func(db *sqlite.DB) {
			desktest.Must(db.Update(desktest.Ctx, func(tx *sqlite.Tx) error {
				return tx.AddPending(sqlite.Pending{Graduate: f.a, ID: "x", Body: make([]byte, registry.MostOctets+1)})
			}))
		},
		"rows": func(db *sqlite.DB) {
			desktest.Must(db.Update(desktest.Ctx, func(tx *sqlite.Tx) (err error) {
				for i := range registry.MostRows + 1 {
					err = errors.Join(err, tx.AddPending(sqlite.Pending{Graduate: f.a, ID: string(rune('a' + i)), Body: []byte("x")}))
				}
				return err
			}))
		},
	} {
		path := copyIn(t, clean)
		atHome(t, path, write)
		_, err := r.Access.ReadHome(desktest.Ctx, path)
		desktest.WantCode(t, name, err, "home.too_large")
	}
	t.Run("the file itself, before it is opened", func(t *testing.T) {
		path := copyIn(t, clean)
		alter(t, path, "INSERT INTO attachment (id, graduate, body) VALUES ('a', ?, zeroblob(600000000))", f.a)
		_, err := r.Access.ReadHome(desktest.Ctx, path)
		desktest.WantCode(t, "read", err, "home.too_large")
	})
	t.Run("what it names, before it is read", func(t *testing.T) {
		path := copyIn(t, clean)
		file := "00112233445566778899aabbccddeeff"
		atHome(t, path, func(db *sqlite.DB) { leaveAtHome(t, r, db, f.a, change("face_photo", file)) })
		alter(t, path, "INSERT INTO attachment (id, graduate, body) VALUES (?, ?, zeroblob(140000000))", file, f.a)
		_, err := r.Access.ReadHome(desktest.Ctx, path)
		desktest.WantCode(t, "read", err, "home.too_large")
	})
	t.Run("it can be cancelled", func(t *testing.T) {
		path := copyIn(t, clean)
		atHome(t, path, func(db *sqlite.DB) {
			for range 20 {
				leaveAtHome(t, r, db, f.a, change("house", "2"), change("street", "Лесная"))
			}
		})
		for left := range 400 {
			_, err := r.Access.ReadHome(&countdown{Context: desktest.Ctx, left: left}, path)
			if err == nil {
				return
			}
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("cancelled at %d: %v", left, err)
			}
		}
		t.Error("never done")
	})
}

// KG-020, KG-069: what a graduate attaches at home that the school has answered for before, and taken
// out, is attached, and is asked about anew when it is taken in.
func TestLetter_AFileOfBeforeIsAttachedAtHome(t *testing.T) {
	f := withAccesses()
	home := filepath.Join(t.TempDir(), "home.graduand")
	r := openKeyed(t, copyIn(t, f.content))
	portrait := desktest.GoodPortrait()
	desktest.Attach(t, r, f.a, "face_photo", portrait)
	file := desktest.MustFind(t, r, f.a).Get("face_photo")
	desktest.Must(r.Photo.Confirm(desktest.Ctx, f.a, "face_photo", "this_person", true))
	desktest.Must(r.Form.Detach(desktest.Ctx, f.a, "face_photo"))
	desktest.Must(r.Access.TakeHome(desktest.Ctx, f.a, home))
	own := mustSignIn(t, home, registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}, atNoon())
	desktest.Attach(t, own, f.a, "face_photo", portrait)
	mustClose(t, own)
	if done := takeIn(t, r, home); len(done.Refused) > 0 {
		t.Fatalf("took in %+v", done)
	}
	if g := desktest.MustFind(t, r, f.a); g.Get("face_photo") != file || len(g.Pictures[file].Confirmed) != 0 {
		t.Errorf("%q stands there, with %+v", g.Get("face_photo"), g.Pictures[file].Confirmed)
	}
	desktest.Sound(t, r)
}
