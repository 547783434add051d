package registrar_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

func TestDemoWithoutPapers(t *testing.T) {
	c, err := registrar.Campaign("ort-2021", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, without := range []bool{false, true} {
		dir := t.TempDir()
		made, err := registrar.Demo(desktest.Ctx, dir, registrar.DemoOptions{Campaign: c, Graduates: 5, Seed: 1, Key: desktest.Key, WithoutPapers: without})
		if err != nil || made.Graduates != 5 {
			t.Fatalf("made %+v, %v", made, err)
		}
		papers, err := os.ReadDir(filepath.Join(dir, "out"))
		if err != nil || without != (len(papers) == 0) {
			t.Errorf("without papers %v: %d papers, %v", without, len(papers), err)
		}
		if without && !slices.Equal(made.Files, []string{"roster.xlsx", "school.graduand"}) {
			t.Errorf("it made %q", made.Files)
		}
	}
}
