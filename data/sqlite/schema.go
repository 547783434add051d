package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"graduand/data"
)

// checkSchema refuses a registry that has anything but the tables and indexes of its
// version: a trigger that somebody has planted would run with every change, and keep
// what is erased. The refusal, registry.foreign_schema, names the first such thing.
func (db *DB) checkSchema(ctx context.Context, applied []migration) error {
	want, err := modelOf(ctx, applied)
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
	}
	for name := range want {
		if _, has := got[name]; !has {
			return data.Fail("registry.foreign_schema", data.Args{"file": filepath.Base(db.path), "name": name})
		}
	}
	return nil
}

// models are what every version should declare, by what was applied to come there. To find out
// takes more than all else that is done to open a small registry, and each is opened twice: to
// see whose it is, and to sign in.
var models sync.Map

// modelOf is what a file to which these were applied should declare; nobody changes it.
func modelOf(ctx context.Context, applied []migration) (map[string]string, error) {
	var all strings.Builder
	for _, m := range applied {
		all.WriteString(m.sql)
	}
	if known, is := models.Load(all.String()); is {
		return known.(map[string]string), nil
	}
	model, err := makeModel(ctx, applied)
	if err == nil {
		models.Store(all.String(), model)
	}
	return model, err
}

func makeModel(ctx context.Context, applied []migration) (declared map[string]string, err error) {
	model, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, fmt.Errorf("open model of the schema: %w", err)
	}
	defer func() { err = errors.Join(err, model.Close()) }()
	model.SetMaxOpenConns(1)
	if len(applied) > 0 {
		if _, err := model.ExecContext(ctx, bookkeeping); err != nil {
			return nil, fmt.Errorf("make model of the schema: %w", err)
		}
	}
	for _, m := range applied {
		if _, err := model.ExecContext(ctx, m.sql); err != nil {
			return nil, fmt.Errorf("make model of the schema: %w", err)
		}
	}
	return schemaOf(ctx, model)
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
