package store_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"graduand/data"
	"graduand/data/centre/store"
)

func TestStore(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "store")
	s := store.At(folder, ".zip.age")
	keep := func(content string) string {
		t.Helper()
		staged, err := s.Stage(strings.NewReader(content), 100)
		if err != nil {
			t.Fatal(err)
		}
		if err := staged.Keep(); err != nil {
			t.Fatal(err)
		}
		return staged.Hash
	}
	all := func() (found []string) {
		if err := s.Each(func(hash string) error { found = append(found, hash); return nil }); err != nil {
			t.Error(err)
		}
		return found
	}
	if got := all(); got != nil {
		t.Errorf("%v", got)
	}
	one, two := keep("one"), keep("two")
	t.Run("a message is kept as it came, once", func(t *testing.T) {
		if again := keep("one"); again != one || len(all()) != 2 || !slices.IsSorted(all()) {
			t.Errorf("%s, %v", again, all())
		}
		f, size, err := s.Open(one)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if content, err := io.ReadAll(f); err != nil || !bytes.Equal(content, []byte("one")) || size != 3 {
			t.Errorf("%q, %v", content, err)
		}
	})
	t.Run("what was discarded is nowhere", func(t *testing.T) {
		staged, err := s.Stage(strings.NewReader("three"), 100)
		if err != nil {
			t.Fatal(err)
		}
		if err := staged.Discard(); err != nil || s.Has(staged.Hash) || len(all()) != 2 {
			t.Error(err)
		}
	})
	t.Run("what cannot be copied is told, and nothing of it is left", func(t *testing.T) {
		if _, err := s.Stage(iotest.ErrReader(errors.New("no room")), 100); data.CodeOf(err) != "file.cannot_write" {
			t.Error(err)
		}
		if left, _ := filepath.Glob(filepath.Join(folder, ".graduand-*")); len(left) != 0 {
			t.Errorf("%v", left)
		}
	})
	t.Run("what was damaged or lost is found", func(t *testing.T) {
		if err := s.Check(two); err != nil {
			t.Error(err)
		}
		path := filepath.Join(folder, two[:2], two[2:4], two+".zip.age")
		if err := os.WriteFile(path, []byte("twO"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := s.Check(two); data.CodeOf(err) != "centre.lost_message" {
			t.Error(err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		if _, _, err := s.Open(two); data.CodeOf(err) != "centre.lost_message" {
			t.Error(err)
		}
	})
}

func TestWhatIsKeptIsOpenNoMore(t *testing.T) {
	s := store.At(t.TempDir(), ".age")
	staged, err := s.Stage(strings.NewReader("a message"), 100)
	if err != nil {
		t.Fatal(err)
	}
	f, err := staged.Open()
	if err != nil {
		t.Fatal(err)
	}
	// Windows gives a file that is open no other name.
	if err := staged.Keep(); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Read(make([]byte, 1)); !errors.Is(err, os.ErrClosed) {
		t.Errorf("read after it was kept: %v", err)
	}
}
