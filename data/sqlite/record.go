package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"graduand/data"
)

// Record is one stored body with its revision: 1 when new, one more with every change.
type Record struct {
	ID   string
	Rev  int
	Body []byte
	// Wrapped is a graduate's own key of this Generation under the school key, Trust the
	// school's public key under the graduate's own; settings have neither.
	Wrapped    []byte
	Generation int
	Trust      []byte
}

// Fingerprint is a keyed hash of something that no two graduates share.
type Fingerprint struct {
	Kind  string
	Value []byte
}

// Tx is one change of the registry, whole or absent. Statements are prepared once
// and kept for the length of the transaction.
type Tx struct {
	ctx context.Context
	// steady is never cancelled: with it a statement runs.
	steady   context.Context
	sql      *sql.Tx
	prepared map[string]*sql.Stmt
	// waiting are the rows that are still to be written, spare the place for the next ones
	// while those are; then writing tells how it ends.
	waiting, spare *rows
	writing        <-chan error
	// large says that rows went to the file before the end of the change.
	large bool
	// failed is why nothing more is written: after a failure such as a full disk SQLite may
	// have taken the change back, and whatever followed would stand in the file alone.
	failed error
}

// Update runs f in one transaction. When f or the commit fails nothing has changed,
// save that after a failed commit the state must be read anew from the file. Nothing is
// changed in a registry that is no longer in its place, see [DB.InPlace], or that is open for
// looking.
func (db *DB) Update(ctx context.Context, f func(*Tx) error) error {
	if err := db.refuseLooking(); err != nil {
		return err
	}
	inner, err := db.sql.BeginTx(ctx, nil)
	if err != nil {
		return explain(fmt.Errorf("begin change: %w", err), db.path)
	}
	defer inner.Rollback()
	tx := &Tx{ctx: ctx, steady: context.WithoutCancel(ctx), sql: inner, prepared: map[string]*sql.Stmt{}, waiting: newRows(), spare: newRows()}
	defer tx.settle()
	err = f(tx)
	if err == nil {
		err = tx.flush()
	}
	if err != nil {
		return explain(err, db.path)
	}
	if err := db.refuseMoved(ctx, inner); err != nil {
		return err
	}
	if err := tx.postpone(); err != nil {
		return explain(err, db.path)
	}
	if tx.large {
		defer db.layLater()
	}
	if err := inner.Commit(); err != nil {
		return explain(fmt.Errorf("commit change: %w", err), db.path)
	}
	return nil
}

// run runs a statement. None takes long: a cancelled change begins none, but none is
// watched, for which the driver would start a goroutine each time.
func (tx *Tx) run(query string, args ...any) (sql.Result, error) {
	stmt, found := tx.prepared[query]
	if !found {
		var err error
		if stmt, err = tx.sql.PrepareContext(tx.ctx, query); err != nil {
			return nil, err
		}
		tx.prepared[query] = stmt
	}
	return stmt.ExecContext(tx.steady, args...)
}

// ended is why the change can only be taken back, nil while it goes on.
func (tx *Tx) ended() error {
	if err := tx.ctx.Err(); err != nil {
		return err
	}
	return tx.failed
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
		return tx.add(tx.waiting.graduates, r.ID, r.Rev, r.Wrapped, r.Body, orEmpty(r.Trust))
	}
	return tx.one("change graduate "+r.ID, "UPDATE graduate SET rev = ?, body = ? WHERE id = ? AND rev = ?", r.Rev, r.Body, r.ID, r.Rev-1)
}

// Rewrap stores the key of a graduate, another one or under another school key, and
// what the graduate trusts.
func (tx *Tx) Rewrap(r Record) error {
	return tx.one("wrap key of "+r.ID, "UPDATE graduate SET wrapped = ?, generation = ?, trust = ? WHERE id = ?", r.Wrapped, r.Generation, orEmpty(r.Trust), r.ID)
}

// PutFormerKey keeps a key that a graduate had before, or wraps it anew.
func (tx *Tx) PutFormerKey(id string, generation int, wrapped []byte) error {
	return tx.do("keep former key of "+id, `INSERT INTO former_key (graduate, generation, wrapped) VALUES (?1, ?2, ?3)
		ON CONFLICT (graduate, generation) DO UPDATE SET wrapped = ?3`, id, generation, wrapped)
}

// FormerKeys gives the keys that graduates had before to f.
func (db *DB) FormerKeys(ctx context.Context, f func(id string, generation int, wrapped []byte) error) error {
	const query = "SELECT graduate, generation, wrapped FROM former_key ORDER BY graduate, generation"
	return db.each(ctx, "former keys", query, func(rows *sql.Rows) error {
		var id string
		var generation int
		var wrapped []byte
		if err := rows.Scan(&id, &generation, &wrapped); err != nil {
			return err
		}
		return f(id, generation, wrapped)
	})
}

// CopyGraduate writes a record as it is, whatever its revision, into a new registry.
func (tx *Tx) CopyGraduate(r Record) error {
	return tx.do("copy graduate "+r.ID, "INSERT INTO graduate (id, rev, wrapped, body, generation, trust) VALUES (?, ?, ?, ?, ?, ?)",
		r.ID, r.Rev, r.Wrapped, r.Body, r.Generation, orEmpty(r.Trust))
}

// EraseGraduate removes the record with its key, accesses, pending changes and
// fingerprints, and empties the bodies of its events; the row of events stays whole.
func (tx *Tx) EraseGraduate(id string) error {
	if err := tx.one("erase graduate "+id, "DELETE FROM graduate WHERE id = ?", id); err != nil {
		return err
	}
	return tx.do("erase events of "+id, "UPDATE event SET body = x'' WHERE graduate = ?", id)
}

// DropGraduate removes the record with all that hangs on it, where there is one; and what
// hangs on one that is missing.
func (tx *Tx) DropGraduate(id string) error {
	for _, table := range []string{"former_key", "access", "pending", "fingerprint", "attachment"} {
		if err := tx.do("drop "+table+" of "+id, "DELETE FROM "+table+" WHERE graduate = ?", id); err != nil {
			return err
		}
	}
	return tx.do("drop graduate "+id, "DELETE FROM graduate WHERE id = ?", id)
}

// DropFormerKey removes a key that a graduate had before.
func (tx *Tx) DropFormerKey(id string, generation int) error {
	return tx.do("drop former key of "+id, "DELETE FROM former_key WHERE graduate = ? AND generation = ?", id, generation)
}

// DropEventKey removes a key of the school's events.
func (tx *Tx) DropEventKey(generation int) error {
	return tx.do("drop event key", "DELETE FROM event_key WHERE generation = ?", generation)
}

// SetFingerprints replaces the fingerprints of a graduate. One that another
// graduate has gives registry.duplicate with its kind, here or at the end of the change.
func (tx *Tx) SetFingerprints(graduate string, isNew bool, prints []Fingerprint) error {
	if !isNew {
		if err := tx.do("clear fingerprints of "+graduate, "DELETE FROM fingerprint WHERE graduate = ?", graduate); err != nil {
			return err
		}
	}
	for _, p := range prints {
		if err := tx.add(tx.waiting.prints, p.Kind, p.Value, graduate); err != nil {
			return err
		}
	}
	return nil
}

func orEmpty(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
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
			return db.steady(explain(fmt.Errorf("read %s: %w", what, err), db.path))
		}
	}
	return db.steady(explain(rows.Err(), db.path))
}

// row reads the one row that a query finds by what is sought; where there is none, into stays as it is.
func (db *DB) row(ctx context.Context, what, query string, sought []any, into ...any) error {
	err := db.sql.QueryRowContext(ctx, query, sought...).Scan(into...)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return db.steady(explain(fmt.Errorf("read %s: %w", what, err), db.path))
	}
	return db.steady(nil)
}

// Graduates gives every stored graduate to f, in the order of ids.
func (db *DB) Graduates(ctx context.Context, f func(Record) error) error {
	return db.each(ctx, "graduates", "SELECT id, rev, wrapped, body, generation, trust FROM graduate ORDER BY id", func(rows *sql.Rows) error {
		var r Record
		if err := rows.Scan(&r.ID, &r.Rev, &r.Wrapped, &r.Body, &r.Generation, &r.Trust); err != nil {
			return err
		}
		return f(r)
	})
}

// Graduate is one stored graduate; a Record with Rev 0 when there is none.
func (db *DB) Graduate(ctx context.Context, id string) (Record, error) {
	r := Record{ID: id}
	err := db.row(ctx, "graduate", "SELECT rev, wrapped, body, generation, trust FROM graduate WHERE id = ?", []any{id},
		&r.Rev, &r.Wrapped, &r.Body, &r.Generation, &r.Trust)
	return r, err
}
