package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"os"
	"path/filepath"

	"graduand/data"
	"graduand/data/file"
)

// Attachment is a sealed photo or scan of a graduate.
type Attachment struct {
	Graduate, ID string
	Body         []byte
	// Generation says which key of the graduate seals it.
	Generation int
}

// AddAttachment stores an attachment; one that is already there is left as it is.
func (tx *Tx) AddAttachment(a Attachment) error {
	return tx.do("add attachment of "+a.Graduate, "INSERT INTO attachment (id, graduate, body, generation) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
		a.ID, a.Graduate, a.Body, a.Generation)
}

// EraseAttachments removes all attachments of a graduate.
func (tx *Tx) EraseAttachments(graduate string) error {
	return tx.do("erase attachments of "+graduate, "DELETE FROM attachment WHERE graduate = ?", graduate)
}

// DropAttachment removes one attachment.
func (tx *Tx) DropAttachment(graduate, id string) error {
	return tx.do("drop attachment of "+graduate, "DELETE FROM attachment WHERE graduate = ? AND id = ?", graduate, id)
}

// Attachment is a stored attachment; one with Generation 0 when there is none.
func (db *DB) Attachment(ctx context.Context, graduate, id string) (Attachment, error) {
	a := Attachment{Graduate: graduate, ID: id}
	query := "SELECT body, " + db.generation() + " FROM attachment WHERE graduate = ? AND id = ?"
	err := db.row(ctx, "attachment", query, []any{graduate, id}, &a.Body, &a.Generation)
	return a, err
}

// generation is the column of that name, where the file has one.
func (db *DB) generation() string {
	if db.Former() {
		return "1"
	}
	return "generation"
}

// Attachments gives every attachment to f: those of one graduate, or all when graduate
// is empty.
func (db *DB) Attachments(ctx context.Context, graduate string, f func(Attachment) error) error {
	return db.AttachmentsTo(ctx, graduate, func() []byte { return nil }, f)
}

// AttachmentsTo is Attachments with each body in the slice that room gives for it, where that is large enough:
// for who reads many and keeps none.
func (db *DB) AttachmentsTo(ctx context.Context, graduate string, room func() []byte, f func(Attachment) error) error {
	query := "SELECT graduate, id, body, " + db.generation() + " FROM attachment WHERE ?1 = '' OR graduate = ?1 ORDER BY graduate, id"
	return db.each(ctx, "attachments", query, func(rows *sql.Rows) error {
		var a Attachment
		var body sql.RawBytes
		if err := rows.Scan(&a.Graduate, &a.ID, &body, &a.Generation); err != nil {
			return err
		}
		a.Body = append(room()[:0], body...)
		return f(a)
	}, graduate)
}

// AttachmentNames is Attachments without the contents, which are large.
func (db *DB) AttachmentNames(ctx context.Context, graduate string, f func(graduate, id string) error) error {
	const query = "SELECT graduate, id FROM attachment WHERE ?1 = '' OR graduate = ?1 ORDER BY graduate, id"
	return db.each(ctx, "names of attachments", query, func(rows *sql.Rows) error {
		var owner, id string
		if err := rows.Scan(&owner, &id); err != nil {
			return err
		}
		return f(owner, id)
	}, graduate)
}

// SetApart takes the attachments out of a copy of a registry and writes each to a file
// of its own in folder, named by the SHA-256 of what is sealed; one that is there
// already, from an earlier backup, is not written again. It returns the names.
func (db *DB) SetApart(ctx context.Context, folder string) (names []string, err error) {
	moved := map[[2]string][]byte{}
	err = db.Attachments(ctx, "", func(a Attachment) error {
		sum := sha256.Sum256(a.Body)
		names = append(names, hex.EncodeToString(sum[:]))
		moved[[2]string{a.Graduate, a.ID}] = sum[:]
		return writeApart(filepath.Join(folder, names[len(names)-1]), a.Body)
	})
	if err != nil || len(names) == 0 {
		return nil, err
	}
	err = db.Update(ctx, func(tx *Tx) error {
		for key, sum := range moved {
			if err := tx.one("set attachment apart", "UPDATE attachment SET body = x'', apart = ? WHERE graduate = ? AND id = ?", sum, key[0], key[1]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return names, db.Scrub(ctx)
}

// writeApart writes a whole file or none, durably, unless it is there.
func writeApart(path string, body []byte) error {
	if info, err := os.Stat(path); err == nil && info.Size() == int64(len(body)) {
		return nil
	}
	if err := file.MakeFolder(filepath.Dir(path)); err != nil {
		return err
	}
	return file.Save(path, body)
}

// maximumApart bounds what is read as an attachment that lies apart, in bytes: far above
// what the registrar lets in.
const maximumApart = 128 << 20

// BringTogether puts attachments that lie apart in folder back into the registry. One
// that is missing or altered is registry.apart_missing, or stays empty with anyway. One that
// has a body lies nowhere else, whatever is written beside it.
func (db *DB) BringTogether(ctx context.Context, folder string, anyway bool) error {
	type lying struct {
		graduate, id string
		sum          []byte
	}
	var all []lying
	err := db.each(ctx, "attachments", "SELECT graduate, id, apart FROM attachment WHERE apart IS NOT NULL AND octet_length(body) = 0", func(rows *sql.Rows) error {
		var l lying
		if err := rows.Scan(&l.graduate, &l.id, &l.sum); err != nil {
			return err
		}
		all = append(all, l)
		return nil
	})
	if err != nil {
		return err
	}
	return db.Update(ctx, func(tx *Tx) error {
		for _, l := range all {
			body, err := file.Read(filepath.Join(folder, hex.EncodeToString(l.sum)), maximumApart)
			if sum := sha256.Sum256(body); err != nil || string(sum[:]) != string(l.sum) {
				if anyway {
					continue
				}
				return data.FailWith(err, "registry.apart_missing", data.Args{"folder": folder})
			}
			if err := tx.one("bring attachment back", "UPDATE attachment SET body = ?, apart = NULL WHERE graduate = ? AND id = ?", body, l.graduate, l.id); err != nil {
				return err
			}
		}
		return nil
	})
}
