package prooftest

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"
)

func TestWhatGrowsWithTheSquareIsToldAsSuch(t *testing.T) {
	path := filepath.Join(t.TempDir(), "figures")
	t.Setenv(FiguresName, path)
	Grown(t, "sort", []int{50, 500, 5000}, []float64{1, 10, 1000})
	told, err := os.ReadFile(path)
	figures := Figures{}
	if err != nil || json.Unmarshal(told, &figures) != nil {
		t.Fatalf("told %q, %v", told, err)
	}
	if figures["sort_50"] != 1 || figures["sort_5000"] != 1000 || math.Abs(figures["peak_exponent"]-2) > 1e-9 {
		t.Error(figures)
	}
}
