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

// Forget tells the system that nobody reads a file again soon. Who goes through gigabytes would else fill
// the memory of the PC with what was read, and everything after that pays for making room. It is advice:
// where the system knows none, nothing is lost.
func Forget(f *os.File) {
	_ = unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED)
}

// SameDisk reports whether two paths lie on one disk, as far as the system tells: each is
// there, or its folder is.
func SameDisk(a, b string) bool {
	da, errA := diskOf(a)
	db, errB := diskOf(b)
	return errA == nil && errB == nil && da == db
}

func diskOf(path string) (uint64, error) {
	var s unix.Stat_t
	err := unix.Stat(path, &s)
	if errors.Is(err, unix.ENOENT) {
		err = unix.Stat(filepath.Dir(path), &s)
	}
	return s.Dev, err
}

// freeBytes is how much may still be written to the drive of a folder.
func freeBytes(folder string) (uint64, error) {
	var fs unix.Statfs_t
	if err := unix.Statfs(folder, &fs); err != nil {
		return 0, err
	}
	return fs.Bavail * uint64(fs.Bsize), nil
}

// running reports whether there is a process of that number.
func running(process int) bool {
	return !errors.Is(unix.Kill(process, 0), unix.ESRCH)
}
