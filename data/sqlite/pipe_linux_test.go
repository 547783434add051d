package sqlite

import (
	"context"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"graduand/data"
)

// A pipe in the place of a registry, or of the word beside it, would keep whoever opens
// it waiting for ever (attack 20).
func TestPipes(t *testing.T) {
	db := mustCreate(t)
	pipe := filepath.Join(t.TempDir(), "pipe.graduand")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		if _, err := Open(context.Background(), pipe); data.CodeOf(err) != "registry.not_a_registry" {
			t.Errorf("a pipe: %v", err)
		}
		if err := syscall.Unlink(holderPath(db.path)); err != nil {
			t.Error(err)
		}
		if err := syscall.Mkfifo(holderPath(db.path), 0o600); err != nil {
			t.Error(err)
		}
		if _, err := Open(context.Background(), db.path); data.CodeOf(err) != "registry.open_elsewhere" {
			t.Errorf("a pipe beside it: %v", err)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatal("it waits for ever")
	}
}
