package attack_test

import (
	"fmt"
	"regexp"
	"slices"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// The rows N: who may write in the file and has no password.

// row is one attack and what the school sees of it.
type row struct {
	id, what string
	do       func(*intruder, school)
	// refused is the code with which nobody comes in, "" where the rest goes on; at the
	// sign-in and by the doctor the ill is named then, with later only by the doctor.
	refused string
	ill     string
	later   bool
	// stays is said of an ill that setting aside does not take away.
	stays bool
	// keeps is said of one after which every graduate is there.
	keeps bool
}

func TestNoPassword(t *testing.T) {
	s := theSchool()
	try(t, "untouched it is sound", func(t *testing.T) { sound(t, copyIn(t, s.now)) })
	for _, c := range slices.Concat(historyRows, recordRows, schemaRows) {
		try(t, c.id+" "+c.what, func(t *testing.T) { c.test(t, s) })
	}
}

func (c row) test(t *testing.T, s school) {
	path := copyIn(t, s.now)
	i := intrude(t, path)
	c.do(i, s)
	i.leave()
	if c.refused != "" {
		refused(t, path, registrar.SignIn{}, desktest.Options(), c.refused)
	} else if !c.later && c.ill != "" {
		c.atSignIn(t, path)
	}
	switch {
	case c.refused == "" && c.ill == "":
		sound(t, path)
	case c.ill != "":
		named(t, path, c.ill)
		if !c.stays {
			healed(t, path)
		}
	}
	if c.keeps {
		r := enter(t, path)
		defer r.Close()
		if n := r.Table.Count(); n != 3 {
			t.Errorf("%d graduates of 3 are left", n)
		}
	}
}

// atSignIn wants the ill to be named at once, and everything else to go on.
func (c row) atSignIn(t *testing.T, path string) {
	r := enter(t, path)
	defer r.Close()
	ills, err := r.Ills(desktest.Ctx)
	if err != nil || !slices.Contains(codesOf(ills), c.ill) {
		t.Errorf("at the sign-in %v, %v; want %s", ills, err, c.ill)
	}
}

var historyRows = []row{
	{id: "N01", what: "a graduate destroyed, and the event of an erasure forged", refused: "vault.tampered", ill: "planted", do: func(i *intruder, s school) {
		i.destroy(s.a)
	}},
	{id: "N02", what: "all graduates destroyed the same way", refused: "vault.tampered", ill: "planted", do: func(i *intruder, s school) {
		for _, id := range []string{s.a, s.b, s.c} {
			i.destroy(id)
		}
	}},
	{id: "N01b", what: "a graduate destroyed, and the last event made one of an erasure", refused: "vault.tampered", ill: "event", do: func(i *intruder, s school) {
		i.run("DELETE FROM graduate WHERE id = ?", s.a)
		i.put(event{seq: i.next() - 1, kind: "graduate.erased", graduate: s.a, rev: 9}, nil, "")
	}},
	{id: "N05", what: "the last event, a note of a document, cut off", keeps: true, refused: "vault.tampered", ill: "cut", do: func(i *intruder, _ school) {
		i.run("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)")
	}},
	{id: "N07", what: "the body of a middle event emptied", ill: "event", later: true, do: func(i *intruder, s school) {
		i.run("UPDATE event SET body = x'' WHERE seq = (SELECT max(seq) FROM event WHERE graduate = ?)", s.a)
	}},
	{id: "N08", what: "the body of the first event emptied", ill: "event", later: true, do: func(i *intruder, _ school) {
		i.run("UPDATE event SET body = x'' WHERE seq = 1")
	}},
	{id: "N25", what: "the record of a school event forged", ill: "event", do: func(i *intruder, _ school) {
		i.run("UPDATE event SET record = ? WHERE seq = 1", hashOf([]byte("settings")))
	}},
	{id: "N27", what: "an event of a graduate who never was, appended", keeps: true, refused: "vault.tampered", ill: "planted", do: func(i *intruder, _ school) {
		i.put(event{seq: i.next(), kind: "graduate.erased", graduate: "0123456789", rev: 1}, nil, "")
	}},
	{id: "N28", what: "an event of the school without a body, appended", keeps: true, refused: "vault.tampered", ill: "planted", do: func(i *intruder, _ school) {
		i.put(event{seq: i.next(), kind: "document.printed", generation: 1}, nil, "")
	}},
	{id: "N29", what: "an event of a graduate without a body and record, appended", keeps: true, refused: "vault.tampered", ill: "planted", do: func(i *intruder, s school) {
		i.put(event{seq: i.next(), kind: "graduate.changed", graduate: s.a, rev: 99, generation: 1}, nil, "")
	}},
	{id: "N44", what: "an event planted before the first, far away", keeps: true, refused: "vault.tampered", ill: "planted", do: func(i *intruder, _ school) {
		i.run("INSERT INTO event SELECT -9000000000000000000, at, kind, graduate, rev, generation, record, body, digest, hash, mac, prev FROM event WHERE seq = 2")
	}},
	{id: "N45", what: "an event planted far behind the last", keeps: true, refused: "vault.tampered", ill: "planted", do: func(i *intruder, _ school) {
		i.run("INSERT INTO event SELECT 9000000000000000000, at, kind, graduate, rev, generation, record, body, digest, hash, mac, prev FROM event WHERE seq = 2")
	}},
	{id: "N30", what: "two middle events exchanged", ill: "event", do: func(i *intruder, _ school) {
		i.run("UPDATE event SET seq = -seq WHERE seq IN (3, 4)")
		i.run("UPDATE event SET seq = CASE seq WHEN -3 THEN 4 ELSE 3 END WHERE seq < 0")
	}},
	{id: "N31", what: "a middle event cut out", ill: "chain", do: func(i *intruder, _ school) {
		i.run("DELETE FROM event WHERE seq = 4")
	}},
	{id: "N32", what: "the day of an event set back", ill: "event", do: func(i *intruder, _ school) {
		i.run("UPDATE event SET at = '1999-01-01T00:00:00Z' WHERE seq = 5")
	}},
}

// destroy takes a graduate out of the file, with what hangs on the record, and forges the
// event of the erasure, which needs no key.
func (i *intruder) destroy(id string) {
	i.t.Helper()
	rev := read[int](i, "SELECT rev FROM graduate WHERE id = ?", id)
	i.run("DELETE FROM graduate WHERE id = ?", id)
	for _, table := range []string{"access", "attachment", "fingerprint", "pending"} {
		i.define("DELETE FROM " + table + " WHERE graduate = '" + id + "'")
	}
	i.put(event{seq: i.next(), kind: "graduate.erased", graduate: id, rev: rev + 1}, nil, "")
}

var recordRows = []row{
	{id: "N03", what: "the bodies of two graduates swapped", ill: "altered", do: func(i *intruder, s school) {
		i.run("UPDATE graduate SET body = (SELECT g.body FROM graduate g WHERE g.id <> graduate.id AND g.id IN (?1, ?2)) WHERE id IN (?1, ?2)", s.a, s.b)
	}},
	{id: "N04", what: "an older body with its revision put back", ill: "altered", do: func(i *intruder, s school) {
		i.beside(s.old)
		i.run("UPDATE graduate SET (rev, body) = (SELECT o.rev, o.body FROM old.graduate o WHERE o.id = graduate.id) WHERE id = ?", s.a)
	}},
	{id: "N04b", what: "an older body put back, and its later events made events of nobody", ill: "altered", do: func(i *intruder, s school) {
		i.beside(s.old)
		i.run("UPDATE graduate SET (rev, body) = (SELECT o.rev, o.body FROM old.graduate o WHERE o.id = graduate.id) WHERE id = ?", s.b)
		i.run("UPDATE event SET graduate = '' WHERE graduate = ? AND rev > (SELECT rev FROM graduate WHERE id = ?)", s.b, s.b)
	}},
	{id: "N11", what: "an attachment deleted", ill: "attachment_lost", later: true, stays: true, do: func(i *intruder, _ school) {
		i.run("DELETE FROM attachment")
	}},
	{id: "N12", what: "one octet of an attachment spoilt", ill: "attachment", later: true, stays: true, do: func(i *intruder, _ school) {
		i.run("UPDATE attachment SET body = CAST(substr(body, 1, 100) || x'00' || substr(body, 102) AS BLOB)")
	}},
	{id: "N13", what: "an attachment planted that no form names", ill: "attachment", later: true, do: func(i *intruder, s school) {
		i.run("INSERT INTO attachment (id, graduate, body, generation) VALUES ('zz', ?, x'00', 1)", s.b)
	}},
	{id: "N14", what: "an attachment planted of nobody", ill: "page", later: true, do: func(i *intruder, _ school) {
		i.run("INSERT INTO attachment (id, graduate, body, generation) VALUES ('zz', 'nobody', x'00', 1)")
	}},
	{id: "N21", what: "the school altered", keeps: true, refused: "vault.tampered", ill: "altered_school", do: func(i *intruder, _ school) {
		i.run(`UPDATE setting SET body = CAST('{"name":"Школа-ловушка"}' AS BLOB) WHERE name = 'school'`)
	}},
	{id: "N48", what: "the rules of the campaign altered", keeps: true, refused: "vault.tampered", ill: "altered_school", do: func(i *intruder, _ school) {
		i.run(`UPDATE setting SET body = CAST(replace(CAST(body AS TEXT), '2021', '2031') AS BLOB) WHERE name = 'campaign'`)
	}},
	{id: "N49", what: "the rules of the campaign taken out: those of the program are the very same", keeps: true, ill: "put_back", do: func(i *intruder, _ school) {
		i.run("DELETE FROM setting WHERE name = 'campaign'")
	}},
	{id: "N49", what: "the rules of the campaign spoilt, under another number", keeps: true, ill: "put_back", do: func(i *intruder, _ school) {
		i.run("UPDATE setting SET rev = 9000000000000000000, body = CAST(x'00' || substr(body, 2) AS BLOB) WHERE name = 'campaign'")
	}},
	{id: "N50", what: "the rules taken out, and the statement made to speak of another campaign of the program", refused: "vault.tampered", ill: "altered_school", do: func(i *intruder, _ school) {
		i.run("DELETE FROM setting WHERE name = 'campaign'")
		other, err := registrar.Campaign("zno-2020", nil)
		desktest.Must(err)
		body := string(read[[]byte](i, "SELECT body FROM vouch WHERE name = 'statement'"))
		spoken := regexp.MustCompile(`"campaign":"[^"]*"`).ReplaceAllString(body, fmt.Sprintf(`"campaign":"1|%x"`, hashOf(other.Source())))
		if spoken == body {
			i.t.Fatal("the statement speaks of no campaign")
		}
		i.run("UPDATE vouch SET body = ? WHERE name = 'statement'", []byte(spoken))
	}},
	{id: "N22", what: "the accesses of two graduates swapped", ill: "altered_access", do: func(i *intruder, s school) {
		i.run("UPDATE access SET graduate = 'x' WHERE graduate = ?", s.a)
		i.run("UPDATE access SET graduate = ? WHERE graduate = ?", s.a, s.b)
		i.run("UPDATE access SET graduate = ? WHERE graduate = 'x'", s.b)
	}},
	{id: "N23", what: "all fingerprints deleted", keeps: true, ill: "fingerprint", later: true, do: func(i *intruder, _ school) {
		i.run("DELETE FROM fingerprint")
	}},
	{id: "N24", what: "the key of the events exchanged", refused: "vault.tampered", ill: "altered_school", do: func(i *intruder, s school) {
		i.run("UPDATE event_key SET wrapped = (SELECT wrapped FROM graduate WHERE id = ?)", s.a)
	}},
	{id: "N42", what: "a graduate planted, with the sealed key of another", ill: "altered", do: func(i *intruder, s school) {
		i.run("INSERT INTO graduate (id, rev, wrapped, body, generation, trust) SELECT '0123456789', rev, wrapped, body, generation, trust FROM graduate WHERE id = ?", s.a)
	}},
	{id: "N46", what: "an access planted by another door", keeps: true, ill: "altered_access", do: func(i *intruder, s school) {
		i.run("INSERT INTO access (graduate, door, secret) SELECT graduate, 'centre', secret FROM access WHERE graduate = ?", s.a)
	}},
	{id: "N47", what: "what a graduate trusts exchanged between records, whole rows swapped", ill: "altered", do: func(i *intruder, s school) {
		i.run("UPDATE graduate SET (rev, wrapped, body, generation, trust) = (SELECT g.rev, g.wrapped, g.body, g.generation, g.trust FROM graduate g WHERE g.id <> graduate.id AND g.id IN (?1, ?2)) WHERE id IN (?1, ?2)", s.a, s.b)
	}},
	{id: "N33", what: "the statement of an old copy put back", keeps: true, refused: "vault.tampered", ill: "altered_school", do: func(i *intruder, s school) {
		i.beside(s.old)
		i.run("UPDATE vouch SET body = (SELECT o.body FROM old.vouch o WHERE o.name = vouch.name) WHERE name = 'statement'")
	}},
	{id: "N34", what: "the school of an old copy put back", refused: "vault.tampered", ill: "altered_school", do: func(i *intruder, s school) {
		i.run("UPDATE setting SET rev = rev + 1 WHERE name = 'school'")
	}},
	{id: "N35", what: "an unfinished erasure planted, which takes the backups", keeps: true, refused: "vault.tampered", ill: "altered_school", do: func(i *intruder, _ school) {
		i.run(`INSERT INTO setting (name, rev, body) VALUES ('erasing', 1, CAST('{"open":true,"backups":true}' AS BLOB))`)
	}},
	{id: "N36", what: "the school's public key in a record exchanged for another's", keeps: true, ill: "trust", later: true, do: func(i *intruder, s school) {
		i.run("UPDATE graduate SET trust = (SELECT g.trust FROM graduate g WHERE g.id = ?) WHERE id = ?", s.b, s.a)
	}},
	{id: "N37", what: "an earlier key planted, which opens nothing", ill: "altered", keeps: true, do: func(i *intruder, s school) {
		i.run("INSERT INTO former_key (graduate, generation, wrapped) SELECT id, 7, wrapped FROM graduate WHERE id = ?", s.a)
	}},
	{id: "N38", what: "the statement spoilt", keeps: true, refused: "vault.tampered", ill: "altered_school", do: func(i *intruder, _ school) {
		i.run("UPDATE vouch SET body = CAST(x'00' || substr(body, 2) AS BLOB) WHERE name = 'statement'")
	}},
	{id: "N39", what: "the signature of the settings spoilt", ill: "signature", later: true, do: func(i *intruder, _ school) {
		i.run("UPDATE vouch SET body = CAST(x'00' || substr(body, 2) AS BLOB) WHERE name = 'settings'")
	}},
}

var schemaRows = []row{
	{id: "N09", what: "a trigger planted", refused: "registry.foreign_schema", do: func(i *intruder, _ school) {
		i.define("CREATE TRIGGER keep AFTER DELETE ON graduate BEGIN SELECT 1; END")
	}},
	{id: "N09", what: "an index planted", refused: "registry.foreign_schema", do: func(i *intruder, _ school) {
		i.define("CREATE INDEX more ON event (at)")
	}},
	{id: "N09", what: "a view planted", refused: "registry.foreign_schema", do: func(i *intruder, _ school) {
		i.define("CREATE VIEW everybody AS SELECT * FROM graduate")
	}},
	{id: "N09", what: "a virtual table planted", refused: "registry.foreign_schema", do: func(i *intruder, _ school) {
		i.define("CREATE VIRTUAL TABLE words USING fts5 (word)")
	}},
	{id: "N09", what: "a column planted", refused: "registry.foreign_schema", do: func(i *intruder, _ school) {
		i.define("ALTER TABLE graduate ADD COLUMN more TEXT")
	}},
	{id: "N10", what: "a row planted in the table of migrations", refused: "registry.other_schema", do: func(i *intruder, _ school) {
		i.run("INSERT INTO migration (version, name, checksum) VALUES (99, 'evil', 'x')")
	}},
	{id: "N10b", what: "the name of a migration altered", refused: "registry.other_schema", do: func(i *intruder, _ school) {
		i.run("UPDATE migration SET name = 'evil'")
	}},
}
