package sqlite

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// put writes a revision of a setting.
func put(db *DB, rev int) error {
	return db.Update(context.Background(), func(tx *Tx) error {
		return tx.PutSetting(Record{ID: "s", Rev: rev, Body: bytes.Repeat([]byte{byte(rev)}, 3000)})
	})
}

// revOf opens a registry and gives that revision.
func revOf(t *testing.T, path string) int {
	t.Helper()
	db, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	s, err := db.Setting(context.Background(), "s")
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	return s.Rev
}

// killed leaves what a program leaves that was killed with the registry open.
func killed(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.graduand")
	child := exec.Command(os.Args[0], "-test.run=^TestKilledChild$")
	child.Env = append(os.Environ(), "GRADUAND_KILLED="+path)
	if out, err := child.CombinedOutput(); child.ProcessState.ExitCode() != 9 {
		t.Fatalf("the child: %v %s", err, out)
	}
	return path
}

// TestKilledChild is no test: it is the program that is killed.
func TestKilledChild(t *testing.T) {
	path := os.Getenv("GRADUAND_KILLED")
	if path == "" {
		t.Skip("only as a child")
	}
	db, err := Create(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := put(db, 1); err != nil {
		t.Fatal(err)
	}
	os.Exit(9)
}

func uncleanNow(t *testing.T, path string, examined bool) bool {
	t.Helper()
	db, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	unclean := db.Unclean()
	if examined {
		db.Examined()
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return unclean
}

func TestUncleanEnd(t *testing.T) {
	path := killed(t)
	for _, c := range []struct {
		when              string
		examined, unclean bool
	}{
		{"after the kill", false, true},
		{"as long as nobody has examined it", true, true},
		{"once somebody has", false, false},
	} {
		if got := uncleanNow(t, path, c.examined); got != c.unclean {
			t.Errorf("%s: unclean %v", c.when, got)
		}
	}
	if left, _ := filepath.Glob(path + "-*"); len(left) > 0 {
		t.Errorf("a closed and sound registry is one file, found %v", left)
	}
	path = killed(t)
	if err := os.Remove(holderPath(path)); err != nil {
		t.Fatal(err)
	}
	if !uncleanNow(t, path, false) {
		t.Error("the log alone does not tell")
	}
}

// Who waits until another program has closed the registry finds a clean one.
func TestWaitingForAnother(t *testing.T) {
	db := mustCreate(t)
	if err := put(db, 1); err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(200*time.Millisecond, func() { db.Close() })
	again, err := Open(context.Background(), db.path)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if again.Unclean() {
		t.Error("what the other has closed is called unclean")
	}
}

// The word beside an open registry names an account, not the PC, and nothing is written
// through what somebody has put in its place.
func TestHolderSaysNoMore(t *testing.T) {
	db := mustCreate(t)
	name, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	said, err := os.ReadFile(holderPath(db.path))
	if err != nil || strings.Contains(string(said), "@") || strings.Contains(string(said), name+`\`) {
		t.Errorf("it says %s, %v", said, err)
	}
	if info, err := os.Stat(holderPath(db.path)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v", err)
	}
	precious := filepath.Join(t.TempDir(), "precious")
	err = errors.Join(db.Close(), os.WriteFile(precious, []byte("x"), 0o600), os.Symlink(precious, holderPath(db.path)))
	if err != nil {
		t.Fatal(err)
	}
	again, err := Open(context.Background(), db.path)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if content, _ := os.ReadFile(precious); string(content) != "x" {
		t.Errorf("another file was written: %q", content)
	}
	if said, err := os.ReadFile(holderPath(db.path)); err != nil || !strings.HasPrefix(string(said), "{") {
		t.Errorf("it says %s, %v", said, err)
	}
}
