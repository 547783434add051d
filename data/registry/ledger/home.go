package ledger

import (
	"context"
	"errors"
	"fmt"

	"graduand/data/sqlite"
)

// WriteHome makes a registry at path with one record and no way in but the graduate's own,
// with these settings besides those of the ledger; door is that of the graduate's access.
// The school signs it. It is whole or absent, and nothing is left behind when it fails.
func (l *Ledger) WriteHome(ctx context.Context, id, door, path string, public []string) error {
	return sqlite.Build(ctx, path, func(home *sqlite.DB) error { return l.writeHome(ctx, id, door, home, public) })
}

func (l *Ledger) writeHome(ctx context.Context, id, door string, db *sqlite.DB, public []string) error {
	record, err := l.db.Graduate(ctx, id)
	if err != nil {
		return err
	}
	var own sqlite.Access
	err = l.db.Accesses(ctx, func(a sqlite.Access) error {
		if a.Graduate == id && a.Door == door {
			own = a
		}
		return nil
	})
	if err != nil {
		return err
	}
	// Neither the school's wrapping of the key nor the readable password leaves.
	record.Wrapped, own.Secret = []byte{}, nil
	settings, err := l.homeSettings(public)
	if err != nil {
		return err
	}
	signature, err := l.keys.signer.Sign(settingsPlace(id), append(settings.text(), homeText(record)...))
	if err != nil {
		return err
	}
	return db.Update(ctx, func(tx *sqlite.Tx) error {
		for name, s := range settings {
			if err := tx.PutSetting(sqlite.Record{ID: name, Rev: s.rev, Body: s.body}); err != nil {
				return err
			}
		}
		if err := errors.Join(tx.PutVouch(vouchSettings, signature), tx.CopyGraduate(record), tx.PutAccess(own)); err != nil {
			return err
		}
		return l.db.Attachments(ctx, id, tx.AddAttachment)
	})
}

func (l *Ledger) homeSettings(public []string) (settings, error) {
	home := l.identity
	home.Home = true
	body, err := marshal(SettingIdentity, home)
	if err != nil {
		return nil, err
	}
	all := settings{}.with(SettingIdentity, body)
	for _, name := range append(public, SettingLogin) {
		if stored := l.Setting(name); stored != nil {
			all = all.with(name, stored)
		}
	}
	return all, nil
}

// homeText is what the school signs of the record in a take-home file.
func homeText(r sqlite.Record) []byte {
	return fmt.Appendf(nil, "record|%s|%d|%d|%x\n", r.ID, r.Rev, r.Generation, hashOf(r.Body))
}

// Graduates gives the ids of all graduates in the file to f.
func (f *File) Graduates(ctx context.Context, give func(id string) error) error {
	return f.db.GraduateIDs(ctx, give)
}

// AttachmentSize is how large a sealed attachment is.
type AttachmentSize = sqlite.AttachmentSize

// AttachmentSizes gives the size of every attachment to f; no content is read.
func (f *File) AttachmentSizes(ctx context.Context, give func(AttachmentSize) error) error {
	return f.db.AttachmentSizes(ctx, give)
}

// Attachment is one in the file, sealed as it is.
func (f *File) Attachment(ctx context.Context, graduate, id string) (Attachment, error) {
	a, err := f.db.Attachment(ctx, graduate, id)
	return Attachment{ID: id, stored: a}, err
}
