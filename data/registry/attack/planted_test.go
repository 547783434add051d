package attack_test

import (
	"os"
	"slices"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// The rows Y: what is planted beside the file, or under numbers that no program of ours gives.

func TestPlantedLog(t *testing.T) {
	s := theSchool()
	for _, version := range []string{"-1", "-2147483648", "99"} {
		t.Run("Y05 a log beside the file that says version "+version, func(t *testing.T) {
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
	t.Run("Y06 a count of wrong passwords under the last revision that there is keeps nobody out", func(t *testing.T) {
		s := newSolo(t)
		i := intrude(t, s.path)
		i.run(`INSERT INTO setting (name, rev, body) VALUES ('backoff', 9223372036854775807, CAST('{"failures":1}' AS BLOB))`)
		i.leave()
		desktest.WantCode(t, "wrong", s.signIn("Не тот пароль совсем"), "vault.wrong")
		if err := s.signIn(headIn.Password); err != nil {
			t.Errorf("the right one: %v", err)
		}
	})
	t.Run("Y07 KG-007 a slot planted under the last number is not in the way of the paper key", func(t *testing.T) {
		s := theStaff()
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run("INSERT INTO slot (id, made, body, account, tokens) VALUES ('zz', 9223372036854775807, x'00', x'00', x'00')")
		i.leave()
		if err := recovered(t, path, s.paper); err != nil {
			t.Error(err)
		}
	})
}

func TestSpoiltPaperIsRemembered(t *testing.T) {
	s := theStaff()
	const ofPaper = " WHERE json_extract(CAST(body AS TEXT), '$.kind') = 'paper'"
	for _, c := range []struct{ what, spoil, ill string }{
		{"spoilt", "UPDATE slot SET body = CAST(replace(CAST(body AS TEXT), substr(json_extract(CAST(body AS TEXT), '$.sealed'), 20, 4), 'AAAA') AS BLOB)" + ofPaper, "altered_account"},
		{"taken away", "DELETE FROM slot" + ofPaper, "lost_account"},
	} {
		t.Run("Y08 KG-007 that the slot of the paper is "+c.what+" is still named after somebody got an account", func(t *testing.T) {
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
