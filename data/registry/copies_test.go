package registry_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

func TestTheCopyOfTheDay(t *testing.T) {
	now := desktest.Noon
	r := desktest.MustCreate(t, "zno-2020")
	r.Options().Now = func() time.Time { return now }
	desktest.MustAdd(t, r, "surname=Сорока", "given_name=Яна")
	folder := registrar.BackupFolder(r.Path())
	keep := func() string {
		t.Helper()
		path, err := r.Season.KeepDaily(desktest.Ctx)
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	t.Run("F-15 is made once, whatever the reason of the one before", func(t *testing.T) {
		first := keep()
		if filepath.Dir(first) != folder || filepath.Base(first) != "2020-02-10_14-00-00.graduand-backup" || keep() != "" {
			t.Errorf("kept %s, and again", first)
		}
		if copies, err := r.Season.Copies(desktest.Ctx); err != nil || len(copies.Kept) != 1 || copies.Kept[0].Path != first || !copies.Last.Equal(now) {
			t.Errorf("%+v, %v", copies, err)
		}
		now = now.AddDate(0, 0, 1)
		if keep() == "" {
			t.Error("none on the next day")
		}
	})
	t.Run("F-15 pushes away no copy that has a reason", func(t *testing.T) {
		now = now.AddDate(0, 0, 1)
		reason, err := r.KeepBackup(desktest.Ctx, "former")
		if err != nil {
			t.Fatal(err)
		}
		for range registry.KeptBackups + 3 {
			now = now.AddDate(0, 0, 1)
			keep()
		}
		all, err := filepath.Glob(filepath.Join(folder, "*"+registrar.ExtensionBackup))
		if err != nil || len(all) != registry.KeptBackups+1 {
			t.Errorf("%d are kept, %v", len(all), err)
		}
		if _, err := os.Stat(reason); err != nil {
			t.Errorf("the one with a reason is gone: %v", err)
		}
	})
	t.Run("F-15 is named in the window's language, beside what an English one has", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		r.Speak("uk")
		own := strings.TrimSuffix(r.Path(), filepath.Ext(r.Path())) + "-копії"
		path, err := r.KeepBackup(desktest.Ctx, registry.StateClosed)
		if err != nil || path != filepath.Join(own, "2020-02-10_14-00-00_завершено.graduand-backup") || registrar.BackupFolder(r.Path()) != own {
			t.Errorf("kept %s, %v", path, err)
		}
		r.Speak("ky")
		if path, err := r.KeepBackup(desktest.Ctx, registry.StateMoved); err != nil || path != filepath.Join(own, "2020-02-10_14-00-00_көчүрүлдү.graduand-backup") {
			t.Errorf("another language makes another folder: %s, %v", path, err)
		}
		if copies, err := r.Season.Copies(desktest.Ctx); err != nil || len(copies.Kept) != 2 {
			t.Errorf("%+v, %v", copies, err)
		}
		former := strings.TrimSuffix(r.Path(), filepath.Ext(r.Path())) + "-backups"
		if err := os.Rename(own, former); err != nil {
			t.Fatal(err)
		}
		if copies, err := r.Season.Copies(desktest.Ctx); err != nil || len(copies.Kept) != 2 || filepath.Dir(copies.Kept[0].Path) != former {
			t.Errorf("the folder of an earlier program is not found: %+v, %v", copies, err)
		}
	})
	t.Run("F-15 of a demonstration there is none", func(t *testing.T) {
		o := desktest.Options()
		o.Demo = true
		demo := desktest.MustCreateWith(t, "zno-2020", o)
		if path, err := demo.Season.KeepDaily(desktest.Ctx); path != "" || err != nil {
			t.Errorf("%s, %v", path, err)
		}
	})
}

func TestWhoHasNoCopyElsewhereIsReminded(t *testing.T) {
	now := desktest.Noon
	r := desktest.MustCreate(t, "zno-2020")
	r.Options().Now = func() time.Time { return now }
	late := func() bool {
		t.Helper()
		copies, err := r.Season.Copies(desktest.Ctx)
		if err != nil {
			t.Fatal(err)
		}
		return copies.Late
	}
	days := func(n int) { now = now.AddDate(0, 0, n) }
	desktest.MustAdd(t, r, "surname=Сорока", "given_name=Яна")
	days(7)
	if late() {
		t.Error("F-15 reminded in the first week")
	}
	days(1)
	if _, err := r.Season.KeepDaily(desktest.Ctx); err != nil || !late() {
		t.Errorf("F-15 not reminded after it; %v", err)
	}
	copyTo := func(folder string) {
		t.Helper()
		if _, err := r.Backup(desktest.Ctx, filepath.Join(folder, "copy"+registrar.ExtensionBackup)); err != nil {
			t.Fatal(err)
		}
	}
	copyTo(t.TempDir())
	copies, err := r.Season.Copies(desktest.Ctx)
	if err != nil || !copies.Made.Equal(now) || copies.Name != "copy.graduand-backup" || !copies.Late {
		t.Errorf("F-15 after a copy on the same disk: %+v, %v", copies, err)
	}
	copyTo(otherDisk(t))
	if late() {
		t.Error("F-15 reminded after a copy to another disk")
	}
	days(30)
	if late() {
		t.Error("F-15 reminded though nothing has changed since")
	}
	desktest.MustAdd(t, r, "surname=Дзюба", "given_name=Іван")
	if !late() {
		t.Error("F-15 not reminded of what has changed")
	}
}

// otherDisk is a folder on another disk than that of the tests.
func otherDisk(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "graduand-test-")
	if err != nil {
		t.Skip("there is no other disk")
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	return folder
}
