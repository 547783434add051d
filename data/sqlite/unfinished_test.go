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
)

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
