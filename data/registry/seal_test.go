package registry_test

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
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
	r := desktest.MustCreate(t, "ort-2021")
	s := sealedRegistry{a: desktest.MustAdd(t, r, "surname=Асанов", "phone=0555000101"), b: desktest.MustAdd(t, r, "surname=Бекова", "phone=0555000102")}
	addIdleSlot(t, r, "0123456789abcdef")
	path := r.Path()
	reopen := func() {
		var err error
		if r, err = registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options()); err != nil {
			t.Fatal(err)
		}
	}
	mustClose(t, r)
	s.before = desktest.MustRead(t, path)
	reopen()
	if _, err := r.Table.Change(desktest.Ctx, s.a, desktest.Assigns("class=11-А")); err != nil {
		t.Fatal(err)
	}
	if err := r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Новый лицей"}); err != nil {
		t.Fatal(err)
	}
	giveAccess(t, r, s.a)
	if _, err := r.Table.Change(desktest.Ctx, s.b, desktest.Assigns("class=11-Б")); err != nil {
		t.Fatal(err)
	}
	desktest.Attach(t, r, s.a, "passport_front", desktest.Picture(t, 3))
	if err := r.Rekey(desktest.Ctx, s.a); err != nil {
		t.Fatal(err)
	}
	leavePending(t, r, s.a, registrar.FieldChange{Field: "street", Before: "", After: "Лесная"})
	mustRotate(t, r)
	if _, err := r.Table.Change(desktest.Ctx, s.b, desktest.Assigns("class=11-В")); err != nil {
		t.Fatal(err)
	}
	testKeyed := r.SchoolKey().Clone()
	mustClose(t, r)
	sealedKey = testKeyed
	s.content = desktest.MustRead(t, path)
	return s
}

// sealedKey opens the registry that makeSealed made last: its key has changed once.
var sealedKey *registrar.SchoolKey

func sealedOptions() registrar.Options {
	o := desktest.Options()
	o.Key = sealedKey
	return o
}

// giveAccess puts an access there whose password nobody has to pay for.
func giveAccess(t testing.TB, r *registrar.Registrar, id string) {
	t.Helper()
	if err := r.GiveAccess(desktest.Ctx, id, "DFGJ-2346-QRSU"); err != nil {
		t.Fatal(err)
	}
}

// leavePending leaves what a graduate has filled in, whatever the program would let
// this graduate fill in.
func leavePending(t testing.TB, r *registrar.Registrar, id string, changes ...registrar.FieldChange) {
	t.Helper()
	plain, err := registry.Marshal("pending change", registry.PendingBody{At: desktest.Noon, Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	p := sqlite.Pending{Graduate: id}
	if p.ID, err = registry.LongID(r.Options().Rand); err != nil {
		t.Fatal(err)
	}
	if p.Body, err = vault.Seal(r.Options().Rand, r.KeyOf(id), registry.PendingPlace(id, p.ID), plain); err != nil {
		t.Fatal(err)
	}
	if err := r.DB().Update(desktest.Ctx, func(tx *sqlite.Tx) error { return tx.AddPending(p) }); err != nil {
		t.Fatal(err)
	}
}

// verdict is what opening says of a registry, and what the doctor does.
func verdict(t testing.TB, path string, o registrar.Options) (code string, ills []registrar.Ill) {
	t.Helper()
	ills = examined(t, path, o)
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
	if err != nil {
		code = data.CodeOf(err)
		if code == "" {
			t.Errorf("opening fails without a sentence: %v", err)
		}
	} else {
		r.Close()
	}
	return code, ills
}

// examined is what the doctor says of a registry, whatever opening does.
func examined(t testing.TB, path string, o registrar.Options) []registrar.Ill {
	t.Helper()
	o.Examine = true
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
	if err != nil {
		return []registrar.Ill{{Code: data.CodeOf(err)}}
	}
	defer r.Close()
	ills, err := r.Doctor(desktest.Ctx)
	if err != nil {
		t.Errorf("doctor: %v", err)
	}
	return ills
}

func codesOf(ills []registrar.Ill) []string {
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
	{"event", "body", "kind = 'school.changed'"}, {"event", "record", "graduate = ?1"}, {"event", "mac", "graduate = ?1"}, {"event", "mac", "kind = 'school.changed'"},
	{"event", "digest", "graduate = ?1"}, {"event", "hash", "graduate = ?1"}, {"event", "hash", "seq = (SELECT max(seq) FROM event)"},
	{"event_key", "wrapped", "generation = 1"}, {"event_key", "wrapped", "generation = 2"},
	{"slot", "account", "true"}, {"slot", "body", "true"}, {"slot", "tokens", "true"},
	{"graduate", "trust", "id = ?1"}, {"vouch", "body", "name = 'statement'"}, {"vouch", "body", "name = 'settings'"},
	{"access", "secret", "graduate = ?1"}, {"access", "slot", "graduate = ?1"}, {"access", "tag", "graduate = ?1"}, {"former_key", "wrapped", "graduate = ?1"}, {"attachment", "body", "graduate = ?1"}, {"pending", "body", "graduate = ?1"}, {"fingerprint", "value", "graduate = ?1"},
	{"setting", "body", "name = 'school'"}, {"setting", "body", "name = 'identity'"}, {"setting", "body", "name = 'login'"},
	{"setting", "body", "name = 'campaign'"}, {"setting", "body", "name = 'signing'"},
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
		"pending": "seq", "fingerprint": "graduate", "setting": "name", "vouch": "name", "former_key": "graduate", "attachment": "id"}[table]
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
