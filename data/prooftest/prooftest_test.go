package prooftest

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
)

func TestTimesAndSeed(t *testing.T) {
	t.Setenv(TimesName, "")
	t.Setenv(SeedName, "")
	if Times(t, 7) != 7 || Seed(t) != 1 {
		t.Error("without a wish it is not as usual")
	}
	t.Setenv(TimesName, "12")
	t.Setenv(SeedName, "3")
	if Times(t, 7) != 12 || Seed(t) != 3 {
		t.Error("what is asked for is not done")
	}
}

func TestTellAddsALine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "figures")
	t.Setenv(FiguresName, path)
	Tell(t, Figures{"states": 3})
	Tell(t, Figures{"states": 4})
	told, err := os.ReadFile(path)
	if want := "{\"states\":3}\n{\"states\":4}\n"; err != nil || string(told) != want {
		t.Errorf("told %q, %v", told, err)
	}
}

func TestPeaksAreNotAdded(t *testing.T) {
	sum := Figures{}
	sum.Add(Figures{"tried": 2, "peak_mb": 90})
	sum.Add(Figures{"tried": 3, "peak_mb": 60})
	if !maps.Equal(sum, Figures{"tried": 5, "peak_mb": 90}) {
		t.Error(sum)
	}
}
