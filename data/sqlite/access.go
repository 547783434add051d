package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"graduand/data"
)

// Access is a graduate's way to a form through one door. Tag and Slot are empty where
// the password opens another program; Secret is empty once it was handed over.
type Access struct {
	Graduate, Door    string
	Tag, Slot, Secret []byte
}

// PutAccess stores an access in the place of the earlier one of the same door. A tag
// that another graduate has is registry.duplicate.
func (tx *Tx) PutAccess(a Access) error {
	if err := tx.flush(); err != nil {
		return err // what waits refuses itself
	}
	_, err := tx.alone(`INSERT INTO access (graduate, door, tag, slot, secret) VALUES (?1, ?2, ?3, ?4, ?5)
		ON CONFLICT (graduate, door) DO UPDATE SET tag = ?3, slot = ?4, secret = ?5`, a.Graduate, a.Door, a.Tag, a.Slot, a.Secret)
	if isConstraint(err) {
		return data.FailWith(err, "registry.duplicate", data.Args{"field": data.FieldTitle("phone")})
	}
	if err != nil {
		return fmt.Errorf("write access of %s: %w", a.Graduate, err)
	}
	return nil
}

// DropSecret forgets the password of an access.
func (tx *Tx) DropSecret(graduate, door string) error {
	return tx.one("drop password of "+graduate, "UPDATE access SET secret = NULL WHERE graduate = ? AND door = ?", graduate, door)
}

// DropAccess removes an access, where there is one.
func (tx *Tx) DropAccess(graduate, door string) error {
	return tx.do("drop access of "+graduate, "DELETE FROM access WHERE graduate = ? AND door = ?", graduate, door)
}

// Accesses gives all accesses to f.
func (db *DB) Accesses(ctx context.Context, f func(Access) error) error {
	const query = "SELECT graduate, door, tag, slot, secret FROM access ORDER BY graduate, door"
	return db.each(ctx, "accesses", query, func(rows *sql.Rows) error {
		var a Access
		if err := rows.Scan(&a.Graduate, &a.Door, &a.Tag, &a.Slot, &a.Secret); err != nil {
			return err
		}
		return f(a)
	})
}

// AccessByTag finds the access with a tag; its Graduate is empty when there is none.
func (db *DB) AccessByTag(ctx context.Context, tag []byte) (Access, error) {
	a := Access{Tag: tag}
	err := db.row(ctx, "access", "SELECT graduate, door, slot, secret FROM access WHERE tag = ?", []any{tag}, &a.Graduate, &a.Door, &a.Slot, &a.Secret)
	return a, err
}

// GraduateIDs gives the ids of all stored graduates to f; one that is too long is nobody's.
func (db *DB) GraduateIDs(ctx context.Context, f func(id string) error) error {
	return db.each(ctx, "graduates", fmt.Sprintf("SELECT id FROM graduate WHERE octet_length(id) <= %d ORDER BY id", longestOwner), func(rows *sql.Rows) error {
		var id string
		if err := rows.Scan(&id); err != nil {
			return err
		}
		return f(id)
	})
}

// Pending is one change that a graduate has made and nobody of the school has seen.
type Pending struct {
	Graduate, ID string
	Body         []byte
}

// AddPending appends a change; one that is already there is left as it is.
func (tx *Tx) AddPending(p Pending) error {
	return tx.do("add pending change", "INSERT INTO pending (seq, graduate, id, body) VALUES ("+behind("pending", "seq")+", ?, ?, ?) ON CONFLICT (id) DO NOTHING", p.Graduate, p.ID, p.Body)
}

// DeletePending removes a change.
func (tx *Tx) DeletePending(id string) error {
	return tx.one("delete pending change", "DELETE FROM pending WHERE id = ?", id)
}
