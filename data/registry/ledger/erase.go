package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"os"

	"graduand/data"
	"graduand/data/sqlite"
)

// Erase destroys a graduate for good: the key first of all, and with it body, accesses,
// attachments and history. What stays is an event that the school vouches for.
func (c *Change) Erase(id string) error {
	r, err := c.touch(id)
	if err != nil {
		return err
	}
	if err := c.tx.EraseGraduate(id); err != nil {
		return err
	}
	delete(c.made, id)
	c.dropped, c.forgets = append(c.dropped, id), true
	return c.append(&sqlite.Event{Kind: KindErased, Graduate: id, Rev: r.rev + 1}, nil, nil)
}

// erasing is the setting that says that traces of the erased are still to be swept.
type erasing struct {
	Open    bool `json:"open"`
	Backups bool `json:"backups,omitempty"`
}

// BeginErasing takes note, in the transaction of an erasure, that [Ledger.Sweep] is to
// follow; with backups the automatic backups too are to go.
func (c *Change) BeginErasing(backups bool) error {
	return c.putErasing(erasing{Open: true, Backups: backups})
}

func (c *Change) putErasing(e erasing) error {
	body, err := marshal(SettingErasing, e)
	if err != nil {
		return err
	}
	return c.PutSetting(SettingErasing, body)
}

// Unswept says that an erasure was begun and its traces are not swept: the program was
// stopped in between. Backups says that the automatic backups were to go.
func (l *Ledger) Unswept() (unswept, backups bool) {
	var e erasing
	if body := l.Setting(SettingErasing); body != nil && json.Unmarshal(body, &e) != nil {
		return false, false
	}
	return e.Open, e.Open && e.Backups
}

// RemoveUnfinished removes what programs of ours have left half made beside a registry.
func RemoveUnfinished(registry string) error { return sqlite.RemoveUnfinished(registry) }

// RoomToSweep fails with registry.no_room when the drive has no room for the file to be
// written anew: before anything is erased.
func (l *Ledger) RoomToSweep() error { return l.db.RoomFor(l.Path()) }

// Swept says what was done about the traces of the erased.
type Swept struct {
	// Head is the hash of the history, in hexadecimal.
	Head string
	// Backups is how many automatic backups were destroyed, Kept how many are still there.
	Backups, Kept int
}

// Sweep writes the whole file anew, so that what was erased is in no free page of it
// either, and destroys the automatic backups and unfinished copies if that is asked for.
// What fails is erase.unswept: the erased are gone nevertheless, and the next start goes
// on with it.
func (l *Ledger) Sweep(ctx context.Context, backups bool) (Swept, error) {
	done := Swept{Head: l.state.Hash}
	// What was begun must end: half erased is not erased.
	ctx = context.WithoutCancel(ctx)
	err := errors.Join(l.db.Scrub(ctx), l.sweepFiles(backups, &done))
	if err == nil {
		err = l.Update(ctx, func(c *Change) error { return c.putErasing(erasing{}) })
	}
	if err != nil {
		return done, data.FailWith(err, "erase.unswept", nil)
	}
	return done, nil
}

func (l *Ledger) sweepFiles(backups bool, done *Swept) error {
	folder := BackupFolder(l.Path())
	kept, err := keptBackups(folder)
	if err != nil {
		return err
	}
	if !backups {
		done.Kept = len(kept)
		return nil
	}
	apart, err := filesIn(sqlite.ApartFolder(folder), "")
	if err != nil {
		return err
	}
	lists, err := filesIn(folder, listSuffix)
	if err != nil {
		return err
	}
	failed := errors.Join(sqlite.RemoveUnfinished(l.Path()), shredAll(apart), shredAll(lists))
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

func shredAll(paths []string) error {
	var failed error
	for _, path := range paths {
		failed = errors.Join(failed, shred(path))
	}
	return failed
}

// shred overwrites a file before it is removed. What a disk keeps of it elsewhere is
// beyond the program. What is no file, or larger than any of ours, somebody else has put
// there: it is taken away, and what a link leads to stays as it is.
func shred(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() || info.Size() > maximumRegistry {
		return os.Remove(path)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	zeros := make([]byte, 1<<20)
	for left := info.Size(); left > 0 && err == nil; left -= int64(len(zeros)) {
		_, err = f.Write(zeros[:min(left, int64(len(zeros)))])
	}
	return errors.Join(err, f.Sync(), f.Close(), os.Remove(path))
}
