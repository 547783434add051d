package season

import (
	"context"
	"errors"
	"io"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/papers"
	"graduand/data/registry"
)

// Erased says what was destroyed, for the certificate.
type Erased = papers.Erased

// Erase destroys the personal data of graduates for good: their keys first of all, and
// with them bodies, accesses and history; then the whole file is written anew, so that
// they are in no free page of it either (F-16). With no ids it is the whole campaign,
// and the automatic backups go too. The head alone may do it, and a reason is asked
// for. What remains, the certificate says: see [Desk.WriteCertificate].
func (d *Desk) Erase(ctx context.Context, ids []string, reason string) (Erased, error) {
	return d.erase(ctx, Erased{All: len(ids) == 0, Reason: reason}, func(w *registry.Edit, done *Erased) error {
		kind := registry.EventErasedSome
		if done.All {
			ids, kind = slices.Sorted(slices.Values(registry.IDs(w.Everybody()))), registry.EventErasedAll
		}
		done.Persons = len(ids)
		return w.Erase(ids, kind, done.Reason, done.All)
	})
}

// EraseImages destroys the photos and scans of graduates, of all when there are no ids,
// and leaves their other data (F-16). The fields that they stood in become empty; the
// history keeps that they were there.
func (d *Desk) EraseImages(ctx context.Context, ids []string, reason string) (Erased, error) {
	return d.erase(ctx, Erased{Images: true, Reason: reason}, func(w *registry.Edit, done *Erased) error {
		chosen, err := withImages(ctx, w.View, ids)
		if err != nil {
			return err
		}
		done.Persons = len(chosen)
		return destroyImages(w, chosen, len(ids) == 0, done.Reason)
	})
}

// erase is what both erasures share: a reason, the right, and the pages swept after what
// destroys.
func (d *Desk) erase(ctx context.Context, done Erased, destroy func(*registry.Edit, *Erased) error) (Erased, error) {
	reason, err := data.CleanText(data.FieldTitle("note"), done.Reason)
	switch {
	case err != nil:
		return done, err
	case reason == "":
		return done, data.Fail("erase.no_reason", nil)
	}
	done.Reason = reason
	signals := registry.Signals{registry.GraduatesChanged}
	err = d.registry.Write(ctx, registry.RightErase, signals, func(w *registry.Edit) error {
		// Of a spoilt page of the history the doctor tells; it keeps nobody from being erased.
		if done.Next, err = w.Begun(ctx); err != nil && data.CodeOf(err) != "registry.damaged" {
			return err
		}
		if err := destroy(w, &done); err != nil {
			return err
		}
		swept, err := w.Sweep(done.All)
		done.Head, done.Backups, done.Kept = swept.Head, swept.Backups, swept.Kept
		return err
	})
	return done, err
}

// destroyImages destroys those of the chosen, who are all or some.
func destroyImages(w *registry.Edit, chosen []*data.Graduate, all bool, reason string) error {
	return w.Commit(func(c *registry.Change) error {
		forget := func() error { return c.ForgetLastYearOf(chosen) }
		if all {
			forget = c.ForgetLastYear
		}
		if err := forget(); err != nil {
			return err
		}
		for _, before := range chosen {
			g := withoutImages(w.Campaign(), before)
			changes := registry.Difference(before, g)
			if err := errors.Join(c.EraseAttachments(g.ID), c.Put(g, registry.EventChanged, registry.EventBody{Note: reason, Changes: changes})); err != nil {
				return err
			}
		}
		if err := c.BeginErasing(false); err != nil {
			return err
		}
		return c.Note(registry.EventErasedImages, registry.EventBody{Note: reason, Graduates: registry.IDs(chosen)})
	})
}

// withImages are the graduates of the ids, or all, who have files: in the form, or left
// behind by another that took their place.
func withImages(ctx context.Context, v *registry.View, ids []string) ([]*data.Graduate, error) {
	stored, err := v.WithAttachments(ctx)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if _, err := v.Find(id); err != nil {
			return nil, err
		}
	}
	var chosen []*data.Graduate
	for _, g := range v.Everybody() {
		if (len(ids) == 0 || slices.Contains(ids, g.ID)) && stored[g.ID] {
			chosen = append(chosen, g)
		}
	}
	if len(chosen) == 0 {
		return nil, data.Fail("erase.no_images", nil)
	}
	return chosen, nil
}

func withoutImages(c *campaign.Campaign, g *data.Graduate) *data.Graduate {
	bare := g.Clone()
	bare.Prints, bare.Pictures = nil, nil
	for _, f := range c.AllFields() {
		if f.HoldsFiles() {
			bare.Set(f.Code, "")
		}
	}
	for i := range bare.Registrations {
		for j := range bare.Registrations[i].Payments {
			bare.Registrations[i].Payments[j].File = ""
		}
	}
	return bare
}

// EraseWithCertificate is [Desk.Erase] with a certificate of it as a PDF. The
// place for the certificate is tried before anything is destroyed.
func (d *Desk) EraseWithCertificate(ctx context.Context, ids []string, reason, path string) (Erased, error) {
	return d.certify(path, func() (Erased, error) { return d.Erase(ctx, ids, reason) })
}

// EraseImagesWithCertificate is [Desk.EraseImages] with a certificate.
func (d *Desk) EraseImagesWithCertificate(ctx context.Context, ids []string, reason, path string) (Erased, error) {
	return d.certify(path, func() (Erased, error) { return d.EraseImages(ctx, ids, reason) })
}

func (d *Desk) certify(path string, erase func() (Erased, error)) (Erased, error) {
	if err := d.registry.TryPlace(path); err != nil {
		return Erased{}, err
	}
	done, err := erase()
	if err != nil && data.CodeOf(err) != "erase.unswept" {
		return done, err
	}
	// Whoever was erased is gone, swept or not: the certificate is due.
	return done, errors.Join(err, d.WriteCertificate(path, done))
}

// WriteCertificate writes the certificate of an erasure to a file: who destroyed what,
// when and why, and what remains elsewhere (F-16).
func (d *Desk) WriteCertificate(path string, done Erased) error {
	r, me := d.registry, d.registry.Me()
	s := &papers.Source{Campaign: r.Campaign(), School: r.School(), Today: r.Today()}
	by := papers.Eraser{Registry: r.Path(), ID: r.ID(), At: r.Now(), By: me.Label(), Role: string(me.Role)}
	return r.SavePaper(path, func(w io.Writer) error { return s.WriteCertificate(w, done, by) })
}
