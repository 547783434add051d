// Package database is where a centre keeps what it knows in tables: an embedded SQLite, or a
// PostgreSQL that several programs on several machines share.
//
// The same SQL runs on both: plain statements with ? for arguments, INSERT … ON CONFLICT, and texts
// that compare octet by octet. What differs stands here: how arguments are numbered, the words of
// types, and how one program keeps out the others ([Tx.Lock]).
package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"sync"

	"graduand/data"
	"graduand/data/sqlite"
)

// DB is an open database.
type DB struct {
	sql    *sql.DB
	shared bool
	// numbered are the statements as PostgreSQL wants them, by how they are written here.
	numbered sync.Map
}

// Open opens the SQLite file at path, or, where dsn is not "", the PostgreSQL that it names
// (postgres://… or «host=… dbname=…»; the program has its driver by data/centre/postgres), and gives it
// the tables that it lacks. What cannot be opened is centre.database.
func Open(ctx context.Context, path, dsn string) (*DB, error) {
	// A program can have a registry open besides.
	if err := sqlite.PrepareDriver(); err != nil {
		return nil, err
	}
	driver, source := "sqlite", sqliteSource(path)
	if dsn != "" {
		driver, source = "pgx", dsn
	}
	opened, err := sql.Open(driver, source)
	if err != nil {
		return nil, cannotOpen(err)
	}
	db := &DB{sql: opened, shared: dsn != ""}
	if err := db.migrate(ctx); err != nil {
		return nil, errors.Join(err, opened.Close())
	}
	return db, nil
}

// cannotOpen keeps the cause for the log, and says it without the password that a DSN may have.
func cannotOpen(err error) error {
	return data.FailWith(err, "centre.database", nil)
}

// sqliteSource: a write transaction takes the lock when it begins and waits for it a minute, so that
// it never finds out later that another one was quicker; what is acknowledged survives a power cut.
func sqliteSource(path string) string {
	q := url.Values{"_txlock": {"immediate"}, "_pragma": {"busy_timeout(60000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(ON)"}}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath(), RawQuery: q.Encode()}).String()
}

// Close closes it.
func (db *DB) Close() error { return db.sql.Close() }

// Size is how many octets the tables have on the disk, their indexes with them; of a SQLite without what
// is still to be put into its file.
func (db *DB) Size(ctx context.Context) (octets int64, err error) {
	query := "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
	if db.shared {
		query = "SELECT COALESCE(SUM(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace"
	}
	err = db.Read(ctx, func(tx *Tx) error {
		_, err := tx.One(query, nil, &octets)
		return err
	})
	return octets, err
}

// Shared says that other programs, on other machines too, may work with it at the same time.
func (db *DB) Shared() bool { return db.shared }

// Tx is one transaction: all of it is done, or nothing.
type Tx struct {
	db  *DB
	ctx context.Context
	tx  *sql.Tx
}

// Write runs f in one transaction, which is undone where f fails. Behind a lock it sees what those have
// written that had the lock before.
func (db *DB) Write(ctx context.Context, f func(*Tx) error) error {
	var o *sql.TxOptions
	if db.shared {
		o = &sql.TxOptions{Isolation: sql.LevelReadCommitted}
	}
	return db.run(ctx, o, f)
}

// Read runs f on the database as it stands at one moment.
func (db *DB) Read(ctx context.Context, f func(*Tx) error) error {
	o := &sql.TxOptions{ReadOnly: true}
	if db.shared {
		o.Isolation = sql.LevelRepeatableRead
	}
	return db.run(ctx, o, f)
}

func (db *DB) run(ctx context.Context, o *sql.TxOptions, f func(*Tx) error) error {
	tx, err := db.sql.BeginTx(ctx, o)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return cannotOpen(fmt.Errorf("begin transaction: %w", err))
	}
	defer tx.Rollback()
	if err := f(&Tx{db, ctx, tx}); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit transaction: %w", err)
	}
	return nil
}

// Exec runs a statement that gives no rows.
func (t *Tx) Exec(query string, args ...any) error {
	if _, err := t.tx.ExecContext(t.ctx, t.db.spelt(query), args...); err != nil {
		return fmt.Errorf("%s: %w", query, err)
	}
	return nil
}

// One reads one row into to; found says whether there was one.
func (t *Tx) One(query string, args []any, to ...any) (found bool, err error) {
	err = t.tx.QueryRowContext(t.ctx, t.db.spelt(query), args...).Scan(to...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("%s: %w", query, err)
	}
	return true, nil
}

// Each gives every row to f, which scans it. Nothing else may be asked of the transaction meanwhile.
func (t *Tx) Each(query string, args []any, f func(scan func(...any) error) error) error {
	rows, err := t.tx.QueryContext(t.ctx, t.db.spelt(query), args...)
	if err != nil {
		return fmt.Errorf("%s: %w", query, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("%s: %w", query, err)
	}
	return nil
}

// spelt numbers the arguments of a statement for PostgreSQL. No statement of ours has a question mark
// in a text.
func (db *DB) spelt(query string) string {
	if !db.shared {
		return query
	}
	if known, is := db.numbered.Load(query); is {
		return known.(string)
	}
	var b strings.Builder
	n := 0
	for _, r := range query {
		if r != '?' {
			b.WriteRune(r)
			continue
		}
		n++
		fmt.Fprintf(&b, "$%d", n)
	}
	db.numbered.Store(query, b.String())
	return b.String()
}
