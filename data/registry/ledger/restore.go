package ledger

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"graduand/data"
	"graduand/data/file"
	"graduand/data/sqlite"
)

// maximumRegistry bounds what is read as a registry, in bytes.
const maximumRegistry = 4 << 30

// Restore copies a backup beside its new place, has the copy opened and made a registry of
// its own, and puts it there. Nothing is left behind when it fails. The backup is only
// read; wrong passwords are counted beside it. Photos and scans that lie beside it no more
// are missing in the registry with anyway, and the failure without.
func Restore(ctx context.Context, backup, path string, anyway bool, o Options, make func(*File) error) error {
	// A network drive too: the copy would be open there for looking only.
	if err := sqlite.CheckPlace(path); err != nil {
		return err
	}
	content, err := file.Read(backup, maximumRegistry)
	if err != nil {
		return err
	}
	if !seemsBackup(backup, content) {
		return data.Fail("registry.not_a_registry", data.Args{"file": filepath.Base(backup)})
	}
	temporary := path + sqlite.Part
	// What lies there, and a log beside it, is no part of the backup.
	if err := os.Remove(temporary); err != nil && !errors.Is(err, os.ErrNotExist) {
		return data.FailWith(err, "file.cannot_write", data.Args{"file": temporary})
	}
	if err := sqlite.RemoveLog(temporary); err != nil {
		return err
	}
	if err := file.Save(temporary, content); err != nil {
		return err
	}
	err = unsound(bringTogether(ctx, temporary, sqlite.ApartFolder(filepath.Dir(backup)), anyway))
	if err == nil {
		err = unsound(makeOf(ctx, temporary, backup+triesSuffix, o, make))
	}
	if err == nil {
		err = errors.Join(sqlite.RemoveLog(path), sqlite.Place(temporary, path))
	}
	if err != nil {
		return errors.Join(err, sqlite.Abandon(temporary))
	}
	return nil
}

// seemsBackup tells a spoilt backup, whose beginning may be lost, from a file that never was one.
func seemsBackup(path string, content []byte) bool {
	ending := strings.ToLower(filepath.Ext(path))
	return ending == ExtensionBackup || ending == sqlite.Extension || bytes.HasPrefix(content, []byte("SQLite format 3\x00"))
}

func makeOf(ctx context.Context, temporary, tries string, o Options, make func(*File) error) error {
	f, err := OpenFile(ctx, temporary, o)
	if err != nil {
		return err
	}
	f.tries = tries
	// Whoever opens it closes it.
	if err := make(f); err != nil {
		return closing(err, f)
	}
	return f.Close()
}

// bringTogether puts the photos and scans of a kept backup back into it.
func bringTogether(ctx context.Context, path, folder string, anyway bool) (err error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return db.BringTogether(ctx, folder, anyway)
}

// unsound says of an altered or damaged copy what it means for who restores it.
func unsound(err error) error {
	switch data.CodeOf(err) {
	case "vault.tampered", "registry.damaged", "registry.not_a_registry", "registry.foreign_schema":
		return data.FailWith(err, "backup.unsound", nil)
	}
	return err
}
