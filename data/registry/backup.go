package registry

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/sqlite"
)

// ExtensionBackup ends the name of a backup.
const ExtensionBackup = sqlite.ExtensionBackup

// KeptBackups is how many automatic backups are kept beside a registry.
const KeptBackups = 10

// Backup writes a copy of the whole registry, sealed as it is, to a new file: who
// restores it needs a password or the paper code. It is checked before it gets its
// name.
func (r *Registry) Backup(ctx context.Context, path string) error {
	return r.Write(ctx, RightBackup, Signals{HistoryGrew}, func(w *Edit) error { return w.Backup(path) })
}

// Backup is [Registry.Backup].
func (w *Edit) Backup(path string) error {
	if err := w.copyTo(w.ctx, path); err != nil {
		return err
	}
	// The copy is there: the history must know it, cancelled or not.
	return w.update(context.WithoutCancel(w.ctx), func(c *Change) error {
		return c.Note(EventBackedUp, EventBody{Note: filepath.Base(path)})
	})
}

// copyTo writes a compact copy beside its place, examines it, and puts it there. An
// earlier backup of that name stays until then; any other file is left alone.
func (v *View) copyTo(ctx context.Context, path string) error {
	if SameFile(path, v.db.Path()) {
		return data.Fail("print.over_registry", data.Args{"file": filepath.Base(path)})
	}
	if _, err := os.Stat(path); err == nil && !strings.EqualFold(filepath.Ext(path), ExtensionBackup) {
		return data.Fail("registry.exists", data.Args{"file": filepath.Base(path)})
	}
	if err := v.db.RoomFor(path); err != nil {
		return err
	}
	temporary := path + ".part"
	if err := os.Remove(temporary); err != nil && !errors.Is(err, os.ErrNotExist) {
		return data.FailWith(err, "file.cannot_write", data.Args{"file": path})
	}
	if err := v.db.CopyTo(ctx, temporary); err != nil {
		return errors.Join(err, os.RemoveAll(temporary))
	}
	if err := v.inspectCopy(ctx, temporary); err != nil {
		return errors.Join(err, os.RemoveAll(temporary))
	}
	if err := settleFile(temporary, path); err != nil {
		return data.FailWith(errors.Join(err, os.RemoveAll(temporary)), "file.cannot_write", data.Args{"file": path})
	}
	return nil
}

// settleFile makes a finished file durable and only the user's own, and gives it its
// name.
func settleFile(temporary, path string) error {
	f, err := os.OpenFile(temporary, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Chmod(0o600), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(temporary, path)
}

// inspectCopy opens every record of a copy with the keys of this registry.
func (v *View) inspectCopy(ctx context.Context, path string) error {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	o := v.options
	o.Key = v.keys.school
	c := &View{db: db, options: o}
	err = c.open(ctx, SignIn{})
	if err == nil {
		var ills []Ill
		if ills, err = c.examine(ctx); err == nil && len(ills) > 0 {
			err = data.FailWith(fmt.Errorf("%v", ills), "backup.unsound", nil)
		}
	}
	c.keys.wipe()
	return errors.Join(err, db.Close())
}

// KeepBackup makes an automatic backup in the folder beside the registry, and takes
// the oldest away when there are more than KeptBackups.
func (w *Edit) KeepBackup(why string) (path string, err error) {
	folder := BackupFolder(w.Path())
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", data.FailWith(err, "file.cannot_write", data.Args{"file": folder})
	}
	path = filepath.Join(folder, w.Now().Format("2006-01-02_15-04-05")+"_"+why+ExtensionBackup)
	if err := w.copyTo(w.ctx, path); err != nil {
		return "", err
	}
	if err := setApart(w.ctx, path); err != nil {
		return "", err
	}
	return path, thin(folder)
}

// apartFolder is where the photos and scans of kept backups lie, each once however many
// backups have it.
const apartFolder = "attachments"

// setApart takes photos and scans out of a kept backup. Which they are, a list beside
// the backup says; a backup without any has none.
func setApart(ctx context.Context, path string) (err error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	names, err := db.SetApart(ctx, filepath.Join(filepath.Dir(path), apartFolder))
	if err != nil || len(names) == 0 {
		return err
	}
	return SaveFile(path+listSuffix, []byte(strings.Join(names, "\n")))
}

const listSuffix = ".list"

// BackupFolder is where the automatic backups of a registry lie.
func BackupFolder(registry string) string { return sqlite.BackupFolder(registry) }

// thin keeps the newest automatic backups; their names begin with their time.
func thin(folder string) error {
	kept, err := filepath.Glob(filepath.Join(folder, "*"+ExtensionBackup))
	if err != nil {
		return fmt.Errorf("list backups: %w", err)
	}
	slices.Sort(kept)
	for len(kept) > KeptBackups {
		if err := errors.Join(os.Remove(kept[0]), os.RemoveAll(kept[0]+listSuffix)); err != nil {
			return data.FailWith(err, "file.cannot_write", data.Args{"file": kept[0]})
		}
		kept = kept[1:]
	}
	return sweepApart(folder, kept)
}

// sweepApart removes the photos and scans that no kept backup needs.
func sweepApart(folder string, kept []string) error {
	needed := map[string]bool{}
	for _, path := range kept {
		list, err := os.ReadFile(path + listSuffix)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return data.FailWith(err, "file.cannot_read", data.Args{"file": path + listSuffix})
		}
		for _, name := range strings.Fields(string(list)) {
			needed[name] = true
		}
	}
	lying, err := filepath.Glob(filepath.Join(folder, apartFolder, "*"))
	if err != nil {
		return fmt.Errorf("list attachments of backups: %w", err)
	}
	for _, path := range lying {
		if needed[filepath.Base(path)] {
			continue
		}
		if err := os.Remove(path); err != nil {
			return data.FailWith(err, "file.cannot_write", data.Args{"file": path})
		}
	}
	return nil
}
