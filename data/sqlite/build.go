package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

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
		err = Place(temporary, path)
	}
	if err != nil {
		return errors.Join(err, Abandon(temporary))
	}
	return nil
}

// Place brings a copy that is finished and closed into its place, durably, with file.cannot_write where
// that fails or the copy is not [Whole]. Then it is the caller's to [Abandon].
func Place(temporary, path string) error {
	if err := Whole(temporary, path); err != nil {
		return err
	}
	return file.Settle(temporary, path)
}

// Whole refuses a closed copy beside which its log lies still, by the name of path: SQLite closes on a disk that
// is full or faulty without a word, and leaves in the log what it could not write back. A registry has it
// there when it is opened again; a copy goes without its log.
func Whole(copied, path string) error {
	info, err := os.Lstat(logPath(copied))
	switch {
	case errors.Is(err, os.ErrNotExist), err == nil && info.Size() == 0:
		return nil
	case err == nil:
		err = fmt.Errorf("close copy: %d octets are left in the log", info.Size())
	}
	return data.FailWith(err, "file.cannot_write", data.Args{"file": path})
}

// Abandon removes a copy that did not come to its end, and what lies beside it.
func Abandon(copied string) error {
	if err := os.RemoveAll(copied); err != nil {
		return data.FailWith(err, "file.cannot_write", data.Args{"file": copied})
	}
	return RemoveLog(copied)
}

// Part ends the name of a copy of a registry that is being written.
const Part = ".part"

// Unfinished are the files that programs of ours have left half made beside a registry and
// among its automatic backups, because they were killed or the power went: copies, and
// what was on its way into its place. Nothing else is among them: no file of another
// name, no link, nothing that a program is writing now. While the registry is open only
// what is older than its opening counts.
func Unfinished(registry string) []string {
	opened, _ := os.Lstat(holderPath(registry))
	var found []string
	for _, path := range beside(registry) {
		info, err := os.Lstat(path)
		if err != nil || !info.Mode().IsRegular() || opened != nil && !info.ModTime().Before(opened.ModTime()) {
			continue
		}
		if file.Abandoned(path) || isPart(path, registry) && !inUse(withoutCompanion(path)) {
			found = append(found, path)
		}
	}
	return found
}

// beside is what lies in the folder of a registry, among its automatic backups and in the
// folders there. What cannot be listed has nothing.
func beside(registry string) []string {
	var all []string
	list := func(folder string) {
		entries, _ := os.ReadDir(folder)
		for _, e := range entries {
			all = append(all, filepath.Join(folder, e.Name()))
		}
	}
	list(filepath.Dir(registry))
	first := len(all)
	list(BackupFolder(registry))
	for _, path := range all[first:] {
		list(path)
	}
	return all
}

// companions end the names of what lies beside an open registry.
var companions = []string{"-wal", "-shm", "-journal", "-open"}

// withoutCompanion is the file that a companion belongs to.
func withoutCompanion(path string) string {
	for _, c := range companions {
		path = strings.TrimSuffix(path, c)
	}
	return path
}

// IsBeside reports whether a file has the name of what the program itself keeps beside a registry while
// it is open, or while a copy is being written: nothing that anybody would open.
func IsBeside(name string) bool {
	whole := strings.TrimSuffix(withoutCompanion(name), Part)
	return whole != name && (strings.HasSuffix(whole, Extension) || strings.HasSuffix(whole, ExtensionBackup))
}

// isPart reports whether a path has the name of a copy that is being written, of this
// registry or of one with our endings, or of a companion of such a copy.
func isPart(path, registry string) bool {
	whole, is := strings.CutSuffix(withoutCompanion(path), Part)
	return is && (filepath.Base(whole) == filepath.Base(registry) || strings.HasSuffix(whole, Extension) || strings.HasSuffix(whole, ExtensionBackup))
}

// RemoveUnfinished removes what [Unfinished] finds.
func RemoveUnfinished(registry string) error {
	var failed error
	for _, path := range Unfinished(registry) {
		if err := os.Remove(path); err != nil {
			failed = errors.Join(failed, data.FailWith(err, "file.cannot_write", data.Args{"file": path}))
		}
	}
	return failed
}
