package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"math"
)

// Slot is one way to the school key, as three bodies that only the registrar reads.
// Made orders slots by age.
type Slot struct {
	ID                    string
	Made                  int
	Body, Account, Tokens []byte
}

// AddSlot stores a new slot behind the others. What somebody has planted far behind them,
// under the last number that there is, is none of them.
func (tx *Tx) AddSlot(s Slot) error {
	return tx.do("add slot", `INSERT INTO slot (id, made, body, account, tokens)
		VALUES (?, `+behind("slot", "made")+`, ?, ?, ?)`, s.ID, s.Body, s.Account, s.Tokens)
}

// behind is the number after those that a column of whole numbers has, in SQL. Those that stand
// far behind the others were planted, perhaps under the last number that there is.
func behind(table, column string) string {
	return fmt.Sprintf(`coalesce((SELECT a.%[2]s + 1 FROM %[1]s a WHERE a.%[2]s < %[3]d AND NOT EXISTS
		(SELECT 1 FROM %[1]s b WHERE b.%[2]s > a.%[2]s AND b.%[2]s <= a.%[2]s + 1000000) ORDER BY a.%[2]s LIMIT 1), 1)`, table, column, math.MaxInt64)
}

// ReplaceSlot puts a slot in the place of another.
func (tx *Tx) ReplaceSlot(old string, s Slot) error {
	return tx.one("replace slot", "UPDATE slot SET id = ?, body = ?, account = ?, tokens = ? WHERE id = ?", s.ID, s.Body, s.Account, s.Tokens, old)
}

// DeleteSlot removes a slot.
func (tx *Tx) DeleteSlot(id string) error {
	return tx.one("delete slot", "DELETE FROM slot WHERE id = ?", id)
}

// Slots are all slots as this change leaves them, the oldest first.
func (tx *Tx) Slots() ([]Slot, error) {
	if err := tx.flush(); err != nil {
		return nil, err
	}
	rows, err := tx.sql.QueryContext(tx.ctx, selectSlots)
	if err != nil {
		return nil, fmt.Errorf("read slots: %w", err)
	}
	defer rows.Close()
	var all []Slot
	for rows.Next() {
		var s Slot
		if err := rows.Scan(&s.ID, &s.Made, &s.Body, &s.Account, &s.Tokens); err != nil {
			return nil, fmt.Errorf("read slot: %w", err)
		}
		all = append(all, s)
	}
	return all, rows.Err()
}

// selectSlots does not use the index of made: where a page of that is spoilt, every slot is
// there nevertheless.
const selectSlots = "SELECT id, made, body, account, tokens FROM slot ORDER BY +made"

// Slots are all slots, the oldest first.
func (db *DB) Slots(ctx context.Context) ([]Slot, error) {
	var all []Slot
	err := db.each(ctx, "slots", selectSlots, func(rows *sql.Rows) error {
		var s Slot
		if err := rows.Scan(&s.ID, &s.Made, &s.Body, &s.Account, &s.Tokens); err != nil {
			return err
		}
		all = append(all, s)
		return nil
	})
	return all, err
}

// PutEventKey stores the event key of a generation, or wraps it anew.
func (tx *Tx) PutEventKey(generation int, wrapped []byte) error {
	return tx.do("write event key", `INSERT INTO event_key (generation, wrapped) VALUES (?1, ?2)
		ON CONFLICT (generation) DO UPDATE SET wrapped = ?2`, generation, wrapped)
}

// EventKeys gives the wrapped event keys to f, generation 1 first.
func (db *DB) EventKeys(ctx context.Context, f func(generation int, wrapped []byte) error) error {
	return db.each(ctx, "event keys", "SELECT generation, wrapped FROM event_key ORDER BY generation", func(rows *sql.Rows) error {
		var generation int
		var wrapped []byte
		if err := rows.Scan(&generation, &wrapped); err != nil {
			return err
		}
		return f(generation, wrapped)
	})
}
