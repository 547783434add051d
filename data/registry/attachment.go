package registry

import (
	"context"
	"encoding/hex"
	"errors"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// attachmentPlace binds an attachment to its graduate and its id, which follows from
// its content.
func attachmentPlace(graduate, id string) vault.Place {
	return vault.Place{Table: "attachment", Field: graduate, ID: id}
}

// Attachment is a photo or scan, sealed by its graduate's own key. ID follows from its
// content.
type Attachment struct {
	ID     string
	sealed sqlite.Attachment
}

// Seal makes an attachment of g; it is stored by [Edit.FillWith].
func (w *Edit) Seal(g *data.Graduate, content []byte) (Attachment, error) {
	e, err := w.entry(g.ID)
	if err != nil {
		return Attachment{}, err
	}
	print, err := vault.Fingerprint(e.key, string(content))
	if err != nil {
		return Attachment{}, err
	}
	a := sqlite.Attachment{Graduate: g.ID, ID: hex.EncodeToString(print)}
	a.Body, err = vault.Seal(w.options.Rand, e.key, attachmentPlace(a.Graduate, a.ID), content)
	return Attachment{a.ID, a}, err
}

// FillWith is [Edit.Fill] with an attachment that g refers to, in one transaction.
func (w *Edit) FillWith(a Attachment, before, g *data.Graduate) error {
	changes := Difference(before, g)
	if len(changes) == 0 {
		return nil
	}
	if w.who.Role == RoleGraduate {
		if err := w.db.Update(w.ctx, func(tx *sqlite.Tx) error { return tx.AddAttachment(a.sealed) }); err != nil {
			return err
		}
		return w.fill(g, changes)
	}
	return w.Commit(func(c *Change) error {
		return errors.Join(c.tx.AddAttachment(a.sealed), c.Put(g, EventChanged, EventBody{Changes: changes}))
	})
}

// Attachment gives back the very bytes of a graduate's attachment by its id.
func (v *View) Attachment(ctx context.Context, g *data.Graduate, id string) ([]byte, error) {
	e, err := v.entry(g.ID)
	if err != nil {
		return nil, err
	}
	sealed, err := v.db.Attachment(ctx, g.ID, id)
	if err != nil {
		return nil, err
	}
	if sealed == nil {
		return nil, data.Fail("attachment.gone", nil)
	}
	return openAttachment(sqlite.Attachment{Graduate: g.ID, ID: id, Body: sealed}, e.key)
}

func openAttachment(a sqlite.Attachment, key *vault.Key) ([]byte, error) {
	place := attachmentPlace(a.Graduate, a.ID)
	content, err := vault.Open(key, place, a.Body)
	if err != nil {
		return nil, tampered(err, place)
	}
	return content, nil
}

// compareAttachments opens every attachment, and looks for those that a form names.
func (v *View) compareAttachments(ctx context.Context, ills *[]Ill) error {
	there := map[[2]string]bool{}
	err := v.db.Attachments(ctx, "", func(a sqlite.Attachment) error {
		there[[2]string{a.Graduate, a.ID}] = true
		e := v.index.byID[a.Graduate]
		if e == nil {
			return nil
		}
		if _, err := openAttachment(a, e.key); err != nil {
			*ills = append(*ills, Ill{"attachment", data.Args{"id": a.Graduate, "file": a.ID}})
		}
		return nil
	})
	if err != nil {
		return err
	}
	for id, e := range v.index.byID {
		for _, a := range v.Campaign().Attached(e.graduate) {
			if !there[[2]string{id, a.ID}] {
				*ills = append(*ills, Ill{"attachment_lost", data.Args{"id": id, "file": a.ID}})
			}
		}
	}
	return nil
}
