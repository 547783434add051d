package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"graduand/data"
	"graduand/data/drivetest"
)

// written is a registry with two revisions of a setting, closed.
func written(t *testing.T) string {
	t.Helper()
	db := mustCreate(t)
	if err := errors.Join(put(db, 1), put(db, 2), db.Close()); err != nil {
		t.Fatal(err)
	}
	return db.path
}

// leftByKilled is a registry whose program was killed: its last revision stands in the log alone.
func leftByKilled(t *testing.T) string {
	t.Helper()
	db := mustCreate(t)
	if err := errors.Join(put(db, 1), db.settle(context.Background()), put(db, 2)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "killed.graduand")
	for _, suffix := range []string{"", "-wal"} {
		content, err := os.ReadFile(db.path + suffix)
		if err := errors.Join(err, os.WriteFile(path+suffix, content, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// logNotBegun is a registry whose program was killed as it began the log.
func logNotBegun(t *testing.T) string {
	t.Helper()
	path := written(t)
	if err := os.WriteFile(logPath(path), make([]byte, 10), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// ownFolder keeps what is the program's own apart, and gives where copies lie that are read.
func ownFolder(t *testing.T) string {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	base, err := privateBase()
	if err != nil {
		t.Fatal(err)
	}
	return base
}

// names are those of what lies in a folder.
func names(t *testing.T, folder string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// settingOf reads the revision of the setting.
func settingOf(t *testing.T, db *DB) int {
	t.Helper()
	s, err := db.Setting(context.Background(), "s")
	if err != nil {
		t.Fatal(err)
	}
	return s.Rev
}

func TestRegistryThatCannotBeWritten(t *testing.T) {
	for name, c := range map[string]struct {
		made func(*testing.T) string
		lock func(t *testing.T, path string)
		why  Why
		log  bool
	}{
		"KG-002 on a drive that is only read":  {written, func(t *testing.T, path string) { drivetest.Lock(t, filepath.Dir(path)) }, DriveLocked, false},
		"KG-002 with a log beside it":          {leftByKilled, func(t *testing.T, path string) { drivetest.Lock(t, filepath.Dir(path)) }, DriveLocked, true},
		"KG-002 with a log that was not begun": {logNotBegun, func(t *testing.T, path string) { drivetest.Lock(t, filepath.Dir(path)) }, DriveLocked, false},
	} {
		t.Run(name, func(t *testing.T) {
			private, path := ownFolder(t), c.made(t)
			before := names(t, filepath.Dir(path))
			c.lock(t, path)
			db, err := Open(context.Background(), path)
			if err != nil {
				t.Fatal(err)
			}
			if how := db.Looking(); how == nil || how.Log != c.log || os.Geteuid() == 0 && how.Why != c.why {
				t.Errorf("it is open as %+v", how)
			}
			if rev := settingOf(t, db); rev != 2 {
				t.Errorf("it shows revision %d", rev)
			}
			if err := put(db, 3); data.CodeOf(err) != "registry.looking" {
				t.Errorf("a change: %v", err)
			}
			saved := filepath.Join(t.TempDir(), "saved")
			if err := errors.Join(db.RoomFor(saved), db.CopyTo(context.Background(), saved)); err != nil {
				t.Errorf("a copy of it: %v", err)
			} else if rev := revOf(t, saved); rev != 2 {
				t.Errorf("its copy has revision %d", rev)
			}
			checkPrivate(t, private, c.log)
			if err := errors.Join(db.InPlace(), db.Close()); err != nil {
				t.Error(err)
			}
			if left := names(t, private); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
			if after := names(t, filepath.Dir(path)); len(after) != len(before) {
				t.Errorf("beside it: %v, before %v", after, before)
			}
		})
	}
}

// checkPrivate looks at the copy that is read, which there is only where there has to be.
func checkPrivate(t *testing.T, private string, there bool) {
	t.Helper()
	copies := names(t, private)
	if len(copies) > 0 != there {
		t.Fatalf("copies of it: %v", copies)
	}
	for _, name := range copies {
		folder := filepath.Join(private, name)
		for _, path := range []string{folder, filepath.Join(folder, privateName)} {
			if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
				t.Errorf("others may read %s: %v", path, err)
			}
		}
	}
}

// What the rights refuse is said apart, also to root, who is let in everywhere: a thread of another user asks.
func TestWhyRegistryCannotBeWritten(t *testing.T) {
	locked := func(file, folder os.FileMode) string {
		path := written(t)
		if err := errors.Join(os.Chmod(path, file), os.Chmod(filepath.Dir(path), folder), os.Chmod(filepath.Dir(filepath.Dir(path)), 0o755)); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(filepath.Dir(path), 0o700) })
		return path
	}
	for name, c := range map[string]struct {
		path string
		why  Why
	}{
		"KG-002 the file is marked as read-only":    {locked(0o444, 0o777), FileLocked},
		"KG-002 no file can be made beside it":      {locked(0o666, 0o555), FolderLocked},
		"KG-002 both, then the file is said":        {locked(0o444, 0o555), FileLocked},
		"KG-002 what can be written is worked in":   {locked(0o666, 0o777), ""},
		"KG-002 what is not there is not its fault": {filepath.Join(t.TempDir(), "absent"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			drivetest.AsNobody(t, func() {
				if why := unwritable(c.path); why != c.why {
					t.Errorf("it says %q", why)
				}
			})
		})
	}
	t.Run("KG-002 a link is asked where it leads to", func(t *testing.T) {
		link := filepath.Join(t.TempDir(), "link.graduand")
		if err := errors.Join(os.Symlink(locked(0o666, 0o555), link), os.Chmod(filepath.Dir(link), 0o777), os.Chmod(filepath.Dir(filepath.Dir(link)), 0o755)); err != nil {
			t.Fatal(err)
		}
		drivetest.AsNobody(t, func() {
			if why := unwritable(link); why != FolderLocked {
				t.Errorf("it says %q", why)
			}
		})
	})
}

// Whoever works in it meanwhile writes into the file that is read: that is said, nothing half old and half new is shown.
func TestRegistryThatChangesWhileItIsLookedAt(t *testing.T) {
	path := written(t)
	drivetest.AsNobodyMay(t, path)
	var looking *DB
	drivetest.AsNobody(t, func() {
		var err error
		if looking, err = Open(context.Background(), path); err != nil {
			t.Fatal(err)
		}
	})
	defer looking.Close()
	if looking.Looking() == nil {
		t.Skip("whoever runs the tests owns the file")
	}
	work, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := put(work, 3); err != nil {
		t.Fatal(err)
	}
	t.Run("KG-002 what stands in a log of later is not seen", func(t *testing.T) {
		if all, err := looking.Settings(context.Background()); err != nil || len(all) != 1 || all[0].Rev != 2 {
			t.Errorf("%v, %v", all, err)
		}
	})
	t.Run("KG-002 that the file was written is said", func(t *testing.T) {
		if err := work.Close(); err != nil {
			t.Fatal(err)
		}
		for name, err := range map[string]error{
			"settings": last(looking.Settings(context.Background())), "setting": last(looking.Setting(context.Background(), "s")),
			"copy": looking.CopyTo(context.Background(), filepath.Join(t.TempDir(), "copy")),
		} {
			if data.CodeOf(err) != changedMeanwhile {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

// last is the error of what also gives something.
func last[T any](_ T, err error) error { return err }

// interrupted is a context in which something happens when it is first asked.
type interrupted struct {
	context.Context
	f func()
}

func (i *interrupted) Err() error {
	if f := i.f; f != nil {
		i.f = nil
		f()
	}
	return nil
}

// A registry in which somebody works is copied as one moment had it, or it is said that it was not.
func TestCopyOfRegistryInWork(t *testing.T) {
	private, work := ownFolder(t), mustCreate(t)
	if err := errors.Join(put(work, 1), work.settle(context.Background()), put(work, 2)); err != nil {
		t.Fatal(err)
	}
	t.Run("KG-002 it is that of the last change", func(t *testing.T) {
		copied, err := copyWithLog(context.Background(), work.path)
		if err != nil {
			t.Fatal(err)
		}
		if rev := revOf(t, copied); rev != 2 {
			t.Errorf("the copy has revision %d", rev)
		}
	})
	t.Run("KG-002 a log that is begun anew meanwhile is noticed", func(t *testing.T) {
		meanwhile := &interrupted{Context: context.Background(), f: func() {
			if err := errors.Join(work.settle(context.Background()), put(work, 3)); err != nil {
				t.Error(err)
			}
		}}
		if _, err := copyWithLog(meanwhile, work.path); data.CodeOf(err) != changedMeanwhile {
			t.Errorf("%v", err)
		}
		if left := names(t, private); len(left) != 1 {
			t.Errorf("left behind: %v", left)
		}
	})
	t.Run("KG-002 one that goes meanwhile is noticed", func(t *testing.T) {
		meanwhile := &interrupted{Context: context.Background(), f: func() {
			if err := work.Close(); err != nil {
				t.Error(err)
			}
		}}
		if _, err := copyWithLog(meanwhile, work.path); data.CodeOf(err) != changedMeanwhile {
			t.Errorf("%v", err)
		}
	})
	t.Run("KG-002 one that has gone is noticed", func(t *testing.T) {
		if _, err := copyWithLog(context.Background(), work.path); data.CodeOf(err) != changedMeanwhile {
			t.Errorf("%v", err)
		}
	})
}

// A disk that fails is said to fail, not that somebody changes the registry, nor as a fault of the program.
func TestDiskThatFailsWhileCopied(t *testing.T) {
	const failing = "/proc/self/mem" // its first octet cannot be read
	if err := copyFile(context.Background(), failing, filepath.Join(t.TempDir(), "copy")); data.CodeOf(err) != "registry.disk_fault" {
		t.Errorf("%v", err)
	}
	if _, err := saltsOf(failing); data.CodeOf(unsteady(err, failing)) != "registry.disk_fault" {
		t.Errorf("%v", err)
	}
}

// What a program has left that was killed while somebody looked is removed by the next one.
func TestAbandonedCopiesAreRemoved(t *testing.T) {
	private := ownFolder(t)
	for name, left := range map[string]bool{".graduand-4194305-77": false, "notes": true, ".part-77": true, ".graduand-77": true} {
		if err := errors.Join(os.MkdirAll(filepath.Join(private, name), 0o700), os.WriteFile(filepath.Join(private, name, privateName), nil, 0o600)); err != nil {
			t.Fatal(err)
		}
		RemoveLooked()
		if _, err := os.Stat(filepath.Join(private, name)); err == nil != left {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A network drive is looked at, whether it could be written or not, and no registry is made there.
func TestNetworkDriveIsLookedAt(t *testing.T) {
	path := written(t)
	var fs unix.Statfs_t
	if err := unix.Statfs(path, &fs); err != nil {
		t.Fatal(err)
	}
	networkDrives[uint32(fs.Type)] = true
	defer delete(networkDrives, uint32(fs.Type))
	t.Run("KG-002 a registry on another PC is opened for looking", func(t *testing.T) {
		db, err := Open(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if how := db.Looking(); how == nil || how.Why != OnShare {
			t.Errorf("it is open as %+v", how)
		}
	})
	t.Run("KG-002 of one that has gone meanwhile nothing is promised", func(t *testing.T) {
		db, err := Open(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if err := os.Rename(path, path+"-gone"); err != nil {
			t.Fatal(err)
		}
		defer os.Rename(path+"-gone", path)
		if _, err := db.Settings(context.Background()); data.CodeOf(err) != "registry.disk_fault" {
			t.Errorf("%v", err)
		}
	})
	t.Run("none is made there", func(t *testing.T) {
		if _, err := Create(context.Background(), path+"2"); data.CodeOf(err) != "registry.network_drive" {
			t.Error(err)
		}
	})
}
