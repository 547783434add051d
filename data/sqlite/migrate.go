package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/file"
)

//go:embed migration/*.sql
var migrationFiles embed.FS

// migration is one step of the schema. Its place in the list is its version.
type migration struct {
	name string
	sql  string
}

// migrations are all steps in the order of their file names, 0001 first.
func migrations() []migration {
	names, err := fs.Glob(migrationFiles, "migration/*.sql")
	if err != nil {
		panic(fmt.Errorf("list embedded migrations: %w", err))
	}
	all := make([]migration, len(names))
	for i, name := range names {
		text, err := migrationFiles.ReadFile(name)
		if err != nil {
			panic(fmt.Errorf("read embedded migration: %w", err))
		}
		all[i] = migration{name: path.Base(name), sql: string(text)}
	}
	return all
}

func (m migration) checksum() string {
	sum := sha256.Sum256([]byte(m.sql))
	return hex.EncodeToString(sum[:])
}

// migrate gives a new file its tables. A file of a former version is only checked, and
// left as it is until [DB.Upgrade].
func (db *DB) migrate(ctx context.Context, all []migration) error {
	version, err := db.storedVersion(ctx)
	if err != nil {
		return err
	}
	// A log beside the file may say otherwise than the header that was inspected.
	if version < 0 || version > len(all) {
		return tooNew(db.path, version)
	}
	if version > 0 {
		if err := db.compareChecksums(ctx, all[:version]); err != nil {
			return err
		}
	}
	if err := db.checkSchema(ctx, all[:version]); err != nil {
		return err
	}
	db.version = version
	if version > 0 {
		return nil
	}
	return db.applyFrom(ctx, all)
}

func (db *DB) storedVersion(ctx context.Context) (version int, err error) {
	if err := db.sql.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, fmt.Errorf("read schema version: %w", err)
	}
	return version, nil
}

// Former says that the file has the tables of a former version of the program.
func (db *DB) Former() bool { return db.version < len(migrations()) }

// Upgrade brings the tables up to date, each step in one transaction with its
// bookkeeping. It is for a copy: what the school vouches for is missing in it then.
func (db *DB) Upgrade(ctx context.Context) error { return db.applyFrom(ctx, migrations()) }

// applyFrom applies the steps that the file lacks. What the disk refuses has its sentence.
func (db *DB) applyFrom(ctx context.Context, all []migration) error {
	for i := db.version; i < len(all); i++ {
		if err := db.apply(ctx, i+1, all[i]); err != nil {
			return explain(fmt.Errorf("apply migration %s: %w", all[i].name, err), db.path)
		}
		db.version = i + 1
	}
	return explain(db.settle(ctx), db.path)
}

// settle writes the log back into the file, so that its header names the schema
// even if the program dies before it closes.
func (db *DB) settle(ctx context.Context) error {
	if _, err := db.sql.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		return fmt.Errorf("settle registry: %w", err)
	}
	return nil
}

// compareChecksums refuses a file whose bookkeeping is not that of the steps that it had.
func (db *DB) compareChecksums(ctx context.Context, applied []migration) error {
	var stored, want []string
	err := db.each(ctx, "migrations", "SELECT version, substr(name, 1, 100), substr(checksum, 1, 100) FROM migration ORDER BY version LIMIT 1000", func(rows *sql.Rows) error {
		var version int
		var name, sum string
		err := rows.Scan(&version, &name, &sum)
		stored = append(stored, fmt.Sprint(version, " ", name, " ", sum))
		return err
	})
	if err != nil {
		return err
	}
	for i, m := range applied {
		want = append(want, fmt.Sprint(i+1, " ", m.name, " ", m.checksum()))
	}
	if !slices.Equal(stored, want) {
		return data.FailWith(fmt.Errorf("check migrations: %q, want %q", stored, want),
			"registry.other_schema", data.Args{"file": filepath.Base(db.path)})
	}
	return nil
}

// bookkeeping is the table of the migrations that a file has had.
const bookkeeping = "CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT"

func (db *DB) apply(ctx context.Context, version int, m migration) error {
	tx, err := db.sql.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	steps := []struct {
		query string
		args  []any
	}{
		{bookkeeping, nil},
		{m.sql, nil},
		{"INSERT INTO migration (version, name, checksum) VALUES (?, ?, ?)", []any{version, m.name, m.checksum()}},
		{fmt.Sprintf("PRAGMA application_id = %d", applicationID), nil},
		{fmt.Sprintf("PRAGMA user_version = %d", version), nil},
	}
	for _, s := range steps {
		if _, err := tx.ExecContext(ctx, s.query, s.args...); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// CopyTo writes a compact copy of the whole registry to a file that must not
// exist yet (VACUUM INTO): the only safe way to copy a registry that is open.
func (db *DB) CopyTo(ctx context.Context, path string) error {
	size, err := db.size()
	if err != nil {
		return db.steady(err)
	}
	pages := usualPage
	if size > muchLarger {
		pages = largePage
	}
	// It says what the copy is to have: that of a registry with a log never changes.
	_, err = db.sql.ExecContext(ctx, fmt.Sprintf("PRAGMA page_size = %d", pages))
	if err == nil {
		stop := file.Flush(path)
		_, err = db.sql.ExecContext(ctx, "VACUUM INTO ?", path)
		err = errors.Join(err, stop())
	}
	if err != nil {
		return db.steady(explain(fmt.Errorf("copy registry to %s: %w", path, err), path))
	}
	return db.steady(nil)
}

// The pages of a copy, in octets: SQLite's own, and large ones, in which a registry that is mostly photos, larger than
// muchLarger, is written and examined in half the time: the system is asked for an eighth as many.
const (
	usualPage  = 4 << 10
	largePage  = 32 << 10
	muchLarger = 64 << 20
)

// Scrub writes the whole file anew: what was deleted is then in no page of it, free or
// used, and not in the log.
func (db *DB) Scrub(ctx context.Context) error {
	for _, step := range []string{"PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		if _, err := db.sql.ExecContext(ctx, step); err != nil {
			return explain(fmt.Errorf("scrub registry: %w", err), db.path)
		}
	}
	return nil
}

// Forget empties the log, so that what a change has taken away is not in it either. The
// pages themselves lost it with the change (secure_delete).
func (db *DB) Forget(ctx context.Context) error {
	if _, err := db.sql.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		return explain(fmt.Errorf("empty the log: %w", err), db.path)
	}
	return nil
}

// RoomFor fails with registry.no_room when the drive of path cannot take a copy of the
// registry.
func (db *DB) RoomFor(path string) error {
	size, err := db.size()
	if err != nil {
		return err
	}
	return file.Room(filepath.Dir(path), size+reserve)
}

// reserve is left free on a drive beyond a copy, in bytes: for what the log holds.
const reserve = 8 << 20
