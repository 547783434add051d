// Package file writes files so that each is whole or absent, and so that one that was
// acknowledged is still there when the power goes the moment after.
//
// A file goes from memory into a temporary one of the same folder, which only the user
// can read, is synced, closed, renamed into its place, and then its folder is synced:
// without the last a disk may have the file and not its name.
package file

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"

	"graduand/data"
)

// Save writes a whole file or none. An earlier file of that name stays whole until the
// last moment. What fails is file.cannot_write.
func Save(path string, content []byte) error {
	staged, err := Stage(path, content)
	if err != nil {
		return err
	}
	return staged.Commit()
}

// Staged is a file that is written whole beside its place and not yet in it.
type Staged struct{ temporary, path string }

// Stage writes everything that can fail of a [Save]: after it, something else may be
// done first, and then Commit or Discard.
func Stage(path string, content []byte) (*Staged, error) {
	return StageBy(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// StageBy is [Stage] of what write writes. A failure of its own with a code of package data is given
// back as it is, any other is file.cannot_write.
func StageBy(path string, write func(io.Writer) error) (*Staged, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, cannotWrite(errors.New("not a regular file"), path)
	}
	f, err := os.CreateTemp(filepath.Dir(path), temporaryName())
	if err != nil {
		return nil, cannotWrite(err, path)
	}
	err = write(f)
	if data.CodeOf(err) != "" || errors.Is(err, context.Canceled) {
		return nil, errors.Join(err, f.Close(), os.Remove(f.Name()))
	}
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return nil, cannotWrite(errors.Join(err, os.Remove(f.Name())), path)
	}
	return &Staged{f.Name(), path}, nil
}

// Open reads what was written, from the disk.
func (s *Staged) Open() (*os.File, error) {
	f, err := os.Open(s.temporary)
	if err != nil {
		return nil, cannotWrite(err, s.path)
	}
	return f, nil
}

// Path is where the file comes to lie.
func (s *Staged) Path() string { return s.path }

// Temporary is where it lies until then.
func (s *Staged) Temporary() string { return s.temporary }

// Commit puts the file into its place, durably.
func (s *Staged) Commit() error {
	if err := place(s.temporary, s.path); err != nil {
		return cannotWrite(errors.Join(err, s.Discard()), s.path)
	}
	return nil
}

// Discard leaves nothing behind.
func (s *Staged) Discard() error {
	if err := os.Remove(s.temporary); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// Settle makes a finished file that somebody else has written, such as a copy of the
// registry by SQLite, durable and only the user's own, and gives it its name. When it
// fails, with file.cannot_write, the temporary file is the caller's to remove.
func Settle(temporary, path string) error {
	f, err := os.OpenFile(temporary, os.O_RDWR, 0)
	if err != nil {
		return cannotWrite(err, path)
	}
	if err := errors.Join(f.Chmod(0o600), f.Sync(), f.Close()); err != nil {
		return cannotWrite(err, path)
	}
	if err := place(temporary, path); err != nil {
		return cannotWrite(err, path)
	}
	return nil
}

// MakeFolder makes a folder that only the user can enter, with those above it, durably;
// one that is there is left as it is.
func MakeFolder(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil
	}
	if above := filepath.Dir(path); above != path {
		if err := MakeFolder(above); err != nil {
			return err
		}
	}
	if err := os.Mkdir(path, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return cannotWrite(err, path)
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return cannotWrite(err, path)
	}
	return nil
}

func cannotWrite(err error, path string) error {
	return data.FailWith(err, "file.cannot_write", data.Args{"file": path})
}

// Room refuses a folder that is not there (registry.no_folder), and one whose drive cannot take so
// many octets more (registry.no_room).
func Room(folder string, needed uint64) error {
	free, err := freeBytes(folder)
	switch {
	case err != nil:
		return data.FailWith(err, "registry.no_folder", data.Args{"folder": folder})
	case free < needed:
		return data.Fail("registry.no_room", data.Args{"folder": folder, "needed": needed>>20 + 1, "free": free >> 20})
	}
	return nil
}

// Open opens a regular file for reading, and gives its size: no folder, no device, and no pipe,
// which would keep the program waiting for ever.
func Open(path string) (*os.File, int64, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, 0, data.FailWith(err, "file.cannot_read", data.Args{"file": path})
	case info.IsDir():
		return nil, 0, data.Fail("file.is_folder", data.Args{"file": path})
	case !info.Mode().IsRegular():
		return nil, 0, data.Fail("file.cannot_read", data.Args{"file": path})
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, data.FailWith(err, "file.cannot_read", data.Args{"file": path})
	}
	return f, info.Size(), nil
}

// Read reads a regular file, as [Open] has it, of at most limit bytes.
func Read(path string, limit int64) ([]byte, error) {
	f, _, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, limit+1))
	switch {
	case err != nil:
		return nil, data.FailWith(fmt.Errorf("read file: %w", err), "file.cannot_read", data.Args{"file": path})
	case int64(len(content)) > limit:
		return nil, data.Fail("file.too_large", data.Args{"file": filepath.Base(path), "limit": limit >> 20})
	}
	return content, nil
}

// Same reports whether two paths lead to one file that is there.
func Same(a, b string) bool {
	ia, errA := os.Stat(a)
	ib, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(ia, ib)
}

// temporaryName is a pattern of os.CreateTemp. It names the process, so that what a
// program left that was killed can be told from what another one is writing.
func temporaryName() string { return fmt.Sprintf(".graduand-%d-*", os.Getpid()) }

// temporary are the names of unfinished files: the present ones, with the process, and
// those of the versions before, without.
var temporary = regexp.MustCompile(`^\.(?:graduand-(?:([0-9]+)-)?|part-)[0-9]+$`)

// Abandoned reports whether a path has the name of one of our unfinished files, and no
// process is there any more that writes it. This process abandons nothing.
func Abandoned(path string) bool {
	m := temporary.FindStringSubmatch(filepath.Base(path))
	if m == nil {
		return false
	}
	process, err := strconv.Atoi(m[1])
	return err != nil || !running(process)
}

// Temporary makes an empty file beside where a large one is to stand; when it is written and closed,
// [Settle] puts it there.
func Temporary(folder string) (*os.File, error) {
	f, err := os.CreateTemp(folder, temporaryName())
	if err != nil {
		return nil, cannotWrite(err, folder)
	}
	return f, nil
}

// TemporaryFolder makes a folder in another that only the user can enter; whoever makes it removes it.
func TemporaryFolder(in string) (string, error) {
	folder, err := os.MkdirTemp(in, temporaryName())
	if err != nil {
		return "", cannotWrite(err, in)
	}
	return folder, nil
}

// RemoveAbandoned removes the folders of [TemporaryFolder] in another that programs have left which
// were killed, as far as the system lets. One that names no process is none of ours: no version made such.
func RemoveAbandoned(in string) {
	entries, _ := os.ReadDir(in)
	for _, e := range entries {
		m := temporary.FindStringSubmatch(e.Name())
		if path := filepath.Join(in, e.Name()); e.IsDir() && m != nil && m[1] != "" && Abandoned(path) {
			_ = os.RemoveAll(path)
		}
	}
}
