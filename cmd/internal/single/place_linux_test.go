package single

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// Without a folder of the login the programs meet in one of the temporary ones, unless somebody else
// could look into it.
func TestNobodyElseCanMeetThem(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Setenv("XDG_RUNTIME_DIR", filepath.Join(temporary, "gone"))
	claimed(t, t.TempDir())
	own := filepath.Join(temporary, "graduand-"+strconv.Itoa(os.Getuid()))
	if info, err := os.Stat(own); err != nil || info.Mode().Perm() != 0o700 {
		t.Fatalf("the meeting place: %v, %v", info, err)
	}
	if err := os.Chmod(own, 0o777); err != nil {
		t.Fatal(err)
	}
	if _, err := Claim(t.TempDir()); err == nil {
		t.Error("they meet where everybody can enter")
	}
}
