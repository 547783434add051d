package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"graduand/data"
)

// Record is one stored body with its revision: 1 when new, one more with every change.
type Record struct {
	ID   string
	Rev  int
	Body []byte
}

// Event is one thing that happened. Seq orders events and has no gaps; Graduate is
// empty for events of the school; Rev is the revision that the event made.
type Event struct {
	Seq      int64
	At       time.Time
	Kind     string
	Graduate string
	Rev      int
	Body     []byte
}

// Fingerprint is a keyed hash of something that no two graduates share.
type Fingerprint struct {
	Kind  string
	Value []byte
}

// Tx is one change of the registry, whole or absent. Statements are prepared once
// and kept for the length of the transaction.
type Tx struct {
	ctx      context.Context
	sql      *sql.Tx
	prepared map[string]*sql.Stmt
}

// Update runs f in one transaction. When f or the commit fails nothing has changed,
// save that after a failed commit the state must be read anew from the file.
func (db *DB) Update(ctx context.Context, f func(*Tx) error) error {
	inner, err := db.sql.BeginTx(ctx, nil)
	if err != nil {
		return explain(fmt.Errorf("begin change: %w", err), db.path)
	}
	defer inner.Rollback()
	tx := &Tx{ctx: ctx, sql: inner, prepared: map[string]*sql.Stmt{}}
	if err := f(tx); err != nil {
		return explain(err, db.path)
	}
	if err := inner.Commit(); err != nil {
		return explain(fmt.Errorf("commit change: %w", err), db.path)
	}
	return nil
}

func (tx *Tx) exec(query string, args ...any) (sql.Result, error) {
	stmt, found := tx.prepared[query]
	if !found {
		var err error
		if stmt, err = tx.sql.PrepareContext(tx.ctx, query); err != nil {
			return nil, err
		}
		tx.prepared[query] = stmt
	}
	return stmt.ExecContext(tx.ctx, args...)
}

// PutGraduate writes a body: a new record for revision 1, else the successor of
// revision Rev-1. Anything else is registry.conflict: somebody changed it meanwhile.
func (tx *Tx) PutGraduate(r Record) error {
	if r.Rev == 1 {
		if _, err := tx.exec("INSERT INTO graduate (id, rev, body) VALUES (?, 1, ?)", r.ID, r.Body); err != nil {
			return fmt.Errorf("add graduate %s: %w", r.ID, err)
		}
		return nil
	}
	result, err := tx.exec("UPDATE graduate SET rev = ?, body = ? WHERE id = ? AND rev = ?", r.Rev, r.Body, r.ID, r.Rev-1)
	if err != nil {
		return fmt.Errorf("change graduate %s: %w", r.ID, err)
	}
	if n, err := result.RowsAffected(); err != nil || n != 1 {
		return data.FailWith(err, "registry.conflict", nil)
	}
	return nil
}

// SetFingerprints replaces the fingerprints of a graduate. One that another
// graduate has gives registry.duplicate with its kind.
func (tx *Tx) SetFingerprints(graduate string, isNew bool, prints []Fingerprint) error {
	if !isNew {
		if _, err := tx.exec("DELETE FROM fingerprint WHERE graduate = ?", graduate); err != nil {
			return fmt.Errorf("clear fingerprints of %s: %w", graduate, err)
		}
	}
	for _, p := range prints {
		_, err := tx.exec("INSERT INTO fingerprint (kind, value, graduate) VALUES (?, ?, ?)", p.Kind, p.Value, graduate)
		if isConstraint(err) {
			return data.FailWith(err, "registry.duplicate", data.Args{"field": data.Term("field." + p.Kind)})
		}
		if err != nil {
			return fmt.Errorf("add fingerprint of %s: %w", graduate, err)
		}
	}
	return nil
}

// AddEvent appends an event; Seq is given by the registry.
func (tx *Tx) AddEvent(e Event) error {
	_, err := tx.exec("INSERT INTO event (at, kind, graduate, rev, body) VALUES (?, ?, ?, ?, ?)",
		e.At.UTC().Format(time.RFC3339Nano), e.Kind, e.Graduate, e.Rev, e.Body)
	if err != nil {
		return fmt.Errorf("add event %s: %w", e.Kind, err)
	}
	return nil
}

// PutSetting writes a named body of the school, as PutGraduate does.
func (tx *Tx) PutSetting(r Record) error {
	result, err := tx.exec(`INSERT INTO setting (name, rev, body) VALUES (?1, ?2, ?3)
		ON CONFLICT (name) DO UPDATE SET rev = ?2, body = ?3 WHERE rev = ?2 - 1`, r.ID, r.Rev, r.Body)
	if err != nil {
		return fmt.Errorf("write setting %s: %w", r.ID, err)
	}
	if n, err := result.RowsAffected(); err != nil || n != 1 {
		return data.FailWith(err, "registry.conflict", nil)
	}
	return nil
}

// Setting reads a named body; a Record with Rev 0 when there is none.
func (db *DB) Setting(ctx context.Context, name string) (Record, error) {
	r := Record{ID: name}
	err := db.sql.QueryRowContext(ctx, "SELECT rev, body FROM setting WHERE name = ?", name).Scan(&r.Rev, &r.Body)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return Record{}, explain(fmt.Errorf("read setting %s: %w", name, err), db.path)
	}
	return r, nil
}

// Graduates gives every stored graduate to f, in the order of ids.
func (db *DB) Graduates(ctx context.Context, f func(Record) error) error {
	rows, err := db.sql.QueryContext(ctx, "SELECT id, rev, body FROM graduate ORDER BY id")
	if err != nil {
		return explain(fmt.Errorf("read graduates: %w", err), db.path)
	}
	defer rows.Close()
	for rows.Next() {
		var r Record
		if err := rows.Scan(&r.ID, &r.Rev, &r.Body); err != nil {
			return fmt.Errorf("read graduate: %w", err)
		}
		if err := f(r); err != nil {
			return err
		}
	}
	return explain(rows.Err(), db.path)
}

// Events gives the events in their order to f: those of one graduate, or all when
// graduate is empty.
func (db *DB) Events(ctx context.Context, graduate string, f func(Event) error) error {
	rows, err := db.sql.QueryContext(ctx,
		"SELECT seq, at, kind, graduate, rev, body FROM event WHERE ?1 = '' OR graduate = ?1 ORDER BY seq", graduate)
	if err != nil {
		return explain(fmt.Errorf("read events: %w", err), db.path)
	}
	defer rows.Close()
	for rows.Next() {
		var e Event
		var at string
		if err := rows.Scan(&e.Seq, &at, &e.Kind, &e.Graduate, &e.Rev, &e.Body); err != nil {
			return fmt.Errorf("read event: %w", err)
		}
		if e.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
			return fmt.Errorf("read time of event %d: %w", e.Seq, err)
		}
		if err := f(e); err != nil {
			return err
		}
	}
	return explain(rows.Err(), db.path)
}
