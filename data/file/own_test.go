package file

import (
	"os"
	"path/filepath"
	"testing"

	"graduand/data"
)

func TestPrintFolder(t *testing.T) {
	folder := PrintFolder(filepath.Join(t.TempDir(), "print", "deep"))
	first, err := folder.New("x.pdf")
	if err != nil {
		t.Fatal(err)
	}
	second, err := folder.New("x.pdf")
	if err != nil || first == second || filepath.Base(second) != "x.pdf" {
		t.Errorf("%s and %s, %v", first, second, err)
	}
	if err := Save(first, []byte("personal")); err != nil {
		t.Fatal(err)
	}
	t.Run("nobody else enters it", func(t *testing.T) {
		if info, err := os.Stat(filepath.Dir(first)); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%v, %v", info, err)
		}
	})
	t.Run("emptied nothing is left, and another one comes", func(t *testing.T) {
		if err := folder.Empty(); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(first); !os.IsNotExist(err) {
			t.Errorf("it is there: %v", err)
		}
		if _, err := folder.New("x.pdf"); err != nil {
			t.Error(err)
		}
	})
	t.Run("a file is in the way", func(t *testing.T) {
		way := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(way, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := PrintFolder(way).New("x"); data.CodeOf(err) != "file.cannot_write" {
			t.Error(err)
		}
	})
}

func TestProgramOnAStickKeepsItsOwnBesideIt(t *testing.T) {
	beside := t.TempDir()
	if got := portableFolder(beside); got != "" {
		t.Errorf("without the marker: %q", got)
	}
	if err := os.WriteFile(filepath.Join(beside, PortableMarker), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, want := portableFolder(beside), filepath.Join(beside, "data"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
