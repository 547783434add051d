package attack_test

import (
	"fmt"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/vault"
)

// stolen is a school after the password of a was stolen and replaced, with the copy from
// before: what was filled in since then is secret.
func stolen(t *testing.T, s school) (path string, before []byte, present string) {
	t.Helper()
	path = copyIn(t, s.now)
	r := enter(t, path)
	desktest.Must(r.Access.Change(desktest.Ctx, s.a, "украден"))
	present = passwordOf(r, s.a)
	desktest.Set(t, r, s.a, "street=Секретная")
	desktest.Attach(t, r, s.a, "passport_front", desktest.Picture(t, 11))
	desktest.Must(r.Close())
	return path, s.now, present
}

// opensNothing wants that the password that a had in the copy of before opens a registry no
// more, neither by itself nor by its slot put back, and that its key reads nothing written since.
func opensNothing(t *testing.T, s school, path, ids string) {
	t.Helper()
	old, content := registrar.SignIn{Phone: desktest.PhoneA, Password: s.passwordA}, desktest.MustRead(t, path)
	refused(t, path, old, byPassword(), "vault.wrong")
	try(t, ids+" the old slot put back opens nothing", func(t *testing.T) {
		path := copyIn(t, content)
		i := intrude(t, path)
		i.beside(s.now)
		i.run("INSERT OR REPLACE INTO access SELECT * FROM old.access WHERE graduate = ?", s.a)
		i.leave()
		refused(t, path, old, byPassword(), "vault.wrong")
		named(t, path, "altered_access")
		healed(t, path)
	})
	try(t, ids+" the old key reads nothing that was written since then", func(t *testing.T) {
		i := intrude(t, copyIn(t, content))
		defer i.leave()
		rev := read[int](i, "SELECT rev FROM graduate WHERE id = ?", s.a)
		if _, err := vault.Open(s.keyA, bodyPlace(s.a, rev), read[[]byte](i, "SELECT body FROM graduate WHERE id = ?", s.a)); err == nil {
			t.Error("the body opens")
		}
	})
}

func TestReplacedPassword(t *testing.T) {
	s := theSchool()
	path, before, _ := stolen(t, s)
	content := desktest.MustRead(t, path)
	opensNothing(t, s, path, "G08 G09 KG-037")
	try(t, "G08 nor vouched for by a record of the old key", func(t *testing.T) {
		path := copyIn(t, content)
		i := intrude(t, path)
		i.beside(before)
		i.run("UPDATE access SET (tag, slot) = (SELECT o.tag, o.slot FROM old.access o WHERE o.graduate = access.graduate) WHERE graduate = ?", s.a)
		i.run("UPDATE graduate SET (rev, generation, wrapped, body, trust) = (SELECT o.rev, o.generation, o.wrapped, o.body, o.trust FROM old.graduate o WHERE o.id = graduate.id) WHERE id = ?", s.a)
		i.rewrite(s.a, s.keyA, func(map[string]any) {}, `{"by":"Бакиева Айгуль"}`)
		i.leave()
		refused(t, path, registrar.SignIn{}, desktest.Options(), "vault.tampered")
		named(t, path, "planted")
		healed(t, path)
	})
	try(t, "G09 KG-037 the old password and an old copy read no scan that was attached since then", func(t *testing.T) {
		i := intrude(t, copyIn(t, content))
		defer i.leave()
		id := read[string](i, "SELECT id FROM attachment WHERE generation = 2")
		if _, err := vault.Open(s.keyA, attachmentPlace(s.a, id), read[[]byte](i, "SELECT body FROM attachment WHERE generation = 2")); err == nil {
			t.Error("the new scan opens")
		}
		// The photo of before was readable with the old copy, and stays so.
		if _, err := vault.Open(s.keyA, attachmentPlace(s.a, s.photo), read[[]byte](i, "SELECT body FROM attachment WHERE generation = 1")); err != nil {
			t.Errorf("the old photo: %v", err)
		}
	})
}

// An access that was removed leaves no way in.
func TestRemovedAccess(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	r := enter(t, path)
	desktest.Must(r.Access.Remove(desktest.Ctx, []string{s.a}, registrar.DoorOwn, "створено помилково"))
	desktest.Set(t, r, s.a, "street=Секретная")
	desktest.Must(r.Close())
	opensNothing(t, s, path, "KG-034")
	try(t, "KG-034 nor does its sealed password stand for one that was made since", func(t *testing.T) {
		r := enter(t, path)
		if made, err := r.Access.Create(desktest.Ctx, []string{s.a}, nil); made != 1 || err != nil {
			t.Fatal(made, err)
		}
		desktest.Must(r.Close())
		i := intrude(t, path)
		i.beside(s.now)
		i.run("UPDATE access SET secret = (SELECT o.secret FROM old.access o WHERE o.graduate = access.graduate) WHERE graduate = ?", s.a)
		i.leave()
		r = enter(t, path)
		defer r.Close()
		if err := r.Access.SaveWorkbook(desktest.Ctx, path+".xlsx", []string{s.a}); err == nil {
			t.Error("a slip would say the password of before")
		}
	})
}

func TestKeyOfBefore(t *testing.T) {
	s := theSchool()
	path, _, present := stolen(t, s)
	content := desktest.MustRead(t, path)
	try(t, "G28 what was left with the replaced password is not taken over", func(t *testing.T) {
		path := copyIn(t, content)
		i := intrude(t, path)
		i.pend(s.a, s.keyA, "p1", data.FieldSurname, "Асанова", "Чужая")
		i.leave()
		unreadable(t, path, s.a)
	})
	try(t, "G09 the present password reads the photo of before", func(t *testing.T) {
		r, err := registrar.Open(desktest.Ctx, copyIn(t, content), registrar.SignIn{Phone: desktest.PhoneA, Password: present}, byPassword())
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if _, err := r.Form.Attachment(desktest.Ctx, s.a, "face_photo"); err != nil {
			t.Error(err)
		}
	})
	try(t, "G29 an earlier key that is spoilt is named with what it sealed", func(t *testing.T) {
		path := copyIn(t, content)
		i := intrude(t, path)
		i.run("DELETE FROM former_key")
		i.leave()
		named(t, path, "event")
		named(t, path, "attachment")
	})
}

// pend leaves a change of one field with a graduate's key.
func (i *intruder) pend(graduate string, key *vault.Key, id, field, before, after string) {
	i.t.Helper()
	plain := fmt.Sprintf(`{"at":"2020-02-10T12:00:00Z","changes":[{"field":%q,"before":%q,"after":%q}]}`, field, before, after)
	i.run("INSERT INTO pending (graduate, id, body) VALUES (?, ?, ?)", graduate, id, i.seal(key, pendingPlace(graduate, id), []byte(plain)))
}

// unreadable wants a pending change that is named, taken over by nobody, and in the way
// of nothing.
func unreadable(t *testing.T, path, graduate string) {
	t.Helper()
	r := enter(t, path)
	before := desktest.MustFind(t, r, graduate)
	if before.Surname == "Чужая" {
		t.Error("it was taken over")
	}
	if ills, err := r.Backup(desktest.Ctx, path+"-copy.graduand-backup"); err != nil || !slices.Contains(codesOf(ills), "pending") {
		t.Errorf("backup: %v, %v", ills, err)
	}
	if _, err := r.Season.Close(desktest.Ctx); err != nil {
		t.Errorf("close: %v", err)
	}
	desktest.Must(r.Season.Reopen(desktest.Ctx))
	desktest.Must(r.Close())
	named(t, path, "pending")
	healed(t, path)
}

func TestPictureExchanged(t *testing.T) {
	s := theSchool()
	for what, content := range map[string][]byte{
		"G10 another picture":  desktest.Picture(t, 99),
		"G11 a program, «MZ…»": []byte("MZ\x90\x00 this is no picture"),
	} {
		try(t, what+" under the id of the photo that the school has seen", func(t *testing.T) {
			path := copyIn(t, s.now)
			i := intrude(t, path)
			i.run("UPDATE attachment SET body = ? WHERE id = ?", i.seal(s.keyA, attachmentPlace(s.a, s.photo), content), s.photo)
			i.leave()
			r := enter(t, path)
			_, err := r.Form.Attachment(desktest.Ctx, s.a, "face_photo")
			desktest.WantCode(t, "show it", err, "vault.tampered")
			desktest.WantCode(t, "save it", r.Form.SaveAttachment(desktest.Ctx, s.a, "face_photo", path+".jpg"), "vault.tampered")
			desktest.Must(r.Close())
			named(t, path, "attachment")
		})
	}
}

func TestStrangersPending(t *testing.T) {
	s := theSchool()
	try(t, "G24 a change for another graduate, sealed by the own key", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.pend(s.b, s.keyA, "p1", data.FieldSurname, "Бекова", "Чужая")
		i.leave()
		unreadable(t, path, s.b)
	})
	try(t, "G25 a change that nothing opens stops no backup and no closing, and can be set aside", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run("INSERT INTO pending (graduate, id, body) VALUES (?, 'p1', x'00ff')", s.a)
		i.leave()
		unreadable(t, path, s.a)
	})
	try(t, "G25b a change of nobody", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.pend("0123456789", s.keyA, "p1", data.FieldSurname, "", "Чужая")
		i.leave()
		named(t, path, "pending")
		healed(t, path)
	})
}

func TestOwnSlots(t *testing.T) {
	s := theSchool()
	phone, password := "+996555777777", s.passwordB // any that is well formed
	// slot is one of own making: who signs in with it is to be the graduate id.
	slot := func(i *intruder, id string) vault.GraduateSlot {
		c := i.credential(phone, password)
		made, err := vault.NewGraduateSlot(desktest.Options().Rand, c, vault.GraduateContent{ID: id, Key: s.keyA})
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	for _, c := range []struct{ what, says, row, code string }{
		{"G26 KG-012 a slot of own making that says «I am b»", s.b, s.a, "vault.tampered"},
		{"G26 the same in the row of b", s.b, s.b, "vault.tampered"},
		{"G27 a second slot of own making for the own form", s.a, s.a, "vault.wrong"},
	} {
		try(t, c.what, func(t *testing.T) {
			path := copyIn(t, s.now)
			i := intrude(t, path)
			made := slot(i, c.says)
			i.run("UPDATE access SET tag = ?, slot = ? WHERE graduate = ?", made.Tag[:], made.Sealed, c.row)
			i.leave()
			refused(t, path, registrar.SignIn{Phone: phone, Password: password}, byPassword(), c.code)
			named(t, path, "altered_access")
			healed(t, path)
		})
	}
}
