package file

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"graduand/data"
)

func content(t *testing.T, path string) string {
	t.Helper()
	got, err := Read(path, 1<<10)
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

// left are the names in a folder.
func left(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestSaveIsWholeOrAbsent(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "картка.pdf")
	for _, want := range []string{"first", "second, in the place of the first"} {
		if err := Save(path, []byte(want)); err != nil {
			t.Fatal(err)
		}
		if got := content(t, path); got != want {
			t.Errorf("got %q", got)
		}
	}
	staged, err := Stage(path, []byte("third"))
	if err != nil {
		t.Fatal(err)
	}
	if got := content(t, path); got != "second, in the place of the first" {
		t.Errorf("staging alone wrote %q", got)
	}
	if err := staged.Discard(); err != nil {
		t.Error(err)
	}
	if err := staged.Commit(); data.CodeOf(err) != "file.cannot_write" {
		t.Errorf("what was discarded was committed: %v", err)
	}
	if names := left(t, folder); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	folder := t.TempDir()
	taken := filepath.Join(folder, "taken")
	if err := os.Mkdir(taken, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"over a folder":           Save(taken, nil),
		"into no folder":          Save(filepath.Join(folder, "absent", "x"), nil),
		"what is not there":       Settle(filepath.Join(folder, "absent"), filepath.Join(folder, "x")),
		"a folder through a file": MakeFolder(filepath.Join(os.Args[0], "x")),
	} {
		if data.CodeOf(err) != "file.cannot_write" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if names := left(t, folder); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

func TestSettle(t *testing.T) {
	folder := t.TempDir()
	temporary, path := filepath.Join(folder, "x.part"), filepath.Join(folder, "x")
	if err := os.WriteFile(temporary, []byte("copy"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Settle(temporary, path); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 || content(t, path) != "copy" {
		t.Errorf("got %v, %v", info, err)
	}
	if names := left(t, folder); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

func TestMakeFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "школа-backups", "attachments")
	for range 2 {
		if err := MakeFolder(path); err != nil {
			t.Fatal(err)
		}
	}
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		t.Errorf("got %v, %v", info, err)
	}
}

func TestReadRefuses(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "long")
	if err := Save(path, make([]byte, 2<<10)); err != nil {
		t.Fatal(err)
	}
	for want, read := range map[string]string{"file.is_folder": folder, "file.cannot_read": filepath.Join(folder, "absent"), "file.too_large": path} {
		if _, err := Read(read, 1<<10); data.CodeOf(err) != want {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// What a killed program left is abandoned; what one that runs is writing is not, nor
// what another program calls by a name like ours.
func TestAbandoned(t *testing.T) {
	gone := exec.Command(os.Args[0], "-test.run=^$")
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{
		fmt.Sprintf(".graduand-%d-77", gone.Process.Pid): true,
		fmt.Sprintf(".graduand-%d-77", os.Getpid()):      false,
		fmt.Sprintf(".graduand-%d-77", os.Getppid()):     false,
		".graduand-1234567":                              true,
		".part-1234567":                                  true,
		".part-notes":                                    false,
		".graduand-rc":                                   false,
		"graduand-1-2":                                   false,
		"x.part-1":                                       false,
	} {
		if got := Abandoned(filepath.Join("folder", name)); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
	staged, err := Stage(filepath.Join(t.TempDir(), "x"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if m := temporary.FindStringSubmatch(filepath.Base(staged.temporary)); m == nil || m[1] != fmt.Sprint(os.Getpid()) {
		t.Errorf("%s does not name its process", staged.temporary)
	}
}
