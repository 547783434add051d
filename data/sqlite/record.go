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
	// Wrapped is a graduate's own key under the school key; settings have none.
	Wrapped []byte
}

// Event is one thing that happened. Seq orders events and has no gaps; Graduate is
// empty for events of the school; Rev is the revision that the event made, Record the
// SHA-256 of what that revision is stored as (empty for none). Generation says which
// event key seals the Body of an event of the school. The Body of a graduate who was
// erased is empty.
type Event struct {
	Seq        int64
	At         time.Time
	Kind       string
	Graduate   string
	Rev        int
	Generation int
	Record     []byte
	Body       []byte
	Digest     []byte
	Hash       []byte
	// Prev is the Hash of the event before, as it is stored; empty for the first.
	Prev []byte
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

// do runs a statement of which only the failure matters.
func (tx *Tx) do(what, query string, args ...any) error {
	if _, err := tx.exec(query, args...); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// one runs a statement that must touch exactly one row; otherwise somebody changed it
// meanwhile, registry.conflict.
func (tx *Tx) one(what, query string, args ...any) error {
	result, err := tx.exec(query, args...)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if n, err := result.RowsAffected(); err != nil || n != 1 {
		return data.FailWith(err, "registry.conflict", nil)
	}
	return nil
}

// PutGraduate writes a body: a new record for revision 1, with the wrapped key, else
// the successor of revision Rev-1. Anything else is registry.conflict.
func (tx *Tx) PutGraduate(r Record) error {
	if r.Rev == 1 {
		return tx.do("add graduate "+r.ID, "INSERT INTO graduate (id, rev, wrapped, body) VALUES (?, 1, ?, ?)", r.ID, r.Wrapped, r.Body)
	}
	return tx.one("change graduate "+r.ID, "UPDATE graduate SET rev = ?, body = ? WHERE id = ? AND rev = ?", r.Rev, r.Body, r.ID, r.Rev-1)
}

// Rewrap stores a graduate's key under another school key.
func (tx *Tx) Rewrap(id string, wrapped []byte) error {
	return tx.one("wrap key of "+id, "UPDATE graduate SET wrapped = ? WHERE id = ?", wrapped, id)
}

// CopyGraduate writes a record as it is, whatever its revision, into a new registry.
func (tx *Tx) CopyGraduate(r Record) error {
	return tx.do("copy graduate "+r.ID, "INSERT INTO graduate (id, rev, wrapped, body) VALUES (?, ?, ?, ?)", r.ID, r.Rev, r.Wrapped, r.Body)
}

// EraseGraduate removes the record with its key, accesses, pending changes and
// fingerprints, and empties the bodies of its events; the row of events stays whole.
func (tx *Tx) EraseGraduate(id string) error {
	if err := tx.one("erase graduate "+id, "DELETE FROM graduate WHERE id = ?", id); err != nil {
		return err
	}
	return tx.do("erase events of "+id, "UPDATE event SET body = x'' WHERE graduate = ?", id)
}

// SetFingerprints replaces the fingerprints of a graduate. One that another
// graduate has gives registry.duplicate with its kind.
func (tx *Tx) SetFingerprints(graduate string, isNew bool, prints []Fingerprint) error {
	if !isNew {
		if err := tx.do("clear fingerprints of "+graduate, "DELETE FROM fingerprint WHERE graduate = ?", graduate); err != nil {
			return err
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

// AddEvent appends an event; its Seq must be the next one.
func (tx *Tx) AddEvent(e Event) error {
	return tx.do("add event "+e.Kind, `INSERT INTO event (seq, at, kind, graduate, rev, generation, record, body, digest, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, e.Seq, FormatTime(e.At), e.Kind, e.Graduate, e.Rev, e.Generation, orEmpty(e.Record), e.Body, e.Digest, e.Hash)
}

func orEmpty(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// FormatTime is an instant as events store it.
func FormatTime(at time.Time) string { return at.UTC().Format(time.RFC3339Nano) }

// PutSetting writes a named body of the school, as PutGraduate does.
func (tx *Tx) PutSetting(r Record) error {
	return tx.one("write setting "+r.ID, `INSERT INTO setting (name, rev, body) VALUES (?1, ?2, ?3)
		ON CONFLICT (name) DO UPDATE SET rev = ?2, body = ?3 WHERE rev = ?2 - 1`, r.ID, r.Rev, r.Body)
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

// each gives every row of a query to f.
func (db *DB) each(ctx context.Context, what, query string, f func(*sql.Rows) error, args ...any) error {
	rows, err := db.sql.QueryContext(ctx, query, args...)
	if err != nil {
		return explain(fmt.Errorf("read %s: %w", what, err), db.path)
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return explain(fmt.Errorf("read %s: %w", what, err), db.path)
		}
	}
	return explain(rows.Err(), db.path)
}

// Graduates gives every stored graduate to f, in the order of ids.
func (db *DB) Graduates(ctx context.Context, f func(Record) error) error {
	return db.each(ctx, "graduates", "SELECT id, rev, wrapped, body FROM graduate ORDER BY id", func(rows *sql.Rows) error {
		var r Record
		if err := rows.Scan(&r.ID, &r.Rev, &r.Wrapped, &r.Body); err != nil {
			return err
		}
		return f(r)
	})
}

// Graduate is one stored graduate; a Record with Rev 0 when there is none.
func (db *DB) Graduate(ctx context.Context, id string) (Record, error) {
	r := Record{ID: id}
	err := db.sql.QueryRowContext(ctx, "SELECT rev, wrapped, body FROM graduate WHERE id = ?", id).Scan(&r.Rev, &r.Wrapped, &r.Body)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return Record{}, explain(fmt.Errorf("read graduate: %w", err), db.path)
	}
	return r, nil
}

// Events gives the events in their order to f: those of one graduate, or all when
// graduate is empty.
func (db *DB) Events(ctx context.Context, graduate string, f func(Event) error) error {
	const query = "SELECT " + eventColumns + " FROM event AS e WHERE ?1 = '' OR graduate = ?1 ORDER BY seq"
	return db.each(ctx, "events", query, func(rows *sql.Rows) error {
		e, err := scanEvent(rows)
		if err != nil {
			return err
		}
		return f(e)
	}, graduate)
}

// eventColumns are those of an event e, in the order of scanEvent.
const eventColumns = `seq, at, kind, graduate, rev, generation, record, body, digest, hash,
	coalesce((SELECT p.hash FROM event AS p WHERE p.seq = e.seq - 1), x'')`

func scanEvent(rows *sql.Rows) (Event, error) {
	var e Event
	var at string
	if err := rows.Scan(&e.Seq, &at, &e.Kind, &e.Graduate, &e.Rev, &e.Generation, &e.Record, &e.Body, &e.Digest, &e.Hash, &e.Prev); err != nil {
		return e, err
	}
	var err error
	if e.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
		return e, data.FailWith(fmt.Errorf("read time of event %d: %w", e.Seq, err), "registry.damaged", nil)
	}
	return e, nil
}

// Chain gives what the chain of events is made of to f, without time, record and body.
func (db *DB) Chain(ctx context.Context, f func(Event) error) error {
	return db.each(ctx, "chain of events", "SELECT seq, kind, graduate, rev, digest, hash FROM event ORDER BY seq", func(rows *sql.Rows) error {
		var e Event
		if err := rows.Scan(&e.Seq, &e.Kind, &e.Graduate, &e.Rev, &e.Digest, &e.Hash); err != nil {
			return err
		}
		return f(e)
	})
}

// Heads gives for every graduate the last event, for the school the last that made a
// revision, and the last event of all.
func (db *DB) Heads(ctx context.Context, f func(Event) error) error {
	const query = "SELECT " + eventColumns + ` FROM event AS e
		WHERE seq IN (SELECT max(seq) FROM event WHERE graduate <> '' OR record <> x'' GROUP BY graduate) OR seq = (SELECT max(seq) FROM event) ORDER BY seq`
	return db.each(ctx, "events", query, func(rows *sql.Rows) error {
		e, err := scanEvent(rows)
		if err != nil {
			return err
		}
		return f(e)
	})
}
