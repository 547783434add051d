package sqlite

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"graduand/data"
)

// A disk that is full when a copy is closed keeps its last changes in the log, and the copy goes into its place
// without that: so it does not go there.
func TestBuildOnADiskThatIsFullAtTheEnd(t *testing.T) {
	signal.Ignore(unix.SIGXFSZ)
	defer signal.Reset(unix.SIGXFSZ)
	var usual unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_FSIZE, &usual); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "x.graduand")
	err := Build(context.Background(), path, func(db *DB) error {
		info, err := os.Stat(path + Part)
		if err != nil {
			return err
		}
		for rev := 1; rev <= 20; rev++ {
			if err := put(db, rev); err != nil {
				return err
			}
		}
		// The log is longer than the file already: what is written from now on is written back.
		return unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: uint64(info.Size()) - 4096, Max: usual.Max})
	})
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &usual); err != nil {
		t.Fatal(err)
	}
	if data.CodeOf(err) != "file.cannot_write" {
		t.Errorf("got %v", err)
	}
	if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it is in its place: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
