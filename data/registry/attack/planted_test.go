package attack_test

import (
	"os"
	"runtime"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// The rows Y: what is planted beside the file, or under numbers that no program of ours gives.

func TestPlantedLog(t *testing.T) {
	s := theSchool()
	for _, version := range []string{"-1", "-2147483648", "99"} {
		try(t, "Y05 a log beside the file that says version "+version, func(t *testing.T) {
			path := copyIn(t, s.now)
			i := intrude(t, path)
			i.define("PRAGMA journal_mode=WAL")
			i.define("PRAGMA wal_autocheckpoint=0")
			i.define("PRAGMA user_version=" + version)
			file, log := desktest.MustRead(t, path), desktest.MustRead(t, path+"-wal")
			i.leave()
			other := copyIn(t, file)
			desktest.Must(os.WriteFile(other+"-wal", log, 0o600))
			refused(t, other, registrar.SignIn{}, desktest.Options(), "registry.too_new")
		})
	}
}

func TestLastNumbers(t *testing.T) {
	try(t, "Y06 a count of wrong passwords under the last revision that there is keeps nobody out", func(t *testing.T) {
		s := newSolo(t)
		i := intrude(t, s.path)
		i.run(`INSERT INTO setting (name, rev, body) VALUES ('backoff', 9223372036854775807, CAST('{"failures":1}' AS BLOB))`)
		i.leave()
		desktest.WantCode(t, "wrong", s.signIn("Не тот пароль совсем"), "vault.wrong")
		if err := s.signIn(headIn.Password); err != nil {
			t.Errorf("the right one: %v", err)
		}
	})
	try(t, "Y07 KG-007 a slot planted under the last number is not in the way of the paper key", func(t *testing.T) {
		s := theStaff()
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run("INSERT INTO slot (id, made, body, account, tokens) VALUES ('zz', 9223372036854775807, x'00', x'00', x'00')")
		i.leave()
		if err := recovered(t, path, s.paper); err != nil {
			t.Error(err)
		}
	})
	try(t, "Y07 nor where it is the only one that stays", func(t *testing.T) {
		s := theStaff()
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run("INSERT INTO slot (id, made, body, account, tokens) VALUES ('zz', 9223372036854775807, x'00', x'00', x'00')")
		i.leave()
		r, _, err := registrar.Recover(desktest.Ctx, path, registrar.Holder{Code: s.paper, Name: "Бакиева Айгуль", Phone: headIn.Phone, Password: newcomers}, byPassword())
		if err != nil {
			t.Fatal(err)
		}
		desktest.Must(r.Close())
	})
}

func TestSpoiltPaperIsRemembered(t *testing.T) {
	s := theStaff()
	const ofPaper = " WHERE json_extract(CAST(body AS TEXT), '$.kind') = 'paper'"
	for _, c := range []struct{ what, spoil, ill string }{
		{"spoilt", "UPDATE slot SET body = CAST(replace(CAST(body AS TEXT), substr(json_extract(CAST(body AS TEXT), '$.sealed'), 20, 4), 'AAAA') AS BLOB)" + ofPaper, "altered_account"},
		{"taken away", "DELETE FROM slot" + ofPaper, "lost_account"},
	} {
		try(t, "Y08 KG-007 that the slot of the paper is "+c.what+" is still named after somebody got an account", func(t *testing.T) {
			path := copyIn(t, s.now)
			i := intrude(t, path)
			i.run(c.spoil)
			i.leave()
			for _, then := range []func(r *registrar.Registrar){
				func(r *registrar.Registrar) {
					desktest.Must(r.AddAccount(desktest.Ctx, registrar.Account{Name: "Усенова Нурия", Phone: leaverIn.Phone, Role: registrar.RoleResponsible}, leaverIn.Password))
				},
				func(*registrar.Registrar) {},
			} {
				r, err := registrar.Open(desktest.Ctx, path, replaced, byPassword())
				if err != nil {
					t.Fatal(err)
				}
				if ills, err := r.Ills(desktest.Ctx); err != nil || !slices.Contains(codesOf(ills), c.ill) {
					t.Errorf("%v, %v", ills, err)
				}
				then(r)
				desktest.Must(r.Close())
			}
		})
	}
}

func TestErasedKeyReturns(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	r := enter(t, path)
	desktest.Must(r.Access.Change(desktest.Ctx, s.b, "украден"))
	desktest.Must(r.Close())
	before := desktest.MustRead(t, path)
	r = enter(t, path)
	_, err := r.Season.Erase(desktest.Ctx, []string{s.b}, "по просьбе")
	desktest.Must(err)
	desktest.Must(r.Close())
	i := intrude(t, path)
	i.beside(before)
	i.run("INSERT INTO former_key SELECT * FROM old.former_key WHERE graduate = ?", s.b)
	i.run("UPDATE event SET body = (SELECT o.body FROM old.event o WHERE o.seq = event.seq) WHERE graduate = ? AND seq <= (SELECT max(seq) FROM old.event)", s.b)
	i.leave()
	try(t, "Y09 F-16 an earlier key of somebody who was erased, put back with the events, brings no history back", func(t *testing.T) {
		r := enter(t, path)
		defer r.Close()
		for _, e := range desktest.EventsOf(t, r, registrar.HistoryFilter{}) {
			if e.Graduate == s.b && (len(e.Changes) > 0 || e.By != "") {
				t.Errorf("%s of %s: %+v", e.Kind, e.By, e.Changes)
			}
		}
		if ills, err := r.Ills(desktest.Ctx); err != nil || !slices.Contains(codesOf(ills), "altered") {
			t.Errorf("%v, %v", ills, err)
		}
	})
	try(t, "Y09 and can be set aside", func(t *testing.T) { healed(t, path) })
}

func TestPendingUnderTheLastNumber(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	i := intrude(t, path)
	i.run("INSERT INTO pending (seq, graduate, id, body) VALUES (9223372036854775807, ?, 'p1', x'00ff')", s.b)
	i.leave()
	a := registrar.SignIn{Phone: desktest.PhoneA, Password: s.passwordA}
	try(t, "Y10 beside what is planted under the last number a graduate still leaves changes", func(t *testing.T) {
		fillIn(t, path, a, s.a, "house=12")
		fillIn(t, path, a, s.a, "street=Третья")
	})
	try(t, "Y10 and after it was thrown away", func(t *testing.T) {
		r := enter(t, path)
		if house := desktest.MustFind(t, r, s.a).Get("house"); house != "12" {
			t.Errorf("house %q", house)
		}
		desktest.Must(r.Close())
		healed(t, path)
		fillIn(t, path, a, s.a, "house=13")
	})
}

func TestSettingUnderTheLastRevision(t *testing.T) {
	s := theSchool()
	for what, alter := range map[string]string{
		"school":              "UPDATE setting SET rev = 9223372036854775807 WHERE name = 'school'",
		"signing":             "UPDATE setting SET rev = 9223372036854775807 WHERE name = 'signing'",
		"signing, and spoilt": "UPDATE setting SET rev = 9223372036854775807, body = x'00' WHERE name = 'signing'",
	} {
		try(t, "Y11 a setting altered to the last revision that there is can be changed again after it was set aside: "+what, func(t *testing.T) {
			path := copyIn(t, s.now)
			i := intrude(t, path)
			i.run(alter)
			i.leave()
			refused(t, path, registrar.SignIn{}, desktest.Options(), "vault.tampered")
			healed(t, path)
			r := enter(t, path)
			defer r.Close()
			desktest.Must(r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Лицей"}))
			_, err := r.NewPaperCode(desktest.Ctx)
			desktest.Must(err)
		})
	}
}

func TestHugeValues(t *testing.T) {
	s := theSchool()
	for _, c := range []struct{ what, plant, code string }{
		{"setting", "INSERT INTO setting (name, rev, body) VALUES ('zz', 1, zeroblob(100000000))", ""},
		{"name of a migration", "UPDATE migration SET name = CAST(zeroblob(100000000) AS TEXT) WHERE version = 1", "registry.other_schema"},
	} {
		try(t, "Y13 a take-home file with a "+c.what+" of 100 MB takes no memory for it", func(t *testing.T) {
			path, home := takenHome(t, s)
			i := intrude(t, home)
			i.run(c.plant)
			i.leave()
			r := enter(t, path)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := r.Access.ReadHome(desktest.Ctx, home)
			runtime.ReadMemStats(&after)
			if data.CodeOf(err) != c.code {
				t.Errorf("got %.200v, want %s", err, c.code)
			}
			if taken := (after.TotalAlloc - before.TotalAlloc) >> 20; taken > 64 {
				t.Errorf("%d MB", taken)
			}
		})
	}
	try(t, "Y13 a planted setting of 100 MB is named and can be set aside", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run("INSERT INTO setting (name, rev, body) VALUES ('zz', 1, zeroblob(100000000))")
		i.leave()
		refused(t, path, registrar.SignIn{}, desktest.Options(), "vault.tampered")
		healed(t, path)
	})
}
