package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"
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
