package pattern

import (
	"slices"
	"testing"
)

// TestPattern compares what a pattern answers with what the package regexp does.
func TestPattern(t *testing.T) {
	p := New(`(\d)(\p{L})`)
	if !p.MatchString("11-А 9Б") || p.FindString("11-А 9Б") != "9Б" || !slices.Equal(p.FindStringSubmatch("9Б"), []string{"9Б", "9", "Б"}) {
		t.Error("the class is not found")
	}
	if got := p.ReplaceAllString("9Б", "$1-$2"); got != "9-Б" {
		t.Errorf("replaced: %q", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a wrong expression is not found by a test that never asks it")
		}
	}()
	New("(")
}
