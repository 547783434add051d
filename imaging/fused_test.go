package imaging_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// A processor of ARM multiplies and adds in one step and rounds once, one of Intel twice: the
// same picture could be judged otherwise, the same person drawn otherwise. So nothing of the judge
// and of the drawings is compiled to such a step; a product within a sum stands in float64( ).
func TestNoProductIsFusedWithASum(t *testing.T) {
	build := exec.Command("go", "build", "-gcflags=-S", "graduand/imaging", "graduand/imaging/face", "graduand/imaging/pixels",
		"graduand/imaging/mrz", "graduand/imaging/mrz/glyph", "graduand/imaging/drawing", "graduand/data/picture")
	build.Env = append(os.Environ(), "GOARCH=arm64", "CGO_ENABLED=0")
	listing, err := build.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, listing)
	}
	step := regexp.MustCompile(`\sFN?M(ADD|SUB)[DS]\s`)
	lines := 0
	for line := range strings.Lines(string(listing)) {
		lines++
		if step.MatchString(line) {
			t.Error(strings.TrimSpace(line))
		}
	}
	if lines < 10_000 {
		t.Errorf("only %d lines of code were seen", lines)
	}
}
