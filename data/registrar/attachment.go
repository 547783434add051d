package registrar

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

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
// they are, sealed by the graduate's own key (KG-027). A field that takes several is named
// with what the file proves, "privilege_documents:orphan", and keeps those that it has.
// JPEG and PNG are taken, within the limits of size and pixels; a refusal has a code
// "attachment.…". The file that stood there before is kept with the history.
func (r *Registrar) Attach(ctx context.Context, id, field string, content []byte) (err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	if _, err := DecodePicture(content); err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	e, err := r.fillable(id)
	if err != nil {
		return err
	}
	f, of, _ := cutPlace(field)
	if err := r.takesFiles(e.graduate, f, of); err != nil {
		return err
	}
	a, err := r.sealAttachment(e, content)
	if err != nil {
		return err
	}
	g := e.graduate.Clone()
	g.Set(f, withFile(g.Get(f), of, a.ID))
	changes := difference(e.graduate, g)
	if len(changes) == 0 {
		return nil
	}
	return r.storeAttachment(ctx, a, g, changes)
}

// Detach takes a file out of its field; it stays with the history. One of several is named
// whole, "privilege_documents:orphan:ID".
func (r *Registrar) Detach(ctx context.Context, id, field string) (err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	e, err := r.fillable(id)
	if err != nil {
		return err
	}
	f, of, file := cutPlace(field)
	if err := r.takesFiles(e.graduate, f, of); err != nil {
		return err
	}
	if file, err = r.whichFile(e.graduate, f, of, file); err != nil {
		return err
	}
	g := e.graduate.Clone()
	g.Set(f, withoutFile(g.Get(f), of, file))
	return r.keepFilled(ctx, e.graduate, g)
}

// whichFile is the id of the file to take out; it need not be said where there is one.
func (r *Registrar) whichFile(g *data.Graduate, field, of, id string) (string, error) {
	there := slices.DeleteFunc(r.Campaign().Attached(g), func(a campaign.Attached) bool {
		return a.Field != field || a.For != of || id != "" && a.ID != id
	})
	switch len(there) {
	case 0:
		return "", data.Fail("attachment.gone", nil)
	case 1:
		return there[0].ID, nil
	}
	return "", data.Fail("attachment.which", data.Args{"field": field + ":" + of, "known": there[0].ID + ", " + there[1].ID})
}

// cutPlace reads where a file stands: field, what it proves, and its id.
func cutPlace(place string) (field, of, id string) {
	field, of, _ = strings.Cut(place, ":")
	of, id, _ = strings.Cut(of, ":")
	return field, of, id
}

// takesFiles says why no file can be put into a field, or into that place of it.
func (r *Registrar) takesFiles(g *data.Graduate, field, of string) error {
	f := r.Campaign().Field(field)
	switch {
	case f == nil || f.Kind != campaign.KindFile && f.Kind != campaign.KindFiles,
		f.Kind == campaign.KindFile && of != "",
		f.Kind == campaign.KindFiles && r.Campaign().Privilege(of) == nil:
		return data.Fail("attachment.no_field", data.Args{"field": field})
	}
	return r.refuseLocked(g, field)
}

// withFile is the value of a field after a file was put in.
func withFile(value, of, id string) string {
	if of == "" {
		return id
	}
	entry := of + ":" + id
	entries := data.SplitList(value)
	if slices.Contains(entries, entry) {
		return value
	}
	return strings.Join(append(entries, entry), ",")
}

func withoutFile(value, of, id string) string {
	if of == "" {
		return ""
	}
	gone := func(entry string) bool { return entry == of+":"+id }
	return strings.Join(slices.DeleteFunc(data.SplitList(value), gone), ",")
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

// unpacking lets one picture at a time be unpacked: a large one takes 200 MB.
var unpacking sync.Mutex

// DecodePicture unpacks a photo or scan, JPEG or PNG, that is within the limits of bytes and
// pixels; a refusal has a code "attachment.…". What ends in the middle is refused too.
func DecodePicture(content []byte) (image.Image, error) {
	if len(content) > MaximumAttachment {
		return nil, data.Fail("attachment.too_large", data.Args{"limit": MaximumAttachment >> 20})
	}
	sizeOf, unpack, limit := jpeg.DecodeConfig, jpeg.Decode, maximumJPEG
	switch http.DetectContentType(content) {
	case "image/jpeg":
	case "image/png":
		sizeOf, unpack, limit = png.DecodeConfig, png.Decode, maximumPNG
	default:
		return nil, data.Fail("attachment.no_picture", nil)
	}
	size, err := sizeOf(bytes.NewReader(content))
	if err != nil {
		return nil, data.FailWith(err, "attachment.damaged", nil)
	}
	if size.Width > maximumSide || size.Height > maximumSide || size.Width*size.Height > limit {
		return nil, data.Fail("attachment.too_many_pixels", data.Args{"width": size.Width, "height": size.Height})
	}
	unpacking.Lock()
	defer unpacking.Unlock()
	whole, err := unpack(bytes.NewReader(content))
	if err != nil {
		return nil, data.FailWith(err, "attachment.damaged", nil)
	}
	return whole, nil
}

// Attachment gives back the very bytes that were attached to a field; nil when there
// are none.
func (r *Registrar) Attachment(ctx context.Context, id, field string) ([]byte, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.attachmentAt(ctx, id, field)
}

// attachmentAt is Attachment for who holds the lock.
func (r *Registrar) attachmentAt(ctx context.Context, id, field string) ([]byte, error) {
	e, err := r.visible(id)
	if err != nil {
		return nil, err
	}
	name, err := r.fileAt(e.graduate, field)
	if err != nil || name == "" {
		return nil, err
	}
	return r.attachment(ctx, e, name)
}

// attachment opens a file of a graduate by its id.
func (r *Registrar) attachment(ctx context.Context, e *entry, name string) ([]byte, error) {
	sealed, err := r.db.Attachment(ctx, e.graduate.ID, name)
	if err != nil {
		return nil, err
	}
	if sealed == nil {
		return nil, data.Fail("attachment.gone", nil)
	}
	return openAttachment(sqlite.Attachment{Graduate: e.graduate.ID, ID: name, Body: sealed}, e.key)
}

func isPNG(content []byte) bool { return http.DetectContentType(content) == "image/png" }

// fileAt is the id of the file at a place: a field, one of several in it, or a receipt.
func (r *Registrar) fileAt(g *data.Graduate, place string) (string, error) {
	field, of, id := cutPlace(place)
	if f := r.Campaign().Field(field); f != nil && f.Kind == campaign.KindFile {
		return g.Get(field), nil
	}
	for _, a := range r.Campaign().Attached(g) {
		if a.Field == field && (a.For == of || of == "") && (a.ID == id || id == "") {
			return a.ID, nil
		}
	}
	if payment, is := data.PaymentOf(field); is && g.Current().Payment(payment) != nil {
		return "", nil
	}
	if f := r.Campaign().Field(field); f != nil && f.Kind == campaign.KindFiles {
		return "", nil
	}
	return "", data.Fail("attachment.no_field", data.Args{"field": place})
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
func (r *Registrar) SaveAttachment(ctx context.Context, id, field, path string) error {
	return r.deliver(ctx, path, RightPrint, EventFileSaved, func() (drawing, error) {
		content, err := r.attachmentAt(ctx, id, field)
		if err == nil && content == nil {
			err = data.Fail("attachment.gone", nil)
		}
		return func(w io.Writer) (eventBody, error) {
			_, err := w.Write(content)
			return eventBody{Note: field, Graduates: []string{id}}, err
		}, err
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
		for _, a := range r.Campaign().Attached(e.graduate) {
			if !there[[2]string{id, a.ID}] {
				*ills = append(*ills, Ill{"attachment_lost", data.Args{"id": id, "file": a.ID}})
			}
		}
	}
	return nil
}
