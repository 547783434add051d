package sqlite

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"graduand/data"
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

// migrate applies what the file lacks, each step in one transaction with its
// bookkeeping. A file that already holds data is copied to the automatic backups first.
func (db *DB) migrate(ctx context.Context, all []migration) error {
	var version int
	if err := db.sql.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return fmt.Errorf("read schema version: %w", err)
	}
	if version > len(all) {
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
	if version > 0 && version < len(all) {
		if err := db.keepBefore(ctx, version+1); err != nil {
			return err
		}
	}
	for i := version; i < len(all); i++ {
		if err := db.apply(ctx, i+1, all[i]); err != nil {
			return fmt.Errorf("apply migration %s: %w", all[i].name, err)
		}
	}
	if version == len(all) {
		return nil
	}
	return db.settle(ctx)
}

// BackupFolder is where the automatic backups of a registry lie.
func BackupFolder(registry string) string {
	return strings.TrimSuffix(registry, Extension) + "-backups"
}

// ExtensionBackup ends the name of a backup.
const ExtensionBackup = ".graduand-backup"

// keepBefore keeps a copy from before a migration among the automatic backups.
func (db *DB) keepBefore(ctx context.Context, version int) error {
	folder := BackupFolder(db.path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return data.FailWith(err, "file.cannot_write", data.Args{"file": folder})
	}
	name := fmt.Sprintf("%s_before-%d%s", time.Now().Format("2006-01-02_15-04-05.000000"), version, ExtensionBackup)
	return db.CopyTo(ctx, filepath.Join(folder, name))
}

// settle writes the log back into the file, so that its header names the schema
// even if the program dies before it closes.
func (db *DB) settle(ctx context.Context) error {
	if _, err := db.sql.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		return fmt.Errorf("settle registry: %w", err)
	}
	return nil
}

func (db *DB) compareChecksums(ctx context.Context, applied []migration) error {
	for i, m := range applied {
		var sum string
		err := db.sql.QueryRowContext(ctx, "SELECT checksum FROM migration WHERE version = ?", i+1).Scan(&sum)
		if err != nil {
			return fmt.Errorf("read checksum of migration %s: %w", m.name, err)
		}
		if sum != m.checksum() {
			return data.FailWith(fmt.Errorf("check migration %s: the file was made with another text of it", m.name),
				"registry.other_schema", data.Args{"file": filepath.Base(db.path)})
		}
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
	if _, err := db.sql.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return explain(fmt.Errorf("copy registry to %s: %w", path, err), path)
	}
	return nil
}

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

// RoomFor fails with registry.no_room when the drive of path cannot take a copy of the
// registry.
func (db *DB) RoomFor(path string) error {
	info, err := os.Stat(db.path)
	if err != nil {
		return fmt.Errorf("measure registry: %w", err)
	}
	free, err := freeBytes(filepath.Dir(path))
	if err != nil {
		return data.FailWith(err, "registry.no_folder", data.Args{"folder": filepath.Dir(path)})
	}
	if needed := uint64(info.Size()) + reserve; free < needed {
		return data.Fail("registry.no_room", data.Args{"folder": filepath.Dir(path), "needed": needed >> 20, "free": free >> 20})
	}
	return nil
}

// reserve is left free on a drive beyond a copy, in bytes: for what the log holds.
const reserve = 8 << 20
