package vault

import (
	"slices"
	"testing"
)

func TestSpokenCode(t *testing.T) {
	for typed, want := range map[string][]string{
		"dfgj 2346 qrsu":   {"DFGJ-2346-QRSU"},
		"ВАПО2346ЙКІГ":     {"DFGJ-2346-QRSU"},
		"Сонце  2020 ":     {"Сонце 2020", "сонце 2020"},
		"сонце 2020":       {"сонце 2020"},
		"DFGJ-2346-QRSU-9": {"DFGJ-2346-QRSU-9", "dfgj-2346-qrsu-9"},
	} {
		if got := SpokenCode(typed); !slices.Equal(got, want) {
			t.Errorf("KG-005 %q: %q", typed, got)
		}
	}
}
