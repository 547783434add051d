package registrar

import (
	"database/sql"
	"fmt"
	"os"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// alter writes into a closed registry as somebody without any key could.
func alter(t testing.TB, path, query string, args ...any) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	result, err := db.Exec(query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		t.Fatalf("%s: nothing altered, %v", query, err)
	}
}

// peek reads one value of a closed registry.
func peek[T any](t testing.TB, path, query string, args ...any) T {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var value T
	if err := db.QueryRow(query, args...).Scan(&value); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return value
}

// sealed is a closed registry with something in every sealed column, and what was in it
// before the last changes.
type sealedRegistry struct {
	content []byte
	before  []byte
	a, b    string
}

func makeSealed(t *testing.T) sealedRegistry {
	t.Helper()
	r := mustCreate(t, "ort-2021")
	s := sealedRegistry{a: mustAdd(t, r, "surname=Асанов", "phone=0555000101"), b: mustAdd(t, r, "surname=Бекова", "phone=0555000102")}
	addIdleSlot(t, r, "0123456789abcdef")
	path := r.Path()
	reopen := func() {
		var err error
		if r, err = Open(ctx, path, SignIn{}, testOptions()); err != nil {
			t.Fatal(err)
		}
	}
	mustClose(t, r)
	s.before = mustRead(t, path)
	reopen()
	if _, err := r.Change(ctx, s.a, assigns("class=11-А")); err != nil {
		t.Fatal(err)
	}
	if err := r.ChangeSchool(ctx, data.School{Name: "Новый лицей"}); err != nil {
		t.Fatal(err)
	}
	giveAccess(t, r, s.a)
	if _, err := r.Change(ctx, s.b, assigns("class=11-Б")); err != nil {
		t.Fatal(err)
	}
	leavePending(t, r, s.a, FieldChange{"street", "", "Лесная"})
	mustRotate(t, r)
	if _, err := r.Change(ctx, s.b, assigns("class=11-В")); err != nil {
		t.Fatal(err)
	}
	testKeyed := r.keys.school.Clone()
	mustClose(t, r)
	sealedKey = testKeyed
	s.content = mustRead(t, path)
	return s
}

// sealedKey opens the registry that makeSealed made last: its key has changed once.
var sealedKey *SchoolKey

func sealedOptions() Options {
	o := testOptions()
	o.Key = sealedKey
	return o
}

func mustRead(t testing.TB, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// giveAccess puts an access there whose password nobody has to pay for.
func giveAccess(t testing.TB, r *Registrar, id string) {
	t.Helper()
	g := r.index.byID[id].graduate.Clone()
	stored := sqlite.Access{Graduate: id, Door: string(data.DoorOwn), Tag: []byte("0123456789abcdef"), Slot: []byte("slot")}
	a := setAccess(g, data.Access{Door: data.DoorOwn, Login: g.Phone, Slot: slotHash(stored), Made: data.Fact{Kind: "made", On: r.Today()}})
	var err error
	stored.Secret, err = r.sealSecret(id, a, "DFGJ-2346-QRSU")
	if err != nil {
		t.Fatal(err)
	}
	err = r.update(ctx, func(c *change) error {
		if err := c.PutAccess(stored); err != nil {
			return err
		}
		return c.put(g, EventAccessMade, eventBody{Accesses: g.Accesses})
	})
	if err != nil {
		t.Fatal(err)
	}
	r.index.replace(g, r.index.byID[id].rev+1)
}

// leavePending leaves what a graduate has filled in, whatever the program would let
// this graduate fill in.
func leavePending(t testing.TB, r *Registrar, id string, changes ...FieldChange) {
	t.Helper()
	plain, err := marshal("pending change", pendingBody{noon, changes})
	if err != nil {
		t.Fatal(err)
	}
	p := sqlite.Pending{Graduate: id}
	if p.ID, err = longID(r.options.Rand); err != nil {
		t.Fatal(err)
	}
	if p.Body, err = vault.Seal(r.options.Rand, r.index.byID[id].key, pendingPlace(id, p.ID), plain); err != nil {
		t.Fatal(err)
	}
	if err := r.db.Update(ctx, func(tx *sqlite.Tx) error { return tx.AddPending(p) }); err != nil {
		t.Fatal(err)
	}
}

// verdict is what opening says of a registry, and what the doctor does.
func verdict(t testing.TB, path string, o Options) (code string, ills []Ill) {
	t.Helper()
	r, err := Open(ctx, path, SignIn{}, o)
	if err != nil {
		code = data.CodeOf(err)
		if code == "" {
			t.Errorf("opening fails without a sentence: %v", err)
		}
	} else {
		r.Close()
	}
	o.Examine = true
	if r, err = Open(ctx, path, SignIn{}, o); err != nil {
		return code, []Ill{{Code: data.CodeOf(err)}}
	}
	defer r.Close()
	if ills, err = r.Doctor(ctx); err != nil {
		t.Errorf("doctor: %v", err)
	}
	return code, ills
}

func codesOf(ills []Ill) []string {
	var codes []string
	for _, ill := range ills {
		codes = append(codes, ill.Code)
	}
	return codes
}

// flipped are the sealed columns, and for events which of them.
var flipped = []struct{ table, column, where string }{
	{"graduate", "wrapped", "id = ?1"}, {"graduate", "body", "id = ?1"},
	{"event", "body", "graduate = ?1"}, {"event", "body", "graduate = ?1 ORDER BY seq DESC"}, {"event", "body", "graduate = ''"},
	{"event", "body", "kind = 'school.changed'"}, {"event", "record", "graduate = ?1"}, {"event", "record", "kind = 'school.changed'"},
	{"event", "digest", "graduate = ?1"}, {"event", "hash", "graduate = ?1"}, {"event", "hash", "seq = (SELECT max(seq) FROM event)"},
	{"event_key", "wrapped", "generation = 1"}, {"event_key", "wrapped", "generation = 2"},
	{"slot", "account", "true"}, {"slot", "body", "true"}, {"slot", "tokens", "true"},
	{"access", "secret", "graduate = ?1"}, {"pending", "body", "graduate = ?1"}, {"fingerprint", "value", "graduate = ?1"},
	{"setting", "body", "name = 'school'"}, {"setting", "body", "name = 'identity'"}, {"setting", "body", "name = 'login'"},
	{"setting", "body", "name = 'campaign'"},
}

func TestOneOctetFlipped(t *testing.T) {
	s := makeSealed(t)
	for _, f := range flipped {
		for _, at := range []string{"first", "middle", "last"} {
			if f.table == "slot" && f.column != "account" && at == "middle" {
				continue // Base64 of what its owner alone can open.
			}
			t.Run(fmt.Sprintf("KG-012 F-05 %s.%s %s, %s octet", f.table, f.column, f.where, at), func(t *testing.T) {
				path := copyIn(t, s.content)
				flip(t, path, f.table, f.column, f.where, s.a, at)
				code, ills := verdict(t, path, sealedOptions())
				if code != "" && code != "vault.tampered" && code != "registry.damaged" {
					t.Errorf("refused as %s", code)
				}
				if len(ills) == 0 {
					t.Errorf("not found by the doctor; opening said %q", code)
				}
			})
		}
	}
	t.Run("KG-012 untouched it is sound", func(t *testing.T) {
		if code, ills := verdict(t, copyIn(t, s.content), sealedOptions()); code != "" || len(ills) > 0 {
			t.Errorf("%s %v", code, ills)
		}
	})
}

func flip(t testing.TB, path, table, column, where, id, at string) {
	t.Helper()
	key := map[string]string{"graduate": "id", "event": "seq", "event_key": "generation", "slot": "id", "access": "graduate",
		"pending": "seq", "fingerprint": "graduate", "setting": "name"}[table]
	var args []any
	if strings.Contains(where, "?1") {
		args = []any{id}
	}
	row := peek[any](t, path, fmt.Sprintf("SELECT %s FROM %s WHERE %s", key, table, where), args...)
	stored := peek[[]byte](t, path, fmt.Sprintf("SELECT %s FROM %s WHERE %s = ?", column, table, key), row)
	place := map[string]int{"first": 0, "middle": len(stored) / 2, "last": len(stored) - 1}[at]
	stored[place] ^= 1
	alter(t, path, fmt.Sprintf("UPDATE %s SET %s = ? WHERE %s = ?", table, column, key), stored, row)
}
