package ledger

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"graduand/data/sqlite"
)

// D01: a registry that is gone when its upgraded copy is to be opened is closed like any other.
func TestUpgradeWhoseCopyDoesNotOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.graduand")
	db, err := sqlite.Create(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	f := &File{db: db}
	temporary := path + sqlite.Part
	if err := os.WriteFile(temporary, []byte("no registry"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := f.exchange(context.Background(), temporary); err == nil {
		t.Error("it opens")
	}
	if err := errors.Join(f.db.InPlace(), f.Close()); err == nil {
		t.Error("what lies there is taken for it")
	}
}
