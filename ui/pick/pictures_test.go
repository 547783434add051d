package pick

import (
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/imaging/drawing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// picturesIn writes a good picture, a large one and what is none into a folder.
func picturesIn(t *testing.T, folder string) {
	t.Helper()
	large := drawing.JPEG(image.NewNRGBA(image.Rect(0, 0, 1200, 3000)))
	for name, content := range map[string][]byte{"a.jpg": desktest.Portrait(1), "b.jpg": large, "broken.jpg": []byte("no picture"), "scan.pdf": []byte("%PDF-1.4")} {
		write(t, filepath.Join(folder, name), string(content))
	}
}

// pictureOf is the small picture of a file in the dialog, nil while there is none.
func pictureOf(w *frame.Window, path string) image.Image {
	for _, row := range table(w).Rows() {
		if row.Key == path && row.Cells[0].Picture != nil {
			return row.Cells[0].Picture()
		}
	}
	return nil
}

// KG-027: where pictures are asked for they are seen small before one is chosen.
func TestPicturesAreSeenInThePicker(t *testing.T) {
	w, home := pc(t)
	folder := filepath.Join(home, "Documents", "Класи")
	picturesIn(t, folder)
	before := filesBelow(t, home)
	beginIn(w, folder)
	w.Files.Open("Фото", frame.Scans, func(string) {})
	frametest.Shot(t, w, "picker-pictures")
	for name, seen := range map[string]bool{"a.jpg": true, "b.jpg": true, "broken.jpg": false, "scan.pdf": false} {
		picture := pictureOf(w, filepath.Join(folder, name))
		if (picture != nil) != seen {
			t.Errorf("%s is seen: %v", name, picture != nil)
		}
		if picture != nil && max(picture.Bounds().Dx(), picture.Bounds().Dy()) > 96 {
			t.Errorf("%s has %v", name, picture.Bounds())
		}
	}
	if after := filesBelow(t, home); after != before {
		t.Errorf("%d files became %d", before, after)
	}
	w.Boxes()[0].Leave()
	w.Files.Open("Список", []string{".xlsx"}, func(string) {})
	if table(w).Pictures != 0 {
		t.Error("lists have the high rows of pictures")
	}
}

// Of a folder that was left nothing is kept, nor of the dialog, and one picture at a time is opened.
func TestPicturesGoWithTheirFolder(t *testing.T) {
	w, home := pc(t)
	folder := filepath.Join(home, "Documents", "Класи")
	picturesIn(t, folder)
	later := frametest.Delay(t, w)
	beginIn(w, folder)
	w.Files.Open("Фото", frame.Scans, func(string) {})
	later.Do(0) // the folder is read, and the first picture is begun
	if len(later.Work) != 1 {
		t.Fatalf("%d pictures are opened at once", len(later.Work))
	}
	table(w).OnBack()
	later.DoAll()
	table(w).OnOpened(folder)
	later.Do(0)
	if pictureOf(w, filepath.Join(folder, "a.jpg")) != nil {
		t.Error("the picture of a folder that was left was kept")
	}
	w.Boxes()[0].Leave()
	if later.DoAll(); len(later.Work) > 0 {
		t.Error("pictures are made for a dialog that was left")
	}
}

// filesBelow counts them, but what Fyne keeps for itself.
func filesBelow(t *testing.T, folder string) (n int) {
	t.Helper()
	err := filepath.WalkDir(folder, func(_ string, e os.DirEntry, err error) error {
		switch {
		case e.Name() == ".config":
			return filepath.SkipDir
		case !e.IsDir() && !strings.HasPrefix(e.Name(), "font_index"):
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
