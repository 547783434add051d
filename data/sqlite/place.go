package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"graduand/data"
)

func logPath(registry string) string { return registry + "-wal" }

// identify remembers which file a path leads to: its device and number, whatever it is
// called. It opens nothing, which could strip the registry of its locks. The error is registry.cannot_open: its
// folder may go at any moment.
func identify(path string) (os.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, data.FailWith(err, "registry.cannot_open", data.Args{"file": path})
	}
	// Windows looks the number up when it is first asked for: now, not when another file
	// may have the name.
	os.SameFile(info, info)
	return info, nil
}

// InPlace fails when the path of the registry no longer leads to the file that is open:
// registry.gone when nothing is there, since it was deleted, moved or renamed, and
// registry.replaced when another file is, such as an older copy that a program for
// synchronising has put there. The open registry can still be read then, and
// [DB.CopyTo] writes everything that was saved to another place. Nothing is lost of one that is
// open for looking, wherever it is.
func (db *DB) InPlace() error {
	if db.looking != nil {
		return nil
	}
	info, err := os.Stat(db.path)
	args := data.Args{"file": filepath.Base(db.path)}
	switch {
	case errors.Is(err, os.ErrNotExist):
		return data.FailWith(err, "registry.gone", args)
	case err != nil:
		return data.FailWith(err, "registry.disk_fault", args)
	case !os.SameFile(info, db.file):
		return data.Fail("registry.replaced", args)
	}
	return nil
}

// refuseMoved takes a change back when the registry is no longer in its place: nobody
// would find it again. What the log held goes into the file, wherever that is now, so
// that no log is left beside a file that it does not belong to.
func (db *DB) refuseMoved(ctx context.Context, change *sql.Tx) error {
	moved := db.InPlace()
	if moved == nil {
		return nil
	}
	return errors.Join(moved, change.Rollback(), db.settle(ctx))
}

// movedMeanwhile says of a registry that is closed that it was no longer in its place then: nothing could be
// saved anywhere else any more.
func (db *DB) movedMeanwhile() error {
	moved := db.InPlace()
	if moved == nil {
		return nil
	}
	return data.FailWith(moved, "registry.not_rescued", data.Args{"file": filepath.Base(db.path), "folder": BackupFolder(db.path)})
}

// removeLog removes the log of this registry, and no other's, from beside its path.
func (db *DB) removeLog() {
	path := logPath(db.path)
	if info, err := os.Stat(path); err == nil && db.log != nil && os.SameFile(info, db.log) {
		_ = os.Remove(path)
	}
}

// RemoveLog removes what a registry that is no longer there has left beside its path: a
// log that belongs to another file would be taken for that of the one that is put there
// now, and spoil it. It does nothing while there is a file.
func RemoveLog(registry string) error {
	if _, err := os.Lstat(registry); err == nil {
		return nil
	}
	for _, companion := range companions {
		if err := os.Remove(registry + companion); err != nil && !errors.Is(err, os.ErrNotExist) {
			return data.FailWith(err, "file.cannot_write", data.Args{"file": registry})
		}
	}
	return nil
}

// size is how many bytes the registry has, wherever its file is now.
func (db *DB) size() (uint64, error) {
	var pages, size uint64
	err := db.sql.QueryRow("SELECT page_count, page_size FROM pragma_page_count, pragma_page_size").Scan(&pages, &size)
	if err != nil {
		return 0, explain(fmt.Errorf("measure registry: %w", err), db.path)
	}
	return pages * size, nil
}
