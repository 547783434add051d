package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

func isConstraint(err error) bool {
	var e *driver.Error
	return errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_CONSTRAINT
}

func isCorrupt(err error) bool {
	var e *driver.Error
	return errors.As(err, &e) && (e.Code()&0xff == sqlite3.SQLITE_CORRUPT || e.Code()&0xff == sqlite3.SQLITE_NOTADB)
}

// isMisread reports a value that is not of its column's type, or a row that is missing
// where there is one in every registry. The package that reads rows has no error of its
// own for the former, only these words.
func isMisread(err error) bool {
	return errors.Is(err, sql.ErrNoRows) || strings.Contains(err.Error(), "sql: Scan error on column")
}

// Integrity asks SQLite to read the whole file: damaged pages, broken indexes,
// dangling references. It returns one line a fault, none for a sound file, and fails for
// other reasons than damage only. A line begins with the table that it is about, where
// that is known.
func (db *DB) Integrity(ctx context.Context) ([]string, error) {
	tables, roots, err := db.tables(ctx)
	if err != nil {
		return nil, explain(fmt.Errorf("check registry: %w", err), db.path)
	}
	var e examination
	if err := e.run(ctx, db, "", "PRAGMA integrity_check"); err != nil {
		return nil, err
	}
	for i := range e.faults {
		e.faults[i] = nameTree(e.faults[i], roots)
	}
	for _, table := range tables {
		if err := e.run(ctx, db, table, "SELECT 'dangling ' || coalesce(rowid, '') FROM pragma_foreign_key_check("+quote(table)+")"); err != nil {
			return nil, err
		}
	}
	if len(e.faults) == 0 {
		return e.ended, nil
	}
	slices.Sort(e.faults)
	return slices.Compact(e.faults), nil
}

// examination gathers what the checks say. Damage ends a check where it is met, so ended
// says something only where no fault does: a check of one table reads others too.
type examination struct{ faults, ended []string }

func (e *examination) run(ctx context.Context, db *DB, table, query string) error {
	about := ""
	if table != "" {
		about = table + ": "
	}
	found, err := db.lines(ctx, query)
	for _, line := range found {
		e.faults = append(e.faults, about+line)
	}
	if isCorrupt(err) {
		e.ended = append(e.ended, about+err.Error())
		return nil
	}
	return explain(err, db.path)
}

// tree begins a fault that SQLite tells by a tree of pages, after the number of its first.
var tree = regexp.MustCompile(`^Tree (\d+)\b`)

// nameTree puts the table in front of a fault that SQLite tells by its tree alone.
func nameTree(fault string, roots map[string]string) string {
	if m := tree.FindStringSubmatch(fault); m != nil && roots[m[1]] != "" {
		return roots[m[1]] + ": " + fault
	}
	return fault
}

// tables are the names of all tables, and the table of each tree, by the number of its
// first page.
func (db *DB) tables(ctx context.Context) (names []string, roots map[string]string, err error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT type, tbl_name, rootpage FROM sqlite_master WHERE rootpage > 0 ORDER BY tbl_name")
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	roots = map[string]string{}
	for rows.Next() {
		var kind, table, root string
		if err := rows.Scan(&kind, &table, &root); err != nil {
			return nil, nil, err
		}
		if roots[root] = table; kind == "table" {
			names = append(names, table)
		}
	}
	return names, roots, rows.Err()
}

func quote(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// lines are what a check says, up to where it failed.
func (db *DB) lines(ctx context.Context, query string) (found []string, err error) {
	rows, err := db.sql.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var said string
		if err := rows.Scan(&said); err != nil {
			return found, err
		}
		for _, line := range strings.Split(said, "\n") {
			if line != "ok" && !strings.HasPrefix(line, "***") {
				found = append(found, line)
			}
		}
	}
	return found, rows.Err()
}

// Fingerprints gives every stored fingerprint with its graduate to f.
func (db *DB) Fingerprints(ctx context.Context, f func(graduate string, p Fingerprint) error) error {
	return db.each(ctx, "fingerprints", "SELECT graduate, kind, value FROM fingerprint ORDER BY graduate, kind", func(rows *sql.Rows) error {
		var id string
		var p Fingerprint
		if err := rows.Scan(&id, &p.Kind, &p.Value); err != nil {
			return err
		}
		return f(id, p)
	})
}
