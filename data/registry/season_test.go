package registry_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// countdown is a context that is cancelled after so many questions.
type countdown struct {
	context.Context
	left int
}

func (c *countdown) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// ticking is a clock that goes on by a minute with every look at it.
func ticking() func() time.Time {
	var looks atomic.Int64
	return func() time.Time { return desktest.Noon.Add(time.Duration(looks.Add(1)) * time.Minute) }
}

// oneYear is a registry with a class in it.
func oneYear(t testing.TB, graduates int) (r *registrar.Registrar, ids []string) {
	t.Helper()
	r = desktest.MustCreate(t, "zno-2020")
	r.Options().Now = ticking()
	for n := range graduates {
		ids = append(ids, desktest.MustAdd(t, r, fmt.Sprintf("surname=Сорока%c", 'а'+rune(n)), "given_name=Яна", "class=11-А",
			fmt.Sprintf("document_number=1234567%02d", n), "document_kind=id_card"))
	}
	return r, ids
}

// backUp is the failure of a backup.
func backUp(_ []registrar.Ill, err error) error { return err }

func TestBackupAndRestore(t *testing.T) {
	r, ids := oneYear(t, 5)
	folder := t.TempDir()
	backup := filepath.Join(folder, "copy"+registrar.ExtensionBackup)
	if _, err := r.Backup(desktest.Ctx, backup); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Table.Change(desktest.Ctx, ids[0], desktest.Assigns("class=11-Б")); err != nil {
		t.Fatal(err)
	}
	t.Run("F-15 a backup is whole and only the user's", func(t *testing.T) {
		if info, err := os.Stat(backup); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v, %v", info, err)
		}
		if files, _ := os.ReadDir(folder); len(files) != 1 {
			t.Errorf("left beside it: %v", files)
		}
		desktest.WantCode(t, "over the registry", backUp(r.Backup(desktest.Ctx, r.Path())), "print.over_registry")
		desktest.WantCode(t, "no folder", backUp(r.Backup(desktest.Ctx, filepath.Join(folder, "no", "copy"))), "registry.no_folder")
		if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventBackedUp}); len(events) < 1 || events[0].Note != filepath.Base(backup) {
			t.Errorf("history %+v", events)
		}
	})
	t.Run("F-15 a file that is no backup is left alone, an earlier backup is replaced", func(t *testing.T) {
		folder := t.TempDir()
		for _, name := range []string{"список.xlsx", "other.graduand", "notes"} {
			path := filepath.Join(folder, name)
			if err := os.WriteFile(path, []byte("чужое"), 0o600); err != nil {
				t.Fatal(err)
			}
			desktest.WantCode(t, name, backUp(r.Backup(desktest.Ctx, path)), "registry.exists")
			if string(desktest.MustRead(t, path)) != "чужое" {
				t.Errorf("%s was written over", name)
			}
		}
		path := filepath.Join(folder, "earlier"+strings.ToUpper(registrar.ExtensionBackup))
		for range 2 {
			if _, err := r.Backup(desktest.Ctx, path); err != nil {
				t.Fatal(err)
			}
		}
		if files, _ := os.ReadDir(folder); len(files) != 4 {
			t.Errorf("left beside it: %v", files)
		}
	})
	t.Run("F-15 restored, the work goes on in a new branch", func(t *testing.T) {
		before := desktest.MustRead(t, backup)
		path := filepath.Join(t.TempDir(), "again.graduand")
		again, err := registrar.Restore(desktest.Ctx, backup, path, registrar.SignIn{}, false, desktest.Options())
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		if again.ID() != r.ID() || again.Branch() == r.Branch() {
			t.Errorf("identity %+v, was %+v", again.Identity(), r.Identity())
		}
		if !bytes.Equal(before, desktest.MustRead(t, backup)) {
			t.Error("the backup was written to")
		}
		if g := desktest.MustFind(t, again, ids[0]); g.Class != "11-А" {
			t.Errorf("class %s", g.Class)
		}
		desktest.MustAdd(t, again, "surname=Заєць")
		mustBeSound(t, again)
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*.part*")); len(left) > 0 {
			t.Errorf("left: %v", left)
		}
		_, err = registrar.Restore(desktest.Ctx, backup, path, registrar.SignIn{}, false, desktest.Options())
		desktest.WantCode(t, "over a file", err, "registry.exists")
	})
	t.Run("F-15 a damaged backup is refused and nothing is left", func(t *testing.T) { refuseDamaged(t, desktest.MustRead(t, backup)) })
	t.Run("F-15 so is one whose history was altered", func(t *testing.T) {
		altered, folder := copyIn(t, desktest.MustRead(t, backup)), t.TempDir()
		alter(t, altered, "UPDATE event SET hash = zeroblob(32) WHERE seq = 2")
		_, err := registrar.Restore(desktest.Ctx, altered, filepath.Join(folder, "again.graduand"), registrar.SignIn{}, false, desktest.Options())
		desktest.WantCode(t, "restore", err, "backup.unsound")
		if files, _ := os.ReadDir(folder); len(files) > 0 {
			t.Errorf("left: %v", files)
		}
	})
	t.Run("F-15 so is one with the wrong key", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "again.graduand")
		_, err := registrar.Restore(desktest.Ctx, backup, path, registrar.SignIn{Password: "наугад"}, false, atNoon())
		desktest.WantCode(t, "wrong password", err, "vault.wrong")
		if files, _ := os.ReadDir(filepath.Dir(path)); len(files) > 0 {
			t.Errorf("left: %v", files)
		}
	})
}

// refuseDamaged spoils a backup in every part of it.
func refuseDamaged(t *testing.T, content []byte) {
	t.Helper()
	sound := 0
	for n := range 40 {
		spoilt := slices.Clone(content)
		at := len(spoilt) * n / 40
		copy(spoilt[at:min(at+64, len(spoilt))], bytes.Repeat([]byte{0xa5}, 64))
		folder := t.TempDir()
		path := filepath.Join(folder, "again.graduand")
		r, err := registrar.Restore(desktest.Ctx, copyIn(t, spoilt), path, registrar.SignIn{}, false, desktest.Options())
		if err == nil {
			// What fell into unused space of a page spoils nothing.
			mustBeSound(t, r)
			mustClose(t, r)
			sound++
			continue
		}
		if data.CodeOf(err) == "" {
			t.Errorf("octet %d: refused without a sentence: %v", at, err)
		}
		if files, _ := os.ReadDir(folder); len(files) > 0 {
			t.Errorf("octet %d: left %v", at, files)
		}
	}
	if sound > 30 {
		t.Errorf("%d of 40 damages are not found", sound)
	}
	for _, length := range []int{0, 50, 4096, len(content) / 2, len(content) - 4096} {
		folder := t.TempDir()
		_, err := registrar.Restore(desktest.Ctx, copyIn(t, content[:length]), filepath.Join(folder, "again.graduand"), registrar.SignIn{}, false, desktest.Options())
		if files, _ := os.ReadDir(folder); err == nil || data.CodeOf(err) == "" || len(files) > 0 {
			t.Errorf("cut to %d: %v, left %v", length, err, files)
		}
	}
}

func TestKeptBackups(t *testing.T) {
	r, _ := oneYear(t, 2)
	var last string
	for range registry.KeptBackups + 3 {
		path, err := r.KeepBackup(desktest.Ctx, "test")
		if err != nil {
			t.Fatal(err)
		}
		last = path
	}
	t.Run("F-15 the newest ten are kept", func(t *testing.T) {
		kept, err := filepath.Glob(filepath.Join(registrar.BackupFolder(r.Path()), "*"+registrar.ExtensionBackup))
		if err != nil || len(kept) != registry.KeptBackups || kept[len(kept)-1] != last {
			t.Errorf("kept %v, %v", kept, err)
		}
	})
}

func TestClose(t *testing.T) {
	r, ids := oneYear(t, 2)
	backup, err := r.Season.Close(desktest.Ctx)
	if err != nil || filepath.Dir(backup) != registrar.BackupFolder(r.Path()) || r.Closed() != "closed" {
		t.Fatalf("%s, %v, %q", backup, err, r.Closed())
	}
	_, err = r.Table.Add(desktest.Ctx, desktest.Assigns("surname=Дзюба"), false)
	desktest.WantCode(t, "add", err, "registry.closed")
	mustClose(t, r)
	r = openKeyed(t, r.Path())
	t.Run("F-06 F-15 closed after a copy, it can be looked at and not changed", func(t *testing.T) {
		_, err = r.Table.Change(desktest.Ctx, ids[0], desktest.Assigns("class=11-Б"))
		desktest.WantCode(t, "change", err, "registry.closed")
		if rows, err := r.Table.List(registrar.Filter{}); err != nil || len(rows) != 2 {
			t.Errorf("list %d, %v", len(rows), err)
		}
		copied, err := registrar.Restore(desktest.Ctx, backup, filepath.Join(t.TempDir(), "x.graduand"), registrar.SignIn{}, false, desktest.Options())
		if err != nil || copied.Closed() != "" {
			t.Fatalf("the copy is closed too: %v", err)
		}
		mustClose(t, copied)
	})
	t.Run("KG-069 what graduates fill in waits until it is reopened", func(t *testing.T) {
		leavePending(t, r, ids[0], registrar.FieldChange{Field: "street", Before: "", After: "вул. Лісова"})
		for _, filled := range []int{0, 1} {
			if err := r.Begin(desktest.Ctx, 0); err != nil || len(r.Filled()) != filled {
				t.Errorf("%d filled, %v", len(r.Filled()), err)
			}
			if filled == 0 {
				if err := r.Season.Reopen(desktest.Ctx); err != nil {
					t.Fatal(err)
				}
			}
		}
		desktest.WantCode(t, "reopen again", r.Season.Reopen(desktest.Ctx), "registry.state_already")
		desktest.MustAdd(t, r, "surname=Дзюба")
	})
	t.Run("F-15 moved away, only the copy can be changed", func(t *testing.T) {
		away := filepath.Join(t.TempDir(), "away.graduand")
		if err := r.Season.Move(desktest.Ctx, away); err != nil {
			t.Fatal(err)
		}
		_, err := r.Table.Add(desktest.Ctx, desktest.Assigns("surname=Заєць"), false)
		desktest.WantCode(t, "here", err, "registry.moved")
		there := openKeyed(t, away)
		desktest.MustAdd(t, there, "surname=Заєць")
		mustBeSound(t, there)
		mustBeSound(t, r)
	})
}
