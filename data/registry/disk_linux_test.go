package registry_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"graduand/data"
	"graduand/data/drivetest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

func TestNothingIsMadeInAFolderThatCannotBeWritten(t *testing.T) {
	folder := t.TempDir()
	if err := errors.Join(os.Chmod(folder, 0o555), os.Chmod(filepath.Dir(folder), 0o755)); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, 0o700)
	c, err := registrar.Campaign("zno-2020", nil)
	if err != nil {
		t.Fatal(err)
	}
	drivetest.AsNobody(t, func() {
		_, err := registrar.Create(desktest.Ctx, filepath.Join(folder, "new.graduand"), c, data.School{Name: "Ліцей"}, registrar.Founder{}, desktest.Options())
		if data.CodeOf(err) != "registry.cannot_create" {
			t.Errorf("create: %v", err)
		}
		if err := registrar.SaveFile(filepath.Join(folder, "x.pdf"), []byte("x")); data.CodeOf(err) != "file.cannot_write" {
			t.Errorf("save: %v", err)
		}
	})
}

// TestDiskFull fills a disk of 3 MB to the brim. Where the tests may not mount one, the
// test of data/sqlite, which lets SQLite run full, stands for it.
func TestDiskFull(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=3m"); err != nil {
		t.Skipf("no small disk can be mounted here: %v", err)
	}
	defer syscall.Unmount(disk, syscall.MNT_DETACH)
	c, err := registrar.Campaign("zno-2020", nil)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(disk, "school.graduand")
	r, err := registrar.Create(desktest.Ctx, path, c, data.School{Name: "Ліцей"}, registrar.Founder{Name: "t"}, desktest.Options())
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for full := false; !full; {
		id, err := r.Table.Add(desktest.Ctx, append(desktest.Assigns("surname=Сорока"), longForm()...), true)
		switch full = err != nil; {
		case err == nil:
			kept = append(kept, id)
		case data.CodeOf(err) != "registry.disk_full":
			t.Fatalf("a full disk says %v", err)
		}
	}
	if len(kept) < 3 {
		t.Fatalf("only %d were written", len(kept))
	}
	t.Run("F-15 a backup finds no room and says so", func(t *testing.T) {
		if _, err := r.Backup(desktest.Ctx, filepath.Join(disk, "copy"+registrar.ExtensionBackup)); data.CodeOf(err) != "registry.no_room" {
			t.Errorf("got %v", err)
		}
		if err := registrar.SaveFile(filepath.Join(disk, "x.pdf"), make([]byte, 4<<20)); data.CodeOf(err) != "file.cannot_write" {
			t.Errorf("save: %v", err)
		}
	})
	t.Run("F-21 the next year finds no room, says so, and leaves nothing", func(t *testing.T) {
		before, _ := os.ReadDir(disk)
		_, err := r.Season.BeginNextYear(desktest.Ctx, filepath.Join(disk, "next.graduand"), c)
		if code := data.CodeOf(err); code != "registry.disk_full" && code != "registry.no_room" {
			t.Errorf("got %v", err)
		}
		if after, _ := os.ReadDir(disk); len(after) != len(before) {
			t.Errorf("left %v, were %v", after, before)
		}
		// Elsewhere there is room for it, but here perhaps none for the event that tells of it.
		elsewhere := t.TempDir()
		_, err = r.Season.BeginNextYear(desktest.Ctx, filepath.Join(elsewhere, "next.graduand"), c)
		if files, _ := os.ReadDir(elsewhere); err != nil && len(files) > 0 {
			t.Errorf("%v, and left %v", err, files)
		}
	})
	t.Run("what was acknowledged is there, and the work goes on elsewhere", func(t *testing.T) {
		if rows, err := r.Table.List(registrar.Filter{}); err != nil || len(rows) != len(kept) {
			t.Errorf("%d rows of %d, %v", len(rows), len(kept), err)
		}
		if _, err := r.Backup(desktest.Ctx, filepath.Join(t.TempDir(), "copy"+registrar.ExtensionBackup)); data.CodeOf(err) != "" && data.CodeOf(err) != "registry.disk_full" {
			t.Errorf("backup elsewhere: %v", err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		again, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options())
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		for _, id := range kept {
			if _, err := again.Table.Find(id); err != nil {
				t.Errorf("%s is lost: %v", id, err)
			}
		}
		desktest.Sound(t, again)
	})
}

// longForm fills many fields to what they bear.
func longForm() []registrar.Assign {
	var values []registrar.Assign
	for _, field := range []string{"street", "region", "district", "settlement", "house", "flat"} {
		values = append(values, registrar.Assign{Field: field, Value: strings.Repeat("довге слово ", 80)})
	}
	return values
}
