package photo_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
)

// KG-055: a folder may be chosen by a link to it; links in it are not followed, for they may lead
// out of it or around in it.
func TestFilesOfALinkedFolder(t *testing.T) {
	folder := t.TempDir()
	real, link := filepath.Join(folder, "real"), filepath.Join(folder, "link")
	desktest.Must(os.MkdirAll(filepath.Join(real, "11-А"), 0o700))
	desktest.Must(os.WriteFile(filepath.Join(real, "11-А", "one.jpg"), nil, 0o600))
	if err := os.Symlink(real, link); err != nil {
		t.Skip("this system makes no links: ", err)
	}
	desktest.Must(os.Symlink(real, filepath.Join(real, "around")))
	for _, chosen := range []string{real, link, link + string(filepath.Separator)} {
		files, err := photo.FilesOf(t.Context(), chosen)
		if err != nil || len(files) != 1 || files[0].Name != "11-А/one.jpg" || files[0].In != filepath.Base(chosen) {
			t.Errorf("%s: %v, %v", chosen, files, err)
		}
	}
}

// buried puts a folder so deep below another that its whole path is longer than the system reads,
// which keeps out everybody, whatever rights they have; its name is told.
func buried(t testing.TB, folder string) string {
	t.Helper()
	name, part := "", strings.Repeat("g", 200)
	root, err := os.OpenRoot(folder)
	desktest.Must(err)
	for len(name) < 5000 {
		desktest.Must(root.Mkdir(part, 0o700))
		next, err := root.OpenRoot(part)
		desktest.Must(errors.Join(err, root.Close()))
		root, name = next, filepath.Join(name, part)
	}
	desktest.Must(root.Close())
	return name
}

// KG-055: one folder that cannot be read keeps nothing else out, and is named with the files; so does
// one of several folders that is gone by now.
func TestAFolderThatCannotBeRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths may be of any length")
	}
	r, _ := started(t)
	folder := t.TempDir()
	desktest.Must(os.MkdirAll(filepath.Join(folder, "11-А"), 0o700))
	desktest.Must(os.WriteFile(filepath.Join(folder, "11-А", "Асанова Айгуль.jpg"), desktest.GoodPortrait(), 0o600))
	deep := buried(t, folder)
	files, err := photo.FilesOf(t.Context(), folder)
	desktest.Must(err)
	all := matched(t, r, files)
	if p := all["11-А/Асанова Айгуль.jpg"]; len(all) != 2 || p.Outcome != photo.Sure {
		t.Fatalf("%d files, and the one that can be read is %q", len(all), p.Outcome)
	}
	for name, p := range all {
		if name != "11-А/Асанова Айгуль.jpg" && (p.Outcome != photo.Refused || p.Why != "photo.unread_folder" || !strings.HasPrefix(deep, name)) {
			t.Errorf("%.20s…: %s because of %s", name, p.Outcome, p.Why)
		}
	}
	files, err = photo.FilesIn(t.Context(), []string{filepath.Join(folder, "11-А"), filepath.Join(folder, "11-Б")})
	if err != nil || len(files) != 2 {
		t.Fatalf("%v, %v", files, err)
	}
	if p := matched(t, r, files)["11-Б"]; p.Outcome != photo.Refused || p.Why != "file.cannot_read" {
		t.Errorf("%+v", p)
	}
	t.Run("what somebody says of it does not make it a file", func(t *testing.T) {
		for name, p := range all {
			again, err := r.Photo.Settle(desktest.Ctx, []photo.Proposal{p}, map[string]photo.Settled{name: {}})
			if p.Outcome == photo.Refused && (registrar.CodeOf(err) != "photo.whose" || len(again) > 0) {
				t.Errorf("%+v, %v", again, err)
			}
		}
	})
}
