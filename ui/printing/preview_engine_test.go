package printing

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/tetratelabs/wazero"
)

// An engine that starts anew, and another one beside it, take the PDFium that is compiled:
// each compilation would leave a file in the folder of the cache.
func TestPDFiumIsCompiledOnce(t *testing.T) {
	folder := t.TempDir()
	cache, err := wazero.NewCompilationCacheWithDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	former := compiled
	compiled = cache
	t.Cleanup(func() {
		compiled = former
		if err := cache.Close(t.Context()); err != nil {
			t.Error(err)
		}
	})
	for i, made := range []int{1, 0, 0} {
		if got := compilations(t, folder, func() { startAndStop(t) }); got != made {
			t.Errorf("engine %d compiled %d, want %d", i+1, got, made)
		}
	}
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

// compilations counts what work compiles, and empties the folder for the next.
func compilations(t *testing.T, folder string, work func()) int {
	t.Helper()
	work()
	files, err := filepath.Glob(filepath.Join(folder, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
	return len(files)
}
