package attack_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// The rows C3, C4 and E: who reads the disk after something was handed over, replaced or
// erased.

// traces are the files of the registry, and of its folder, in which a text stands.
func traces(t *testing.T, path string, text []byte) (found []string) {
	t.Helper()
	err := filepath.WalkDir(filepath.Dir(path), func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		if err == nil && bytes.Contains(content, text) {
			found = append(found, filepath.Base(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestForensics(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	i := intrude(t, path)
	secret := read[[]byte](i, "SELECT secret FROM access WHERE graduate = ?", s.a)
	slot := read[[]byte](i, "SELECT slot FROM access WHERE graduate = ?", s.b)
	i.leave()
	if len(traces(t, path, secret)) == 0 || len(traces(t, path, slot)) == 0 {
		t.Fatal("not found where it is")
	}
	r := enter(t, path)
	try(t, "C03 KG-015 a password that was handed over is nowhere in the file or the log while it is open", func(t *testing.T) {
		desktest.Must(r.Access.HandOver(desktest.Ctx, []string{s.a}, data.DoorOwn, "10.2.2020", ""))
		if found := traces(t, path, secret); len(found) > 0 {
			t.Errorf("in %v", found)
		}
	})
	try(t, "C04 KG-037 nor is a slot that was replaced", func(t *testing.T) {
		desktest.Must(r.Access.Change(desktest.Ctx, s.b, "украден"))
		if found := traces(t, path, slot); len(found) > 0 {
			t.Errorf("in %v", found)
		}
	})
}

func TestErased(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	r := enter(t, path)
	home := filepath.Join(t.TempDir(), "Асанова Айгуль.graduand")
	desktest.Must(r.Access.TakeHome(desktest.Ctx, s.a, home))
	_, err := r.Season.Erase(desktest.Ctx, []string{s.a}, "по просьбе")
	desktest.Must(err)
	try(t, "E01 F-16 no name of an erased graduate is left in the history", func(t *testing.T) {
		for _, e := range desktest.EventsOf(t, r, registrar.HistoryFilter{}) {
			if strings.Contains(e.Note+e.By, "Асанова") {
				t.Errorf("%s: %s %s", e.Kind, e.Note, e.By)
			}
		}
	})
}

func TestEverythingErased(t *testing.T) {
	s := theSchool()
	try(t, "E03 F-16 unfinished copies go with everything", func(t *testing.T) {
		path := copyIn(t, s.now)
		folder := registry.BackupFolder(path)
		desktest.Must(os.MkdirAll(folder, 0o700))
		for _, name := range []string{filepath.Join(folder, "2020-02-10_12-00-00_x.graduand-backup.part"), path + ".part"} {
			desktest.Must(os.WriteFile(name, s.now, 0o600))
			before := time.Now().Add(-time.Hour)
			desktest.Must(os.Chtimes(name, before, before))
		}
		r := enter(t, path)
		_, err := r.Season.Erase(desktest.Ctx, nil, "конец")
		desktest.Must(err)
		left, err := filepath.Glob(filepath.Join(folder, "*"))
		desktest.Must(err)
		if _, err := os.Stat(path + ".part"); err == nil {
			left = append(left, path+".part")
		}
		if len(left) > 0 {
			t.Errorf("left: %v", left)
		}
	})
	try(t, "E02 F-16 an erasure that a power cut has stopped is finished at the next start", func(t *testing.T) {
		path := copyIn(t, s.now)
		r := enter(t, path)
		folder := registry.BackupFolder(path)
		desktest.Must(os.MkdirAll(folder, 0o700))
		backup := filepath.Join(folder, "2020-02-10_12-00-00_x.graduand-backup")
		desktest.Must(os.WriteFile(backup, s.now, 0o600))
		// What the erasure commits, without the sweep that follows.
		err := r.Write(desktest.Ctx, registry.RightErase, nil, func(w *registry.Edit) error {
			return w.Erase([]string{s.a, s.b, s.c}, registry.EventErasedAll, "конец", true)
		})
		desktest.Must(err)
		desktest.Must(r.Close())
		if _, err := os.Stat(backup); err != nil {
			t.Fatal("swept before the cut")
		}
		desktest.Must(enter(t, path).Close())
		if _, err := os.Stat(backup); err == nil {
			t.Error("the backup with everybody is still there")
		}
	})
}
