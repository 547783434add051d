package keeptest

import (
	"os"
	"path/filepath"
	"testing"
)

// What is kept is found by the next run, under the same name only.
func TestFolderOutlivesARun(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	kept := filepath.Join(Folder("words"), "kept")
	if err := os.WriteFile(kept, []byte("х"), 0o600); err != nil {
		t.Fatal(err)
	}
	if again := filepath.Join(Folder("words"), "kept"); again != kept {
		t.Errorf("the next run looks in %s, not in %s", again, kept)
	}
	if left, err := os.ReadDir(Folder("words")); err != nil || len(left) != 1 {
		t.Errorf("to try whether the folder can be written left %v, %v", left, err)
	}
	if other := Folder("pages"); filepath.Dir(kept) == other {
		t.Error("two things are kept in one folder")
	}
}

// Where nothing can be kept, nothing is, and nobody is told.
func TestNoFolderWhereNothingCanBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, base := range []string{file, filepath.Join(file, "below"), "no absolute path", ""} {
		t.Setenv("XDG_CACHE_HOME", base)
		t.Setenv("HOME", "")
		if got := Folder("words"); got != "" {
			t.Errorf("in %q things are kept in %s", base, got)
		}
	}
}

// What other versions of the libraries have made is not taken.
func TestFolderBelongsToVersions(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	folders := map[string]bool{Folder("words"): true}
	module := t.TempDir()
	deep := filepath.Join(module, "ui", "form")
	if err := os.MkdirAll(deep, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Chdir(deep)
	if got := Folder("words"); got != "" {
		t.Errorf("outside of a module things are kept in %s", got)
	}
	for _, sums := range []string{"wazero v1.9.0", "wazero v1.9.1"} {
		if err := os.WriteFile(filepath.Join(module, "go.sum"), []byte(sums), 0o600); err != nil {
			t.Fatal(err)
		}
		folders[Folder("words")] = true
	}
	if len(folders) != 3 || folders[""] {
		t.Errorf("three lists of versions have the folders %v", folders)
	}
}
