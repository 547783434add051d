package sqlite

import (
	"context"
	"database/sql"
	"time"
)

// Event is one thing that happened. Seq orders events and has no gaps; Graduate is
// empty for events of the school; Rev is the revision that the event made, Record the
// SHA-256 of what that revision is stored as (empty for none). Generation says which
// event key, or which key of the graduate, seals the Body. MAC is the school's
// authenticator. The Body of a graduate who was erased is empty.
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
	MAC        []byte
	// Prev is the Hash of the event before, as it was then; empty for the first. It is
	// stored with this one, so that what becomes of the other harms it alone.
	Prev []byte
}

// AddEvent appends an event; its Seq must be the next one. Only the addition of a graduate
// may wait for others of its kind: a caller may rest on any other event being in the file.
func (tx *Tx) AddEvent(e Event) error {
	err := tx.add(tx.waiting.events, e.Seq, FormatTime(e.At), e.Kind, e.Graduate, e.Rev, e.Generation, orEmpty(e.Record), e.Body, e.Digest, e.Hash, orEmpty(e.MAC), orEmpty(e.Prev))
	if err != nil || e.Graduate != "" && e.Rev == 1 {
		return err
	}
	return tx.flush()
}

// SetMAC gives an event another authenticator.
func (tx *Tx) SetMAC(seq int64, mac []byte) error {
	return tx.do("vouch for event", "UPDATE event SET mac = ? WHERE seq = ?", mac, seq)
}

// SetGraduateGeneration gives the events of graduates the generation of their first key: the
// former format had none.
func (tx *Tx) SetGraduateGeneration() error {
	return tx.do("number keys of events", "UPDATE event SET generation = 1 WHERE graduate <> ''")
}

// DropEventsAfter removes the events behind one.
func (tx *Tx) DropEventsAfter(seq int64) error {
	return tx.do("drop events", "DELETE FROM event WHERE seq > ? OR seq < 1", seq)
}

// FormatTime is an instant as events store it.
func FormatTime(at time.Time) string { return at.UTC().Format(time.RFC3339Nano) }

// Events gives the events in their order to f: those of one graduate, or all when
// graduate is empty.
func (db *DB) Events(ctx context.Context, graduate string, f func(Event) error) error {
	take := func(rows *sql.Rows) (int64, error) {
		e, err := scanEvent(rows)
		if err != nil {
			return e.Seq, err
		}
		return e.Seq, f(e)
	}
	if graduate == "" {
		return db.eachEvent(ctx, "events", "SELECT "+eventColumns+" FROM event", take)
	}
	const query = "SELECT " + eventColumns + " FROM event WHERE graduate = ? ORDER BY seq"
	return db.each(ctx, "events", query, func(rows *sql.Rows) error {
		_, err := take(rows)
		return err
	}, graduate)
}

// EventsOfKind gives the events of one kind in their order to f.
func (db *DB) EventsOfKind(ctx context.Context, kind string, f func(Event) error) error {
	const query = "SELECT " + eventColumns + " FROM event WHERE kind = ? ORDER BY seq"
	return db.each(ctx, "events", query, func(rows *sql.Rows) error {
		e, err := scanEvent(rows)
		if err != nil {
			return err
		}
		return f(e)
	}, kind)
}

// eventColumns are those of an event, in the order of scanEvent.
const eventColumns = "seq, at, kind, graduate, rev, generation, record, body, digest, hash, mac, prev"

func scanEvent(rows *sql.Rows) (Event, error) {
	var e Event
	var at string
	if err := rows.Scan(&e.Seq, &at, &e.Kind, &e.Graduate, &e.Rev, &e.Generation, &e.Record, &e.Body, &e.Digest, &e.Hash, &e.MAC, &e.Prev); err != nil {
		return e, err
	}
	e.readTime(at)
	return e, nil
}

// Chain gives every event without its body to f, in their order: what the chain and the
// authenticators are about. Prev is left out.
func (db *DB) Chain(ctx context.Context, f func(Event) error) error {
	const query = "SELECT seq, at, kind, graduate, rev, generation, record, digest, hash, mac FROM event"
	return db.eachEvent(ctx, "chain of events", query, func(rows *sql.Rows) (int64, error) {
		var e Event
		var at string
		if err := rows.Scan(&e.Seq, &at, &e.Kind, &e.Graduate, &e.Rev, &e.Generation, &e.Record, &e.Digest, &e.Hash, &e.MAC); err != nil {
			return e.Seq, err
		}
		e.readTime(at)
		return e.Seq, f(e)
	})
}

// LastEvent is the last event of a graduate; one with Seq 0 when there is none.
func (db *DB) LastEvent(ctx context.Context, graduate string) (Event, error) {
	const query = "SELECT " + eventColumns + " FROM event WHERE graduate = ?1 ORDER BY seq DESC LIMIT 1"
	var last Event
	err := db.each(ctx, "last event", query, func(rows *sql.Rows) (err error) {
		last, err = scanEvent(rows)
		return err
	}, graduate)
	return last, err
}

// LastSeq is the number of the last event of all, 0 for none, and its hash.
func (db *DB) LastSeq(ctx context.Context) (seq int64, hash []byte, err error) {
	err = db.row(ctx, "last event", "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1", nil, &seq, &hash)
	return seq, hash, err
}

// readTime takes a stored time. Nothing vouches for one that is none: such an event is
// given without its authenticator, and harms only itself.
func (e *Event) readTime(at string) {
	var err error
	if e.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
		e.MAC = nil
	}
}
