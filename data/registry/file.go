package registry

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"graduand/data"
)

// SaveFile writes a whole file or none: into a temporary file of the same folder
// that only the user can read, synced, closed, then renamed over path. An earlier
// file of that name stays whole until the last moment.
func SaveFile(path string, content []byte) error {
	staged, err := StageFile(path, content)
	if err != nil {
		return err
	}
	return staged.Commit()
}

// StagedFile is a file that is written whole beside its place and not yet in it.
type StagedFile struct{ temporary, path string }

// StageFile writes everything that can fail of a [SaveFile]: after it, something
// else may be done first, and then Commit or Discard.
func StageFile(path string, content []byte) (*StagedFile, error) {
	failed := func(err error) error {
		return data.FailWith(err, "file.cannot_write", data.Args{"file": path})
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, failed(errors.New("not a regular file"))
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".graduand-*")
	if err != nil {
		return nil, failed(err)
	}
	_, err = f.Write(content)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return nil, failed(errors.Join(err, os.Remove(f.Name())))
	}
	return &StagedFile{f.Name(), path}, nil
}

// Commit puts the file into its place.
func (s *StagedFile) Commit() error {
	if err := os.Rename(s.temporary, s.path); err != nil {
		return data.FailWith(errors.Join(err, s.Discard()), "file.cannot_write", data.Args{"file": s.path})
	}
	return nil
}

// Discard leaves nothing behind.
func (s *StagedFile) Discard() error { return os.Remove(s.temporary) }

// ReadFile reads a regular file of at most limit bytes.
func ReadFile(path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, data.FailWith(err, "file.cannot_read", data.Args{"file": path})
	case info.IsDir():
		return nil, data.Fail("file.is_folder", data.Args{"file": path})
	case !info.Mode().IsRegular():
		return nil, data.Fail("file.cannot_read", data.Args{"file": path})
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, data.FailWith(err, "file.cannot_read", data.Args{"file": path})
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

// SameFile reports whether two paths lead to one file that is there.
func SameFile(a, b string) bool {
	ia, errA := os.Stat(a)
	ib, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(ia, ib)
}
