package attack_test

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/vault"
)

// The rows G1 to G11 and G24 to G27: who may write in the file and has a graduate's
// password, and with it the key of the own record.

func TestOwnKeyOpensNothingElse(t *testing.T) {
	s := theSchool()
	i := intrude(t, copyIn(t, s.now))
	defer i.leave()
	t.Run("G01 KG-012 the own key opens no blob of anybody else", func(t *testing.T) {
		tried := 0
		for _, b := range foreignBlobs(i, s.a) {
			for _, place := range b.places {
				tried++
				if _, err := vault.Open(s.keyA, place, b.sealed); err == nil {
					t.Errorf("%s opens", place)
				}
			}
		}
		if tried < 20 {
			t.Errorf("only %d were tried", tried)
		}
	})
}

// blob is something sealed, with the places at which it may be tried.
type blob struct {
	sealed []byte
	places []vault.Place
}

// foreignBlobs is everything sealed in the file that is not of a graduate's record.
func foreignBlobs(i *intruder, own string) (all []blob) {
	type stored struct {
		id     string
		rev    int
		sealed []byte
	}
	add := func(query string, place func(id string, rev int) []vault.Place) {
		rows, err := i.db.Query(query, sql.Named("own", own))
		if err != nil {
			i.t.Fatal(err)
		}
		var found []stored
		for rows.Next() {
			var b stored
			if err := rows.Scan(&b.id, &b.rev, &b.sealed); err != nil {
				i.t.Fatal(err)
			}
			found = append(found, b)
		}
		rows.Close()
		for _, b := range found {
			all = append(all, blob{b.sealed, place(b.id, b.rev)})
		}
	}
	add("SELECT id, rev, body FROM graduate WHERE id <> @own", func(id string, rev int) []vault.Place {
		return []vault.Place{bodyPlace(id, rev), bodyPlace(own, rev)}
	})
	add("SELECT id, 0, wrapped FROM graduate", func(id string, _ int) []vault.Place {
		return []vault.Place{{Table: "graduate", Field: "key", ID: id}}
	})
	add("SELECT id, 0, trust FROM graduate WHERE id <> @own", func(id string, _ int) []vault.Place {
		return []vault.Place{trustPlace(id), trustPlace(own)}
	})
	add("SELECT '', generation, wrapped FROM event_key", func(_ string, generation int) []vault.Place {
		return []vault.Place{{Table: "event_key", Field: "vouched", Rev: generation}}
	})
	add("SELECT graduate, 1, secret FROM access", func(id string, version int) []vault.Place {
		return []vault.Place{{Table: "access", Field: "graduate", ID: id, Rev: version}}
	})
	add("SELECT kind, seq, body FROM event WHERE graduate <> @own", func(kind string, seq int) []vault.Place {
		e := event{seq: int64(seq), kind: kind, at: read[string](i, "SELECT at FROM event WHERE seq = ?", seq)}
		return []vault.Place{eventPlace(e, nil)}
	})
	return all
}

// forgeries are what a graduate would like to have written in the head's name.
var forgeries = []struct {
	id, what string
	change   func(record map[string]any)
}{
	{"G02", "another class", func(r map[string]any) { r["class"] = "11-Я" }},
	{"G03", "the centre's verdict of a receipt, from rejected to accepted", func(r map[string]any) { verdictOf(r)["kind"] = "accepted" }},
	{"G04", "the facts entered, confirmed and called", func(r map[string]any) {
		registration(r)["facts"] = []any{fact("entered"), fact("confirmed"), fact("called")}
	}},
	{"G05", "category and mode", func(r map[string]any) { r["category"], r["mode"] = "past_years", "remote" }},
	{"G06", "the own login", func(r map[string]any) { r["phone"] = "+996555999999" }},
	{"G07", "the removal taken back", func(r map[string]any) { delete(r, "removed") }},
	{"G07b", "the own removal", func(r map[string]any) { r["removed"] = fact("removed") }},
}

func registration(record map[string]any) map[string]any {
	return record["registrations"].([]any)[0].(map[string]any)
}

func verdictOf(record map[string]any) map[string]any {
	return registration(record)["payments"].([]any)[0].(map[string]any)["verdict"].(map[string]any)
}

func fact(kind string) map[string]any {
	return map[string]any{"kind": kind, "on": "2020-02-10", "by": "Бакиева Айгуль"}
}

func TestOwnRecordForged(t *testing.T) {
	s := theSchool()
	for _, f := range forgeries {
		t.Run(f.id+" "+f.what+", as a next event in the head's name", func(t *testing.T) {
			path := copyIn(t, s.now)
			i := intrude(t, path)
			i.rewrite(s.a, s.keyA, f.change, `{"by":"Бакиева Айгуль"}`)
			i.leave()
			refused(t, path, registrar.SignIn{}, desktest.Options(), "vault.tampered")
			named(t, path, "planted")
			healed(t, path)
		})
		t.Run(f.id+" "+f.what+", in the place of the last own event", func(t *testing.T) {
			path := copyIn(t, s.now)
			i := intrude(t, path)
			i.exchange(s.a, s.keyA, f.change)
			i.leave()
			mustBeIll(t, path, s.a, "altered", "event")
		})
	}
}

// exchange seals an altered record as its present revision, and writes the last own event
// anew.
func (i *intruder) exchange(id string, key *vault.Key, change func(map[string]any)) {
	i.t.Helper()
	rev, record := i.recordOf(id, key)
	change(record["graduate"].(map[string]any))
	plain, err := json.Marshal(record)
	if err != nil {
		i.t.Fatal(err)
	}
	sealed := i.seal(key, bodyPlace(id, rev), plain)
	i.run("UPDATE graduate SET body = ? WHERE id = ?", sealed, id)
	e := event{seq: read[int64](i, "SELECT max(seq) FROM event WHERE graduate = ?", id), kind: "graduate.changed", graduate: id, rev: rev, generation: 1, record: hashOf(sealed)}
	e.at = read[string](i, "SELECT at FROM event WHERE seq = ?", e.seq)
	i.put(e, key, `{"by":"Бакиева Айгуль"}`)
}

// mustBeIll wants these ills at the sign-in, the graduate out of sight, and the doctor and
// the setting aside to know them.
func mustBeIll(t *testing.T, path, id string, codes ...string) {
	t.Helper()
	r := enter(t, path)
	ills, err := r.Ills(desktest.Ctx)
	for _, code := range codes {
		if err != nil || !slices.Contains(codesOf(ills), code) {
			t.Errorf("at the sign-in %v, %v; want %s", ills, err, code)
		}
	}
	if _, err := r.Table.Find(id); err == nil {
		t.Error("the forged record is shown")
	}
	desktest.Must(r.Close())
	for _, code := range codes {
		named(t, path, code)
	}
	healed(t, path)
}

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

func TestReplacedPassword(t *testing.T) {
	s := theSchool()
	path, before, present := stolen(t, s)
	content := desktest.MustRead(t, path)
	old := registrar.SignIn{Phone: desktest.PhoneA, Password: s.passwordA}
	refused(t, path, old, byPassword(), "vault.wrong")
	t.Run("G08 KG-037 the old slot put back opens nothing", func(t *testing.T) {
		path := copyIn(t, content)
		i := intrude(t, path)
		i.beside(before)
		i.run("UPDATE access SET (tag, slot) = (SELECT o.tag, o.slot FROM old.access o WHERE o.graduate = access.graduate) WHERE graduate = ?", s.a)
		i.leave()
		refused(t, path, old, byPassword(), "vault.wrong")
		named(t, path, "altered_access")
		healed(t, path)
	})
	t.Run("G08 nor vouched for by a record of the old key", func(t *testing.T) {
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
	t.Run("G09 KG-037 the old password and an old copy read nothing that was filled in since then", func(t *testing.T) {
		i := intrude(t, copyIn(t, content))
		defer i.leave()
		rev := read[int](i, "SELECT rev FROM graduate WHERE id = ?", s.a)
		if _, err := vault.Open(s.keyA, bodyPlace(s.a, rev), read[[]byte](i, "SELECT body FROM graduate WHERE id = ?", s.a)); err == nil {
			t.Error("the body opens")
		}
		id := read[string](i, "SELECT id FROM attachment WHERE generation = 2")
		if _, err := vault.Open(s.keyA, attachmentPlace(s.a, id), read[[]byte](i, "SELECT body FROM attachment WHERE generation = 2")); err == nil {
			t.Error("the new scan opens")
		}
		// The photo of before was readable with the old copy, and stays so.
		if _, err := vault.Open(s.keyA, attachmentPlace(s.a, s.photo), read[[]byte](i, "SELECT body FROM attachment WHERE generation = 1")); err != nil {
			t.Errorf("the old photo: %v", err)
		}
	})
	t.Run("G28 what was left with the replaced password is not taken over", func(t *testing.T) {
		path := copyIn(t, content)
		i := intrude(t, path)
		i.pend(s.a, s.keyA, "p1", data.FieldSurname, "Асанова", "Чужая")
		i.leave()
		unreadable(t, path, s.a)
	})
	t.Run("G09 the present password reads the photo of before", func(t *testing.T) {
		r, err := registrar.Open(desktest.Ctx, copyIn(t, content), registrar.SignIn{Phone: desktest.PhoneA, Password: present}, byPassword())
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if _, err := r.Form.Attachment(desktest.Ctx, s.a, "face_photo"); err != nil {
			t.Error(err)
		}
	})
	t.Run("G29 an earlier key that is spoilt is named with what it sealed", func(t *testing.T) {
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
		t.Run(what+" under the id of the photo that the school has seen", func(t *testing.T) {
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
	t.Run("G24 a change for another graduate, sealed by the own key", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.pend(s.b, s.keyA, "p1", data.FieldSurname, "Бекова", "Чужая")
		i.leave()
		unreadable(t, path, s.b)
	})
	t.Run("G25 a change that nothing opens stops no backup and no closing, and can be set aside", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run("INSERT INTO pending (graduate, id, body) VALUES (?, 'p1', x'00ff')", s.a)
		i.leave()
		unreadable(t, path, s.a)
	})
	t.Run("G25b a change of nobody", func(t *testing.T) {
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
		t.Run(c.what, func(t *testing.T) {
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
