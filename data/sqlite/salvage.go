package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"graduand/data"
)

// A page that is spoilt ends every walk over its table there. What lies behind it is asked
// for row by row: each of another page is found.

// eachEvent gives the events to f in their order, those of spoilt pages left out. query is
// one over event without its end.
func (db *DB) eachEvent(ctx context.Context, what, query string, f func(*sql.Rows) (seq int64, err error)) error {
	seen := int64(0)
	take := func(rows *sql.Rows) (err error) {
		seen, err = f(rows)
		return err
	}
	err := db.each(ctx, what, query+" ORDER BY seq", take)
	if data.CodeOf(err) != "registry.damaged" {
		return err
	}
	last, _, unknown := db.LastSeq(ctx)
	if unknown != nil {
		return err
	}
	for seq := seen + 1; seq <= last; seq++ {
		one := db.each(ctx, what, query+" WHERE seq = ?", take, seq)
		if one != nil && data.CodeOf(one) != "registry.damaged" {
			return one
		}
	}
	return nil
}

// SoundSettings are [DB.Settings] of a registry in which pages are spoilt: those that can be
// read from both ends of the table. No key is looked for: a comparison would read the row that
// is spoilt.
func (db *DB) SoundSettings(ctx context.Context) ([]Record, error) {
	found := map[string]Record{}
	for _, end := range []string{" ASC", " DESC"} {
		err := db.each(ctx, "settings", selectSettings+end, func(rows *sql.Rows) error {
			var r Record
			if err := rows.Scan(&r.ID, &r.Rev, &r.Body); err != nil {
				return err
			}
			found[r.ID] = r
			return nil
		})
		if err != nil && data.CodeOf(err) != "registry.damaged" {
			return nil, err
		}
	}
	return slices.Collect(maps.Values(found)), nil
}

// tables are those of a registry, each after what its rows refer to.
var tables = []string{"setting", "slot", "event_key", "vouch", "graduate", "former_key", "access", "pending", "attachment", "event", "fingerprint"}

// CopySound is [DB.CopyTo] of a registry in which pages are spoilt: it copies what can be
// read from both ends of every table, and what refers to nothing that is lost.
func (db *DB) CopySound(ctx context.Context, path string) error {
	return Build(ctx, path, func(fresh *DB) error {
		for _, table := range tables {
			if err := db.copyRows(ctx, fresh, table); err != nil {
				return err
			}
		}
		return nil
	})
}

// copyRows copies the rows of a table that can be read from either end.
func (db *DB) copyRows(ctx context.Context, fresh *DB, table string) error {
	columns, keys, err := db.columnsOf(ctx, table)
	if err != nil {
		return err
	}
	insert := "INSERT OR IGNORE INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES (?" + strings.Repeat(", ?", len(columns)-1) + ")"
	return fresh.Update(ctx, func(tx *Tx) error {
		for _, end := range []string{" ASC", " DESC"} {
			query := "SELECT " + strings.Join(columns, ", ") + " FROM " + table + " ORDER BY " + strings.Join(keys, end+", ") + end
			err := db.each(ctx, table, query, func(rows *sql.Rows) error { return tx.copyRow(rows, table, insert, len(columns)) })
			if data.CodeOf(err) != "registry.damaged" {
				return err
			}
		}
		return nil
	})
}

// copyRow copies one row, unless what it refers to is lost.
func (tx *Tx) copyRow(rows *sql.Rows, table, insert string, n int) error {
	values, into := make([]any, n), make([]any, n)
	for i := range values {
		into[i] = &values[i]
	}
	if err := rows.Scan(into...); err != nil {
		return err
	}
	for i, v := range values {
		// The driver gives an empty body as none, and takes that for NULL.
		if body, is := v.([]byte); is {
			values[i] = orEmpty(body)
		}
	}
	if _, err := tx.exec(insert, values...); err != nil && !isConstraint(err) {
		return fmt.Errorf("copy %s: %w", table, err)
	}
	return nil
}

// columnsOf are the columns of a table, and those by which its rows are found, in the order of the index: SQLite would
// read all rows to put them in any other, and end where the first is spoilt.
func (db *DB) columnsOf(ctx context.Context, table string) (columns, keys []string, err error) {
	const query = "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid"
	err = db.each(ctx, "columns of "+table, query, func(rows *sql.Rows) error {
		var name string
		var place int
		if err := rows.Scan(&name, &place); err != nil {
			return err
		}
		columns = append(columns, name)
		if place > 0 {
			keys = append(keys, make([]string, max(0, place-len(keys)))...)
			keys[place-1] = name
		}
		return nil
	}, table)
	return columns, keys, err
}
