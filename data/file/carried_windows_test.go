package file

import (
	"os"
	"path/filepath"
	"testing"
)

// On Windows a stick is what has one letter, wherever on it the program lies.
func TestADriveIsCarriedAsOne(t *testing.T) {
	own := filepath.Join(t.TempDir(), "Graduand", "data")
	if err := os.MkdirAll(own, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(own, "..", PortableMarker), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	drive := filepath.VolumeName(own)
	for path, carried := range map[string]bool{drive + `\школа\2021.graduand`: true, drive + `\`: true, `Q:\2021.graduand`: false, `\\pc\school\2021.graduand`: false} {
		kept := KeptPath(own, path)
		if filepath.IsAbs(kept) == carried || FoundPath(own, kept) != path {
			t.Errorf("%s is kept as %s and found at %s", path, kept, FoundPath(own, kept))
		}
	}
	for beside, root := range map[string]string{`E:\Programs\Graduand`: `E:\`, `\\pc\school\a\b`: `\\pc\school\`} {
		if got := rootOf(beside); got != root {
			t.Errorf("%s lies on %s", beside, got)
		}
	}
}
