package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"graduand/data"
	"graduand/data/file"
)

// Build makes a registry at path that is whole or absent, whatever happens meanwhile: fill
// writes it beside its place, under a name that ends in [Part], and it comes into its
// place when it is closed and durable. A file that is already there is left alone and
// gives registry.exists. Nothing is left behind when it fails.
func Build(ctx context.Context, path string, fill func(*DB) error) error {
	if _, err := os.Lstat(path); err == nil {
		return data.Fail("registry.exists", data.Args{"file": filepath.Base(path)})
	}
	temporary := path + Part
	if !inUse(temporary) {
		// What a killed program left. Of another kind than a file Create says what is wrong.
		_ = os.Remove(temporary)
	}
	db, err := Create(ctx, temporary)
	if err != nil {
		return err
	}
	if err = errors.Join(fill(db), db.Close()); err == nil {
		err = file.Settle(temporary, path)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(temporary))
	}
	return nil
}
