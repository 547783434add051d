package attack_test

import (
	"encoding/json"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/vault"
)

// The rows X: attacks that the first table did not have. Who may write in the file has two
// copies, or a file of the former format, or waits for the head to set something aside.

func TestSetAsideTrustsNobody(t *testing.T) {
	s := theSchool()
	const recipient = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
	for what, spoil := range map[string]func(*intruder){
		"X02 planted": func(*intruder) {},
		"X02 planted, and the statement destroyed": func(i *intruder) {
			i.run("UPDATE vouch SET body = x'00' WHERE name = 'statement'")
		},
	} {
		try(t, what+", a recovery key of a stranger gets no school key", func(t *testing.T) {
			path := copyIn(t, s.now)
			i := intrude(t, path)
			i.run("INSERT INTO setting (name, rev, body) VALUES ('escrow', 1, CAST(? AS BLOB))", `{"recipient":"`+recipient+`","file":""}`)
			spoil(i)
			i.leave()
			healed(t, path)
			i = intrude(t, path)
			defer i.leave()
			if read[int](i, "SELECT count(*) FROM setting WHERE name = 'escrow'") != 0 {
				t.Error("the stranger's key is vouched for: the next change of a password hands the school key over")
			}
		})
	}
	try(t, "X02 altered, a recovery key of a stranger gets no school key", func(t *testing.T) {
		path := copyIn(t, s.now)
		r := enter(t, path)
		desktest.Must(r.SetEscrow(desktest.Ctx, "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg"))
		desktest.Must(r.Close())
		i := intrude(t, path)
		i.run("UPDATE setting SET body = CAST(? AS BLOB) WHERE name = 'escrow'", `{"recipient":"`+recipient+`","file":""}`)
		i.leave()
		healed(t, path)
		i = intrude(t, path)
		defer i.leave()
		if read[int](i, "SELECT count(*) FROM setting WHERE name = 'escrow' AND CAST(body AS TEXT) LIKE '%ql3z7hjy%'") != 0 {
			t.Error("the stranger's key is vouched for")
		}
	})
}

func TestOlderStatement(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	i := intrude(t, path)
	i.beside(s.old)
	i.run("UPDATE vouch SET body = (SELECT o.body FROM old.vouch o WHERE o.name = vouch.name) WHERE name = 'statement'")
	i.leave()
	refused(t, path, registrar.SignIn{}, desktest.Options(), "vault.tampered")
	try(t, "X03 an older statement put back takes no genuine event and no graduate away", func(t *testing.T) {
		healed(t, path)
		r := enter(t, path)
		defer r.Close()
		if n := r.Table.Count(); n != 3 {
			t.Errorf("%d graduates of 3", n)
		}
	})
}

// formerOf makes of a registry one of the former format, as the program of before left it:
// with the key of the school, since that program had it.
func formerOf(t *testing.T, content []byte) string {
	t.Helper()
	path := copyIn(t, content)
	i := intrude(t, path)
	defer i.leave()
	school := desktest.Key
	events, err := vault.UnwrapKey(school.Sub(vault.LabelEvents), vault.Place{Table: "event_key", Field: "vouched", Rev: 1}, read[[]byte](i, "SELECT wrapped FROM event_key"))
	if err != nil {
		t.Fatal(err)
	}
	wrapped, err := vault.WrapKey(desktest.Options().Rand, school.Sub(vault.LabelEvents), vault.Place{Table: "event_key", Field: "wrapped", Rev: 1}, events)
	if err != nil {
		t.Fatal(err)
	}
	i.run("UPDATE event_key SET wrapped = ?", wrapped)
	i.run("DELETE FROM setting WHERE name IN ('signing', 'erasing', 'backoff')")
	i.run("UPDATE event SET generation = 0 WHERE graduate <> ''")
	i.put(event{seq: i.next(), kind: "school.changed", generation: 1, record: hashOf(i.settings())}, events, `{"slots":{}}`)
	i.dress()
	return path
}

// settings are what the former format hashed: name, revision and hash of each, a line each.
func (i *intruder) settings() []byte {
	i.t.Helper()
	rows, err := i.db.Query("SELECT name, rev, body FROM setting ORDER BY name")
	if err != nil {
		i.t.Fatal(err)
	}
	defer rows.Close()
	var text []byte
	for rows.Next() {
		var name string
		var rev int
		var body []byte
		if err := rows.Scan(&name, &rev, &body); err != nil {
			i.t.Fatal(err)
		}
		text = append(text, settingLine(name, rev, body)...)
	}
	return text
}

// dress gives a file the tables of the former format.
func (i *intruder) dress() {
	i.t.Helper()
	for _, step := range []string{"DROP TABLE vouch", "DROP TABLE former_key", "ALTER TABLE event DROP COLUMN mac", "ALTER TABLE event DROP COLUMN prev",
		"ALTER TABLE graduate DROP COLUMN generation", "ALTER TABLE graduate DROP COLUMN trust", "ALTER TABLE attachment DROP COLUMN generation",
		"DELETE FROM migration WHERE version = 2", "PRAGMA user_version = 1"} {
		i.define(step)
	}
}

func TestDressedAsFormer(t *testing.T) {
	s := theSchool()
	former := formerOf(t, s.now)
	kept := desktest.MustRead(t, former)
	sound(t, former) // which upgrades it
	r := enter(t, former)
	desktest.Set(t, r, s.b, "class=11-Д")
	desktest.Must(r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Лицей"}))
	desktest.Must(r.Close())
	present := desktest.MustRead(t, former)

	// dressed has the keys and settings of the copy that the upgrade has kept, and the
	// rest of the present file.
	dressed := func(t *testing.T, forge func(*intruder)) string {
		path := copyIn(t, present)
		i := intrude(t, path)
		i.beside(kept)
		i.define("DELETE FROM setting")
		i.run("INSERT INTO setting SELECT * FROM old.setting")
		i.define("DELETE FROM event_key")
		i.run("INSERT INTO event_key SELECT * FROM old.event_key")
		i.run("UPDATE event SET generation = 0 WHERE graduate <> ''")
		forge(i)
		i.define("DETACH old")
		i.dress()
		i.leave()
		return path
	}
	try(t, "X04 a present file dressed as one of the former format is no sound one", func(t *testing.T) {
		path := dressed(t, func(*intruder) {})
		noticed(t, path)
	})
	try(t, "X04 nor is a graduate's own forged record in it", func(t *testing.T) {
		path := dressed(t, func(i *intruder) {
			i.rewrite(s.a, s.keyA, func(record map[string]any) { record["class"] = "11-Я" }, forgedBody("class", "11-А", "11-Я"))
			i.run("UPDATE event SET generation = 0 WHERE graduate <> ''")
		})
		noticed(t, path)
	})
}

// noticed wants a registry to be refused, or something in it to be named at the sign-in.
func noticed(t *testing.T, path string) {
	t.Helper()
	o := desktest.Options()
	o.Rand = nil // the one of the tests makes the same keys twice
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
	if err != nil {
		return
	}
	defer r.Close()
	ills, err := r.Ills(desktest.Ctx)
	if err != nil {
		t.Fatal(err)
	}
	found, err := r.Doctor(desktest.Ctx)
	if err != nil {
		t.Fatal(err)
	}
	if len(ills) == 0 {
		t.Errorf("nothing at the sign-in; the doctor finds %v", found)
	}
}

// forgedBody is the body of an event that the head is to have made.
func forgedBody(field, before, after string) string {
	body, err := json.Marshal(map[string]any{"by": "Бакиева Айгуль", "changes": []map[string]string{{"field": field, "before": before, "after": after}}})
	desktest.Must(err)
	return string(body)
}

func TestErasedReturns(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	r := enter(t, path)
	_, err := r.Season.Erase(desktest.Ctx, []string{s.b}, "по просьбе")
	desktest.Must(err)
	desktest.Must(r.Close())
	i := intrude(t, path)
	i.beside(s.now)
	i.run("INSERT INTO graduate SELECT * FROM old.graduate WHERE id = ?", s.b)
	i.run("INSERT INTO access SELECT * FROM old.access WHERE graduate = ?", s.b)
	i.run("UPDATE event SET body = (SELECT o.body FROM old.event o WHERE o.seq = event.seq) WHERE graduate = ? AND seq <= (SELECT max(seq) FROM old.event)", s.b)
	i.leave()
	try(t, "X05 F-16 an erased graduate put back from an old copy is nobody", func(t *testing.T) {
		mustBeIll(t, copyIn(t, desktest.MustRead(t, path)), s.b, "altered")
	})
	try(t, "X05 and does not come in", func(t *testing.T) {
		refused(t, path, registrar.SignIn{Phone: desktest.PhoneB, Password: s.passwordB}, byPassword(), "vault.tampered")
	})
}

func TestAsideReturns(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	i := intrude(t, path)
	i.run("UPDATE event SET kind = 'graduate.restored' WHERE seq = (SELECT max(seq) FROM event WHERE graduate = ?)", s.b)
	i.run("UPDATE graduate SET rev = rev WHERE id = ?", s.b)
	i.leave()
	healed(t, path)
	try(t, "X06 what was set aside is not believed when it is put back", func(t *testing.T) {
		i := intrude(t, path)
		i.beside(s.now)
		i.run("INSERT OR REPLACE INTO event SELECT * FROM old.event WHERE graduate = ? AND seq = (SELECT max(seq) FROM old.event WHERE graduate = ?)", s.b, s.b)
		i.run("INSERT OR REPLACE INTO graduate SELECT * FROM old.graduate WHERE id = ?", s.b)
		i.leave()
		mustBeIll(t, path, s.b, "altered", "event")
	})
}
