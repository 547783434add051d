package registrar

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
	return func() time.Time { return noon.Add(time.Duration(looks.Add(1)) * time.Minute) }
}

// oneYear is a registry with a class in it.
func oneYear(t testing.TB, graduates int) (r *Registrar, ids []string) {
	t.Helper()
	r = mustCreate(t, "zno-2020")
	r.options.Now = ticking()
	for n := range graduates {
		ids = append(ids, mustAdd(t, r, fmt.Sprintf("surname=Сорока%c", 'а'+rune(n)), "given_name=Яна", "class=11-А",
			fmt.Sprintf("document_number=1234567%02d", n), "document_kind=id_card"))
	}
	return r, ids
}

func TestBackupAndRestore(t *testing.T) {
	r, ids := oneYear(t, 5)
	folder := t.TempDir()
	backup := filepath.Join(folder, "copy"+ExtensionBackup)
	if err := r.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Change(ctx, ids[0], assigns("class=11-Б")); err != nil {
		t.Fatal(err)
	}
	t.Run("F-15 a backup is whole and only the user's", func(t *testing.T) {
		if info, err := os.Stat(backup); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v, %v", info, err)
		}
		if files, _ := os.ReadDir(folder); len(files) != 1 {
			t.Errorf("left beside it: %v", files)
		}
		wantCode(t, "over the registry", r.Backup(ctx, r.Path()), "print.over_registry")
		wantCode(t, "no folder", r.Backup(ctx, filepath.Join(folder, "no", "copy")), "registry.no_folder")
		if events := eventsOf(t, r, HistoryFilter{Kind: EventBackedUp}); len(events) < 1 || events[0].Note != filepath.Base(backup) {
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
			wantCode(t, name, r.Backup(ctx, path), "registry.exists")
			if string(mustRead(t, path)) != "чужое" {
				t.Errorf("%s was written over", name)
			}
		}
		path := filepath.Join(folder, "earlier"+strings.ToUpper(ExtensionBackup))
		for range 2 {
			if err := r.Backup(ctx, path); err != nil {
				t.Fatal(err)
			}
		}
		if files, _ := os.ReadDir(folder); len(files) != 4 {
			t.Errorf("left beside it: %v", files)
		}
	})
	t.Run("F-15 restored, the work goes on in a new branch", func(t *testing.T) {
		before := mustRead(t, backup)
		path := filepath.Join(t.TempDir(), "again.graduand")
		again, err := Restore(ctx, backup, path, SignIn{}, testOptions())
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		if again.identity.ID != r.identity.ID || again.identity.Branch == r.identity.Branch {
			t.Errorf("identity %+v, was %+v", again.identity, r.identity)
		}
		if !bytes.Equal(before, mustRead(t, backup)) {
			t.Error("the backup was written to")
		}
		if g := mustFind(t, again, ids[0]); g.Class != "11-А" {
			t.Errorf("class %s", g.Class)
		}
		mustAdd(t, again, "surname=Заєць")
		mustBeSound(t, again)
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*.part*")); len(left) > 0 {
			t.Errorf("left: %v", left)
		}
		_, err = Restore(ctx, backup, path, SignIn{}, testOptions())
		wantCode(t, "over a file", err, "registry.exists")
	})
	t.Run("F-15 a damaged backup is refused and nothing is left", func(t *testing.T) { refuseDamaged(t, mustRead(t, backup)) })
	t.Run("F-15 so is one whose history was altered", func(t *testing.T) {
		altered, folder := copyIn(t, mustRead(t, backup)), t.TempDir()
		alter(t, altered, "UPDATE event SET hash = zeroblob(32) WHERE seq = 2")
		_, err := Restore(ctx, altered, filepath.Join(folder, "again.graduand"), SignIn{}, testOptions())
		wantCode(t, "restore", err, "backup.unsound")
		if files, _ := os.ReadDir(folder); len(files) > 0 {
			t.Errorf("left: %v", files)
		}
	})
	t.Run("F-15 so is one with the wrong key", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "again.graduand")
		_, err := Restore(ctx, backup, path, SignIn{Password: "наугад"}, atNoon())
		wantCode(t, "wrong password", err, "vault.wrong")
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
		r, err := Restore(ctx, copyIn(t, spoilt), path, SignIn{}, testOptions())
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
		_, err := Restore(ctx, copyIn(t, content[:length]), filepath.Join(folder, "again.graduand"), SignIn{}, testOptions())
		if files, _ := os.ReadDir(folder); err == nil || data.CodeOf(err) == "" || len(files) > 0 {
			t.Errorf("cut to %d: %v, left %v", length, err, files)
		}
	}
}

func TestKeptBackups(t *testing.T) {
	r, _ := oneYear(t, 2)
	var last string
	for range KeptBackups + 3 {
		path, err := r.keepBackup(ctx, "test")
		if err != nil {
			t.Fatal(err)
		}
		last = path
	}
	t.Run("F-15 the newest ten are kept", func(t *testing.T) {
		kept, err := filepath.Glob(filepath.Join(BackupFolder(r.Path()), "*"+ExtensionBackup))
		if err != nil || len(kept) != KeptBackups || kept[len(kept)-1] != last {
			t.Errorf("kept %v, %v", kept, err)
		}
	})
}

func TestClose(t *testing.T) {
	r, ids := oneYear(t, 2)
	backup, err := r.CloseCampaign(ctx)
	if err != nil || filepath.Dir(backup) != BackupFolder(r.Path()) || r.Closed() != "closed" {
		t.Fatalf("%s, %v, %q", backup, err, r.Closed())
	}
	_, err = r.Add(ctx, assigns("surname=Дзюба"), false)
	wantCode(t, "add", err, "registry.closed")
	mustClose(t, r)
	r = openKeyed(t, r.Path())
	t.Run("F-06 F-15 closed after a copy, it can be looked at and not changed", func(t *testing.T) {
		_, err = r.Change(ctx, ids[0], assigns("class=11-Б"))
		wantCode(t, "change", err, "registry.closed")
		if rows, err := r.List(Filter{}); err != nil || len(rows) != 2 {
			t.Errorf("list %d, %v", len(rows), err)
		}
		copied, err := Restore(ctx, backup, filepath.Join(t.TempDir(), "x.graduand"), SignIn{}, testOptions())
		if err != nil || copied.Closed() != "" {
			t.Fatalf("the copy is closed too: %v", err)
		}
		mustClose(t, copied)
	})
	t.Run("KG-069 what graduates fill in waits until it is reopened", func(t *testing.T) {
		leavePending(t, r, ids[0], FieldChange{"street", "", "вул. Лісова"})
		for _, filled := range []int{0, 1} {
			if err := r.begin(ctx, 0); err != nil || len(r.Filled()) != filled {
				t.Errorf("%d filled, %v", len(r.Filled()), err)
			}
			if filled == 0 {
				if err := r.Reopen(ctx); err != nil {
					t.Fatal(err)
				}
			}
		}
		wantCode(t, "reopen again", r.Reopen(ctx), "registry.state_already")
		mustAdd(t, r, "surname=Дзюба")
	})
	t.Run("F-15 moved away, only the copy can be changed", func(t *testing.T) {
		away := filepath.Join(t.TempDir(), "away.graduand")
		if err := r.MoveAway(ctx, away); err != nil {
			t.Fatal(err)
		}
		_, err := r.Add(ctx, assigns("surname=Заєць"), false)
		wantCode(t, "here", err, "registry.moved")
		there := openKeyed(t, away)
		mustAdd(t, there, "surname=Заєць")
		mustBeSound(t, there)
		mustBeSound(t, r)
	})
}
