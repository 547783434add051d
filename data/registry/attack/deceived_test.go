package attack_test

import (
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// The rows N17 to N20: who may write in the file deceives a graduate, who holds no school
// key and yet can tell the school's settings from somebody's.

func TestGraduateDeceived(t *testing.T) {
	s := theSchool()
	for _, c := range []struct {
		what string
		do   func(*intruder)
	}{
		{"N17 the school altered", func(i *intruder) {
			i.run(`UPDATE setting SET body = CAST('{"name":"Школа-ловушка № 7"}' AS BLOB) WHERE name = 'school'`)
		}},
		{"N18 the rules of the campaign altered", func(i *intruder) {
			i.run(`UPDATE setting SET body = CAST(replace(CAST(body AS TEXT), '2021', '2031') AS BLOB) WHERE name = 'campaign'`)
		}},
		{"N19 the file made a take-home file, with an older body", func(i *intruder) {
			i.beside(s.old)
			i.run(`UPDATE setting SET body = CAST(json_set(CAST(body AS TEXT), '$.home', json('true')) AS BLOB) WHERE name = 'identity'`)
			i.run("UPDATE graduate SET (rev, body) = (SELECT o.rev, o.body FROM old.graduate o WHERE o.id = graduate.id) WHERE id = ?", s.a)
		}},
		{"N20 calendar and state planted", func(i *intruder) {
			i.run(`INSERT INTO setting (name, rev, body) VALUES ('state', 1, CAST('{"kind":"closed","at":"2020-02-10T12:00:00Z"}' AS BLOB)), ('calendar', 1, x'7b7d')`)
		}},
		{"N40 the last own event made another's", func(i *intruder) {
			i.run("UPDATE event SET record = ? WHERE seq = (SELECT max(seq) FROM event WHERE graduate = ?)", hashOf(nil), s.a)
		}},
	} {
		try(t, c.what, func(t *testing.T) {
			path := copyIn(t, s.now)
			i := intrude(t, path)
			c.do(i)
			i.leave()
			refused(t, path, registrar.SignIn{Phone: desktest.PhoneA, Password: s.passwordA}, byPassword(), "vault.tampered")
		})
	}
}

// What the school has signed once, it has signed: a graduate has no number of the last
// statement to hold it against. The README says so. The school itself sees it.
func TestGraduateSeesAnOlderSchool(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	i := intrude(t, path)
	i.beside(s.old)
	i.run("DELETE FROM setting")
	i.run("INSERT INTO setting SELECT * FROM old.setting")
	i.run("UPDATE vouch SET body = (SELECT o.body FROM old.vouch o WHERE o.name = vouch.name) WHERE name = 'settings'")
	i.run("DELETE FROM event WHERE graduate = ? AND seq > (SELECT max(seq) FROM old.event)", s.a)
	i.run("UPDATE graduate SET (rev, body) = (SELECT o.rev, o.body FROM old.graduate o WHERE o.id = graduate.id) WHERE id = ?", s.a)
	i.leave()
	try(t, "N41 the signed settings and the own record of an old copy are shown to the graduate", func(t *testing.T) {
		r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{Phone: desktest.PhoneA, Password: s.passwordA}, byPassword())
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if school := r.School().Name; school != "Школа-гимназия № 7" || desktest.MustFind(t, r, s.a).Get("street") != "Первая" {
			t.Errorf("sees %s", school)
		}
	})
	try(t, "N41 the school is kept out of them, and the doctor names them", func(t *testing.T) {
		refused(t, path, registrar.SignIn{}, desktest.Options(), "vault.tampered")
		named(t, path, "altered_school")
		named(t, path, "chain")
	})
}

// fillIn lets a graduate fill in a field in the program.
func fillIn(t testing.TB, path string, s registrar.SignIn, id string, values ...string) {
	t.Helper()
	r, err := registrar.Open(desktest.Ctx, path, s, byPassword())
	if err != nil {
		t.Fatal(err)
	}
	desktest.Set(t, r, id, values...)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestPendingReplayed(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	fillIn(t, path, registrar.SignIn{Phone: desktest.PhoneA, Password: s.passwordA}, s.a, "house=12")
	filled := desktest.MustRead(t, path)
	r := enter(t, path)
	desktest.Set(t, r, s.a, "house=13")
	desktest.Must(r.Close())
	i := intrude(t, path)
	i.beside(filled)
	i.run("INSERT INTO pending SELECT * FROM old.pending")
	i.leave()
	try(t, "N15 what was taken over once is not taken over again", func(t *testing.T) {
		r := enter(t, path)
		defer r.Close()
		if house := desktest.MustFind(t, r, s.a).Get("house"); house != "13" {
			t.Errorf("house %s", house)
		}
		if n := len(desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventFilled})); n != 1 {
			t.Errorf("taken over %d times", n)
		}
		desktest.Sound(t, r)
	})
	try(t, "N16 what nobody has seen can be thrown away, as README says, and nothing else is lost with it", func(t *testing.T) {
		path := copyIn(t, filled)
		i := intrude(t, path)
		i.run("DELETE FROM pending")
		i.leave()
		sound(t, path)
		r := enter(t, path)
		defer r.Close()
		if house := desktest.MustFind(t, r, s.a).Get("house"); house != "" {
			t.Errorf("house %s", house)
		}
	})
}
