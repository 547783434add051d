package cmd

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// largestKept is how many bytes a file of the repository may have: the finder of pupils has most.
const largestKept = 2 << 20

// TestNothingLargeIsKept: a program that was built by the way does not go into the repository,
// where it would stay for ever.
func TestNothingLargeIsKept(t *testing.T) {
	if _, err := os.Stat(filepath.Join("..", ".git")); err != nil {
		t.Skip("this is no clone")
	}
	kept, err := exec.Command("git", "-C", "..", "ls-files", "-z").Output()
	if err != nil {
		t.Fatal(err)
	}
	names := strings.Split(strings.Trim(string(kept), "\x00"), "\x00")
	if len(names) < 100 {
		t.Fatalf("%d files", len(names))
	}
	for _, name := range names {
		if info, err := os.Stat(filepath.Join("..", name)); err == nil && info.Size() > largestKept {
			t.Errorf("%s has %d bytes", name, info.Size())
		}
	}
}
