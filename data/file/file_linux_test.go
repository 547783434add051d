package file

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"graduand/data"
)

// A pipe would keep whoever opens it waiting for ever.
func TestPipesAreRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(path, 1<<10); data.CodeOf(err) != "file.cannot_read" {
		t.Errorf("read: %v", err)
	}
	if err := Save(path, nil); data.CodeOf(err) != "file.cannot_write" {
		t.Errorf("save: %v", err)
	}
}

// Who may write into a folder and not read it cannot sync it, and saves nevertheless.
func TestFolderThatCannotBeRead(t *testing.T) {
	folder := t.TempDir()
	if err := errors.Join(os.Chmod(folder, 0o333), os.Chmod(filepath.Dir(folder), 0o755)); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, 0o700)
	if os.Getuid() == 0 {
		// root may read everything, and the tests may run as root.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		if err := syscall.Setfsuid(65534); err != nil {
			t.Fatal(err)
		}
		defer syscall.Setfsuid(0)
	}
	if _, err := os.ReadDir(folder); !errors.Is(err, os.ErrPermission) {
		t.Fatalf("the folder can be read: %v", err)
	}
	if err := Save(filepath.Join(folder, "x"), []byte("x")); err != nil {
		t.Error(err)
	}
}
