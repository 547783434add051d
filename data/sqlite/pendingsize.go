package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
)

// longestOwner bounds an id of a graduate, in octets: a longer one is nobody's. SQLite knows
// the length of a value without reading it.
const longestOwner = 64

// owner is the graduate of a pending row, NULL where it can be nobody's.
var owner = fmt.Sprintf("CASE WHEN octet_length(p.graduate) <= %d THEN p.graduate END", longestOwner)

// PendingSize is how much one graduate has left to be taken over: rows, and octets as they
// are sealed. Graduate is empty for what belongs to nobody who is in the registry.
type PendingSize struct {
	Graduate     string
	Rows, Octets int64
}

// PendingSizes are those of all, in the order in which they began; no content is read.
func (db *DB) PendingSizes(ctx context.Context) ([]PendingSize, error) {
	query := "SELECT coalesce(g.id, ''), count(*), coalesce(sum(octet_length(p.body) + octet_length(p.id)), 0) FROM pending p" +
		" LEFT JOIN graduate g ON g.id = " + owner + " GROUP BY 1 ORDER BY min(p.seq)"
	var all []PendingSize
	err := db.each(ctx, "sizes of pending changes", query, func(rows *sql.Rows) error {
		var s PendingSize
		if err := rows.Scan(&s.Graduate, &s.Rows, &s.Octets); err != nil {
			return err
		}
		all = append(all, s)
		return nil
	})
	return all, err
}

// PendingOf gives the pending changes of some graduates to f, in their order.
func (db *DB) PendingOf(ctx context.Context, graduates []string, f func(Pending) error) error {
	chosen, err := json.Marshal(graduates)
	if err != nil {
		return fmt.Errorf("choose graduates: %w", err)
	}
	query := "SELECT p.graduate, p.id, p.body FROM pending p WHERE " + owner + " IN (SELECT value FROM json_each(?)) ORDER BY p.seq"
	return db.each(ctx, "pending changes", query, func(rows *sql.Rows) error {
		var p Pending
		if err := rows.Scan(&p.Graduate, &p.ID, &p.Body); err != nil {
			return err
		}
		return f(p)
	}, string(chosen))
}

// DropPending removes all pending changes of a graduate, unread; of nobody who is in the
// registry when graduate is empty. It says how many there were.
func (tx *Tx) DropPending(graduate string) (int64, error) {
	result, err := tx.exec("DELETE FROM pending WHERE CASE WHEN ?1 = '' THEN graduate NOT IN (SELECT id FROM graduate) ELSE graduate = ?1 END", graduate)
	if err != nil {
		return 0, fmt.Errorf("drop pending changes: %w", err)
	}
	return result.RowsAffected()
}

// AttachmentSize is how large a sealed attachment is, in octets.
type AttachmentSize struct {
	Graduate, ID string
	Octets       int64
}

// AttachmentSizes gives the size of every attachment to f; no content is read. An owner or an
// id that is too long to be one is empty.
func (db *DB) AttachmentSizes(ctx context.Context, f func(AttachmentSize) error) error {
	query := "SELECT coalesce(" + owner + ", ''), CASE WHEN octet_length(p.id) <= 64 THEN p.id ELSE '' END, octet_length(p.body) FROM attachment p"
	return db.each(ctx, "sizes of attachments", query, func(rows *sql.Rows) error {
		var a AttachmentSize
		if err := rows.Scan(&a.Graduate, &a.ID, &a.Octets); err != nil {
			return err
		}
		return f(a)
	})
}
