package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"runtime/debug"
	"strings"

	"graduand/data"
)

// batch gathers the rows that a change adds to one table: the driver takes many rows in a
// statement for less than as many statements.
type batch struct {
	columns int
	// one and many are the statements for a row and for [atOnce] rows.
	one, many string
	// most is how many rows may wait.
	most int
	// refused explains why a row cannot stand in the table.
	refused func(row []any, err error) error
	args    []any
}

// atOnce is how many rows a statement takes.
const atOnce = 16

// handed is how many events go to the file together, with what they are about: to wake
// another processor for a few takes longer than to write them.
const handed = 16 * atOnce

// rows are those of one change that go to the file together.
type rows struct{ graduates, prints, events *batch }

// newRows have a place for each table. An event follows what it is about, so that a full
// statement of events finds whole ones of the others.
func newRows() *rows {
	graduates := newBatch("graduate (id, rev, wrapped, body, trust)", 4*handed)
	graduates.refused = func(row []any, err error) error { return fmt.Errorf("add graduate %s: %w", row[0], err) }
	prints := newBatch("fingerprint (kind, value, graduate)", 4*handed)
	prints.refused = refusedPrint
	events := newBatch("event (seq, at, kind, graduate, rev, generation, record, body, digest, hash, mac, prev)", handed)
	events.refused = func(row []any, err error) error { return fmt.Errorf("add event %s: %w", row[2], err) }
	return &rows{graduates, prints, events}
}

func newBatch(into string, most int) *batch {
	columns := strings.Count(into, ",") + 1
	row := "(?" + strings.Repeat(", ?", columns-1) + ")"
	one := "INSERT INTO " + into + " VALUES " + row
	return &batch{columns: columns, one: one, many: one + strings.Repeat(", "+row, atOnce-1), most: most}
}

func refusedPrint(row []any, err error) error {
	if isConstraint(err) {
		return data.FailWith(err, "registry.duplicate", data.Args{"field": data.FieldTitle(fmt.Sprint(row[0]))})
	}
	return fmt.Errorf("add fingerprint of %s: %w", row[2], err)
}

// add keeps a row for the next statement.
func (tx *Tx) add(b *batch, row ...any) error {
	if err := tx.ended(); err != nil {
		return err
	}
	if b.args = append(b.args, row...); len(b.args) < b.most*b.columns {
		return nil
	}
	return tx.hand()
}

// hand gives the rows that wait to the file, behind those that were given before. They are
// written while the change seals the next ones; what refuses one of them is told by whatever
// the change does next.
func (tx *Tx) hand() error {
	if err := tx.settle(); err != nil {
		return err
	}
	given := tx.waiting
	tx.large = true
	tx.waiting, tx.spare = tx.spare, given
	written := make(chan error, 1)
	tx.writing = written
	go func() { written <- tx.spared(given) }()
	return nil
}

// spared writes rows; a panic there ends the change, not the program.
func (tx *Tx) spared(given *rows) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("write rows: panic: %s", data.Fault(fault, debug.Stack()))
		}
	}()
	return tx.writeAll(given)
}

// settle waits until all rows that were given are in the file.
func (tx *Tx) settle() error {
	if tx.writing != nil {
		if err := <-tx.writing; err != nil {
			tx.failed = err
		}
		tx.writing = nil
	}
	return tx.ended()
}

// flush writes the rows that wait. Whatever else is done to the file comes behind them.
func (tx *Tx) flush() error {
	if err := tx.settle(); err != nil {
		return err
	}
	tx.failed = tx.writeAll(tx.waiting)
	return tx.ended()
}

func (tx *Tx) writeAll(given *rows) error {
	for _, b := range []*batch{given.graduates, given.prints, given.events} {
		if err := tx.write(b); err != nil {
			return err
		}
	}
	return nil
}

// write writes the rows of one table: as many as a statement takes together, the others one
// by one. A row that cannot stand there takes those of its statement back with it: they are
// tried again alone, to say which one it is.
func (tx *Tx) write(b *batch) error {
	rest, together := b.args, atOnce*b.columns
	for len(rest) >= together {
		_, err := tx.run(b.many, rest[:together]...)
		if isConstraint(err) {
			break
		}
		if err != nil {
			return b.refused(rest, err)
		}
		rest = rest[together:]
	}
	for ; len(rest) > 0; rest = rest[b.columns:] {
		if _, err := tx.run(b.one, rest[:b.columns]...); err != nil {
			return b.refused(rest, err)
		}
	}
	clear(b.args)
	b.args = b.args[:0]
	return nil
}

// exec runs a statement behind the rows that wait.
func (tx *Tx) exec(query string, args ...any) (sql.Result, error) {
	if err := tx.flush(); err != nil {
		return nil, err
	}
	return tx.alone(query, args...)
}

// alone runs a statement while no row waits.
func (tx *Tx) alone(query string, args ...any) (sql.Result, error) {
	result, err := tx.run(query, args...)
	if err != nil && !isConstraint(err) {
		tx.failed = err
	}
	return result, err
}

// checkpointPages is after how many pages of log SQLite lays them into the file by itself,
// behind the change that fills them: its own default.
const checkpointPages = 1000

// postpone has the log of a large change laid into the file behind it, see [DB.layLater],
// not before it is acknowledged: with the log it is on disk already, and whoever waits for
// it would wait for every page a second time.
func (tx *Tx) postpone() error {
	if !tx.large {
		return nil
	}
	_, err := tx.sql.ExecContext(tx.steady, "PRAGMA wal_autocheckpoint(0)")
	if err != nil {
		return fmt.Errorf("postpone checkpoint: %w", err)
	}
	return nil
}

// layLater lays the log of a large change into the file while the program goes on. What cannot
// be laid there stays in the log, where it is read from: the next change tries again, as
// SQLite itself does, and [DB.Close] at the latest.
func (db *DB) layLater() {
	db.laying.Go(func() {
		ctx := context.Background()
		for _, step := range []string{fmt.Sprintf("PRAGMA wal_autocheckpoint(%d)", checkpointPages), "PRAGMA wal_checkpoint(PASSIVE)"} {
			if _, err := db.sql.ExecContext(ctx, step); err != nil {
				return
			}
		}
	})
}
