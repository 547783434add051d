// Package sqlite is the registry on disk: one file, opened by one program at a
// time, in which a change is either whole or absent. It stores bodies that it
// cannot read; what they mean is the registrar's business.
//
// Settings of the connection and their reasons: write-ahead log with full
// synchronisation (what is acknowledged survives a power cut), an exclusive lock
// (a second program is told that the registry is open), one connection.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"graduand/data"
)

// applicationID marks a registry in the header of the file: "GRAD".
const applicationID = 0x47524144

// Extension ends the name of a registry file.
const Extension = ".graduand"

// DB is an open registry.
type DB struct {
	path string
	sql  *sql.DB
	// version is that of the tables, see [DB.Former].
	version int
	// file and log are what the paths led to when they were opened.
	file, log os.FileInfo
	unclean   bool
	// laying is the work on the log behind a large change.
	laying sync.WaitGroup
	// looking is nil where it can be written, private the folder of the copy that is read in its
	// place, "" where it is read itself.
	looking *Looking
	private string
}

// Create makes a new registry at path. A file that is already there is left alone
// and gives registry.exists.
func Create(ctx context.Context, path string) (*DB, error) {
	if err := refuseNetworkDrive(path); err != nil {
		return nil, err
	}
	if err := RemoveLog(path); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	switch {
	case errors.Is(err, os.ErrExist):
		return nil, data.FailWith(err, "registry.exists", data.Args{"file": filepath.Base(path)})
	case err != nil:
		return nil, data.FailWith(err, "registry.cannot_create", data.Args{"file": path})
	}
	if err := f.Close(); err != nil {
		return nil, fmt.Errorf("close new registry: %w", err)
	}
	db, err := open(ctx, path, migrations())
	if err != nil {
		os.Remove(path)
		return nil, err
	}
	return db, nil
}

// Open opens the registry at path; one of a former version stays as it is, see
// [DB.Former]. One that cannot be written, or that lies on a network drive, is opened to be looked
// at, see [DB.Looking]. It refuses,
// without touching a byte, what is no registry (registry.not_a_registry), what a
// newer program wrote (registry.too_new), and what another program has open
// (registry.open_by, or registry.open_elsewhere where it is not known who).
func Open(ctx context.Context, path string) (*DB, error) {
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return nil, data.FailWith(err, "registry.no_folder", data.Args{"folder": filepath.Dir(path)})
	}
	if err := inspect(path, len(migrations())); err != nil {
		return nil, err
	}
	if why := unwritable(path); why != "" {
		return openToLook(ctx, path, why)
	}
	return open(ctx, path, migrations())
}

// PrepareDriver sets what holds for the whole process, before it opens any database: locks that no other closing
// of the file in this process can strip (Linux only; elsewhere there is no such
// trap), and settings that fail loudly when SQLite does not know them.
var PrepareDriver = sync.OnceValue(func() error {
	driver.StrictPragmas(true)
	if _, err := driver.OFDLocking(true); err != nil && !errors.Is(err, driver.ErrOFDLockingUnavailable) {
		return fmt.Errorf("choose file locks: %w", err)
	}
	return nil
})

func open(ctx context.Context, path string, all []migration) (*DB, error) {
	if err := PrepareDriver(); err != nil {
		return nil, err
	}
	for try := 1; ; try++ {
		db, err := openOnce(ctx, path, all)
		if err == nil {
			leaveWord(path, time.Now())
			return db, nil
		}
		if try == tries || data.CodeOf(err) != "registry.open_elsewhere" {
			return nil, nameHolder(err, path)
		}
		// Two programs that start at once may each hold what the other waits for:
		// they let go, wait differently long, and one of them gets through.
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("open registry: %w", ctx.Err())
		case <-time.After(time.Duration(50+rand.IntN(200)) * time.Millisecond):
		}
	}
}

// tries is how often a registry that another program has open is asked for.
const tries = 6

func openOnce(ctx context.Context, path string, all []migration) (*DB, error) {
	pool, err := sql.Open("sqlite", source(path))
	if err != nil {
		return nil, fmt.Errorf("open registry: %w", err)
	}
	pool.SetMaxOpenConns(1)
	db := &DB{path: path, sql: pool}
	// Looked at before it is opened: what is opened is then this file, or InPlace says so.
	if db.file, err = identify(path); err == nil {
		err = db.start(ctx, all)
	}
	if err != nil {
		return nil, explain(errors.Join(err, pool.Close()), path)
	}
	return db, nil
}

func (db *DB) start(ctx context.Context, all []migration) error {
	if err := db.sql.PingContext(ctx); err != nil {
		return fmt.Errorf("open registry: %w", err)
	}
	// Named in the source, the driver would set it before the exclusive lock, and
	// SQLite would make a shared-memory file that other closings can strip of locks.
	if _, err := db.sql.ExecContext(ctx, "PRAGMA journal_mode(WAL)"); err != nil {
		return fmt.Errorf("set write-ahead log: %w", err)
	}
	// Asked when the lock is ours: a program that closes takes its word away before.
	db.unclean = endedUncleanly(db.path)
	if err := db.checkPragmas(ctx); err != nil {
		return err
	}
	if err := db.migrate(ctx, all); err != nil {
		return err
	}
	db.log, _ = identify(logPath(db.path))
	return db.InPlace()
}

func source(path string) string {
	q := url.Values{"_txlock": {"immediate"}, "_defensive": {"1"}, "_dqs": {"0"}, "_error_rc": {"1"}}
	for _, p := range pragmas {
		if p.name != "journal_mode" {
			q.Add("_pragma", p.name+"("+p.set+")")
		}
	}
	return fileURL(path, q)
}

// fileURL names a file to SQLite.
func fileURL(path string, q url.Values) string {
	// Two slashes at the beginning would be read as the name of another computer.
	plain := filepath.ToSlash(filepath.Clean(path))
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: plain}).EscapedPath(), RawQuery: q.Encode()}).String()
}

// pragmas are set on the connection and read back before anything is trusted to it.
var pragmas = []struct{ name, set, read string }{
	{"busy_timeout", "300", "300"},
	{"locking_mode", "EXCLUSIVE", "exclusive"},
	{"journal_mode", "WAL", "wal"},
	{"synchronous", "FULL", "2"},
	{"foreign_keys", "1", "1"},
	{"temp_store", "MEMORY", "2"},
	{"secure_delete", "1", "1"},
	{"trusted_schema", "0", "0"},
	{"cell_size_check", "1", "1"},
}

func (db *DB) checkPragmas(ctx context.Context) error {
	for _, p := range pragmas {
		var value string
		if err := db.sql.QueryRowContext(ctx, "PRAGMA "+p.name).Scan(&value); err != nil {
			return fmt.Errorf("read pragma %s: %w", p.name, err)
		}
		if !strings.EqualFold(value, p.read) {
			return fmt.Errorf("read pragma %s: want %s, got %s", p.name, p.read, value)
		}
	}
	return nil
}

// explain gives SQLite's refusals their sentences. A value of another type than its
// column, or none where there must be one, is damage too: pages were exchanged.
func explain(err error, path string) error {
	if err == nil || data.CodeOf(err) != "" {
		return err
	}
	if isMisread(err) {
		return data.FailWith(err, "registry.damaged", data.Args{"file": filepath.Base(path)})
	}
	var e *driver.Error
	if !errors.As(err, &e) {
		return err
	}
	args := data.Args{"file": filepath.Base(path)}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return data.FailWith(err, "registry.open_elsewhere", args)
	case sqlite3.SQLITE_IOERR:
		if e.Code() == sqlite3.SQLITE_IOERR_SHMSIZE {
			return data.FailWith(err, "registry.disk_full", args)
		}
		return data.FailWith(err, "registry.disk_fault", args)
	case sqlite3.SQLITE_FULL:
		return data.FailWith(err, "registry.disk_full", args)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return data.FailWith(err, "registry.read_only", args)
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return data.FailWith(err, "registry.damaged", args)
	}
	return err
}

// Path is the file that the registry was opened from.
func (db *DB) Path() string { return db.path }

// Close writes the log back into the one file and frees the registry for others. When
// the file is no longer in its place it says so, registry.gone or registry.replaced, and
// takes its log away, which would spoil what lies there now.
func (db *DB) Close() error {
	if db.looking != nil {
		return db.closeLooked()
	}
	db.laying.Wait()
	moved := db.InPlace()
	// SQLite leaves the log where it is when the file is moved or replaced at this very moment. Where the log
	// cannot be emptied it stays, and the next opening has what is in it.
	settled := db.settle(context.Background())
	if moved != nil {
		moved = errors.Join(moved, settled)
	} else if !db.unclean {
		// Before the lock goes: afterwards the word may be another's.
		_ = os.Remove(holderPath(db.path))
	}
	err := db.sql.Close()
	if moved == nil {
		moved = db.movedMeanwhile()
	}
	if moved != nil {
		db.removeLog()
		return moved
	}
	if err != nil {
		return fmt.Errorf("close registry: %w", err)
	}
	return nil
}
