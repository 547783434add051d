package ledger

import (
	"context"

	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Pending is one change that a graduate has made and nobody of the school has seen.
type Pending struct {
	Graduate, ID string
	sealed       []byte
}

// Size is how large it is, in octets.
func (p Pending) Size() int { return len(p.sealed) + len(p.ID) }

// OpenPending opens a change with the graduate's present key: one that was made with a
// password of before does not open.
func (l *Ledger) OpenPending(p Pending) ([]byte, error) {
	var key *vault.Key
	if r := l.records[p.Graduate]; r != nil {
		key = r.key()
	}
	return openPending(p, key)
}

// OpenPending opens an own change.
func (o *Own) OpenPending(p Pending) ([]byte, error) { return openPending(p, o.key()) }

func openPending(p Pending, key *vault.Key) ([]byte, error) {
	place := pendingPlace(p.Graduate, p.ID)
	plain, err := vault.Open(key, place, p.sealed)
	if err != nil {
		return nil, tampered(err, place)
	}
	return plain, nil
}

// SealPending makes an own change; it is kept by [Own.Leave].
func (o *Own) SealPending(id string, plain []byte) (Pending, error) {
	sealed, err := vault.Seal(o.options.Rand, o.key(), pendingPlace(o.ID, id), plain)
	return Pending{o.ID, id, sealed}, err
}

// Leave keeps a change until somebody of the school signs in, with the attachments that
// it names; it takes the place of another, whose id is former, "" for none.
func (o *Own) Leave(ctx context.Context, p Pending, former string, files ...Attachment) error {
	return o.db.Update(ctx, func(tx *sqlite.Tx) error {
		if former != "" {
			if err := tx.DeletePending(former); err != nil {
				return err
			}
		}
		for _, a := range files {
			if err := tx.AddAttachment(a.stored); err != nil {
				return err
			}
		}
		return tx.AddPending(sqlite.Pending{Graduate: p.Graduate, ID: p.ID, Body: p.sealed})
	})
}

// What one graduate may leave to be taken over at once: the program itself stays far below.
// A form has some thirty fields, and what is typed into one of them in one go is kept as one
// change. More is a stranger's, and nothing of it is opened.
const (
	// MaximumRows is how many times something was saved: thirty fields, each five times.
	MaximumRows = 160
	// MaximumOctets is of all of it, sealed: twice the usual length of as many rows.
	MaximumOctets = 96 << 10
)

// PendingSize is how much one graduate has left to be taken over.
type PendingSize = sqlite.PendingSize

// TooMuch says that it is more than anybody can have made, or of nobody.
func TooMuch(s PendingSize) bool {
	return s.Graduate == "" || s.Rows > MaximumRows || s.Octets > MaximumOctets
}

// PendingSizes are those of all, in the order in which they began; no content is read.
func (f *File) PendingSizes(ctx context.Context) ([]PendingSize, error) {
	return f.db.PendingSizes(ctx)
}

// PendingOf gives the pending changes of some graduates to f, in their order.
func (f *File) PendingOf(ctx context.Context, graduates []string, give func(Pending) error) error {
	return f.db.PendingOf(ctx, graduates, func(p sqlite.Pending) error { return give(Pending{p.Graduate, p.ID, p.Body}) })
}

// DropPending removes a change.
func (c *Change) DropPending(p Pending) error { return c.tx.DeletePending(p.ID) }

// DropAllPending removes all pending changes of a graduate, unread; of nobody who is in the
// registry when graduate is empty. It says how many there were.
func (c *Change) DropAllPending(graduate string) (int64, error) { return c.tx.DropPending(graduate) }
