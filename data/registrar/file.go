package registrar

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"graduand/data"
)

// SaveFile writes a whole file or none: into a temporary file of the same folder
// that only the user can read, synced, closed, then renamed over path. An earlier
// file of that name stays whole until the last moment.
func SaveFile(path string, content []byte) (err error) {
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, ".graduand-*")
	if err != nil {
		return data.FailWith(err, "file.cannot_write", data.Args{"file": path})
	}
	defer func() {
		if err != nil {
			err = data.FailWith(errors.Join(err, os.Remove(f.Name())), "file.cannot_write", data.Args{"file": path})
		}
	}()
	if _, err := f.Write(content); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// ReadFile reads a file of at most limit bytes.
func ReadFile(path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, data.FailWith(err, "file.cannot_read", data.Args{"file": path})
	case info.IsDir():
		return nil, data.Fail("file.is_folder", data.Args{"file": path})
	case info.Size() > limit:
		return nil, data.Fail("file.too_large", data.Args{"file": filepath.Base(path), "limit": limit >> 20})
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, data.FailWith(fmt.Errorf("read file: %w", err), "file.cannot_read", data.Args{"file": path})
	}
	return content, nil
}
