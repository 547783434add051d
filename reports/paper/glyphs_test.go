package paper

import (
	"testing"
	"unicode"

	"graduand/data"
)

// What goes into a record can be printed: data, which knows no fonts, must not let in a sign
// that one of them lacks.
func TestEveryFaceHasWhatARecordMayHold(t *testing.T) {
	for r := rune(' '); r <= unicode.MaxRune; r++ {
		if !data.OnPaper(r) {
			continue
		}
		for face := range FaceData() {
			if face.Sized(10).Lacks(string(r)) != 0 {
				t.Errorf("%s lacks %U %q", face, r, r)
			}
		}
	}
	for _, r := range "АЯабяҐґІіЇїЄєЎўЁёӨөҮүҢңҚқҒғҲҳӘәҰұӢӣABZabzéüßІ№«»„“”’–—…₴-+()" {
		if !data.OnPaper(r) {
			t.Errorf("F-14 %q cannot be typed", r)
		}
	}
	for _, r := range "\u2011\u200b北😀₸\u202e" {
		if data.OnPaper(r) {
			t.Errorf("F-14 %U can be typed and not printed", r)
		}
	}
}
