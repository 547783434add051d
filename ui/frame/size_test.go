package frame_test

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// KG-055: a size is told in the unit that says something of it.
func TestSizesAreToldInTheirUnit(t *testing.T) {
	w, _ := frametest.New(t, "uk")
	for bytes, words := range map[int64]string{0: "0 Б", 532: "532 Б", 1023: "1023 Б", 12_300: "12 КБ", 200_000: "195 КБ", 838_861: "0,8 МБ", 26 << 20: "26,0 МБ"} {
		if got := frame.SizeOf(w, bytes); got != words {
			t.Errorf("%d bytes are %q, want %q", bytes, got, words)
		}
	}
}
