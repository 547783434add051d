package attack_test

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/data/vault"
)

// intruder has a closed registry under an SQL editor, and no key.
type intruder struct {
	t  testing.TB
	db *sql.DB
}

func intrude(t testing.TB, path string) *intruder {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	return &intruder{t, db}
}

// leave closes the file, so that the program can open it.
func (i *intruder) leave() {
	i.t.Helper()
	if err := i.db.Close(); err != nil {
		i.t.Fatal(err)
	}
}

// run is a statement that must alter something.
func (i *intruder) run(query string, args ...any) {
	i.t.Helper()
	result, err := i.db.Exec(query, args...)
	if err != nil {
		i.t.Fatalf("%s: %v", query, err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		i.t.Fatalf("%s: nothing altered, %v", query, err)
	}
}

// define is a statement that alters the schema.
func (i *intruder) define(query string) {
	i.t.Helper()
	if _, err := i.db.Exec(query); err != nil {
		i.t.Fatalf("%s: %v", query, err)
	}
}

// beside has another copy of the registry at hand, under the name old.
func (i *intruder) beside(content []byte) {
	i.t.Helper()
	i.define("ATTACH '" + copyIn(i.t, content) + "' AS old")
}

// read is one value.
func read[T any](i *intruder, query string, args ...any) T {
	i.t.Helper()
	var value T
	if err := i.db.QueryRow(query, args...).Scan(&value); err != nil {
		i.t.Fatalf("%s: %v", query, err)
	}
	return value
}

// The places to which the format binds what is sealed: table, column, id, revision.

func bodyPlace(id string, rev int) vault.Place {
	return vault.Place{Table: "graduate", Field: "body", ID: id, Rev: rev}
}

func trustPlace(id string) vault.Place {
	return vault.Place{Table: "graduate", Field: "trust", ID: id}
}

func pendingPlace(graduate, id string) vault.Place {
	return vault.Place{Table: "pending", Field: graduate, ID: id}
}

func attachmentPlace(graduate, id string) vault.Place {
	return vault.Place{Table: "attachment", Field: graduate, ID: id}
}

func accountPlace(slot string) vault.Place {
	return vault.Place{Table: "slot", Field: "account", ID: slot}
}

func signaturePlace() vault.Place { return vault.Place{Table: "vouch", Field: "settings"} }

func eventPlace(e event, prev []byte) vault.Place {
	id := e.graduate + "/" + hex.EncodeToString(e.record) + "/" + e.at + "/" + fmt.Sprint(e.rev) + "/" + hex.EncodeToString(prev)
	return vault.Place{Table: "event", Field: e.kind, ID: id, Rev: int(e.seq)}
}

func hashOf(parts ...[]byte) []byte {
	h := sha256.New()
	for _, p := range parts {
		h.Write(p)
	}
	return h.Sum(nil)
}

// event is one that the intruder writes.
type event struct {
	seq            int64
	at             string
	kind, graduate string
	rev            int
	generation     int
	record         []byte
}

// put chains an event as the format does, without the authenticator, for which the school
// key is needed. A key of nobody leaves it without a body, as after an erasure.
func (i *intruder) put(e event, key *vault.Key, body string) {
	i.t.Helper()
	var prev vault.Hash
	copy(prev[:], read[[]byte](i, "SELECT hash FROM event WHERE seq = ?", e.seq-1))
	if e.at == "" {
		e.at = read[string](i, "SELECT at FROM event WHERE seq = ?", e.seq-1)
	}
	sealed := []byte{}
	if key != nil {
		sealed = i.seal(key, eventPlace(e, prev[:]), []byte(body))
	}
	digest := vault.Hash(hashOf([]byte(e.at), hashOf(sealed), hashOf(e.record)))
	hash := vault.ChainHash(prev, e.seq, e.kind, e.graduate, e.rev, digest)
	i.run(`INSERT OR REPLACE INTO event (seq, at, kind, graduate, rev, generation, record, body, digest, hash, mac, prev)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, e.seq, e.at, e.kind, e.graduate, e.rev, e.generation, append([]byte{}, e.record...), sealed, digest[:], hash[:], make([]byte, 32), prev[:])
}

// next is the number after the last event.
func (i *intruder) next() int64 { return read[int64](i, "SELECT max(seq) + 1 FROM event") }

func (i *intruder) seal(key *vault.Key, place vault.Place, plain []byte) []byte {
	i.t.Helper()
	sealed, err := vault.Seal(desktest.Options().Rand, key, place, plain)
	if err != nil {
		i.t.Fatal(err)
	}
	return sealed
}

// keysOf are what a graduate's password opens: the present key the last.
func (i *intruder) keysOf(phone, password string) (id string, keys []*vault.Key) {
	i.t.Helper()
	c := i.credential(phone, password)
	tag := c.Tag()
	content, err := vault.OpenGraduateSlot(vault.GraduateSlot{Tag: tag, Sealed: read[[]byte](i, "SELECT slot FROM access WHERE tag = ?", tag[:])}, c)
	if err != nil {
		i.t.Fatal(err)
	}
	return content.ID, append(content.Former, content.Key)
}

func (i *intruder) credential(phone, password string) *vault.Credential {
	i.t.Helper()
	var login vault.Login
	if err := json.Unmarshal(read[[]byte](i, "SELECT body FROM setting WHERE name = 'login'"), &login); err != nil {
		i.t.Fatal(err)
	}
	c, err := vault.NewCredential(login, phone, password)
	if err != nil {
		i.t.Fatal(err)
	}
	return c
}

// recordOf opens a graduate's body with a key, as a tree of JSON: what the record says of
// the graduate stands under «graduate», beside the version of the body.
func (i *intruder) recordOf(id string, key *vault.Key) (rev int, record map[string]any) {
	i.t.Helper()
	rev = read[int](i, "SELECT rev FROM graduate WHERE id = ?", id)
	plain, err := vault.Open(key, bodyPlace(id, rev), read[[]byte](i, "SELECT body FROM graduate WHERE id = ?", id))
	if err != nil {
		i.t.Fatal(err)
	}
	if err := json.Unmarshal(plain, &record); err != nil {
		i.t.Fatal(err)
	}
	return rev, record
}

// rewrite seals an altered record with the graduate's own key as the next revision, and
// appends the event of it, signed as the head.
func (i *intruder) rewrite(id string, key *vault.Key, change func(record map[string]any), eventBody string) {
	i.t.Helper()
	rev, record := i.recordOf(id, key)
	change(record["graduate"].(map[string]any))
	plain, err := json.Marshal(record)
	if err != nil {
		i.t.Fatal(err)
	}
	sealed := i.seal(key, bodyPlace(id, rev+1), plain)
	generation := read[int](i, "SELECT generation FROM graduate WHERE id = ?", id)
	i.run("UPDATE graduate SET rev = ?, body = ? WHERE id = ?", rev+1, sealed, id)
	i.put(event{seq: i.next(), kind: "graduate.changed", graduate: id, rev: rev + 1, generation: generation, record: hashOf(sealed)}, key, eventBody)
}

// settingLine is what stands for a setting where all of them are hashed or signed.
func settingLine(name string, rev int, body []byte) string {
	return fmt.Sprintf("%s|%d|%x\n", name, rev, hashOf(body))
}
