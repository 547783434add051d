package attack_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// The rows Y: attacks on what neither table before had thought of.

func TestEventKeys(t *testing.T) {
	try(t, "Y01 with its newer keys gone the school does not go on with one that somebody who left knows", func(t *testing.T) {
		s := theStaff()
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run("DELETE FROM event_key WHERE generation > 1")
		i.leave()
		refused(t, path, replaced, byPassword(), "vault.tampered")
		r, err := examinedBy(t, path, replaced)
		desktest.Must(err)
		if _, _, err := r.SetAside(desktest.Ctx); err != nil {
			t.Fatal(err)
		}
		desktest.Must(r.Close())
		r, err = registrar.Open(desktest.Ctx, path, replaced, byPassword())
		desktest.Must(err)
		desktest.Sound(t, r)
		desktest.Must(r.Close())
		i = intrude(t, path)
		defer i.leave()
		if generation := read[int](i, "SELECT generation FROM event ORDER BY seq DESC LIMIT 1"); generation == 1 {
			t.Error("sealed with the first key")
		}
	})
	try(t, "Y01 nor with the events gone that were sealed with them", func(t *testing.T) {
		path := copyIn(t, theStaff().now)
		i := intrude(t, path)
		i.run("DELETE FROM event_key WHERE generation > 1")
		i.run("DELETE FROM event WHERE generation > 1 AND graduate = ''")
		i.leave()
		refused(t, path, replaced, byPassword(), "vault.tampered")
	})
	try(t, "Y02 one planted under the largest number can be set aside", func(t *testing.T) {
		path := copyIn(t, theSchool().now)
		i := intrude(t, path)
		i.run("INSERT INTO event_key SELECT ?, wrapped FROM event_key", int64(math.MaxInt64))
		i.leave()
		refused(t, path, registrar.SignIn{}, desktest.Options(), "vault.tampered")
		healed(t, path)
	})
	try(t, "Y02 a hundred thousand of them keep nobody waiting", func(t *testing.T) {
		path := copyIn(t, theSchool().now)
		i := intrude(t, path)
		i.run("WITH RECURSIVE n (k) AS (VALUES (2) UNION ALL SELECT k + 1 FROM n WHERE k < 100000) INSERT INTO event_key SELECT k, x'00' FROM n")
		i.leave()
		begun := time.Now()
		healed(t, path)
		if spent := time.Since(begun); spent > 10*time.Second {
			t.Errorf("it took %s", spent)
		}
	})
}

// backupOf puts a backup beside a registry, and says where.
func (s school) backupOf(path string) string {
	folder := registry.BackupFolder(path)
	desktest.Must(os.MkdirAll(folder, 0o700))
	backup := filepath.Join(folder, "2020-02-10_12-00-00_x"+registry.ExtensionBackup)
	desktest.Must(os.WriteFile(backup, s.now, 0o600))
	return backup
}

func TestBackupFolder(t *testing.T) {
	s := theSchool()
	try(t, "Y03 F-16 the signs of a pattern in the name of the folder keep no backup from being erased", func(t *testing.T) {
		folder := filepath.Join(t.TempDir(), "Школа [2020]")
		desktest.Must(os.MkdirAll(folder, 0o700))
		path := filepath.Join(folder, "school.graduand")
		desktest.Must(os.WriteFile(path, s.now, 0o600))
		backup := s.backupOf(path)
		r := enter(t, path)
		done, err := r.Season.Erase(desktest.Ctx, nil, "конец")
		desktest.Must(err)
		if _, err := os.Stat(backup); err == nil || done.Backups != 1 {
			t.Errorf("the backup with everybody is still there: %+v", done)
		}
	})
	try(t, "Y03 nor its end from being compared", func(t *testing.T) {
		folder := filepath.Join(t.TempDir(), "Школа [2020]")
		desktest.Must(os.MkdirAll(folder, 0o700))
		path := filepath.Join(folder, "school.graduand")
		desktest.Must(os.WriteFile(path, s.old, 0o600))
		s.backupOf(path)
		named(t, path, "anchor")
	})
}

func TestPlantedBackups(t *testing.T) {
	s := theSchool()
	thesis := filepath.Join(t.TempDir(), "Диссертация.txt")
	desktest.Must(os.WriteFile(thesis, []byte("own words"), 0o600))
	try(t, "Y04 the erasure overwrites nothing to which a planted backup leads", func(t *testing.T) {
		path := copyIn(t, s.now)
		planted := strings.Replace(s.backupOf(path), "_x", "_y", 1)
		if err := os.Symlink(thesis, planted); err != nil {
			t.Skip(err) // Windows lets not everybody
		}
		r := enter(t, path)
		_, err := r.Season.Erase(desktest.Ctx, nil, "конец")
		desktest.Must(err)
		if _, err := os.Lstat(planted); err == nil {
			t.Error("the link is still there")
		}
		if got := desktest.MustRead(t, thesis); string(got) != "own words" {
			t.Errorf("got %q", got)
		}
	})
	try(t, "Y04 nor does a folder planted among them keep the others from it", func(t *testing.T) {
		path := copyIn(t, s.now)
		backup := s.backupOf(path)
		desktest.Must(os.MkdirAll(filepath.Join(strings.Replace(backup, "_x", "_y", 1), "inner"), 0o700))
		r := enter(t, path)
		_, err := r.Season.Erase(desktest.Ctx, nil, "конец")
		desktest.Must(err)
		if _, err := os.Stat(backup); err == nil {
			t.Error("the backup is still there")
		}
	})
}

func TestPlantedAnchors(t *testing.T) {
	s := theSchool()
	try(t, "Y12 twenty planted backups that lead to the file itself keep nobody waiting", func(t *testing.T) {
		path := copyIn(t, s.now)
		backup := s.backupOf(path)
		for k := range 20 {
			if err := os.Link(path, strings.Replace(backup, "_x", fmt.Sprint("_y", k), 1)); err != nil {
				t.Skip(err)
			}
		}
		begun := time.Now()
		sound(t, path)
		if spent := time.Since(begun); spent > 10*time.Second {
			t.Errorf("the doctor took %s", spent)
		}
	})
}

func TestRestoredFromTheBackup(t *testing.T) {
	s := theSchool()
	restore := func(t *testing.T, backup, to string, anyway bool) *registrar.Registrar {
		r, err := registrar.Restore(desktest.Ctx, backup, to, registrar.SignIn{}, anyway, desktest.Options())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { r.Close() })
		return r
	}
	try(t, "Y14 a log of an older copy planted where the backup will be restored is not taken for the backup", func(t *testing.T) {
		older, to := copyIn(t, s.old), filepath.Join(t.TempDir(), "restored.graduand")
		i := intrude(t, older)
		i.define("PRAGMA journal_mode=WAL")
		i.define("PRAGMA wal_autocheckpoint=0")
		i.define("VACUUM")
		desktest.Must(os.WriteFile(to+".part-wal", desktest.MustRead(t, older+"-wal"), 0o600))
		i.leave()
		r := restore(t, copyIn(t, s.now), to, false)
		if street := desktest.MustFind(t, r, s.a).Get("street"); street != "Вторая" {
			t.Errorf("street %s", street)
		}
	})
	try(t, "Y14 nor is one left beside a backup that is made, for whoever opens that", func(t *testing.T) {
		backup := filepath.Join(t.TempDir(), "copy"+registry.ExtensionBackup)
		desktest.Must(os.WriteFile(backup+"-wal", s.old, 0o600))
		_, err := enter(t, copyIn(t, s.now)).Backup(desktest.Ctx, backup)
		desktest.Must(err)
		if _, err := os.Stat(backup + "-wal"); err == nil {
			t.Error("it is there")
		}
	})
	try(t, "Y15 a photo that is said to lie elsewhere makes no backup useless", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run("UPDATE attachment SET apart = x'00'")
		i.leave()
		desktest.Sound(t, restore(t, path, filepath.Join(t.TempDir(), "restored.graduand"), false))
	})
	try(t, "Y15 a photo that is gone is gone alone, for who restores the rest anyway", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run("UPDATE attachment SET apart = x'00', body = x''")
		i.leave()
		r := restore(t, path, filepath.Join(t.TempDir(), "restored.graduand"), true)
		if n := r.Table.Count(); n != 3 {
			t.Errorf("%d graduates of 3", n)
		}
	})
}
