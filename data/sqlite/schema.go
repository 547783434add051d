package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"

	"graduand/data"
)

// checkSchema refuses a registry that has anything but the tables and indexes of its
// version: a trigger that somebody has planted would run with every change, and keep
// what is erased. The refusal, registry.foreign_schema, names the first such thing.
func (db *DB) checkSchema(ctx context.Context, applied []migration) (err error) {
	model, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return fmt.Errorf("open model of the schema: %w", err)
	}
	defer func() { err = errors.Join(err, model.Close()) }()
	model.SetMaxOpenConns(1)
	if len(applied) > 0 {
		if _, err := model.ExecContext(ctx, bookkeeping); err != nil {
			return fmt.Errorf("make model of the schema: %w", err)
		}
	}
	for _, m := range applied {
		if _, err := model.ExecContext(ctx, m.sql); err != nil {
			return fmt.Errorf("make model of the schema: %w", err)
		}
	}
	want, err := schemaOf(ctx, model)
	if err != nil {
		return err
	}
	got, err := schemaOf(ctx, db.sql)
	if err != nil {
		return explain(err, db.path)
	}
	for name, text := range got {
		if want[name] != text {
			return data.Fail("registry.foreign_schema", data.Args{"file": filepath.Base(db.path), "name": name})
		}
		delete(want, name)
	}
	for name := range want {
		return data.Fail("registry.foreign_schema", data.Args{"file": filepath.Base(db.path), "name": name})
	}
	return nil
}

// schemaOf is everything that a database file declares, by kind and name.
func schemaOf(ctx context.Context, pool *sql.DB) (map[string]string, error) {
	rows, err := pool.QueryContext(ctx, "SELECT type || ' ' || name, tbl_name || ' ' || coalesce(sql, '') FROM sqlite_master")
	if err != nil {
		return nil, fmt.Errorf("read schema: %w", err)
	}
	defer rows.Close()
	found := map[string]string{}
	for rows.Next() {
		var name, text string
		if err := rows.Scan(&name, &text); err != nil {
			return nil, fmt.Errorf("read schema: %w", err)
		}
		found[name] = text
	}
	return found, rows.Err()
}
