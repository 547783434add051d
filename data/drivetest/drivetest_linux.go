package drivetest

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sys/unix"
)

// Test is what of a test is needed here.
type Test interface {
	Helper()
	Cleanup(func())
	Error(...any)
	Fatal(...any)
	Skipf(string, ...any)
}

// Lock makes a folder, and the files in it, such that nobody can write them until the test has
// ended. Root gets a mount that is only read, or where none may be made the mark of files that are
// not to be altered; anybody else loses the rights. Where none of it can be had the test is skipped.
func Lock(t Test, folder string) {
	t.Helper()
	if os.Geteuid() != 0 {
		TakeRights(t, folder)
		return
	}
	mounted := mount(folder)
	if mounted == nil {
		t.Cleanup(func() {
			if err := unix.Unmount(folder, unix.MNT_DETACH); err != nil {
				t.Error(err)
			}
		})
		return
	}
	if marked := mark(t, folder); marked != nil {
		t.Skipf("nothing here can be kept from being written: %v", errors.Join(mounted, marked))
	}
}

// mount lays a folder over itself such that it can only be read.
func mount(folder string) error {
	if err := unix.Mount(folder, folder, "", unix.MS_BIND, ""); err != nil {
		return err
	}
	err := unix.Mount(folder, folder, "", unix.MS_BIND|unix.MS_REMOUNT|unix.MS_RDONLY, "")
	if err != nil {
		return errors.Join(err, unix.Unmount(folder, unix.MNT_DETACH))
	}
	return nil
}

// mark marks what lies in a folder, and then the folder.
func mark(t Test, folder string) error {
	for _, path := range append(inside(folder), folder) {
		if err := flag(path, true); err != nil {
			return err
		}
		t.Cleanup(func() {
			if err := flag(path, false); err != nil {
				t.Error(err)
			}
		})
	}
	return nil
}

// flag sets or takes the mark of one that is not to be altered (chattr +i).
func flag(path string, on bool) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	flags, err := unix.IoctlGetInt(int(f.Fd()), unix.FS_IOC_GETFLAGS)
	if err != nil {
		return err
	}
	flags &^= immutable
	if on {
		flags |= immutable
	}
	return unix.IoctlSetPointerInt(int(f.Fd()), unix.FS_IOC_SETFLAGS, flags)
}

// immutable is FS_IMMUTABLE_FL of linux/fs.h.
const immutable = 0x10

// TakeRights takes the rights to write from a folder and the files in it until the test has ended.
// Root is not kept off by that.
func TakeRights(t Test, folder string) {
	t.Helper()
	all := append(inside(folder), folder)
	t.Cleanup(func() {
		for _, path := range all {
			if err := os.Chmod(path, 0o700); err != nil {
				t.Error(err)
			}
		}
	})
	for _, path := range all {
		mode := os.FileMode(0o444)
		if path == folder {
			mode = 0o555
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
}

// inside are the files in a folder.
func inside(folder string) (files []string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if !e.IsDir() {
			files = append(files, filepath.Join(folder, e.Name()))
		}
	}
	return files
}

// AsNobody runs f with the rights of a user who owns nothing, where the tests run as root: root may
// write anywhere. Nothing that f starts elsewhere than on its own goroutine has them.
func AsNobody(t Test, f func()) {
	t.Helper()
	if os.Geteuid() != 0 {
		f()
		return
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := unix.Setfsuid(nobody); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := unix.Setfsuid(0); err != nil {
			t.Fatal(err)
		}
	}()
	f()
}

const nobody = 65534

// AsNobodyMay lets whoever owns nothing read a file in a folder of the test, and not write it.
func AsNobodyMay(t Test, path string) {
	t.Helper()
	folder := filepath.Dir(path)
	if err := errors.Join(os.Chmod(path, 0o444), os.Chmod(folder, 0o755), os.Chmod(filepath.Dir(folder), 0o755)); err != nil {
		t.Fatal(err)
	}
}
