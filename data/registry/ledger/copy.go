package ledger

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/file"
	"graduand/data/sqlite"
)

// ExtensionBackup ends the name of a backup.
const ExtensionBackup = sqlite.ExtensionBackup

// KeptBackups is how many automatic backups are kept beside a registry: of those of the
// days, and of those made before something else that cannot be taken back.
const KeptBackups = 10

// Examination says what is wrong with an open ledger, contents and all.
type Examination func(context.Context, *Ledger) ([]Ill, error)

// CopyTo writes a compact copy beside its place, examines it, and puts it there. An
// earlier backup of that name stays until then; any other file is left alone. What is ill
// in the registry itself is so in the copy, and returned; a copy in which anything else
// is, is backup.unsound.
func (l *Ledger) CopyTo(ctx context.Context, path string, examine Examination) ([]Ill, error) {
	if file.Same(path, l.Path()) {
		return nil, data.Fail("print.over_registry", data.Args{"file": filepath.Base(path)})
	}
	if _, err := os.Stat(path); err == nil && !strings.EqualFold(filepath.Ext(path), ExtensionBackup) {
		return nil, data.Fail("registry.exists", data.Args{"file": filepath.Base(path)})
	}
	if err := l.db.RoomFor(path); err != nil {
		return nil, err
	}
	temporary := path + sqlite.Part
	if err := os.Remove(temporary); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, data.FailWith(err, "file.cannot_write", data.Args{"file": path})
	}
	ills, err := l.copyAside(ctx, temporary, examine)
	if err == nil {
		err = errors.Join(sqlite.RemoveLog(path), sqlite.Place(temporary, path))
	}
	if err != nil {
		return nil, errors.Join(err, sqlite.Abandon(temporary))
	}
	return ills, nil
}

func (l *Ledger) copyAside(ctx context.Context, temporary string, examine Examination) ([]Ill, error) {
	err := l.db.CopyTo(ctx, temporary)
	if data.CodeOf(err) == "registry.damaged" {
		return l.copySound(ctx, temporary, examine)
	}
	if err == nil {
		err = l.mendCopy(ctx, temporary)
	}
	if err != nil {
		return nil, err
	}
	ills, err := l.inspectCopy(ctx, temporary, examine)
	if err != nil || len(ills) == 0 {
		return nil, err
	}
	own, err := examine(ctx, l)
	if err != nil {
		return nil, err
	}
	for _, ill := range ills {
		if !slices.ContainsFunc(own, func(known Ill) bool { return fmt.Sprint(known) == fmt.Sprint(ill) }) {
			return nil, data.FailWith(fmt.Errorf("%v", ill), "backup.unsound", nil)
		}
	}
	return ills, nil
}

// copySound copies what can be read of a file in which pages are spoilt. What is missing in
// the copy is ill in it.
func (l *Ledger) copySound(ctx context.Context, temporary string, examine Examination) ([]Ill, error) {
	if err := os.RemoveAll(temporary); err != nil {
		return nil, data.FailWith(err, "file.cannot_write", data.Args{"file": temporary})
	}
	if err := l.db.CopySound(ctx, temporary); err != nil {
		return nil, err
	}
	if err := l.mendCopy(ctx, temporary); err != nil {
		return nil, err
	}
	return l.inspectCopy(ctx, temporary, examine)
}

// mendCopy writes the texts that the program has put in the place of lost ones into a copy.
func (l *Ledger) mendCopy(ctx context.Context, path string) (err error) {
	if len(l.back) == 0 {
		return nil
	}
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return db.Update(ctx, func(tx *sqlite.Tx) error {
		for _, name := range l.back {
			s := l.settings[name]
			if err := errors.Join(tx.DropSetting(name), tx.PutSetting(sqlite.Record{ID: name, Rev: s.rev, Body: s.body})); err != nil {
				return err
			}
		}
		return nil
	})
}

// inspectCopy opens everything in a copy with the keys of this registry.
func (l *Ledger) inspectCopy(ctx context.Context, path string, examine Examination) (ills []Ill, err error) {
	o := l.options
	o.Examine = true
	f, err := openCopy(ctx, path, o)
	if err != nil {
		return nil, err
	}
	c, err := f.ByKey(ctx, l.keys.school)
	if err != nil {
		return nil, closing(err, f)
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	return examine(ctx, c)
}

// KeepBackup makes an automatic backup in the folder beside the registry, and takes
// the oldest away when there are more than KeptBackups. Its name says when it was made,
// why ("" for that a day has passed), and whether anything was ill in it, in the language;
// so is a folder named that is not there yet.
func (l *Ledger) KeepBackup(ctx context.Context, name, why, language string, examine Examination) (path string, err error) {
	if why != "" {
		name += "_" + sqlite.BackupWord(language, why)
	}
	folder := sqlite.BackupFolderIn(l.Path(), language)
	if err := file.MakeFolder(folder); err != nil {
		return "", err
	}
	path = filepath.Join(folder, name+ExtensionBackup)
	ills, err := l.CopyTo(ctx, path, examine)
	if err != nil {
		return "", err
	}
	if len(ills) > 0 {
		named := filepath.Join(folder, name+illMark(language)+ExtensionBackup)
		if err := file.Settle(path, named); err != nil {
			return "", err
		}
		path = named
	}
	if err := errors.Join(setApart(ctx, path, language), sqlite.Whole(path, path)); err != nil {
		return "", errors.Join(err, sqlite.Abandon(path))
	}
	return path, thin(folder)
}

// illMark stands in the name of an automatic backup in which something is ill.
func illMark(language string) string { return "_" + sqlite.BackupWord(language, sqlite.WordIll) }

// isIll knows the name of such a backup, whatever the language.
func isIll(path string) bool {
	return slices.ContainsFunc(sqlite.EveryBackupWord(sqlite.WordIll), func(word string) bool {
		return strings.HasSuffix(path, "_"+word+ExtensionBackup)
	})
}

// setApart takes photos and scans out of a kept backup: they lie in a folder beside it, each
// once however many backups have it. Which they are, a list beside the backup says; a backup
// without any has none. A folder that is not there yet is named in the language.
func setApart(ctx context.Context, path, language string) (err error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	names, err := db.SetApart(ctx, sqlite.ApartFolderIn(filepath.Dir(path), language))
	if err != nil || len(names) == 0 {
		return err
	}
	return file.Save(path+listSuffix, []byte(strings.Join(names, "\n")))
}

const listSuffix = ".list"

// maximumList bounds what is read as a list, in octets: of a quarter of a million photos.
const maximumList = 16 << 20

// BackupFolder is where the automatic backups of a registry lie.
func BackupFolder(registry string) string { return sqlite.BackupFolder(registry) }

// thin keeps the newest automatic backups; their names begin with their time. Those of the
// days push away none that was made for a reason, which its name says.
func thin(folder string) error {
	all, err := keptBackups(folder)
	if err != nil {
		return err
	}
	var kept []string
	for _, reason := range []bool{false, true} {
		some := slices.DeleteFunc(slices.Clone(all), func(path string) bool { return ofTheDay.MatchString(filepath.Base(path)) == reason })
		for ; len(some) > KeptBackups; some = some[1:] {
			if err := errors.Join(os.Remove(some[0]), os.RemoveAll(some[0]+listSuffix)); err != nil {
				return data.FailWith(err, "file.cannot_write", data.Args{"file": some[0]})
			}
		}
		kept = append(kept, some...)
	}
	return sweepApart(folder, kept)
}

// ofTheDay are the names of backups that have no other reason than that a day has passed.
var ofTheDay = regexp.MustCompile(`^[-0-9_]+(?:_(?:` + strings.Join(sqlite.EveryBackupWord(sqlite.WordIll), "|") + `))?` + regexp.QuoteMeta(ExtensionBackup) + `$`)

// Kept are the automatic backups of a registry, the oldest first.
func Kept(registry string) ([]string, error) { return keptBackups(BackupFolder(registry)) }

// keptBackups are the automatic backups in a folder, the oldest first.
func keptBackups(folder string) ([]string, error) { return filesIn(folder, ExtensionBackup) }

// filesIn are the paths in a folder with this ending that lead to no other folder, in the
// order of their names; none where there is no folder. The folder's own name is no pattern:
// «Школа [2020]» is an ordinary one.
func filesIn(folder, ending string) (paths []string, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, data.FailWith(err, "registry.no_folder", data.Args{"folder": folder})
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ending) && !e.IsDir() {
			paths = append(paths, filepath.Join(folder, e.Name()))
		}
	}
	return paths, nil
}

// sweepApart removes the photos and scans that no kept backup needs.
func sweepApart(folder string, kept []string) error {
	needed := map[string]bool{}
	for _, path := range kept {
		list, err := file.Read(path+listSuffix, maximumList)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		for _, name := range strings.Fields(string(list)) {
			needed[name] = true
		}
	}
	lying, err := filesIn(sqlite.ApartFolder(folder), "")
	if err != nil {
		return err
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

// IsBeside reports whether a file is one of the program's own beside a registry: see [sqlite.IsBeside].
func IsBeside(name string) bool { return sqlite.IsBeside(name) }
