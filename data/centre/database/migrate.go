package database

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"

	"graduand/data"
)

//go:embed migration/*.sql
var migrationFiles embed.FS

// migrations are the steps of the tables in the order of their file names, 0001 first; the place in
// the list is the version.
func migrations() (all []string, err error) {
	names, err := fs.Glob(migrationFiles, "migration/*.sql")
	if err != nil {
		return nil, fmt.Errorf("list embedded migrations: %w", err)
	}
	for _, name := range names {
		text, err := migrationFiles.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read embedded migration: %w", err)
		}
		all = append(all, string(text))
	}
	return all, nil
}

// migrate applies the steps that the database lacks, all in one transaction. One that a newer program
// has changed, or whose steps were others, is refused with centre.other_database.
func (db *DB) migrate(ctx context.Context) error {
	all, err := migrations()
	if err != nil {
		return err
	}
	return db.Write(ctx, func(t *Tx) error {
		if err := t.Lock("migration"); err != nil {
			return err
		}
		if err := t.Exec(db.typed("CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, checksum TEXT NOT NULL)")); err != nil {
			return cannotOpen(err)
		}
		done, err := t.applied(all)
		if err != nil {
			return err
		}
		for i := done; i < len(all); i++ {
			if err := t.apply(i+1, all[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func checksum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// applied counts the steps that the database has had.
func (t *Tx) applied(all []string) (n int, err error) {
	err = t.Each("SELECT version, checksum FROM migration ORDER BY version", nil, func(scan func(...any) error) error {
		var version int
		var sum string
		if err := scan(&version, &sum); err != nil {
			return err
		}
		if n++; version != n || n > len(all) || sum != checksum(all[n-1]) {
			return data.Fail("centre.other_database", nil)
		}
		return nil
	})
	return n, err
}

func (t *Tx) apply(version int, text string) error {
	for statement := range strings.SplitSeq(text, ";\n") {
		if strings.TrimSpace(statement) == "" {
			continue
		}
		if err := t.Exec(t.db.typed(statement)); err != nil {
			return fmt.Errorf("apply migration %d: %w", version, err)
		}
	}
	return t.Exec("INSERT INTO migration (version, checksum) VALUES (?, ?)", version, checksum(text))
}

// typed says the types of a table as PostgreSQL has them: numbers of 64 bits, and texts that sort
// octet by octet whatever language the database was made in.
func (db *DB) typed(statement string) string {
	if !db.shared {
		return statement
	}
	return strings.NewReplacer(" INTEGER", " BIGINT", " TEXT", ` TEXT COLLATE "C"`).Replace(statement)
}
