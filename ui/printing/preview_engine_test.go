package printing

import (
	"image/color"
	"os"
	"path/filepath"
	"testing"

	"github.com/tetratelabs/wazero"

	"graduand/data/keeptest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/printing/internal/compiled"
)

// An engine that starts anew, and another one beside it, take the PDFium that is compiled.
// The first takes it from a folder; with the files gone each compilation would leave one.
func TestPDFiumIsCompiledOnce(t *testing.T) {
	folder := keptCompiled(t)
	startAndStop(t)
	for _, file := range filesIn(t, folder) {
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 2 {
		startAndStop(t)
		if left := filesIn(t, folder); len(left) > 0 {
			t.Fatalf("engine %d compiled PDFium once more: %v", i+2, left)
		}
	}
}

// What the engines run is what was compiled: where that is spoilt, none starts.
func TestPDFiumIsTakenAsCompiled(t *testing.T) {
	for _, file := range filesIn(t, keptCompiled(t)) {
		if err := os.Truncate(file, 100); err != nil {
			t.Fatal(err)
		}
	}
	engine := &pdfiumEngine{}
	if err := engine.start(); err == nil {
		t.Error("the engine did not look for what was compiled")
	}
}

// keptCompiled lets the engines of a test take PDFium from a folder of its own, where it
// lies as it was compiled.
func keptCompiled(t *testing.T) (folder string) {
	t.Helper()
	if len(filesIn(t, keeptest.Folder("pdfium"))) == 0 {
		startAndStop(t)
	}
	folder = t.TempDir()
	for _, file := range filesIn(t, keeptest.Folder("pdfium")) {
		copyFile(t, file, filepath.Join(folder, filepath.Base(filepath.Dir(file)), filepath.Base(file)))
	}
	cache, err := wazero.NewCompilationCacheWithDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	former := compiled.Cache
	compiled.Cache = cache
	t.Cleanup(func() {
		compiled.Cache = former
		if err := cache.Close(t.Context()); err != nil {
			t.Error(err)
		}
	})
	if len(filesIn(t, folder)) == 0 {
		// Nothing outlives a run here.
		startAndStop(t)
	}
	return folder
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// filesIn are the finished files of a folder of a cache.
func filesIn(t *testing.T, folder string) (finished []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if filepath.Ext(file) != ".tmp" {
			finished = append(finished, file)
		}
	}
	return finished
}

func startAndStop(t *testing.T) {
	t.Helper()
	engine := &pdfiumEngine{}
	if err := engine.start(); err != nil {
		t.Fatal(err)
	}
	if err := engine.stop(); err != nil {
		t.Fatal(err)
	}
}

func TestPreviewByPDFium(t *testing.T) {
	t.Cleanup(func() {
		if err := ClosePreview(); err != nil {
			t.Error(err)
		}
	})
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	w.Go(frame.Route{Screen: frame.Printing})
	frametest.MustSee(t, w, "1 з 4")
	s := printOf(w)
	picture := s.preview.sheet.picture
	if got := picture.Bounds().Dx(); float32(got) != s.preview.sheet.size.Width {
		t.Errorf("a page of %v is drawn %d wide", s.preview.sheet.size, got)
	}
	dark := 0
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if g := color.GrayModel.Convert(picture.At(x, y)).(color.Gray); g.Y < 128 {
				dark++
			}
		}
	}
	if all := picture.Bounds().Dx() * picture.Bounds().Dy(); dark < all/200 || dark > all/4 {
		t.Errorf("%d of %d dots are dark", dark, all)
	}
	s.preview.onForward()
	if s.preview.sheet.picture == picture {
		t.Error("the second page is the first")
	}
	if err := ClosePreview(); err != nil {
		t.Error(err)
	}
	s.audience.SetSelectedIndex(1)
	frametest.MustSee(t, w, "1 з ")
	t.Run("what is no PDF", func(t *testing.T) {
		if _, err := sharedEngine.Pages([]byte("no PDF")); err == nil {
			t.Error("it opened")
		}
		if sizes, err := sharedEngine.Pages(s.preview.pdf); err != nil || len(sizes) == 0 {
			t.Errorf("after a failure a good PDF has %d pages: %v", len(sizes), err)
		}
	})
}
