package file

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// place renames a file into its place and returns when the disk has the name.
func place(temporary, path string) error {
	if err := os.Rename(temporary, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder writes the names in a folder to the disk. Where a drive knows no such thing,
// or the user may write into the folder and not read it, there is nothing to be done.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if errors.Is(err, os.ErrPermission) {
		return nil
	}
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) {
		err = nil
	}
	return errors.Join(err, f.Close())
}

// running reports whether there is a process of that number.
func running(process int) bool {
	return !errors.Is(unix.Kill(process, 0), unix.ESRCH)
}
