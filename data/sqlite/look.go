package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"graduand/data"
)

// Why says why a registry cannot be written.
type Why string

// The reasons. Each is a word of data/text under "looking.".
const (
	OnShare      Why = "share"  // on another computer, where two would spoil each other's writes
	DriveLocked  Why = "drive"  // a DVD, a stick with its lock on
	FileLocked   Why = "file"   // marked as read-only, or no right to write it
	FolderLocked Why = "folder" // no right to make a file beside it
)

// Looking is a registry that cannot be written: it is opened to be looked at. Nothing is written,
// or made, in its folder.
type Looking struct {
	Why Why
	// Log says that a log lies beside it: somebody works in it now, or the program that had it was
	// killed. What is seen is the registry with its log as it was at At.
	Log bool
	At  time.Time
}

// Looking is how a registry that cannot be written is open, nil for one that can.
func (db *DB) Looking() *Looking { return db.looking }

// refuseLooking refuses to change a registry that cannot be written.
func (db *DB) refuseLooking() error {
	if db.looking == nil {
		return nil
	}
	return RefuseLooking(db.looking.Why)
}

// RefuseLooking is why nothing can be changed in a registry that cannot be written.
func RefuseLooking(why Why) error {
	return data.Fail("registry.looking", data.Args{"why": data.Term("looking." + string(why))})
}

// looks is how often a registry is looked at that changes in the meantime.
const looks = 3

// openToLook opens a registry that cannot be written. Without a log beside it, it is read where it
// lies: there may be a gigabyte. A log is part of the registry and cannot be read without being
// written: both are copied, see [copyWithLog], and the copy is opened.
func openToLook(ctx context.Context, path string, why Why) (*DB, error) {
	if err := PrepareDriver(); err != nil {
		return nil, err
	}
	for try := 1; ; try++ {
		db, err := lookOnce(ctx, path, why)
		if err == nil {
			return db, nil
		}
		if try == looks || data.CodeOf(err) != changedMeanwhile {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("open registry: %w", ctx.Err())
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// changedMeanwhile is the code of a registry that somebody else has changed while it was looked at.
const changedMeanwhile = "registry.changed_meanwhile"

// logHead is how long the head of a log is, in octets, before which none of its changes stand
// (https://www.sqlite.org/fileformat.html §4.1): a shorter one, as a power cut leaves it, holds nothing.
const logHead = 32

func lookOnce(ctx context.Context, path string, why Why) (db *DB, err error) {
	db = &DB{path: path, looking: &Looking{Why: why, At: time.Now()}}
	if db.file, err = identify(path); err != nil {
		return nil, err
	}
	from := lookSource(path)
	log, err := os.Stat(logPath(path))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, data.FailWith(err, "registry.cannot_open", data.Args{"file": logPath(path)})
	}
	if err == nil && log.Size() > logHead {
		db.looking.Log = true
		copied, err := copyWithLog(ctx, path)
		if err != nil {
			return nil, err
		}
		db.private, from = filepath.Dir(copied), source(copied)
	}
	if err := db.look(ctx, from); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// OpenCopy opens a copy of a registry that is still nobody's, to be examined: nothing is written there, and three
// questions are answered at once.
func OpenCopy(ctx context.Context, path string) (*DB, error) {
	db := &DB{path: path, looking: &Looking{Why: FileLocked, At: time.Now()}}
	var err error
	if db.file, err = identify(path); err != nil {
		return nil, err
	}
	if err := db.look(ctx, lookSource(path)); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	db.sql.SetMaxOpenConns(3)
	return db, nil
}

// look begins to read from a source.
func (db *DB) look(ctx context.Context, from string) (err error) {
	if db.sql, err = sql.Open("sqlite", from); err != nil {
		return fmt.Errorf("open registry: %w", err)
	}
	db.sql.SetMaxOpenConns(1)
	if err := db.migrate(ctx, migrations()); err != nil {
		return explain(err, db.path)
	}
	return db.refuseChanged()
}

// lookSource opens a file without a lock, and makes nothing beside it.
func lookSource(path string) string {
	q := url.Values{"mode": {"ro"}, "immutable": {"1"}, "_defensive": {"1"}, "_dqs": {"0"}, "_error_rc": {"1"}}
	for _, p := range pragmas {
		if p.name != "journal_mode" && p.name != "locking_mode" {
			q.Add("_pragma", p.name+"("+p.set+")")
		}
	}
	return fileURL(path, q)
}

// refuseChanged fails when somebody else has written into a registry that is read where it lies:
// what was read last may be half old and half new. A log that was begun since harms nothing.
func (db *DB) refuseChanged() error {
	if db.looking == nil || db.private != "" {
		return nil
	}
	now, err := os.Stat(db.path)
	args := data.Args{"file": filepath.Base(db.path)}
	switch {
	case err != nil:
		// A disk that was taken out, a share that has gone: nothing was to be saved, as of registry.gone.
		return data.FailWith(err, "registry.disk_fault", args)
	case now.Size() != db.file.Size() || !now.ModTime().Equal(db.file.ModTime()):
		return data.Fail(changedMeanwhile, args)
	}
	return nil
}

// steady is why something could not be read, or may have been read wrong.
func (db *DB) steady(err error) error {
	if changed := db.refuseChanged(); changed != nil && (err == nil || data.CodeOf(err) == "registry.damaged") {
		return changed
	}
	return err
}

// Renew has a copy of a registry that is open for looking be brought up to date, and goes on with
// that: bring is given the path of the copy, which lies where only the user can read it.
func (db *DB) Renew(ctx context.Context, bring func(path string) error) error {
	folder, err := privateFolder()
	if err != nil {
		return err
	}
	path := filepath.Join(folder, privateName)
	err = db.RoomFor(path)
	if err == nil {
		err = db.CopyTo(ctx, path)
	}
	if err == nil {
		err = bring(path)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(folder))
	}
	if err := db.Close(); err != nil {
		return errors.Join(err, os.RemoveAll(folder))
	}
	db.private = folder
	return db.look(ctx, source(path))
}

// closeLooked ends the looking, and leaves nothing of it behind.
func (db *DB) closeLooked() error {
	var err error
	if db.sql != nil {
		err = db.sql.Close()
	}
	if db.private != "" {
		err = errors.Join(err, os.RemoveAll(db.private))
	}
	if err != nil {
		return fmt.Errorf("close registry: %w", err)
	}
	return nil
}
