package attack_test

import (
	"database/sql"
	"encoding/json"
	"slices"
	"testing"

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
	try(t, "G01 KG-012 the own key opens no blob of anybody else", func(t *testing.T) {
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
		try(t, f.id+" "+f.what+", as a next event in the head's name", func(t *testing.T) {
			path := copyIn(t, s.now)
			i := intrude(t, path)
			i.rewrite(s.a, s.keyA, f.change, `{"by":"Бакиева Айгуль"}`)
			i.leave()
			refused(t, path, registrar.SignIn{}, desktest.Options(), "vault.tampered")
			named(t, path, "planted")
			healed(t, path)
		})
		try(t, f.id+" "+f.what+", in the place of the last own event", func(t *testing.T) {
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
