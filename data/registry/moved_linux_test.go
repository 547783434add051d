package registry_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// D01, D02, D03: somebody deletes the open registry, a program for synchronising puts an
// older copy in its place, its folder is renamed. The next change says so and is not
// made, everything before it can be backed up, and closing saves it and says where.
func TestRegistryTakenAwayWhileOpen(t *testing.T) {
	for name, c := range map[string]struct {
		happens func(path, older string) error
		code    string
	}{
		"D01 deleted":            {func(path, _ string) error { return os.Remove(path) }, "registry.gone"},
		"D02 replaced":           {func(path, older string) error { return os.Rename(older, path) }, "registry.replaced"},
		"D03 its folder renamed": {func(path, _ string) error { return os.Rename(filepath.Dir(path), filepath.Dir(path)+" копія") }, "registry.gone"},
	} {
		t.Run(name, func(t *testing.T) {
			r := desktest.MustCreate(t, "zno-2020")
			older := filepath.Join(t.TempDir(), "older.graduand-backup")
			if _, err := r.Backup(desktest.Ctx, older); err != nil {
				t.Fatal(err)
			}
			id := desktest.MustAdd(t, r, "surname=Сорока")
			if err := c.happens(r.Path(), older); err != nil {
				t.Fatal(err)
			}
			if _, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("surname=Галка")); data.CodeOf(err) != c.code {
				t.Errorf("a change: %v", err)
			}
			saved := filepath.Join(t.TempDir(), "saved.graduand-backup")
			if _, err := r.Backup(desktest.Ctx, saved); err != nil {
				t.Errorf("saving it elsewhere: %v", err)
			}
			var rescued *data.Error
			if err := r.Close(); data.CodeOf(err) != "registry.rescued" || !errors.As(err, &rescued) {
				t.Fatalf("closing: %v", err)
			}
			for _, copied := range []string{saved, rescued.Args["copy"].(string)} {
				again, err := registrar.Restore(desktest.Ctx, copied, filepath.Join(t.TempDir(), "restored.graduand"), registrar.SignIn{}, false, desktest.Options())
				if err != nil {
					t.Fatal(err)
				}
				defer again.Close()
				g, err := again.Table.Find(id)
				if err != nil || g.Graduate.Surname != "Сорока" {
					t.Errorf("%s is %+v, %v", copied, g, err)
				}
				desktest.Sound(t, again)
			}
		})
	}
}

// D01: where nothing can be written beside it either, closing says that nothing is saved.
func TestRegistryTakenAwayWithItsDrive(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	folder := filepath.Dir(r.Path())
	if err := errors.Join(os.RemoveAll(folder), os.WriteFile(folder, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); data.CodeOf(err) != "registry.not_rescued" {
		t.Errorf("closing: %v", err)
	}
}
