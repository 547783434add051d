package registrar

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/papers"
	"graduand/data/sqlite"
)

// Erased says what was destroyed, for the certificate.
type Erased = papers.Erased

// Erase destroys the personal data of graduates for good: their keys first of all, and
// with them bodies, accesses and history; then the whole file is written anew, so that
// they are in no free page of it either (F-16). With no ids it is the whole campaign,
// and the automatic backups go too. The head alone may do it, and a reason is asked
// for. What remains, the certificate says: see [Registrar.WriteCertificate].
func (r *Registrar) Erase(ctx context.Context, ids []string, reason string) (Erased, error) {
	return r.erase(ctx, Erased{All: len(ids) == 0, Reason: reason}, func(done *Erased) error {
		if done.All {
			ids = slices.Sorted(maps.Keys(r.index.byID))
		}
		for _, id := range ids {
			if r.index.byID[id] == nil {
				return data.Fail("graduate.unknown", data.Args{"id": id})
			}
		}
		done.Persons = len(ids)
		return r.destroy(ctx, ids, *done)
	})
}

// EraseImages destroys the photos and scans of graduates, of all when there are no ids,
// and leaves their other data (F-16). The fields that they stood in become empty; the
// history keeps that they were there.
func (r *Registrar) EraseImages(ctx context.Context, ids []string, reason string) (Erased, error) {
	return r.erase(ctx, Erased{Images: true, Reason: reason}, func(done *Erased) error {
		chosen, err := r.withImages(ctx, ids)
		if err != nil {
			return err
		}
		done.Persons = len(chosen)
		return r.destroyImages(ctx, chosen, done.Reason)
	})
}

// erase is what both erasures share: a reason, the right, and the pages swept after what
// destroys.
func (r *Registrar) erase(ctx context.Context, done Erased, destroy func(*Erased) error) (_ Erased, err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	if done.Reason = strings.TrimSpace(done.Reason); done.Reason == "" {
		return done, data.Fail("erase.no_reason", nil)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightErase); err != nil {
		return done, err
	}
	if err := destroy(&done); err != nil {
		return done, err
	}
	return done, r.sweep(ctx, &done)
}

func (r *Registrar) destroyImages(ctx context.Context, chosen []*entry, reason string) error {
	return r.update(ctx, func(c *change) error {
		for _, e := range chosen {
			g := r.withoutImages(e.graduate)
			if err := errors.Join(c.EraseAttachments(g.ID), c.put(g, EventChanged, eventBody{Note: reason, Changes: difference(e.graduate, g)})); err != nil {
				return err
			}
		}
		return c.note(EventErasedImages, "", 0, nil, eventBody{Note: reason, Graduates: idsOf(chosen)})
	})
}

// withImages are the graduates of the ids, or all, who have files: in the form, or left
// behind by another that took their place.
func (r *Registrar) withImages(ctx context.Context, ids []string) ([]*entry, error) {
	var chosen []*entry
	stored := map[string]bool{}
	err := r.db.AttachmentNames(ctx, "", func(graduate, _ string) error {
		stored[graduate] = true
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if r.index.byID[id] == nil {
			return nil, data.Fail("graduate.unknown", data.Args{"id": id})
		}
	}
	for _, e := range r.index.ordered {
		if (len(ids) == 0 || slices.Contains(ids, e.graduate.ID)) && stored[e.graduate.ID] {
			chosen = append(chosen, e)
		}
	}
	if len(chosen) == 0 {
		return nil, data.Fail("erase.no_images", nil)
	}
	return chosen, nil
}

func (r *Registrar) withoutImages(g *data.Graduate) *data.Graduate {
	bare := g.Clone()
	for _, f := range r.Campaign().AllFields() {
		if f.Kind == campaign.KindFile || f.Kind == campaign.KindFiles {
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

func idsOf(entries []*entry) []string {
	ids := make([]string, len(entries))
	for i, e := range entries {
		ids[i] = e.graduate.ID
	}
	return ids
}

// destroy is the transaction; from its end on nothing can read them.
func (r *Registrar) destroy(ctx context.Context, ids []string, done Erased) error {
	kind := EventErasedSome
	if done.All {
		kind = EventErasedAll
	}
	return r.update(ctx, func(c *change) error {
		for _, id := range ids {
			if err := c.EraseGraduate(id); err != nil {
				return err
			}
			c.erased = append(c.erased, id)
			e := sqlite.Event{Seq: c.head.Seq + 1, At: r.options.Now(), Kind: EventErased, Graduate: id, Rev: r.index.byID[id].rev + 1,
				Record: hashOf(nil), Body: []byte{}}
			if err := c.append(e); err != nil {
				return err
			}
		}
		return c.note(kind, "", 0, nil, eventBody{Note: done.Reason, Graduates: ids})
	})
}

// sweep takes what is left of the erased out of the pages of the file, and the backups.
func (r *Registrar) sweep(ctx context.Context, done *Erased) error {
	done.Head = hex.EncodeToString(r.head.Hash[:])
	// What was begun must end: half erased is not erased.
	if err := r.db.Scrub(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	folder := BackupFolder(r.db.Path())
	kept, err := filepath.Glob(filepath.Join(folder, "*"+ExtensionBackup))
	if err != nil {
		return err
	}
	if !done.All {
		done.Kept = len(kept)
		return nil
	}
	failed := shredAll(filepath.Join(folder, apartFolder, "*"), filepath.Join(folder, "*"+listSuffix))
	for _, path := range kept {
		if err := shred(path); err != nil {
			failed = errors.Join(failed, err)
			done.Kept++
			continue
		}
		done.Backups++
	}
	return failed
}

func shredAll(patterns ...string) error {
	var failed error
	for _, pattern := range patterns {
		paths, err := filepath.Glob(pattern)
		failed = errors.Join(failed, err)
		for _, path := range paths {
			failed = errors.Join(failed, shred(path))
		}
	}
	return failed
}

// shred overwrites a file before it is removed. What a disk keeps of it elsewhere is
// beyond the program.
func shred(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(bytes.Repeat([]byte{0}, int(info.Size())))
	return errors.Join(err, f.Sync(), f.Close(), os.Remove(path))
}
