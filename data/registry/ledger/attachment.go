package ledger

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Attachment is a photo or scan, sealed by its graduate's own key. ID follows from its
// content, which is held against it whenever it is opened.
type Attachment struct {
	ID string
	// Print is the SHA-256 of the content in hexadecimal digits, for the sealed record alone;
	// "" of one that was not sealed here.
	Print  string
	stored sqlite.Attachment
}

// Seal makes an attachment of a graduate; it is stored by [Change.AddAttachment].
func (l *Ledger) Seal(graduate string, content []byte) (Attachment, error) {
	r := l.records[graduate]
	if r == nil {
		return Attachment{}, data.Fail("graduate.unknown", data.Args{"id": graduate})
	}
	return seal(l.options, graduate, r.generation, r.key(), content)
}

// Seal makes an own attachment; it is stored by [Own.Leave].
func (o *Own) Seal(content []byte) (Attachment, error) {
	return seal(o.options, o.ID, len(o.keys), o.key(), content)
}

func seal(o Options, graduate string, generation int, key *vault.Key, content []byte) (Attachment, error) {
	id, err := attachmentID(key, content)
	if err != nil {
		return Attachment{}, err
	}
	a := sqlite.Attachment{Graduate: graduate, ID: id, Generation: generation}
	a.Body, err = vault.Seal(o.Rand, key, attachmentPlace(graduate, id), content)
	return Attachment{id, PrintOf(content), a}, err
}

// PrintOf is the [Attachment.Print] of a content.
func PrintOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

func attachmentID(key *vault.Key, content []byte) (string, error) {
	print, err := vault.FingerprintOf(key, content)
	return hex.EncodeToString(print), err
}

// AddAttachment stores an attachment.
func (c *Change) AddAttachment(a Attachment) error { return c.tx.AddAttachment(a.stored) }

// EraseAttachments destroys all photos and scans of a graduate, also those that another
// has taken the place of.
func (c *Change) EraseAttachments(graduate string) error {
	c.forgets = true
	return c.tx.EraseAttachments(graduate)
}

// Content gives back the very bytes of a graduate's attachment by its id;
// attachment.gone when there is none.
func (l *Ledger) Content(ctx context.Context, graduate, id string) ([]byte, error) {
	stored, err := l.db.Attachment(ctx, graduate, id)
	if err != nil {
		return nil, err
	}
	return l.open(stored)
}

func (l *Ledger) open(stored sqlite.Attachment) ([]byte, error) {
	return openAttachment(nil, stored, l.keyOf(stored))
}

// keyOf is the key that seals an attachment, nil where it is not there.
func (l *Ledger) keyOf(stored sqlite.Attachment) *vault.Key {
	if r := l.records[stored.Graduate]; r != nil {
		return r.keys[stored.Generation]
	}
	return nil
}

// OpenForeign opens an attachment that came in a file from outside, with the present key
// of its graduate: one that was sealed with a key of before, whoever knew a replaced
// password can have made.
func (l *Ledger) OpenForeign(a Attachment) ([]byte, error) {
	if r := l.records[a.stored.Graduate]; r == nil || a.stored.Generation != r.generation {
		return nil, tampered(errors.New("of a replaced key"), attachmentPlace(a.stored.Graduate, a.ID))
	}
	return l.open(a.stored)
}

// Content is [Ledger.Content] of the own attachments.
func (o *Own) Content(ctx context.Context, id string) ([]byte, error) {
	stored, err := o.db.Attachment(ctx, o.ID, id)
	if err != nil {
		return nil, err
	}
	return openAttachment(nil, stored, o.keyOf(stored.Generation))
}

// openAttachment opens one, in the room where that is enough.
func openAttachment(room []byte, a sqlite.Attachment, key *vault.Key) ([]byte, error) {
	place := attachmentPlace(a.Graduate, a.ID)
	if len(a.Body) == 0 {
		return nil, data.Fail("attachment.gone", nil)
	}
	content, err := vault.OpenTo(room[:0], key, place, a.Body)
	if err != nil {
		return nil, tampered(err, place)
	}
	if id, err := attachmentID(key, content); err != nil || id != a.ID {
		return nil, tampered(errors.Join(err, errors.New("not the content of its id")), place)
	}
	return content, nil
}

// AttachmentNames gives every attachment to f, of one graduate or of all.
func (f *File) AttachmentNames(ctx context.Context, graduate string, give func(graduate, id string) error) error {
	return f.db.AttachmentNames(ctx, graduate, give)
}
