package registrar

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"net/http"
	"path/filepath"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// kindFile is the kind of a form field that holds the id of an attachment.
const kindFile = "file"

// The fence before a picture: bytes, pixels of a side, and pixels in all.
const (
	MaximumAttachment = 25 << 20
	maximumSide       = 12_000
	maximumJPEG       = 50_000_000
	maximumPNG        = 25_000_000
)

// attachmentPlace binds an attachment to its graduate and its id, which follows from
// its content.
func attachmentPlace(graduate, id string) vault.Place {
	return vault.Place{Table: "attachment", Field: graduate, ID: id}
}

// Attach puts a photo or scan into a field of the form that takes files: the bytes as
// they are, sealed by the graduate's own key (KG-027). JPEG and PNG are taken, within
// the limits of size and pixels; a refusal has a code "attachment.…". The file that
// stood there before is kept with the history.
func (r *Registrar) Attach(ctx context.Context, id, field string, content []byte) (err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	if err := checkPicture(content); err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightFill); err != nil {
		return err
	}
	e := r.index.byID[id]
	switch f := r.campaign.Field(field); {
	case e == nil:
		return data.Fail("graduate.unknown", data.Args{"id": id})
	case e.graduate.Removed != nil:
		return data.Fail("graduate.is_removed", data.Args{"name": e.graduate.FullName()})
	case f == nil || f.Kind != kindFile:
		return data.Fail("attachment.no_field", data.Args{"field": field})
	}
	a, err := r.sealAttachment(e, content)
	if err != nil {
		return err
	}
	g := e.graduate.Clone()
	g.Set(field, a.ID)
	changes := difference(e.graduate, g)
	if len(changes) == 0 {
		return nil
	}
	return r.storeAttachment(ctx, a, g, changes)
}

func (r *Registrar) sealAttachment(e *entry, content []byte) (sqlite.Attachment, error) {
	a := sqlite.Attachment{Graduate: e.graduate.ID}
	print, err := vault.Fingerprint(e.key, string(content))
	if err != nil {
		return a, err
	}
	a.ID = hex.EncodeToString(print)
	a.Body, err = vault.Seal(r.options.Rand, e.key, attachmentPlace(a.Graduate, a.ID), content)
	return a, err
}

// storeAttachment writes the sealed bytes and what refers to them in one transaction.
func (r *Registrar) storeAttachment(ctx context.Context, a sqlite.Attachment, g *data.Graduate, changes []FieldChange) error {
	if r.who.Role == RoleGraduate {
		if err := r.db.Update(ctx, func(tx *sqlite.Tx) error { return tx.AddAttachment(a) }); err != nil {
			return err
		}
		return r.fill(ctx, g, changes)
	}
	return r.update(ctx, func(c *change) error {
		return errors.Join(c.AddAttachment(a), c.put(g, EventChanged, eventBody{Changes: changes}))
	})
}

// checkPicture lets only pictures through that can be looked at without harm.
func checkPicture(content []byte) error {
	if len(content) > MaximumAttachment {
		return data.Fail("attachment.too_large", data.Args{"limit": MaximumAttachment >> 20})
	}
	var size image.Config
	var err error
	limit := maximumJPEG
	switch http.DetectContentType(content) {
	case "image/jpeg":
		size, err = jpeg.DecodeConfig(bytes.NewReader(content))
	case "image/png":
		size, err = png.DecodeConfig(bytes.NewReader(content))
		limit = maximumPNG
	default:
		return data.Fail("attachment.no_picture", nil)
	}
	if err != nil {
		return data.FailWith(err, "attachment.damaged", nil)
	}
	if size.Width > maximumSide || size.Height > maximumSide || size.Width*size.Height > limit {
		return data.Fail("attachment.too_many_pixels", data.Args{"width": size.Width, "height": size.Height})
	}
	return nil
}

// Attachment gives back the very bytes that were attached to a field; nil when there
// are none.
func (r *Registrar) Attachment(ctx context.Context, id, field string) ([]byte, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightLook); err != nil {
		return nil, err
	}
	e := r.index.byID[id]
	if e == nil {
		return nil, data.Fail("graduate.unknown", data.Args{"id": id})
	}
	f := r.campaign.Field(field)
	if f == nil || f.Kind != kindFile {
		return nil, data.Fail("attachment.no_field", data.Args{"field": field})
	}
	name := e.graduate.Get(field)
	if name == "" {
		return nil, nil
	}
	sealed, err := r.db.Attachment(ctx, id, name)
	if err != nil {
		return nil, err
	}
	if sealed == nil {
		return nil, data.Fail("attachment.gone", nil)
	}
	return openAttachment(sqlite.Attachment{Graduate: id, ID: name, Body: sealed}, e.key)
}

func openAttachment(a sqlite.Attachment, key *vault.Key) ([]byte, error) {
	place := attachmentPlace(a.Graduate, a.ID)
	content, err := vault.Open(key, place, a.Body)
	if err != nil {
		return nil, tampered(err, place)
	}
	return content, nil
}

// SaveAttachment writes the untouched original to a file and notes it in the history
// (KG-013, KG-027).
func (r *Registrar) SaveAttachment(ctx context.Context, id, field, path string) (err error) {
	defer r.tell(&err, HistoryGrew)
	if SameFile(path, r.db.Path()) {
		return data.Fail("print.over_registry", data.Args{"file": filepath.Base(path)})
	}
	content, err := r.Attachment(ctx, id, field)
	if err != nil {
		return err
	}
	if content == nil {
		return data.Fail("attachment.gone", nil)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightPrint); err != nil {
		return err
	}
	if err := SaveFile(path, content); err != nil {
		return err
	}
	// The file is there: the history must know it, cancelled or not.
	return r.update(context.WithoutCancel(ctx), func(c *change) error {
		return c.note(EventFileSaved, "", 0, nil, eventBody{Note: field, Graduates: []string{id}, SHA256: hexSum(content)})
	})
}

// compareAttachments opens every attachment, and looks for those that a form names.
func (r *Registrar) compareAttachments(ctx context.Context, ills *[]Ill) error {
	there := map[[2]string]bool{}
	err := r.db.Attachments(ctx, "", func(a sqlite.Attachment) error {
		there[[2]string{a.Graduate, a.ID}] = true
		e := r.index.byID[a.Graduate]
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
	for id, e := range r.index.byID {
		for _, f := range r.campaign.AllFields() {
			name := e.graduate.Get(f.Code)
			if f.Kind == kindFile && name != "" && !there[[2]string{id, name}] {
				*ills = append(*ills, Ill{"attachment_lost", data.Args{"id": id, "file": name}})
			}
		}
	}
	return nil
}
