package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"graduand/data"
)

var noon = time.Date(2020, 2, 10, 12, 0, 0, 0, time.UTC)

func mustCreate(t *testing.T) *DB {
	t.Helper()
	db, err := Create(context.Background(), filepath.Join(t.TempDir(), "школа №1 (копія).graduand"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func mustUpdate(t *testing.T, db *DB, f func(*Tx) error) {
	t.Helper()
	if err := db.Update(context.Background(), f); err != nil {
		t.Fatal(err)
	}
}

func graduates(t *testing.T, db *DB) map[string]Record {
	t.Helper()
	all := map[string]Record{}
	err := db.Graduates(context.Background(), func(r Record) error { all[r.ID] = r; return nil })
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestUpdateIsWholeOrAbsent(t *testing.T) {
	db := mustCreate(t)
	stop := errors.New("stop")
	err := db.Update(context.Background(), func(tx *Tx) error {
		if err := tx.PutGraduate(Record{ID: "a", Rev: 1, Body: []byte("body"), Wrapped: nil2()}); err != nil {
			return err
		}
		if err := tx.AddEvent(Event{Seq: 1, Digest: nil2(), Hash: nil2(), At: noon, Kind: "k", Graduate: "a", Rev: 1, Body: []byte("{}")}); err != nil {
			return err
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Fatalf("got %v", err)
	}
	if n := len(graduates(t, db)); n != 0 {
		t.Errorf("%d graduates were left behind", n)
	}
	if err := db.Events(context.Background(), "", func(Event) error { return errors.New("an event was left behind") }); err != nil {
		t.Error(err)
	}
}

func TestReopenKeepsEverything(t *testing.T) {
	db := mustCreate(t)
	mustUpdate(t, db, func(tx *Tx) error {
		return errors.Join(tx.PutGraduate(Record{ID: "a", Rev: 1, Body: []byte("one"), Wrapped: nil2()}), tx.PutGraduate(Record{ID: "a", Rev: 2, Body: []byte("two"), Wrapped: nil2()}),
			tx.PutSetting(Record{ID: "school", Rev: 1, Body: []byte("s"), Wrapped: nil2()}), tx.SetFingerprints("a", true, []Fingerprint{{"phone", []byte{1}}}),
			tx.AddEvent(Event{Seq: 1, Digest: nil2(), Hash: nil2(), At: noon, Kind: "k", Graduate: "a", Rev: 2, Body: []byte("{}")}))
	})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(db.Path() + "-*"); len(left) > 0 {
		t.Errorf("a closed registry is one file, found %v", left)
	}
	again, err := Open(context.Background(), db.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if r := graduates(t, again)["a"]; r.Rev != 2 || string(r.Body) != "two" {
		t.Errorf("got %+v", r)
	}
	if s, err := again.Setting(context.Background(), "school"); err != nil || string(s.Body) != "s" {
		t.Errorf("setting %+v, %v", s, err)
	}
	err = again.Events(context.Background(), "a", func(e Event) error {
		if e.Seq != 1 || !e.At.Equal(noon) || e.Rev != 2 {
			t.Errorf("event %+v", e)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	if faults, err := again.Integrity(context.Background()); err != nil || len(faults) > 0 {
		t.Errorf("faults %v, %v", faults, err)
	}
}

func TestConflicts(t *testing.T) {
	db := mustCreate(t)
	mustUpdate(t, db, func(tx *Tx) error {
		return errors.Join(tx.PutGraduate(Record{ID: "a", Rev: 1, Body: nil2(), Wrapped: nil2()}), tx.PutGraduate(Record{ID: "b", Rev: 1, Body: nil2(), Wrapped: nil2()}),
			tx.SetFingerprints("a", true, []Fingerprint{{"document_number", []byte("x")}}))
	})
	for name, c := range map[string]struct {
		change func(*Tx) error
		code   string
	}{
		"a stale revision": {func(tx *Tx) error { return tx.PutGraduate(Record{ID: "a", Rev: 3, Body: nil2(), Wrapped: nil2()}) }, "registry.conflict"},
		"a stale setting": {func(tx *Tx) error {
			return errors.Join(tx.PutSetting(Record{ID: "s", Rev: 1, Body: nil2(), Wrapped: nil2()}), tx.PutSetting(Record{ID: "s", Rev: 3, Body: nil2(), Wrapped: nil2()}))
		}, "registry.conflict"},
		"F-18 the fingerprint of another": {func(tx *Tx) error {
			return tx.SetFingerprints("b", true, []Fingerprint{{"document_number", []byte("x")}})
		}, "registry.duplicate"},
	} {
		if err := db.Update(context.Background(), c.change); data.CodeOf(err) != c.code {
			t.Errorf("%s: got %v", name, err)
		}
	}
	mustUpdate(t, db, func(tx *Tx) error { return tx.SetFingerprints("a", false, nil) })
	mustUpdate(t, db, func(tx *Tx) error {
		return tx.SetFingerprints("b", true, []Fingerprint{{"document_number", []byte("x")}})
	})
}

func nil2() []byte { return []byte("{}") }

func TestRefusals(t *testing.T) {
	folder := t.TempDir()
	write := func(name string, content []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	header := func(application, version uint32) []byte {
		head := make([]byte, 4096)
		copy(head, "SQLite format 3\x00")
		binary.BigEndian.PutUint32(head[68:], application)
		binary.BigEndian.PutUint32(head[60:], version)
		return head
	}
	for name, c := range map[string]struct{ path, code string }{
		"no file":            {filepath.Join(folder, "absent"), "registry.cannot_open"},
		"no folder":          {filepath.Join(folder, "absent", "x"), "registry.no_folder"},
		"an empty file":      {write("empty", nil), "registry.not_a_registry"},
		"a text":             {write("text", bytes.Repeat([]byte("abc"), 100)), "registry.not_a_registry"},
		"a foreign database": {write("foreign", header(7, 0)), "registry.not_a_registry"},
		"a newer registry":   {write("newer", header(applicationID, 99)), "registry.too_new"},
		"a damaged registry": {write("damaged", header(applicationID, 1)), "registry.damaged"},
	} {
		before, _ := os.ReadFile(c.path)
		if db, err := Open(context.Background(), c.path); data.CodeOf(err) != c.code {
			t.Errorf("%s: got %v", name, err)
			if err == nil {
				db.Close()
			}
		}
		if after, _ := os.ReadFile(c.path); sha256.Sum256(after) != sha256.Sum256(before) {
			t.Errorf("%s: the file was changed", name)
		}
	}
	taken := write("taken", []byte("precious"))
	if _, err := Create(context.Background(), taken); data.CodeOf(err) != "registry.exists" {
		t.Errorf("create over a file: %v", err)
	}
	if content, _ := os.ReadFile(taken); string(content) != "precious" {
		t.Error("create changed the file that was there")
	}
}

func TestSecondOpenIsRefused(t *testing.T) {
	db := mustCreate(t)
	mustUpdate(t, db, func(tx *Tx) error { return tx.PutSetting(Record{ID: "s", Rev: 1, Body: nil2(), Wrapped: nil2()}) })
	if _, err := Open(context.Background(), db.Path()); data.CodeOf(err) != "registry.open_by" {
		t.Errorf("got %v", err)
	}
}

func TestMigrations(t *testing.T) {
	ctx := context.Background()
	first := migrations()
	second := append(first[:len(first):len(first)], migration{"next.sql", "CREATE TABLE extra (x TEXT) STRICT"})
	broken := append(first[:len(first):len(first)], migration{"broken.sql", "CREATE TABLE half (x TEXT) STRICT; CREATE TABLE half (x TEXT) STRICT"})
	db := mustCreate(t)
	mustUpdate(t, db, func(tx *Tx) error {
		return tx.PutGraduate(Record{ID: "a", Rev: 1, Body: []byte("one"), Wrapped: nil2()})
	})
	if err := db.applyFrom(ctx, broken); err == nil {
		t.Fatal("a broken migration went through")
	}
	db.Close()

	next, err := open(ctx, db.Path(), second)
	if err != nil {
		t.Fatalf("a failed migration must leave nothing behind: %v", err)
	}
	if version, err := next.storedVersion(ctx); err != nil || version != len(first) {
		t.Errorf("opening alone has changed the tables: version %d, %v", version, err)
	}
	if err := next.applyFrom(ctx, second); err != nil {
		t.Fatal(err)
	}
	if r := graduates(t, next)["a"]; string(r.Body) != "one" {
		t.Errorf("the record after the migration: %+v", r)
	}
	next.Close()
	if _, err := Open(ctx, db.Path()); data.CodeOf(err) != "registry.too_new" {
		t.Errorf("an older program opened a newer registry: %v", err)
	}
	second[0].sql += " "
	if _, err := open(ctx, db.Path(), second); err == nil {
		t.Error("a migration with another text was not noticed")
	}
}

func TestPragmasAreReadBack(t *testing.T) {
	pool, err := sql.Open("sqlite", "file:"+filepath.Join(t.TempDir(), "x")+"?_pragma=synchronous(NORMAL)")
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	if err := (&DB{sql: pool}).checkPragmas(context.Background()); err == nil {
		t.Error("a connection with weaker settings was accepted")
	}
}

// The exclusive lock makes the shared-memory file needless: an open registry is the
// file and its log.
func TestOpenRegistryIsTwoFiles(t *testing.T) {
	db := mustCreate(t)
	mustUpdate(t, db, func(tx *Tx) error { return tx.PutSetting(Record{ID: "s", Rev: 1, Body: nil2(), Wrapped: nil2()}) })
	db.Close()
	again, err := Open(context.Background(), db.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	mustUpdate(t, again, func(tx *Tx) error { return tx.PutSetting(Record{ID: "s", Rev: 2, Body: nil2(), Wrapped: nil2()}) })
	if found, _ := filepath.Glob(db.Path() + "-shm"); len(found) > 0 {
		t.Errorf("found %v", found)
	}
}

// A full disk is told apart from a broken one, loses nothing that was acknowledged, and
// is no end: with room again the work goes on.
func TestDiskFull(t *testing.T) {
	db := mustCreate(t)
	mustUpdate(t, db, func(tx *Tx) error { return tx.PutSetting(Record{ID: "s", Rev: 1, Body: nil2()}) })
	limit := func(pages int) {
		if _, err := db.sql.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages)); err != nil {
			t.Fatal(err)
		}
	}
	limit(1) // SQLite takes it for the present size
	big := bytes.Repeat([]byte{1}, 1<<20)
	put := func() error {
		return db.Update(context.Background(), func(tx *Tx) error { return tx.PutSetting(Record{ID: "big", Rev: 1, Body: big}) })
	}
	if err := put(); data.CodeOf(err) != "registry.disk_full" {
		t.Fatalf("a full disk says %v", err)
	}
	if s, err := db.Setting(context.Background(), "s"); err != nil || s.Rev != 1 {
		t.Errorf("what was there: %+v, %v", s, err)
	}
	limit(1 << 20)
	if err := put(); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

// A folder may go between the look at a registry and its opening: that is told, in words for people.
func TestARegistryThatIsGoneIsNoFaultOfTheProgram(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gone", "school.graduand")
	for name, open := range map[string]func(context.Context, string) (*DB, error){
		"open": func(ctx context.Context, path string) (*DB, error) { return openOnce(ctx, path, migrations()) }, "copy": OpenCopy,
	} {
		if _, err := open(t.Context(), path); data.CodeOf(err) != "registry.cannot_open" || !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
