package sqlite

import (
	"context"
	"database/sql"

	"graduand/data"
)

// A page that is spoilt ends every walk over its table there. What lies behind it is asked
// for row by row: each of another page is found.

// eachEvent gives the events to f in their order, those of spoilt pages left out. query is
// one over event without its end.
func (db *DB) eachEvent(ctx context.Context, what, query string, f func(*sql.Rows) (seq int64, err error)) error {
	seen := int64(0)
	take := func(rows *sql.Rows) (err error) {
		seen, err = f(rows)
		return err
	}
	err := db.each(ctx, what, query+" ORDER BY seq", take)
	if data.CodeOf(err) != "registry.damaged" {
		return err
	}
	last, _, unknown := db.LastSeq(ctx)
	if unknown != nil {
		return err
	}
	for seq := seen + 1; seq <= last; seq++ {
		one := db.each(ctx, what, query+" WHERE seq = ?", take, seq)
		if one != nil && data.CodeOf(one) != "registry.damaged" {
			return one
		}
	}
	return nil
}
