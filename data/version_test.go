package data_test

import (
	"testing"

	"graduand/data"
)

func TestVersions(t *testing.T) {
	tests := []struct {
		program, minimum string
		older            bool
	}{
		{"1.0", "1.0.0", false}, {"1.9", "1.10", true}, {"v2.0.1", "2.0", false},
		{"0.9.9", "1", true}, {"dev", "9", false}, {"", "9", false}, {"1.2.0-rc1", "1.2", false},
	}
	for _, test := range tests {
		if data.OlderVersion(test.program, test.minimum) != test.older {
			t.Errorf("program %q, minimum %q: older %v", test.program, test.minimum, !test.older)
		}
	}
}
