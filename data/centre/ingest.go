package centre

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"graduand/data"
	"graduand/data/file"
)

// Ingesting is one round over an inbox.
type Ingesting struct {
	// TrustFirst takes the keys in a school's first message as they come, without anybody having
	// compared their fingerprint.
	TrustFirst bool
	// Tell is told what has become of each message, as it happens.
	Tell func(*Outcome) error
}

// Ingest takes over the messages in a folder and the folders below it, from many schools and in any
// order. One that cannot be taken over is told with its reason, and the rest is done. Every file that
// is authentic is copied into the store first; the inbox stays as it is. Several programs may share
// one inbox, a PostgreSQL and the centre's folder.
func (c *Centre) Ingest(ctx context.Context, inbox string, how Ingesting) error {
	if _, err := c.Campaign(ctx); err != nil {
		return err
	}
	files, err := filesOf(inbox)
	if err != nil {
		return err
	}
	r := &round{Centre: c, Ingesting: how}
	if err := errors.Join(c.sweep(), r.resume(ctx)); err != nil {
		return err
	}
	return r.all(ctx, files)
}

// round is one [Centre.Ingest].
type round struct {
	*Centre
	Ingesting
	// moved says that a message was applied in this pass, busy that another program has a file.
	moved, busy bool
}

// found is a file of an inbox; name is its path below the inbox, since each school may have a folder there.
type found struct {
	path, name     string
	size, modified int64
}

// filesOf are the files of an inbox, sorted by path. What begins with a dot is on its way there still.
func filesOf(inbox string) (all []found, err error) {
	err = filepath.WalkDir(inbox, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return data.FailWith(err, "file.cannot_read", data.Args{"file": path})
		case path != inbox && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return data.FailWith(err, "file.cannot_read", data.Args{"file": path})
		}
		name, err := filepath.Rel(inbox, path)
		all = append(all, found{path, filepath.ToSlash(name), info.Size(), info.ModTime().UnixNano()})
		return err
	})
	return all, err
}

// patience is how old a half-written file must be before it is taken for one of a program that died on
// another machine, whose programs nobody here can see.
const patience = time.Hour

// sweep removes what programs that have died left half written, in the store and in the outbox.
func (c *Centre) sweep() error {
	for _, pattern := range []string{"store/.graduand-*", "outbox/*/.graduand-*"} {
		left, err := fs.Glob(os.DirFS(c.folder), pattern)
		if err != nil {
			return err
		}
		for _, name := range left {
			path := filepath.Join(c.folder, filepath.FromSlash(name))
			info, err := os.Lstat(path)
			if err != nil || !file.Abandoned(path) || c.db.Shared() && c.Now().Sub(info.ModTime()) < patience {
				continue
			}
			if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("sweep: %w", err)
			}
		}
	}
	return nil
}

// resume applies messages whose turn had come when a program died.
func (r *round) resume(ctx context.Context) error {
	schools, err := r.waitingSchools(ctx)
	for _, school := range schools {
		if err == nil {
			err = r.advance(ctx, school, nil, r.Tell)
		}
	}
	return err
}

func (c *Centre) waitingSchools(ctx context.Context) ([]string, error) {
	return c.codes(ctx, "SELECT DISTINCT school FROM message WHERE state = ? ORDER BY school", stateWaiting)
}

// all goes over the files until nothing moves any more: a file that another program works on comes
// last, and so does one that is signed by keys that a message behind it brings.
func (r *round) all(ctx context.Context, files []found) error {
	for patient := true; len(files) > 0; {
		var later []found
		r.moved, r.busy = false, false
		for _, f := range files {
			put, err := r.file(ctx, f, patient)
			if err != nil {
				return err
			}
			if put {
				later = append(later, f)
			}
		}
		files, patient = later, r.moved || r.busy
		if err := pause(ctx, r.busy && !r.moved); err != nil {
			return err
		}
	}
	return nil
}

// pause lets other programs work for a moment, where there is nothing else to do.
func pause(ctx context.Context, idle bool) error {
	if idle {
		select {
		case <-ctx.Done():
		case <-time.After(20 * time.Millisecond):
		}
	}
	return ctx.Err()
}

// file takes over one file; later says that it should be tried once more. Whoever is not patient tells
// what is wrong instead, and waits for other programs.
func (r *round) file(ctx context.Context, f found, patient bool) (later bool, err error) {
	done, err := r.seen(ctx, f)
	if err != nil {
		return false, err
	}
	if done == nil {
		release, ok, err := r.db.Claim(ctx, fmt.Sprintf("file %s %d %d", f.name, f.size, f.modified))
		if err != nil || !ok {
			r.busy = true
			return !ok, err
		}
		done, err = r.open(ctx, f)
		if err := errors.Join(err, release()); err != nil {
			return false, err
		}
	}
	if patient && (done.Code == "message.unknown_signer" || done.Code == "centre.unconfirmed") {
		return true, nil
	}
	return false, r.tell(done)
}

func (r *round) tell(done *Outcome) error {
	r.moved = r.moved || done.State == Applied
	return r.Tell(done)
}
