package sqlite

import (
	"context"
	"errors"
	"fmt"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

func isConstraint(err error) bool {
	var e *driver.Error
	return errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_CONSTRAINT
}

// Integrity asks SQLite to read the whole file: damaged pages, broken indexes,
// dangling references. It returns one line a fault, none for a sound file.
func (db *DB) Integrity(ctx context.Context) ([]string, error) {
	var faults []string
	for _, check := range []string{"PRAGMA integrity_check", "SELECT 'dangling ' || \"table\" || ' ' || coalesce(rowid, '') FROM pragma_foreign_key_check"} {
		found, err := db.lines(ctx, check)
		if err != nil {
			return nil, explain(fmt.Errorf("check registry: %w", err), db.path)
		}
		faults = append(faults, found...)
	}
	return faults, nil
}

func (db *DB) lines(ctx context.Context, query string) ([]string, error) {
	rows, err := db.sql.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, err
		}
		if line != "ok" {
			found = append(found, line)
		}
	}
	return found, rows.Err()
}

// Fingerprints gives every stored fingerprint with its graduate to f.
func (db *DB) Fingerprints(ctx context.Context, f func(graduate string, p Fingerprint) error) error {
	rows, err := db.sql.QueryContext(ctx, "SELECT graduate, kind, value FROM fingerprint ORDER BY graduate, kind")
	if err != nil {
		return explain(fmt.Errorf("read fingerprints: %w", err), db.path)
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		var p Fingerprint
		if err := rows.Scan(&id, &p.Kind, &p.Value); err != nil {
			return fmt.Errorf("read fingerprint: %w", err)
		}
		if err := f(id, p); err != nil {
			return err
		}
	}
	return explain(rows.Err(), db.path)
}
