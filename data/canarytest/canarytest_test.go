package canarytest

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSeenInEverySpelling(t *testing.T) {
	const bird = "Зимородок"
	for n, spelt := range Spellings(bird) {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "x"), append([]byte{0}, spelt...), 0o600); err != nil {
			t.Fatal(err)
		}
		if seen, err := SeenIn([]string{bird, "Щегол"}, folder); err != nil || len(seen) != 1 || len(seen[bird]) != 1 {
			t.Errorf("spelling %d: %v, %v", n, seen, err)
		}
	}
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, bird+" и другие"), 0o700); err != nil {
		t.Fatal(err)
	}
	if seen, err := SeenIn([]string{bird}, folder); err != nil || len(seen) != 1 {
		t.Errorf("in a name: %v, %v", seen, err)
	}
}
