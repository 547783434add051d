package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"graduand/data"
)

// moved is an open registry with two revisions of a setting, to which something happens
// then; an older copy of it has the first revision alone.
func moved(t *testing.T, happens func(path, older string) error) *DB {
	t.Helper()
	db := mustCreate(t)
	older := filepath.Join(t.TempDir(), "older")
	err := errors.Join(put(db, 1), db.CopyTo(context.Background(), older), put(db, 2), happens(db.path, older))
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// D01, D02, D03: a change of a registry that nobody would find again is refused with a
// sentence, everything before it can be saved elsewhere, and closing says it too.
func TestRegistryThatIsNoLongerInItsPlace(t *testing.T) {
	elsewhere := t.TempDir()
	for name, c := range map[string]struct {
		happens func(path, older string) error
		code    string
	}{
		"D01 deleted":            {func(path, _ string) error { return os.Remove(path) }, "registry.gone"},
		"renamed":                {func(path, _ string) error { return os.Rename(path, filepath.Join(elsewhere, "renamed")) }, "registry.gone"},
		"D03 its folder renamed": {func(path, _ string) error { return os.Rename(filepath.Dir(path), filepath.Join(elsewhere, "folder")) }, "registry.gone"},
		"D02 replaced":           {func(path, older string) error { return os.Rename(older, path) }, "registry.replaced"},
	} {
		t.Run(name, func(t *testing.T) {
			db := moved(t, c.happens)
			if err := put(db, 3); data.CodeOf(err) != c.code {
				t.Errorf("a change: %v", err)
			}
			saved := filepath.Join(t.TempDir(), "saved")
			if err := errors.Join(db.RoomFor(saved), db.CopyTo(context.Background(), saved)); err != nil {
				t.Errorf("saving elsewhere: %v", err)
			}
			if rev := revOf(t, saved); rev != 2 {
				t.Errorf("saved is revision %d", rev)
			}
			if err := db.Close(); data.CodeOf(err) != c.code {
				t.Errorf("closing: %v", err)
			}
		})
	}
	for name, path := range map[string]string{"renamed": filepath.Join(elsewhere, "renamed"), "its folder renamed": filepath.Join(elsewhere, "folder", "школа №1 (копія).graduand")} {
		if rev := revOf(t, path); rev != 2 {
			t.Errorf("%s: what was saved last is not there: revision %d", name, rev)
		}
	}
}

// Closing alone, without a change before it, brings everything into the file, wherever that
// is, and leaves no log of it where it was.
func TestRenamedAndClosed(t *testing.T) {
	to := filepath.Join(t.TempDir(), "renamed")
	db := moved(t, func(path, _ string) error { return os.Rename(path, to) })
	if err := db.Close(); data.CodeOf(err) != "registry.gone" {
		t.Errorf("closing: %v", err)
	}
	if rev := revOf(t, to); rev != 2 {
		t.Errorf("what was saved last is not there: revision %d", rev)
	}
	if _, err := os.Stat(logPath(db.path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("its log was left behind: %v", err)
	}
}

// What lies in the place of the registry opens as it is: no log of the other is beside it.
func TestReplacementIsNotSpoilt(t *testing.T) {
	for name, end := range map[string]func(*DB){
		"closed":                 func(db *DB) { db.Close() },
		"refused, then it stops": func(db *DB) { put(db, 3) },
	} {
		db := moved(t, func(path, older string) error { return os.Rename(older, path) })
		end(db)
		path := filepath.Join(t.TempDir(), "x")
		for _, suffix := range []string{"", "-wal"} {
			content, err := os.ReadFile(db.path + suffix)
			if err == nil {
				err = os.WriteFile(path+suffix, content, 0o600)
			}
			if err != nil && !errors.Is(err, os.ErrNotExist) {
				t.Fatal(err)
			}
		}
		if rev := revOf(t, path); rev != 1 {
			t.Errorf("%s: the older copy has become revision %d", name, rev)
		}
	}
}

// A new registry inherits nothing from one of its name whose program was killed.
func TestNewRegistryInheritsNothing(t *testing.T) {
	db := moved(t, func(path, _ string) error { return os.Remove(path) })
	path := db.path
	again, err := Create(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if s, err := again.Setting(context.Background(), "s"); err != nil || s.Rev != 0 || again.Unclean() {
		t.Errorf("the new registry has revision %d, unclean %v, %v", s.Rev, again.Unclean(), err)
	}
	if err := RemoveLog(path); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(logPath(path)); err != nil {
		t.Errorf("the log of a registry that is there was removed: %v", err)
	}
}

// Attack 16: two slashes are no other computer.
func TestPathWithTwoSlashes(t *testing.T) {
	db := mustCreate(t)
	if err := errors.Join(put(db, 1), db.Close()); err != nil {
		t.Fatal(err)
	}
	if rev := revOf(t, "/"+filepath.ToSlash(db.path)); rev != 1 {
		t.Errorf("got revision %d", rev)
	}
}

// D02: an older copy that comes into its place at the very moment in which it is closed has no log beside it that
// belongs to another file.
func TestRegistryThatIsReplacedWhileItIsClosed(t *testing.T) {
	db := moved(t, func(path, older string) error { return os.Rename(older, path) })
	// As if it had lain there already when closing looked.
	var err error
	if db.file, err = identify(db.path); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Errorf("closing: %v", err)
	}
	if log, err := os.Stat(logPath(db.path)); err == nil && log.Size() > 0 {
		t.Errorf("a log of %d octets is left beside it", log.Size())
	}
	if rev := revOf(t, db.path); rev != 1 {
		t.Errorf("the older copy has revision %d", rev)
	}
}
