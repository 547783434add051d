package registry

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"

	"graduand/data"
	"graduand/data/sqlite"
)

// Erase destroys the personal data of graduates for good: their keys first of all, and
// with them bodies, accesses and history. kind is the event of the school that notes it.
// From its end on nothing can read them; [Edit.Sweep] takes the rest out of the file.
func (w *Edit) Erase(ids []string, kind, reason string) error {
	for _, id := range ids {
		if _, err := w.entry(id); err != nil {
			return err
		}
	}
	return w.Commit(func(c *Change) error {
		for _, id := range ids {
			if err := c.erase(id); err != nil {
				return err
			}
		}
		return c.Note(kind, EventBody{Note: reason, Graduates: ids})
	})
}

func (c *Change) erase(id string) error {
	if err := c.tx.EraseGraduate(id); err != nil {
		return err
	}
	c.erased = append(c.erased, id)
	return c.append(sqlite.Event{Seq: c.head.Seq + 1, At: c.v.options.Now(), Kind: EventErased, Graduate: id, Rev: c.v.index.byID[id].rev + 1,
		Record: hashOf(nil), Body: []byte{}})
}

// EraseAttachments destroys all photos and scans of a graduate, also those that another
// has taken the place of.
func (c *Change) EraseAttachments(id string) error { return c.tx.EraseAttachments(id) }

// Everybody are all graduates in the order of class and name, removed ones too.
func (v *View) Everybody() []*data.Graduate { return graduatesOf(v.index.ordered) }

// WithAttachments are the ids of the graduates who have attachments, also such as nothing
// in their forms names any more.
func (v *View) WithAttachments(ctx context.Context) (map[string]bool, error) {
	stored := map[string]bool{}
	err := v.db.AttachmentNames(ctx, "", func(graduate, _ string) error {
		stored[graduate] = true
		return nil
	})
	return stored, err
}

// Swept says what was done about the traces of the erased.
type Swept struct {
	// Head is the hash of the history, in hexadecimal.
	Head string
	// Backups is how many automatic backups were destroyed, Kept how many are still there.
	Backups, Kept int
}

// Sweep writes the whole file anew, so that what was erased is in no free page of it
// either, and destroys the automatic backups if that is asked for.
func (w *Edit) Sweep(backups bool) (Swept, error) {
	done := Swept{Head: hex.EncodeToString(w.head.Hash[:])}
	// What was begun must end: half erased is not erased.
	if err := w.db.Scrub(context.WithoutCancel(w.ctx)); err != nil {
		return done, err
	}
	folder := BackupFolder(w.Path())
	kept, err := filepath.Glob(filepath.Join(folder, "*"+ExtensionBackup))
	if err != nil {
		return done, err
	}
	if !backups {
		done.Kept = len(kept)
		return done, nil
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
	return done, failed
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
