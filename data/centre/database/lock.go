package database

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// lockNumber is the number by which PostgreSQL knows a name. Two names with one number would wait for
// each other, no more.
func lockNumber(name string) int64 {
	sum := sha256.Sum256([]byte("graduand centre " + name))
	return int64(binary.BigEndian.Uint64(sum[:8]))
}

// Lock waits until no other transaction has taken the name, and keeps it until this one ends, however
// it ends: the database gives it back when a program dies. In SQLite a transaction that writes is
// alone as it is. Whoever takes several takes them in one order.
func (t *Tx) Lock(name string) error {
	if !t.db.shared {
		return nil
	}
	return t.Exec("SELECT pg_advisory_xact_lock(?)", lockNumber(name))
}

// Claim takes a name for longer than a transaction, unless another program has it: then ok is false.
// The claim of a program that dies is free at once. In SQLite everybody gets it: claims only spare
// programs that share the work from doing the same twice.
func (db *DB) Claim(ctx context.Context, name string) (release func() error, ok bool, err error) {
	if !db.shared {
		return func() error { return nil }, true, nil
	}
	conn, err := db.sql.Conn(ctx)
	if err != nil {
		return nil, false, cannotOpen(fmt.Errorf("claim %s: %w", name, err))
	}
	err = conn.QueryRowContext(ctx, "SELECT pg_try_advisory_lock($1)", lockNumber(name)).Scan(&ok)
	if err != nil || !ok {
		closeErr := conn.Close()
		if err == nil {
			err = closeErr
		}
		return nil, false, err
	}
	return func() error {
		// It has to be given back even when the work was cancelled: the connection lives on.
		_, err := conn.ExecContext(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock($1)", lockNumber(name))
		if closed := conn.Close(); err == nil {
			err = closed
		}
		return err
	}, true, nil
}
