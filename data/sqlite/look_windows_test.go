package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/windows"

	"graduand/data"
)

// A file that is marked as read-only is looked at, and nothing is made beside it.
func TestFileMarkedAsReadOnly(t *testing.T) {
	db, err := Create(context.Background(), filepath.Join(t.TempDir(), "школа.graduand"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(put(db, 1), db.Close()); err != nil {
		t.Fatal(err)
	}
	t.Run("KG-002 one that can be written is worked in", func(t *testing.T) {
		if why := unwritable(db.path); why != "" {
			t.Errorf("it says %q", why)
		}
	})
	name, err := windows.UTF16PtrFromString(db.path)
	if err := errors.Join(err, windows.SetFileAttributes(name, windows.FILE_ATTRIBUTE_READONLY)); err != nil {
		t.Fatal(err)
	}
	defer windows.SetFileAttributes(name, windows.FILE_ATTRIBUTE_NORMAL)
	t.Run("KG-002 the marked one is looked at", func(t *testing.T) {
		looking, err := Open(context.Background(), db.path)
		if err != nil {
			t.Fatal(err)
		}
		if how := looking.Looking(); how == nil || how.Why != FileLocked {
			t.Errorf("it is open as %+v", how)
		}
		if s, err := looking.Setting(context.Background(), "s"); err != nil || s.Rev != 1 {
			t.Errorf("%+v, %v", s, err)
		}
		if err := put(looking, 2); data.CodeOf(err) != "registry.looking" {
			t.Errorf("a change: %v", err)
		}
		if err := looking.Close(); err != nil {
			t.Error(err)
		}
		if all, err := os.ReadDir(filepath.Dir(db.path)); err != nil || len(all) != 1 {
			t.Errorf("beside it: %v, %v", all, err)
		}
	})
}
