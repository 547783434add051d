package photo_test

import (
	"os"
	"path/filepath"
	"testing"

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
		files, err := photo.FilesOf(chosen)
		if err != nil || len(files) != 1 || files[0].Name != "11-А/one.jpg" || files[0].In != filepath.Base(chosen) {
			t.Errorf("%s: %v, %v", chosen, files, err)
		}
	}
}
