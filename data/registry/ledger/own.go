package ledger

import (
	"context"
	"encoding/hex"
	"errors"
	"slices"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Own is a registry that a graduate has opened: the own record can be read, and changes
// of it be left for the school.
type Own struct {
	*File
	// ID is the graduate's, Plain the body of the record.
	ID    string
	Plain []byte
	// Slot is by what the record knows the password that opened it.
	Slot string
	keys []*vault.Key
}

// key is the newest key.
func (o *Own) key() *vault.Key { return o.keys[len(o.keys)-1] }

func (o *Own) keyOf(generation int) *vault.Key {
	if generation < 1 || generation > len(o.keys) {
		return nil
	}
	return o.keys[generation-1]
}

// Close wipes the keys and closes the file.
func (o *Own) Close() error {
	o.wipe()
	return o.File.Close()
}

func (o *Own) wipe() {
	for _, key := range o.keys {
		key.Wipe()
	}
}

func (f *File) tryGraduate(ctx context.Context, phone, password string) (*Own, error) {
	credential, err := vault.NewCredential(f.login, phone, password)
	if err != nil {
		return nil, err
	}
	defer credential.Wipe()
	tag := credential.Tag()
	stored, err := f.db.AccessByTag(ctx, tag[:])
	if err != nil {
		return nil, err
	}
	if stored.Graduate == "" {
		return nil, vault.ErrWrong
	}
	content, err := vault.OpenGraduateSlot(vault.GraduateSlot{Tag: tag, Sealed: stored.Slot}, credential)
	if err != nil {
		return nil, err
	}
	if f.Former() {
		return nil, data.Fail("registry.former_format", nil)
	}
	stored.Tag = tag[:]
	o := &Own{File: f, ID: content.ID, Slot: slotHash(stored), keys: append(content.Former, content.Key)}
	if err := o.load(ctx); err != nil {
		o.wipe()
		return nil, err
	}
	return o, nil
}

// slotHash is the SHA-256 of how a graduate's password is stored; empty where it opens
// another program.
func slotHash(stored sqlite.Access) string {
	if len(stored.Tag) == 0 {
		return ""
	}
	return hex.EncodeToString(hashOf(append(slices.Clone(stored.Tag), stored.Slot...)))
}

// load opens the one record, and believes of the rest of the file what the school has
// signed.
func (o *Own) load(ctx context.Context) error {
	stored, err := o.db.Graduate(ctx, o.ID)
	if err != nil {
		return err
	}
	if stored.Rev == 0 || stored.Generation != len(o.keys) {
		return data.Fail("vault.wrong", nil)
	}
	home, err := o.compareRecord(ctx, stored)
	if err != nil {
		return err
	}
	if err := o.checkSignature(ctx, stored, home); err != nil {
		return err
	}
	if o.Plain, err = vault.Open(o.key(), bodyPlace(o.ID, stored.Rev), stored.Body); err != nil {
		return tampered(err, bodyPlace(o.ID, stored.Rev))
	}
	return nil
}

// compareRecord holds the record against its last event, which opens with the own key. In
// a take-home file there are no events: the school has signed the record instead.
func (o *Own) compareRecord(ctx context.Context, stored sqlite.Record) (home string, err error) {
	last, err := o.db.LastEvent(ctx, o.ID)
	if err != nil {
		return "", err
	}
	if o.identity.Home {
		return o.ID, nil
	}
	if last.Seq == 0 {
		return "", tampered(errors.New("no event"), bodyPlace(o.ID, stored.Rev))
	}
	if err := genuine(stored, &last); err != nil {
		return "", tampered(err, bodyPlace(o.ID, stored.Rev))
	}
	if _, err := vault.Open(o.key(), eventPlace(&last), last.Body); err != nil {
		return "", tampered(err, eventPlace(&last))
	}
	return "", nil
}

// checkSignature refuses settings that the school has not signed. The school's public key
// lies sealed by the graduate's own.
func (o *Own) checkSignature(ctx context.Context, stored sqlite.Record, home string) error {
	public, err := vault.Open(o.key(), trustPlace(o.ID), stored.Trust)
	if err != nil {
		return tampered(err, trustPlace(o.ID))
	}
	signature, err := o.db.Vouch(ctx, vouchSettings)
	if err != nil {
		return err
	}
	text := o.settings.text()
	if home != "" {
		text = append(text, homeText(stored)...)
	}
	if err := vault.CheckSignature(public, signature, settingsPlace(home), text); err != nil {
		return tampered(err, settingsPlace(home))
	}
	return nil
}
