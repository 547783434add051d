package form

import (
	"context"
	"io"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/picture"
	"graduand/data/registry"
)

// Attach puts a photo or scan into a field of the form that takes files: the bytes as
// they are, sealed by the graduate's own key (KG-027). A field that takes several is named
// with what the file proves, "privilege_documents:orphan", and keeps those that it has. Name is
// that of the file on the disk, "" where it has none: its ending is held against its content.
// JPEG and PNG are taken, within the limits of size and pixels; a refusal has a code
// "attachment.…". What else the campaign's rules find is kept beside the file (KG-019…029). The
// file that stood there before is kept with the history.
func (d *Desk) Attach(ctx context.Context, id, field, name string, content []byte) error {
	judged, err := d.judge(field, name, content)
	if err != nil {
		return err
	}
	return d.registry.Write(ctx, registry.RightFill, changed, func(w *registry.Edit) error {
		before, err := w.Active(id)
		if err != nil {
			return err
		}
		at := campaign.PlaceOf(field)
		if err := w.TakesFile(before, at.Field, at.For); err != nil {
			return err
		}
		a, err := w.Seal(before, content)
		if err != nil {
			return err
		}
		at.ID = a.ID
		g := w.Campaign().WithAttached(before, at, judged)
		if err := w.RefuseTooManyFiles(g); err != nil {
			return err
		}
		return w.FillWith(a, before, g)
	})
}

// judge says what the rules find in a file for a place, or why it is not taken at all. It takes
// long for a large photo: no lock is held.
func (d *Desk) judge(place, name string, content []byte) (*data.Judged, error) {
	c := d.registry.Campaign()
	judged := picture.Judge(c, content, picture.QuestionOf(c, campaign.PlaceOf(place).Field, name, d.registry.Today()))
	return judged, picture.Refused(judged)
}

// Detach takes a file out of its field; it stays with the history. One of several is named
// whole, "privilege_documents:orphan:ID".
func (d *Desk) Detach(ctx context.Context, id, field string) error {
	return d.registry.Write(ctx, registry.RightFill, changed, func(w *registry.Edit) error {
		before, err := w.Active(id)
		if err != nil {
			return err
		}
		at := campaign.PlaceOf(field)
		if err := w.TakesFile(before, at.Field, at.For); err != nil {
			return err
		}
		file, err := whichFile(w.View, before, at.Field, at.For, at.ID)
		if err != nil {
			return err
		}
		g := before.Clone()
		g.Set(at.Field, withoutFile(g.Get(at.Field), at.For, file))
		w.Campaign().ForgetOtherSides(g)
		return w.Fill(before, g)
	})
}

// whichFile is the id of the file to take out; it need not be said where there is one.
func whichFile(v *registry.View, g *data.Graduate, field, of, id string) (string, error) {
	there := slices.DeleteFunc(v.Campaign().Attached(g), func(a campaign.Attached) bool {
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

func withoutFile(value, of, id string) string {
	if of == "" {
		return ""
	}
	gone := func(entry string) bool { return entry == of+":"+id }
	return strings.Join(slices.DeleteFunc(data.SplitList(value), gone), ",")
}

// Attachment gives back the very bytes that were attached to a field; nil when there
// are none.
func (d *Desk) Attachment(ctx context.Context, id, field string) ([]byte, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]byte, error) {
		return attachment(ctx, v, id, field)
	})
}

func attachment(ctx context.Context, v *registry.View, id, field string) ([]byte, error) {
	g, err := v.Find(id)
	if err != nil {
		return nil, err
	}
	name, err := fileAt(v, g, field)
	if err != nil || name == "" {
		return nil, err
	}
	return v.Attachment(ctx, g, name)
}

// fileAt is the id of the file at a place: a field, one of several in it, or a receipt.
func fileAt(v *registry.View, g *data.Graduate, place string) (string, error) {
	field := campaign.PlaceOf(place).Field
	if f := v.Campaign().Field(field); f != nil && f.Kind == campaign.KindFile {
		return g.Get(field), nil
	}
	if a, found := v.Campaign().AttachedAt(g, place); found {
		return a.ID, nil
	}
	if payment, is := data.PaymentOf(field); is && g.Current().Payment(payment) != nil {
		return "", nil
	}
	if f := v.Campaign().Field(field); f != nil && f.Kind == campaign.KindFiles {
		return "", nil
	}
	return "", data.Fail("attachment.no_field", data.Args{"field": place})
}

// SaveAttachment writes the untouched original to a file and notes it in the history
// (KG-013, KG-027). What is no picture, whatever has put it there, is refused.
func (d *Desk) SaveAttachment(ctx context.Context, id, field, path string) error {
	return d.registry.Deliver(ctx, path, registry.RightPrint, registry.EventFileSaved, func(v *registry.View) (registry.Drawing, error) {
		content, err := attachment(ctx, v, id, field)
		switch {
		case err != nil:
			return nil, err
		case content == nil:
			return nil, data.Fail("attachment.gone", nil)
		}
		if _, err := registry.PictureEnding(content); err != nil {
			return nil, err
		}
		return func(w io.Writer) (registry.EventBody, error) {
			_, err := w.Write(content)
			return registry.EventBody{Note: field, Graduates: []string{id}}, err
		}, nil
	})
}
