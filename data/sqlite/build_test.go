package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"graduand/data"
)

// Attack 17: a registry that is made is in its place when it is whole, and not before.
func TestBuildIsWholeOrAbsent(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	path := filepath.Join(folder, "x.graduand")
	lay(t, path+Part, time.Hour)
	stop := errors.New("stop")
	if err := Build(ctx, path, func(*DB) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("got %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	err := Build(ctx, path, func(db *DB) error {
		if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("it is in its place half made: %v", err)
		}
		return put(db, 1)
	})
	if err != nil {
		t.Fatal(err)
	}
	if rev := revOf(t, path); rev != 1 {
		t.Errorf("got revision %d", rev)
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*")); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	if err := Build(ctx, path, func(db *DB) error { return put(db, 2) }); data.CodeOf(err) != "registry.exists" {
		t.Errorf("over a registry: %v", err)
	}
	if rev := revOf(t, path); rev != 1 {
		t.Errorf("now revision %d", rev)
	}
}

// lay puts a file there, as old as is said.
func lay(t *testing.T, path string, age time.Duration) string {
	t.Helper()
	at := time.Now().Add(-age)
	err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte("x"), 0o600), os.Chtimes(path, at, at))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// E03, F-07: what killed programs left is found and removed; what is somebody else's, or
// is being written, stays.
func TestUnfinished(t *testing.T) {
	gone := exec.Command(os.Args[0], "-test.run=^$")
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "школа [1].graduand")
	backups := BackupFolder(path)
	var want []string
	for _, name := range []string{"школа [1].graduand.part", "школа [1].graduand.part-wal", "школа [1].graduand.part-open", "інша.graduand-backup.part",
		fmt.Sprintf(".graduand-%d-5", gone.Process.Pid), ".graduand-99"} {
		want = append(want, lay(t, filepath.Join(folder, name), time.Hour))
	}
	want = append(want, lay(t, filepath.Join(backups, "2020-02-10_closed.graduand-backup.part"), time.Hour),
		lay(t, filepath.Join(backups, "attachments", ".part-7"), time.Hour))
	var stays []string
	for _, name := range []string{"film.mkv.part", "notes.part-open", "школа [1].graduand.partial", "x.graduand", "y.graduand-backup",
		fmt.Sprintf(".graduand-%d-5", os.Getpid()), ".graduandrc"} {
		stays = append(stays, lay(t, filepath.Join(folder, name), time.Hour))
	}
	if err := os.Symlink(stays[0], filepath.Join(folder, "link.graduand.part")); err != nil {
		t.Fatal(err)
	}
	db, err := Create(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	stays = append(stays, filepath.Join(folder, "link.graduand.part"), lay(t, filepath.Join(folder, "young.graduand.part"), -time.Minute), path)
	busy := filepath.Join(folder, "busy.graduand-backup.part")
	other, err := Create(context.Background(), busy)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	stays = append(stays, busy, logPath(busy))
	for _, p := range []string{busy, logPath(busy), holderPath(busy)} {
		if err := os.Chtimes(p, time.Now(), time.Now().Add(-time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	found := Unfinished(path)
	slices.Sort(found)
	slices.Sort(want)
	if !slices.Equal(found, want) {
		t.Errorf("found %q\nwant %q", found, want)
	}
	if err := RemoveUnfinished(path); err != nil {
		t.Error(err)
	}
	for _, p := range want {
		if _, err := os.Lstat(p); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is still there", p)
		}
	}
	for _, p := range stays {
		if _, err := os.Lstat(p); err != nil {
			t.Errorf("%s is gone: %v", p, err)
		}
	}
	if rev := put(other, 1); rev != nil {
		t.Errorf("the copy under way: %v", rev)
	}
}
